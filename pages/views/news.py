"""How is a news item shown: when, by whom, what, and which works it is about?"""

from django.http import HttpRequest

from pages.models import NewsPage
from pages.queries.children import children_of
from pages.queries.names import fetch_names
from pages.queries.related import works_of
from pages.queries.rows import rows
from pages.queries.topics import topics_of
from pages.views.frame import Shown, render_work
from pages.views.registry import shows


@shows(NewsPage)
def news(request: HttpRequest, page: NewsPage) -> Shown:
    topics = topics_of(page)
    fetch_names([page.author, page.publisher, *topics])
    outcomes = works_of(row.outcome_id for row in children_of(page, "outcomes"))
    return render_work(request, page, "pages/news.html", topics=topics, outcomes=rows(outcomes))
