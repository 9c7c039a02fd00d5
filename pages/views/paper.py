"""How is a research paper shown: authors, abstract, text, files, references, and how to cite it?"""

from django.http import HttpRequest

from pages.languages import current
from pages.models import Licence, ResearchPaperPage
from pages.queries.files import files_of
from pages.queries.names import fetch_names
from pages.queries.papers import LICENCE_ADDRESSES, authors_of, presented_at
from pages.queries.rows import rows
from pages.queries.topics import topics_of
from pages.queries.trail import trail_of
from pages.views.frame import Shown, render_work
from pages.views.registry import shows


@shows(ResearchPaperPage)
def paper(request: HttpRequest, page: ResearchPaperPage) -> Shown:
    authors, affiliations = authors_of(page)
    topics = topics_of(page)
    records = [record for author in authors for record in (author.person, author.organisation)]
    fetch_names([*records, *affiliations, *topics, page.publisher])
    return render_work(
        request,
        page,
        "pages/paper.html",
        authors=authors,
        affiliations=affiliations,
        topics=topics,
        trail=trail_of(page, current()),
        files=files_of(page),
        licence_url=LICENCE_ADDRESSES.get(Licence(page.licence)) if page.licence else None,
        meetings=rows(presented_at(page), with_parents=False),
    )
