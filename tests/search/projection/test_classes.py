"""In which tier does a work stand, for which classes, and what does it say only to who may read more?"""

import datetime
from collections.abc import Callable
from typing import Any

from access.models import AccessClass, AccessRule, PageAssignment
from pages.models import BasePage
from search.entries import Tier
from search.projection import Projected, project
from tests.search.projection.closing import close

Works = dict[str, Any]


def of(page: BasePage) -> Projected:
    return project([f"work:{page.translation_key}"])[f"work:{page.translation_key}"]


def known(page: BasePage) -> Projected | None:
    return project([f"known:{page.translation_key}"]).get(f"known:{page.translation_key}")


def test_what_is_open_to_everyone(forum: Works) -> None:
    entry = of(forum["paper"])
    assert (entry.tier, entry.classes) == (Tier.PUBLIC, {AccessClass.objects.get(key="").pk})
    assert known(forum["paper"]) is None


def test_what_is_for_members(forum: Works) -> None:
    number = close(forum["paper"], "members")
    assert (of(forum["paper"]).tier, of(forum["paper"]).classes) == (Tier.MEMBERS, {number})


def test_what_is_for_named_persons(forum: Works) -> None:
    number = close(forum["paper"], "named")
    assert (of(forum["paper"]).tier, of(forum["paper"]).classes) == (Tier.RESTRICTED, {number})


def test_what_is_open_until_a_day_is_not_among_what_is_open(forum: Works) -> None:
    close(forum["paper"], "everyone", ends_at=datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC))
    assert of(forum["paper"]).tier == Tier.MEMBERS


def test_what_follows_from_above(forum: Works) -> None:
    number = close(forum["edition"], "named")
    assert of(forum["recommendation"]).classes == of(forum["edition"]).classes == {number}
    assert of(forum["series"]).tier == Tier.PUBLIC


def test_a_rule_that_is_gone_lets_nobody_in(forum: Works) -> None:
    number = close(forum["paper"], "members")
    AccessRule.objects.all()._raw_delete("default")
    assert (of(forum["paper"]).tier, of(forum["paper"]).classes) == (Tier.RESTRICTED, {number})


def test_a_page_without_a_class_is_not_there(forum: Works, translate: Callable[..., BasePage]) -> None:
    arabic = translate(forum["paper"], "ar", title="دراسة")
    PageAssignment.objects.filter(page=arabic.pk).delete()
    # Not the other version either: nothing says that they are alike.
    assert project([f"work:{arabic.translation_key}"]) == {}


def test_a_meeting_that_is_closed_gives_no_date_place_or_forum(forum: Works) -> None:
    """The recommendation has a rule of its own, which lets more readers in."""
    close(forum["series"], "named")
    close(forum["recommendation"], "members")
    entry = of(forum["recommendation"])
    assert (entry.years, entry.day) == ((), None)
    assert entry.values.keys().isdisjoint({"series", "country"})
    assert "country:MA" not in entry.mentions
    assert "maroc" not in entry.tokens["exact"].split()

    # Whoever reads this one reads the meeting: its class is the same.
    assert of(forum["declaration"]).values["series"] == (str(forum["series"].translation_key),)
    assert of(forum["edition"]).years == (2019, 2020)


def test_a_meeting_that_is_a_draft_gives_none(forum: Works) -> None:
    forum["edition"].unpublish()
    entry = of(forum["recommendation"])
    assert (entry.years, entry.values.get("country")) == ((), None)
    assert entry.values["series"] == (str(forum["series"].translation_key),)


def test_title_and_summary_of_what_some_may_know_of(forum: Works, translate: Callable[..., BasePage]) -> None:
    edition = forum["edition"]
    translate(edition, "en", title="Eleventh edition", summary="Three days.", theme="Crises", place="Marrakesh")
    close(edition, "members")
    assert known(edition) is None

    number = close(edition, "named", discovery="members")
    entry = known(edition)
    assert (entry.tier, entry.classes) == (Tier.KNOWN, {number})
    assert list(entry.texts) == [
        {"address": "", "language": "fr", "text": "Onzième édition"},
        {"address": "", "language": "fr", "text": "Trois jours de débats."},
        {"address": "", "language": "en", "text": "Eleventh edition"},
        {"address": "", "language": "en", "text": "Three days."},
    ]
    assert (entry.values, entry.years, entry.day, entry.mentions) == ({}, (), None, ())
    words = set(entry.tokens["exact"].split())
    assert {"onzieme", "eleventh", "debats", "three"} <= words
    assert words.isdisjoint({"crises", "marrakesh", "marrakech", "diallo", "maroc"})
    # Below it, by the same rule.
    assert known(forum["declaration"]).classes == {number}
