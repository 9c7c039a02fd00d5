"""What do machines read about a page: search engines, social networks, citation managers?"""

from pages.metadata.head import Metadata, page_metadata, record_metadata

__all__ = ["Metadata", "page_metadata", "record_metadata"]
