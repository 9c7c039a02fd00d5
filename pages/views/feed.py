"""What is new in a listing? Its Atom feed (RFC 4287), at `<listing>/feed/`."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from access.current import reading_as
from access.principals import anonymous
from pages.addresses import language_of, page_url
from pages.languages import current
from pages.metadata.links import absolute, page_address
from pages.models import BasePage, IndexPage
from pages.queries.listings.listing import latest
from pages.views.serve import serve_part

ENTRIES = 30


class LanguageFeed(Atom1Feed):
    """Atom with the language of an entry, where it is not the feed's."""

    def item_attributes(self, item: dict[str, object]) -> dict[str, object]:
        language = item["language"]
        return {} if language == self.feed["language"] else {"xml:lang": language}


def feed_path(page: IndexPage) -> str:
    return f"{page_url(page)}feed/"


def feed(request: HttpRequest, path: str) -> HttpResponse:
    """The feed of the listing at `path`; other pages have none. Feeds are read by programs, which are nobody."""
    with reading_as(anonymous()):
        return serve_part(request, path, _answer)


def _answer(request: HttpRequest, page: BasePage) -> HttpResponse:
    if not isinstance(page, IndexPage):
        raise Http404
    written = LanguageFeed(
        title=f"{page.title} – {settings.WAGTAIL_SITE_NAME}",
        link=page_address(page),
        description=page.summary,
        language=current(),
        feed_url=absolute(feed_path(page)),
        author_name=settings.WAGTAIL_SITE_NAME,
    )
    for work in latest(page, ENTRIES):
        _add(written, work)
    response = HttpResponse(content_type=LanguageFeed.content_type)
    written.write(response, "utf-8")
    return response


def _add(written: LanguageFeed, work: BasePage) -> None:
    """One entry; its id is the work's, the same in every language."""
    written.add_item(
        title=work.title,
        link=page_address(work),
        description=work.summary,
        unique_id=f"urn:uuid:{work.translation_key}",
        pubdate=work.first_published_at,
        updateddate=work.last_published_at or work.latest_revision_created_at or work.first_published_at,
        language=language_of(work),
    )
