"""By what does an editor look for pages, files and records? By what they are called, in drafts as well.

Who may see which is asked where the rows are read; the entries themselves are in no class that anybody reads.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import PurePath

from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page

from pages.models import Organisation, OrganisationName, Person, PersonName, Topic, TopicLabel
from pages.queries.joined import joined
from search.analysis import begins, scripts
from search.analysis.fields import fields_of
from search.entries import BEGINS, KIND, TITLE, Tier
from search.projection.keys import desk_key
from search.projection.projected import Projected
from search.projection.saying import BODIES, titles_of
from search.projection.works import page_types

# No class has this number.
NOBODYS = frozenset({0})
_LONG = {*BODIES, "clauses", "references", "abstract", "subject", "text", "eligibility"}
# Names of files and addresses are in no language.
NO_LANGUAGE = ""

Words = dict[str, list[str]]


def pages(pks: Collection[int]) -> dict[str, Projected]:
    """The title of the last draft, and the published one."""
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    found: dict[str, Projected] = {}
    for page in joined(Page.objects.filter(pk__in=pks).order_by("path"), page_types(), leave=_left()):
        code = codes[page.locale_id]
        titles = {code: list(dict.fromkeys([page.draft_title, *titles_of(page)])), NO_LANGUAGE: [page.slug]}
        found |= _entry(Page, page.pk, titles, {code: [page.summary]})
    return found


def documents(pks: Collection[int]) -> dict[str, Projected]:
    return _files(get_document_model(), pks)


def images(pks: Collection[int]) -> dict[str, Projected]:
    return _files(get_image_model(), pks, "description", "credit")


def people(pks: Collection[int]) -> dict[str, Projected]:
    named = PersonName.objects.filter(person__in=pks).values_list("person", "language", "name")
    return _records(Person, pks, named)


def organisations(pks: Collection[int]) -> dict[str, Projected]:
    named = OrganisationName.objects.filter(organisation__in=pks)
    return _records(Organisation, pks, named.values_list("organisation", "language", "name", "acronym"))


def topics(pks: Collection[int]) -> dict[str, Projected]:
    named = TopicLabel.objects.filter(topic__in=pks)
    return _records(Topic, pks, named.values_list("topic", "language", "preferred", "alternatives"))


def _left() -> list[str]:
    """What a search by titles need not read."""
    return [
        f"{model._meta.model_name}__{field.name}"
        for model in page_types()
        for field in model._meta.local_fields
        if field.name in _LONG
    ]


def _files(model: type[Model], pks: Collection[int], *fields: str) -> dict[str, Projected]:
    tags: dict[int, list[str]] = defaultdict(list)
    for pk, name in model._default_manager.filter(pk__in=pks, tags__isnull=False).values_list("pk", "tags__name"):
        tags[pk].append(name)
    found: dict[str, Projected] = {}
    for pk, title, file, *texts in model._default_manager.filter(pk__in=pks).values_list(
        "pk", "title", "file", *fields
    ):
        titles = _in_any_language([title, *sorted(tags[pk])])
        titles.setdefault(NO_LANGUAGE, []).append(PurePath(file).name)
        found |= _entry(model, pk, titles, _in_any_language(texts))
    return found


def _records(model: type[Model], pks: Collection[int], named: Iterable[tuple]) -> dict[str, Projected]:
    titles: dict[int, Words] = {
        pk: {NO_LANGUAGE: [slug]} for pk, slug in model._default_manager.filter(pk__in=pks).values_list("pk", "slug")
    }
    for pk, language, *names in named:
        if pk in titles:
            titles[pk].setdefault(language, []).extend(name for name in names if name)
    found: dict[str, Projected] = {}
    for pk, words in titles.items():
        found |= _entry(model, pk, words, {})
    return found


def _in_any_language(texts: Iterable[str]) -> Words:
    """Of all that are written in these letters, since nobody said in which one they are."""
    found: Words = defaultdict(list)
    for text in texts:
        for language in scripts(text) or (NO_LANGUAGE,):
            found[language].append(text)
    return found


def _entry(model: type[Model], pk: int, titles: Words, texts: Words) -> dict[str, Projected]:
    key = desk_key(model, pk)
    tokens = fields_of(titles, texts)
    # Who has typed the beginning of an Arabic word need not have typed the article.
    bare = begins(tokens.get(TITLE["ar"], ""))
    tokens[BEGINS] = " ".join(sorted({*tokens.get(BEGINS, "").split(), *bare}))
    values: dict[str, tuple[str, ...]] = {KIND: (key.split(":")[1],)}
    return {key: Projected(key=key, tier=Tier.DESK, classes=NOBODYS, tokens=tokens, values=values)}
