"""Elasticsearch 8 and 9, for more than one machine."""

from search.engines.elastic.engine import Elastic

__all__ = ["Elastic"]
