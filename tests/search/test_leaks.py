"""What is closed to a reader has no effect on what they are told when they search: not at once, and not later."""

import ast
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client, override_settings
from wagtail.models import Page

from access.changing import Wanted, set_access
from config.settings.environment import CHECKOUT
from library.models import LibraryDocument
from pages.models import BasePage, ForumEditionPage, HomePage, NewsPage, Person, PersonRole, StandardPage, WorkFile
from search.engines import forget
from search.models import UnansweredSearch
from tests.matrix.engines import AWAY, ENGINES, searched_by

pytestmark = pytest.mark.django_db
Add = Callable[..., BasePage]
WORD = "Quendor"


@pytest.fixture(params=ENGINES)
def searching(request: pytest.FixtureRequest, db: None) -> Iterator[str]:
    with searched_by(request.param):
        yield request.param


@pytest.fixture
def member(db: None) -> Client:
    user = User.objects.create_user("member", "member@example.org", "secret")
    user.groups.add(Group.objects.get_or_create(name="Members")[0])
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def place(add: Add, homes: dict[str, HomePage]) -> BasePage:
    return add(homes["en"], StandardPage, title="Shelf", slug="shelf")


def told(client: Client, q: str, **parameters: str) -> dict:
    return client.get("/en/search/", {"q": q, "format": "json"} | parameters).json()


def titles(client: Client, q: str, **parameters: str) -> list[str]:
    return [result["title"] for result in told(client, q, **parameters)["results"]]


def close(page: Page, setting: str = "members") -> None:
    set_access(page, Wanted(setting), by=None)


def indexed() -> None:
    call_command("worker", once=True, verbosity=0)


def paragraph(text: str) -> list[tuple[str, str]]:
    return [("paragraph", f"<p>{text}</p>")]


def test_a02_totals_and_a03_facets_count_what_is_open(
    searching: str, place: BasePage, add: Add, client: Client, member: Client
) -> None:
    add(place, NewsPage, title=f"{WORD} open", slug="open", date="2019-05-04")
    closed = add(place, NewsPage, title=f"{WORD} closed", slug="closed", date="2021-05-04")
    close(closed)
    for _when in ("not indexed yet", "indexed"):
        assert told(client, WORD)["total"] == 1
        assert [bar["first"] for bar in told(client, WORD)["years"]] == [2019]
        assert told(member, WORD)["total"] == 2
        assert {bar["first"] for bar in told(member, WORD)["years"] if bar["count"]} == {2019, 2021}
        indexed()


def test_a05_no_word_that_only_closed_works_hold_is_suggested(
    searching: str, place: BasePage, add: Add, client: Client, member: Client
) -> None:
    closed = add(place, NewsPage, title="Zorkmidian matters", slug="closed")
    close(closed)
    add(place, NewsPage, title="Frobozzian matters", slug="open")
    indexed()
    assert told(client, "Frobozzjan")["suggestion"] == "Frobozzian"
    assert told(client, "Zorkmidjan")["suggestion"] is None
    assert "orkmid" not in client.get("/en/search/", {"q": "Zorkmid"}).content.decode().replace("Zorkmid", "")


def test_a06_excerpts_are_of_the_text_as_it_is(searching: str, place: BasePage, add: Add, client: Client) -> None:
    page = add(place, StandardPage, title="Harbour", slug="harbour", body=paragraph(f"The {WORD} of old."))
    indexed()
    assert f"<mark>{WORD}</mark>" in client.get("/en/search/", {"q": WORD}).content.decode()
    page.body = paragraph("Nothing here.")
    page.save_revision().publish()
    for _when in ("not indexed yet", "indexed"):
        assert told(client, WORD)["total"] == 0
        assert WORD not in client.get("/en/search/", {"q": "Harbour"}).content.decode()
        indexed()


def test_a07_no_text_of_a_file_is_found_with_its_page(
    searching: str, place: BasePage, add: Add, client: Client
) -> None:
    document = LibraryDocument.objects.create(title="Annex", file=ContentFile(WORD.encode(), "annex.txt"))
    page = add(place, NewsPage, title="With a file", slug="file")
    WorkFile.objects.create(page=page, document=document, language="en", locale=page.locale)
    page.save_revision().publish()
    indexed()
    assert titles(client, "With a file") == ["With a file"]
    assert told(client, WORD)["total"] == 0


def test_a08_closed_works_do_not_move_the_order_of_open_ones(
    searching: str, place: BasePage, add: Add, client: Client
) -> None:
    for number, text in enumerate(
        (f"{WORD} grue", f"grue grue {WORD} {WORD}", "grue", f"{WORD} and much else besides")
    ):
        add(place, NewsPage, title=f"Open {number}", slug=f"open-{number}", body=paragraph(text))
    indexed()
    before = client.get("/en/search/", {"q": f"{WORD} grue", "format": "json"}).content
    section = add(place, StandardPage, title="Closed", slug="closed")
    close(section)
    for number in range(30):
        add(section, NewsPage, title=f"Closed {number}", slug=f"closed-{number}", body=paragraph("grue " * 40))
    indexed()
    assert client.get("/en/search/", {"q": f"{WORD} grue", "format": "json"}).content == before


def test_a09_what_was_closed_is_gone_with_the_indexer_stopped(
    searching: str, place: BasePage, add: Add, client: Client, member: Client
) -> None:
    person = Person.objects.create(slug="zoltan")
    person.names.create(language="en", name="Zoltan Grueberg")
    person.save()
    page = add(place, NewsPage, title=f"{WORD} news", slug="news", date="2019-05-04")
    PersonRole.objects.create(page=page, person=person, role="speaker")
    NewsPage.objects.get(pk=page.pk).save_revision().publish()
    indexed()
    assert titles(client, WORD) == [f"{WORD} news"]
    assert sorted(titles(client, "Grueberg")) == [f"{WORD} news", "Zoltan Grueberg"]
    nothing = client.get("/en/search/suggestions/", {"q": "Nothing"}).content
    close(page)
    assert told(client, WORD) | {"total": 0, "results": [], "suggestion": None} == told(client, WORD)
    assert titles(client, "Grueberg") == []
    assert client.get("/en/search/suggestions/", {"q": WORD}).content == nothing
    assert titles(member, WORD) == [f"{WORD} news"]


@pytest.mark.parametrize("gone", ["unpublished", "deleted"])
def test_a09_what_is_gone_is_found_no_more(
    searching: str, gone: str, place: BasePage, add: Add, client: Client
) -> None:
    page = add(place, NewsPage, title=f"{WORD} news", slug="news")
    indexed()
    assert titles(client, WORD) == [f"{WORD} news"]
    page.unpublish() if gone == "unpublished" else page.delete()
    assert told(client, WORD)["total"] == 0


def test_a12_a_filter_on_something_closed_is_one_on_nothing(
    searching: str, place: BasePage, add: Add, client: Client
) -> None:
    section = add(place, StandardPage, title="Closed", slug="closed")
    close(section)
    add(
        section, ForumEditionPage, title=f"{WORD} closed", slug="news", start_date="1987-05-04", country="IS", number=1
    )
    add(place, NewsPage, title=f"{WORD} open", slug="open", date="2019-05-04")
    indexed()
    for parameters in ({"year": "1987"}, {"country": "IS"}):
        absent = {"year": "1988"} if "year" in parameters else {"country": "FJ"}
        seen, unseen = told(client, WORD, **parameters), told(client, WORD, **absent)
        assert seen["total"] == unseen["total"] == 0
        assert seen["facets"] == unseen["facets"]
    plain = told(client, WORD)
    for name in ("live", "pk", "access_class", "classes", "page__title__startswith", "key", "owner", "sort_by"):
        assert told(client, WORD, **{name: "1"}) == plain


def test_a14_what_a_page_does_not_show_is_not_found(searching: str, place: BasePage, add: Add, client: Client) -> None:
    page = add(place, NewsPage, title="Shown", slug="shown")
    page.title = f"{WORD} drafted"
    page.save_revision()
    nobody = Person.objects.create(slug="in-no-work")
    nobody.names.create(language="en", name=f"{WORD} Nobody")
    nobody.save()
    indexed()
    assert told(client, WORD)["total"] == 0
    assert titles(client, "Shown") == ["Shown"]


def test_a15_what_somebody_typed_is_shown_to_no_reader(searching: str, client: Client, member: Client) -> None:
    for _time in range(12):
        told(member, "Zorkmidian plans")
    assert "orkmidian" not in client.get("/en/search/").content.decode()
    assert b"orkmid" not in client.get("/en/search/suggestions/", {"q": "Zorkm"}).content.replace(b"Zorkm", b"")
    assert all(not row.words.startswith("zorkmidian plans by") for row in UnansweredSearch.objects.all())


def test_a16_an_engine_that_is_away_is_not_described(place: BasePage, add: Add, client: Client) -> None:
    with override_settings(SEARCH_URL="http://elastic:s3cret@127.0.0.1:9/hidden"):
        forget()
        page = client.get("/en/search/", {"q": WORD})
        body = page.content.decode() + client.get("/en/search/", {"q": WORD, "format": "json"}).content.decode()
    forget()
    assert page.status_code == 200
    for word in ("s3cret", "127.0.0.1:9/", "elastic:", "Traceback", "EngineDown"):
        assert word not in body


def test_a17_no_cursor_of_anybody_can_be_used_by_another(
    searching: str, place: BasePage, add: Add, client: Client, member: Client
) -> None:
    section = add(place, StandardPage, title="Closed", slug="closed")
    close(section)
    for number in range(21):
        add(section, NewsPage, title=f"{WORD} {number}", slug=f"news-{number}")
    indexed()
    second = member.get("/en/search/", {"q": WORD, "format": "json", "page": "2"})
    assert second.json()["total"] == 21
    assert len(second.json()["results"]) == 1
    answer = client.get("/en/search/", {"q": WORD, "format": "json", "page": "2"})
    assert answer.status_code == 404 or answer.json()["results"] == []
    assert not {"cursor", "after", "scroll", "pit"} & second.json().keys()


def test_a18_no_engine_hands_out_what_it_holds() -> None:
    forbidden = {"get", "mget", "get_source", "scroll"}
    # The lock of who builds holds nothing else.
    for file in {*(CHECKOUT / "search").rglob("*.py")} - {CHECKOUT / "search/engines/elastic/lock.py"}:
        calls = {
            node.func.attr
            for node in ast.walk(ast.parse(file.read_text()))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Attribute | ast.Name)
            and getattr(node.func.value, "attr", getattr(node.func.value, "id", "")) in ("client", "_client")
        }
        assert calls & forbidden == set(), file.name


def test_a13_with_the_engine_away_the_same_is_found_and_said_to_be_slower(
    place: BasePage, add: Add, client: Client, member: Client
) -> None:
    add(place, NewsPage, title=f"{WORD} open", slug="open")
    close(add(place, NewsPage, title=f"{WORD} closed", slug="closed"))
    with searched_by("embedded"):
        indexed()
        there = told(client, WORD), told(member, WORD)
        with override_settings(SEARCH_URL=AWAY):
            forget()
            away = told(client, WORD), told(member, WORD)
        forget()
    assert [one["total"] for one in there] == [one["total"] for one in away] == [1, 2]
    assert [one["results"] for one in there] == [one["results"] for one in away]
