"""Elasticsearch 8 and 9, for more than one machine."""
