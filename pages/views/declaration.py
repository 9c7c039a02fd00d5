"""An adopted text in clauses, alone or beside its other languages."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import ngettext

from pages.addresses import page_url
from pages.clauses.aligning import align
from pages.clauses.flat import Clause, contents, flatten, without_title
from pages.languages import current, languages, own_name
from pages.models import DeclarationPage
from pages.queries import facts as known
from pages.queries.declarations import adherences_of, edition_of, recommendations_of, texts_of
from pages.queries.files import files_of
from pages.queries.rows import rows
from pages.text.locales import language_name
from pages.text.numbers import joined
from pages.views.frame import Shown, render_work
from pages.views.registry import shows

MOST_SIDE_BY_SIDE = 3
Texts = dict[str, list[Clause]]


@dataclass(frozen=True)
class Choice:
    """A way to read the text: in which languages, and at which address."""

    name: str
    query: str
    is_current: bool


@shows(DeclarationPage)
def declaration(request: HttpRequest, page: DeclarationPage) -> Shown:
    versions = texts_of(page)
    language = next(iter(versions))
    texts = _texts(versions)
    beside = chosen(request.GET.get("with", ""), list(texts), language)
    own = texts.get(language, [])
    recommendations = recommendations_of(page, language)
    edition = edition_of(page, language)
    return render_work(
        request,
        page,
        "pages/declaration_parallel.html" if beside else "pages/declaration.html",
        clauses=tuple(own),
        contents=_contents(tuple(own)),
        parallel=align({code: texts[code] for code in (language, *beside)}) if beside else [],
        columns=[(code, own_name(code)) for code in (language, *beside)],
        choices=_choices(list(texts), language, beside),
        untranslated=_untranslated(texts),
        elsewhere=[(code, version) for code, version in versions.items() if code in texts and not own],
        page_url=page_url(page),
        facts=_facts(page),
        other_title=_other_title(page, versions),
        adherences=adherences_of(page),
        files=files_of(page),
        editions=rows([edition]) if edition else [],
        recommendations=rows(recommendations, with_parents=False) if recommendations else [],
    )


def chosen(wanted: str, available: list[str], language: str) -> list[str]:
    """The languages to set beside the page's own, from `ar,en`; what can't be had is passed over."""
    if language not in available:
        return []
    codes = dict.fromkeys(code.strip() for code in wanted.split(","))
    return [code for code in codes if code in available and code != language][: MOST_SIDE_BY_SIDE - 1]


def _texts(versions: dict[str, DeclarationPage]) -> Texts:
    """The clauses of each version that has any, without the title where the page shows it above."""
    texts = {code: without_title(flatten(version.clauses), version.title) for code, version in versions.items()}
    return {code: clauses for code, clauses in texts.items() if clauses}


_contents = lru_cache(maxsize=128)(contents)


def _choices(available: list[str], language: str, beside: list[str]) -> list[Choice]:
    """The page's language alone, beside each other one, and beside two; nothing when there is nothing to choose."""
    others = [code for code in available if code != language]
    if language not in available or not others:
        return []
    pairs = [pair for pair in combinations(others, 2) if len(others) == 2 or set(beside) & set(pair)]
    return [
        Choice(
            name=capfirst(joined([language_name(code, current()) for code in (language, *codes)], current())),
            query=",".join(codes),
            is_current=set(codes) == set(beside),
        )
        for codes in [(), *((code,) for code in others), *pairs]
    ]


def _untranslated(texts: Texts) -> list[str]:
    """The names of the site's languages that have no text, when others have one."""
    return [language_name(code, current()) for code, _name in languages() if code not in texts] if texts else []


def _facts(page: DeclarationPage) -> list[str]:
    """Where, by whom and in which binding languages, as far as known."""
    found = [known.place(page.place, page.country), page.adopted_by, _authentic(page.authentic_languages or [])]
    return [fact for fact in found if fact]


def _authentic(codes: list[str]) -> str:
    names = joined([language_name(code, current()) for code in codes], current())
    message = ngettext("authentic language: %s", "authentic languages: %s", len(codes))
    return message % names if codes else ""


def _other_title(page: DeclarationPage, versions: dict[str, DeclarationPage]) -> tuple[str, str] | None:
    """The title in the first other language in which the text is binding, with that language's code."""
    codes = (code for code in page.authentic_languages or [] if code in versions and versions[code] is not page)
    code = next(codes, None)
    return (versions[code].title, code) if code else None
