"""What is a page about?"""

from wagtail.models import Page

from pages.models import Topic
from pages.queries.children import children_of


def topics_of(page: Page) -> list[Topic]:
    """Its topics, without their names; `fetch_names` brings those together with others'."""
    return [link.tag for link in children_of(page, "topic_links", "tag")]
