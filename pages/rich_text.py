"""Where do the links of a rich text lead? To the reader's language version of the page an editor chose."""

import re

from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from pages.addresses import page_url
from pages.queries.works import in_readers_language as works_in

_PAGE_LINK = re.compile(r'<a([^>]*?)\slinktype="page"([^>]*)>')
_PAGE_ID = re.compile(r'\sid="(\d+)"')


def in_readers_language(source: str, language: str) -> str:
    """Stored rich text as HTML; at most two queries for the pages it links to, none without links."""
    linked = [int(pk) for link in _PAGE_LINK.findall(source) for pk in _PAGE_ID.findall(" ".join(link))]
    if not linked:
        return expand_db_html(source)
    targets = {page.pk: page for page in Page.objects.filter(pk__in=linked)}
    shown = {page.translation_key: page_url(page) for page in works_in(targets.values(), language)}
    addresses = {pk: shown.get(page.translation_key, "") for pk, page in targets.items()}

    def replaced(match: re.Match[str]) -> str:
        attributes = match[1] + match[2]
        identity = _PAGE_ID.search(attributes)
        address = addresses.get(int(identity[1]), "") if identity else ""
        # A link to what is not published stays as text.
        return f'<a href="{address}">' if address else "<a>"

    return expand_db_html(_PAGE_LINK.sub(replaced, source))
