"""What does a news item state about itself?"""

from django.db.models import prefetch_related_objects

from pages.addresses import language_of
from pages.metadata.facts.graph import work_facts
from pages.metadata.facts.parts import Fact, organisation, person
from pages.metadata.links import page_address
from pages.models import NewsPage
from pages.queries.works import in_readers_language


@work_facts.register
def _of_news(page: NewsPage) -> Fact:
    prefetch_related_objects([page], "author__names", "publisher__names", "outcomes__outcome")
    about = in_readers_language([row.outcome for row in page.outcomes.all()], language_of(page))
    return {
        "@type": "NewsArticle",
        "name": page.title,
        "headline": page.title,
        "datePublished": page.date.isoformat() if page.date else None,
        "author": person(page.author) if page.author else None,
        "publisher": organisation(page.publisher) if page.publisher else None,
        "about": [{"@id": page_address(work), "name": work.title} for work in about],
    }
