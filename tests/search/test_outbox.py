"""Which keys does each change put into the outbox? In its own transaction, and few queries dearer."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from treebeard.mp_tree import MP_MoveHandler
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page

from access.changing import Wanted, set_access
from access.models import AccessRule
from jobs.models import Job
from library.models import LibraryDocument
from pages.models import (
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    Keyword,
    Organisation,
    OrganisationName,
    OrganisationRole,
    Person,
    PersonName,
    PersonRole,
    RecommendationPage,
    StandardPage,
    Topic,
)
from search import outbox
from search.models import IndexEntry

Add = Callable[..., StandardPage]


@pytest.fixture(autouse=True)
def _nothing_due(db: None) -> None:
    forget()


def forget() -> None:
    """As after a worker, and a commit."""
    Job.objects.all().delete()
    connection.run_on_commit = []


def noted() -> set[str]:
    return set(outbox.pending(10_000))


def work(page: Page) -> str:
    return f"work:{page.translation_key}"


def desk(page: Page) -> str:
    return f"desk:page:{page.pk}"


def kept(page: Page, *mentions: str, also_known: bool = False) -> None:
    """As the worker kept it."""
    keys = [work(page), *([f"known:{page.translation_key}"] if also_known else [])]
    for key in keys:
        IndexEntry.objects.create(key=key, tier="public", classes=",1,", digest="", mentions=list(mentions))


@pytest.fixture
def about(homes: dict[str, HomePage], add: Add) -> StandardPage:
    page = add(homes["en"], StandardPage, title="About", slug="about")
    forget()
    return page


@pytest.fixture
def forum(homes: dict[str, HomePage], add: Add) -> dict[str, Page]:
    """A series, an edition, a declaration, a recommendation, each below the one before."""
    series = add(homes["en"], ForumSeriesPage, title="Forum", slug="forum")
    edition = add(series, ForumEditionPage, title="First edition", slug="first")
    declaration = add(edition, DeclarationPage, title="Declaration", slug="declaration")
    recommendation = add(declaration, RecommendationPage, title="Recommendation", slug="r-1", text="Share.")
    forget()
    pages = {"series": series, "edition": edition, "declaration": declaration, "recommendation": recommendation}
    return {name: type(page).objects.get(pk=page.pk) for name, page in pages.items()}


def test_a_new_page_is_noted_for_readers_and_editors(homes: dict[str, HomePage], add: Add) -> None:
    page = add(homes["en"], StandardPage, title="About", slug="about")
    assert noted() == {work(page), desk(page)}


def test_a_new_draft_is_noted_for_editors_only(homes: dict[str, HomePage], add: Add) -> None:
    page = add(homes["en"], StandardPage, title="About", slug="about", live=False)
    assert noted() == {desk(page)}


def test_saving_a_draft_of_a_published_page_changes_nothing_for_readers(about: StandardPage) -> None:
    about.title = "About us"
    about.save_revision()
    assert noted() == {desk(about)}


def test_publishing_notes_the_work_and_all_that_it_spoke_of(about: StandardPage) -> None:
    kept(about, "person:7", "country:MA", also_known=True)
    about.save_revision().publish()
    key = about.translation_key
    assert noted() == {f"work:{key}", f"known:{key}", desk(about), "person:7", "country:MA"}


def test_unpublishing_and_deleting_note_them_as_well(about: StandardPage) -> None:
    kept(about, "person:7")
    about.unpublish()
    assert noted() == {work(about), desk(about), "person:7"}
    forget()
    Page.objects.get(pk=about.pk).delete()
    assert noted() == {work(about), desk(about), "person:7"}


def test_pages_that_are_deleted_together_are_all_noted(about: StandardPage, add: Add) -> None:
    child = add(about, StandardPage, title="Team", slug="team")
    forget()
    Page.objects.filter(pk=about.pk).delete()
    assert noted() == {work(about), desk(about), work(child), desk(child)}


def test_a_version_in_another_language_notes_the_same_work(
    about: StandardPage, translate: Callable[..., StandardPage]
) -> None:
    french = translate(about, "fr", title="À propos", slug="a-propos")
    assert noted() == {work(about), desk(french)}


def test_an_alias_that_becomes_a_page_is_noted(about: StandardPage) -> None:
    alias = about.create_alias(update_slug="other")
    assert work(alias) in noted()
    forget()
    alias.specific.alias_of = None
    alias.alias_of_id = None
    alias.save(update_fields=["alias_of"], clean=False)
    assert work(alias) in noted()


def test_what_is_rolled_back_leaves_no_note(about: StandardPage) -> None:
    with transaction.atomic():
        about.save()
        transaction.set_rollback(True)
    assert noted() == set()


def test_publishing_costs_the_same_few_queries_whatever_a_page_speaks_of(about: StandardPage) -> None:
    kept(about, "person:1")
    about.save_revision().publish()
    few = _queries_of_the_outbox(about)
    IndexEntry.objects.update(mentions=[f"person:{number}" for number in range(40)])
    for number in range(3):
        person = Person.objects.create(slug=f"person-{number}")
        about.person_roles.add(PersonRole(person=person, role="speaker"))
    about.save()
    assert _queries_of_the_outbox(about) == few == 2


def _queries_of_the_outbox(page: StandardPage) -> int:
    forget()
    with CaptureQueriesContext(connection) as captured:
        page.save_revision().publish()
    tables = ('"search_indexentry"', '"jobs_job"')
    # Saving the draft is for editors, publishing for readers.
    statements = [query["sql"] for query in captured if any(table in query["sql"] for table in tables)]
    return len(statements) - 1


def test_a_move_notes_the_works_below(homes: dict[str, HomePage], add: Add, forum: dict[str, Page]) -> None:
    place = add(homes["en"], ForumSeriesPage, title="Other forum", slug="other")
    forget()
    forum["edition"].move(Page.objects.get(pk=place.pk), pos="last-child")
    assert {work(forum[name]) for name in ("edition", "declaration", "recommendation")} <= noted()
    assert work(forum["series"]) not in noted()


def test_a_move_past_wagtail_notes_them_as_well(homes: dict[str, HomePage], add: Add, forum: dict[str, Page]) -> None:
    place = add(homes["en"], ForumSeriesPage, title="Other forum", slug="other")
    forget()
    MP_MoveHandler(Page.objects.get(pk=forum["edition"].pk), Page.objects.get(pk=place.pk), "last-child").process()
    assert noted() == {work(forum[name]) for name in ("edition", "declaration", "recommendation")}


def test_another_order_changes_nothing(about: StandardPage, homes: dict[str, HomePage], add: Add) -> None:
    add(homes["en"], StandardPage, title="Team", slug="team")
    forget()
    MP_MoveHandler(Page.objects.get(pk=about.pk), Page.objects.get(pk=homes["en"].pk), "first-child").process()
    assert noted() == set()


def test_a_copy_with_all_below_is_noted(homes: dict[str, HomePage], forum: dict[str, Page]) -> None:
    CopyPageAction(forum["edition"], recursive=True, update_attrs={"slug": "second"}, keep_live=True).execute()
    assert {key for key in noted() if key.startswith("work:")} == {
        work(page) for page in Page.objects.filter(url_path__contains="/second/")
    }


@pytest.mark.parametrize(("field", "value"), [("country", "MA"), ("start_date", "2024-05-02"), ("live", False)])
def test_date_and_place_of_an_edition_are_those_of_what_lies_below(
    forum: dict[str, Page], field: str, value: object
) -> None:
    setattr(forum["edition"], field, value)
    forum["edition"].save()
    assert {work(forum[name]) for name in ("edition", "declaration", "recommendation")} <= noted()


def test_what_stands_on_an_edition_alone_is_no_matter_to_those_below(forum: dict[str, Page]) -> None:
    forum["edition"].summary = "Another summary."
    forum["edition"].save()
    assert noted() == {work(forum["edition"]), desk(forum["edition"])}


def test_unpublishing_a_plain_page_object_tells_those_below(forum: dict[str, Page]) -> None:
    plain = Page.objects.get(pk=forum["series"].pk)
    plain.live = False
    plain.save()
    assert {work(page) for page in forum.values()} <= noted()


def test_a_row_added_to_a_page_by_itself_is_noted(about: StandardPage) -> None:
    person = Person.objects.create(slug="amina")
    forget()
    role = PersonRole.objects.create(page_id=about.pk, person=person, role="speaker")
    assert noted() == {work(about)}
    forget()
    role.delete()
    assert noted() == {work(about)}


def test_a_record_and_its_names_note_the_works_that_speak_of_it(about: StandardPage) -> None:
    person = Person.objects.create(slug="amina", country="SN")
    PersonRole.objects.create(page_id=about.pk, person=person, role="speaker")
    expected = {f"person:{person.pk}", f"desk:person:{person.pk}", "country:SN", work(about)}
    forget()
    person.save()
    assert noted() == expected
    forget()
    IndexEntry.objects.create(key=f"person:{person.pk}", tier="public", classes=",1,", mentions=["country:SN"])
    person.country = "ML"
    person.save()
    assert noted() == {*expected, "country:ML"}
    person.country = "SN"
    forget()
    name = PersonName.objects.create(person=person, language="en", name="Amina Diallo")
    assert noted() == expected
    forget()
    name.delete()
    assert noted() == expected


def test_an_organisation_is_found_by_the_works_that_speak_of_it(about: StandardPage) -> None:
    organisation = Organisation.objects.create(slug="union")
    OrganisationRole.objects.create(page_id=about.pk, organisation=organisation, role="partner")
    forget()
    OrganisationName.objects.create(organisation=organisation, language="en", name="Union")
    assert noted() == {f"organisation:{organisation.pk}", f"desk:organisation:{organisation.pk}", work(about)}


def test_a_record_that_changes_after_one_work_that_speaks_of_it_notes_the_others_too(
    about: StandardPage, homes: dict[str, HomePage], add: Add
) -> None:
    """All in one transaction, as when something is loaded."""
    person = Person.objects.create(slug="amina")
    other = add(homes["en"], StandardPage, title="Other", slug="other")
    for page in (about, other):
        PersonRole.objects.create(page_id=page.pk, person=person, role="speaker")
    kept(about, f"person:{person.pk}")
    forget()
    about.save_revision().publish()
    assert f"person:{person.pk}" in noted()
    assert work(other) not in noted()
    person.save()
    assert work(other) in noted()


def test_a_record_that_is_deleted_notes_who_spoke_of_it(about: StandardPage) -> None:
    topic = Topic.objects.create(name="Water", slug="water")
    about.topics.add(topic)
    about.save()
    forget()
    topic.delete()
    assert {f"topic:{topic.pk or 0}", work(about)} & noted() == {work(about)}
    assert any(key.startswith("topic:") for key in noted())


def test_a_topic_notes_the_works_of_those_below_it_and_the_topics_above(about: StandardPage) -> None:
    top = Topic.objects.create(name="Environment", slug="environment")
    middle = Topic.objects.create(name="Resources", slug="resources", broader=top)
    water = Topic.objects.create(name="Water", slug="water", broader=middle)
    about.topics.add(water)
    about.save()
    forget()
    middle.slug = "natural-resources"
    middle.save()
    assert noted() == {
        f"topic:{top.pk}", f"topic:{middle.pk}", f"desk:topic:{middle.pk}", work(about)
    }  # fmt: skip


def test_a_keyword_that_is_written_otherwise_is_noted(about: StandardPage) -> None:
    about.keywords.add("watter")
    about.save()
    keyword = Keyword.objects.get()
    forget()
    keyword.name = "water"
    keyword.save()
    assert noted() == {work(about)}


def test_a_rule_notes_the_work_and_what_follows_it(about: StandardPage, add: Add) -> None:
    child = add(about, StandardPage, title="Team", slug="team")
    kept(about, "person:7")
    forget()
    set_access(about, Wanted(setting="members"), by=None)
    assert noted() == {work(about), work(child), "person:7"}


def test_another_setting_of_a_rule_notes_what_it_holds_for(about: StandardPage) -> None:
    set_access(about, Wanted(setting="members"), by=None)
    forget()
    set_access(about, Wanted(setting="named"), by=None)
    assert {work(about), f"known:{about.translation_key}"} <= noted()
    forget()
    set_access(about, Wanted(setting="named", discovery="everyone"), by=None)
    assert {work(about), f"known:{about.translation_key}"} <= noted()
    forget()
    AccessRule.objects.all().delete()
    assert {work(about), f"known:{about.translation_key}"} <= noted()


def test_what_an_editor_only_looks_at_leaves_no_note(about: StandardPage) -> None:
    """The effect of a rule is shown by setting it and taking it back."""
    with transaction.atomic():
        set_access(about, Wanted(setting="members"), by=None)
        transaction.set_rollback(True)
    assert noted() == set()


def test_a_closed_edition_gives_no_date_to_what_stays_open_below(forum: dict[str, Page]) -> None:
    set_access(forum["declaration"], Wanted(setting="everyone"), by=None)
    forget()
    set_access(forum["edition"], Wanted(setting="members"), by=None)
    assert {work(forum["declaration"]), work(forum["recommendation"])} <= noted()


def test_a_grant_changes_nothing_in_the_index(about: StandardPage) -> None:
    amal = User.objects.create(username="amal")
    set_access(about, Wanted(setting="named"), by=None)
    forget()
    set_access(about, Wanted(setting="named", persons=frozenset({amal})), by=None)
    assert not [key for key in noted() if key.startswith("person:")]


def test_files_are_noted_for_editors(db: None) -> None:
    document = LibraryDocument.objects.create(title="Minutes", file=SimpleUploadedFile("minutes.txt", b"text"))
    key = f"desk:librarydocument:{document.pk}"
    assert noted() == {key}
    forget()
    document.delete()
    assert noted() == {key}
