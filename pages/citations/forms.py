"""In which forms can a citation be fetched, and at which address?"""

import json
from collections.abc import Callable
from typing import NamedTuple

from pages.citations.bibtex import bibtex
from pages.citations.csl import Item, csl
from pages.citations.ris import ris
from pages.models import BasePage


class Form(NamedTuple):
    suffix: str
    name: str
    content_type: str
    write: Callable[[Item, BasePage], str]


def _json(item: Item, page: BasePage) -> str:
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


FORMS = {
    form.suffix: form
    for form in (
        Form("bib", "BibTeX", "application/x-bibtex", lambda item, page: bibtex(item, page.slug)),
        Form("ris", "RIS", "application/x-research-info-systems", lambda item, page: ris(item)),
        Form("json", "CSL-JSON", "application/vnd.citationstyles.csl+json", _json),
    )
}


def written(page: BasePage, form: Form) -> str:
    """The citation of `page` in one form."""
    return form.write(csl(page), page)
