"""The interface speaks the reader's language: counts agree in Arabic, and no English word is left."""

from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, NavigableString, Tag
from django.conf import settings
from django.test import Client
from django.utils.translation import ngettext, override

from pages.models import ForumEditionPage, ForumSeriesPage, IndexPage, RecommendationPage

pytestmark = pytest.mark.django_db

MARRAKECH = "forums/marrakech-security-forum"
THE_HAGUE = "forums/global-forum-on-cyber-expertise/the-hague-2015"
# One page of every type, and of every kind of record and list.
ADDRESSES = [
    "",
    "forums/",
    "recommendations/?year=1900",
    "recommendations/?topic=nothing-of-the-kind",
    f"{MARRAKECH}/",
    f"{MARRAKECH}/edition-11/",
    f"{MARRAKECH}/edition-11/cyber-war/",
    f"{MARRAKECH}/edition-11/r-9/",
    f"{THE_HAGUE}/",
    f"{THE_HAGUE}/the-hague-declaration/",
    "reference/universal-declaration-of-human-rights/",
    "reference/universal-declaration-of-human-rights/?with=fr,en",
    "research/preventive-diplomacy/",
    "news/launch-of-the-african-security-network/",
    "about/",
    "people/",
    "people/bert-koenders/",
    "organisations/",
    "organisations/moroccan-centre-strategic-studies/",
    "topics/",
    "topics/cyber-war/",
    "countries/",
    "countries/ma/",
    "no-such-page/",
]
ATTRIBUTES = ("aria-label", "alt", "title", "placeholder")


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "لا توصيات"),
        (1, "توصية واحدة"),
        (2, "توصيتان"),
        (3, "3 توصيات"),
        (10, "10 توصيات"),
        (11, "11 توصية"),
        (99, "99 توصية"),
        (100, "100 توصية"),
        (103, "103 توصيات"),
    ],
)
def test_arabic_counts_recommendations_in_six_ways(count: int, words: str) -> None:
    with override("ar"):
        assert ngettext("%(count)s recommendation", "%(count)s recommendations", count) % {"count": count} == words


@pytest.mark.parametrize(
    ("count", "arabic", "french"),
    [
        (1, "توصية واحدة", "1 recommandation"),
        (2, "توصيتان", "2 recommandations"),
        (3, "3 توصيات", "3 recommandations"),
        (11, "11 توصية", "11 recommandations"),
    ],
)
def test_a_forum_tells_how_many_recommendations_an_edition_made(
    client: Client, homes, add, count: int, arabic: str, french: str
) -> None:
    for code, words in (("ar", arabic), ("fr", french)):
        forums = add(homes[code], IndexPage, title="F", slug="forums", lists="series")
        series = add(forums, ForumSeriesPage, title="S", slug="s")
        edition = add(series, ForumEditionPage, title="E", slug="e")
        for number in range(count):
            add(edition, RecommendationPage, title=f"R {number}", slug=f"r-{number}", text="T", source=edition)
        soup = BeautifulSoup(client.get(f"/{code}/forums/s/").content, "html.parser")
        assert words in [fact.strip() for line in soup.select("main .meta") for fact in line.text.split("·")]


@pytest.fixture(scope="module")
def english_words() -> set[str]:
    """What the interface says in English, where Arabic and French say something else."""
    catalogues = []
    for code in ("ar", "fr"):
        with (settings.LOCALE_PATHS[0] / code / "LC_MESSAGES" / "django.po").open("rb") as file:
            catalogues.append(read_po(file))
    texts = (message.id if isinstance(message.id, str) else message.id[0] for message in catalogues[0] if message.id)
    return {text.casefold() for text in texts if text.strip(", ") and not _is_the_same_in_french(text, catalogues[1])}


def _is_the_same_in_french(text: str, french) -> bool:
    message = french.get(text)
    return bool(message) and isinstance(message.string, str) and message.string.casefold() == text.casefold()


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("code", ["ar", "fr"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_english_word_of_the_interface_is_left(
    client: Client, english_words: set[str], code: str, address: str
) -> None:
    page = BeautifulSoup(client.get(f"/{code}/{address}").content, "html.parser").html
    shown = list(_texts(page, code, code))
    assert len(shown) > 5
    assert [text for text in shown if text.casefold() in english_words] == []


def _texts(element: Tag, language: str, wanted: str) -> Iterator[str]:
    """The texts and described attributes that are in the language `wanted`."""
    language = str(element.get("lang", language))
    if element.name in ("script", "style"):
        return
    if language == wanted:
        yield from (" ".join(str(element[name]).split()) for name in ATTRIBUTES if element.get(name))
    for child in element.children:
        if isinstance(child, Tag):
            yield from _texts(child, language, wanted)
        elif type(child) is NavigableString and language == wanted and child.strip():
            yield " ".join(child.split())
