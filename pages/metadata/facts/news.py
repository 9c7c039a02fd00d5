"""What does a news item state about itself?"""

from django.db.models import prefetch_related_objects

from pages.addresses import language_of
from pages.metadata.facts.graph import work_facts
from pages.metadata.facts.parts import Fact, name_all, organisation, person
from pages.metadata.links import page_address
from pages.models import NewsPage, RelatedOutcome
from pages.queries.children import children_of
from pages.queries.works import in_readers_language


@work_facts.register
def _of_news(page: NewsPage) -> Fact:
    name_all([page.author, page.publisher])
    about = in_readers_language([row.outcome for row in _outcomes(page)], language_of(page))
    return {
        "@type": "NewsArticle",
        "name": page.title,
        "headline": page.title,
        "datePublished": page.date.isoformat() if page.date else None,
        "author": person(page.author) if page.author else None,
        "publisher": organisation(page.publisher) if page.publisher else None,
        "about": [{"@id": page_address(work), "name": work.title} for work in about],
    }


def _outcomes(page: NewsPage) -> list[RelatedOutcome]:
    rows: list[RelatedOutcome] = children_of(page, "outcomes")
    prefetch_related_objects(rows, "outcome")
    return rows
