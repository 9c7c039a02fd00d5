"""What do machines read about a page: search engines, social networks, citation managers?"""

from pages.metadata.head import Feed, Metadata, page_metadata, record_metadata

__all__ = ["Feed", "Metadata", "page_metadata", "record_metadata"]
