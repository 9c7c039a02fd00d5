"""Sabotages of the search: what is written into an index, and for whom."""

from tests.sabotage.model import Sabotage

LEAKS = "tests/search/test_leaks.py"
CLASSES = "tests/search/projection/test_classes.py"
OUTBOX = "tests/search/test_outbox.py"

INDEXED = (
    Sabotage(
        "Drafts, in the index",
        "search/projection/works.py",
        "Page.objects.filter(translation_key__in=list(keys), live=True)",
        "Page.objects.filter(translation_key__in=list(keys))",
        ("tests/search/projection/test_works.py::test_drafts_and_aliases_are_not_there",),
    ),
    Sabotage(
        "Works with a version without a class, in the index",
        "search/projection/works.py",
        "{held.get(page.pk) for page in versions.values()}\n",
        "{held.get(page.pk) for page in versions.values()} - {None}\n",
        (f"{CLASSES}::test_a_page_without_a_class_is_not_there",),
    ),
    Sabotage(
        "The class of a work, in the index",
        "search/projection/works.py",
        "        classes=frozenset({work.held.number}),\n        tokens=fields_of(_titles(work)",
        "        classes=frozenset({1}),\n        tokens=fields_of(_titles(work)",
        (f"{CLASSES}::test_what_is_for_members",),
    ),
    Sabotage(
        "The tier of what is closed",
        "search/projection/classes.py",
        "        if not held.rules:\n            return Tier.PUBLIC\n",
        "        if held.rules is not None:\n            return Tier.PUBLIC\n",
        (f"{CLASSES}::test_what_is_for_members",),
    ),
    Sabotage(
        "The tier of what named readers may read",
        "search/projection/classes.py",
        "return Tier.MEMBERS if settings <= ADMITTING else Tier.RESTRICTED",
        "return Tier.MEMBERS",
        (f"{CLASSES}::test_what_is_for_named_persons",),
    ),
    Sabotage(
        "What a closed meeting would say of what lies below it",
        "search/projection/surroundings.py",
        "return above if above and above.held.is_read_by_all_of(held) else None",
        "return above",
        (f"{CLASSES}::test_a_meeting_that_is_closed_gives_no_date_place_or_forum",),
    ),
    Sabotage(
        "What the draft of a meeting would say of what lies below it",
        "search/projection/surroundings.py",
        "filter(page__path__in=paths, page__live=True)",
        "filter(page__path__in=paths)",
        (f"{CLASSES}::test_a_meeting_that_is_a_draft_gives_none",),
    ),
    Sabotage(
        "Which works some may know of, in the index",
        "search/projection/works.py",
        "for work in found if settings.is_known_of(work.held)}",
        "for work in found}",
        (f"{CLASSES}::test_title_and_summary_of_what_some_may_know_of",),
    ),
    Sabotage(
        "By which words one may know of a work",
        "search/projection/works.py",
        "tokens=fields_of({code: [page.title] for code, page in work.versions.items()}, summaries)",
        "tokens=fields_of(_titles(work), summaries)",
        (f"{CLASSES}::test_title_and_summary_of_what_some_may_know_of",),
    ),
    Sabotage(
        "People, organisations and topics of drafts, in the index",
        "search/projection/uses.py",
        "PageAssignment.objects.filter(page__live=True, **some)",
        "PageAssignment.objects.filter(**some)",
        ("tests/search/projection/test_records.py::test_what_no_published_page_speaks_of_is_not_there",),
    ),
    Sabotage(
        "The tier of a record that only closed pages speak of",
        "search/projection/classes.py",
        "    return tier, frozenset(opened or",
        "    return Tier.PUBLIC, frozenset(opened or",
        ("tests/search/projection/test_records.py::test_a_record_is_known_by_any_page_that_speaks_of_it",),
    ),
    Sabotage(
        "The classes of a record that only closed pages speak of",
        "search/projection/classes.py",
        "frozenset(opened or (held.number for held in several))",
        "frozenset(opened or {1})",
        ("tests/search/projection/test_records.py::test_a_record_is_known_by_any_page_that_speaks_of_it",),
    ),
    Sabotage(
        "The class of what stands in the index for the desk",
        "search/projection/desk.py",
        "tier=Tier.DESK, classes=NOBODYS,",
        "tier=Tier.DESK, classes=frozenset({1}),",
        ("tests/search/projection/test_desk.py::test_a_page_by_its_published_title_its_draft_and_its_address",),
    ),
    Sabotage(
        "Works in another class, told to the search",
        "search/signals.py",
        "classes_changed.connect(pages_reclassed",
        "classes_changed.disconnect(pages_reclassed",
        (f"{OUTBOX}::test_a_rule_notes_the_work_and_what_follows_it",),
    ),
    Sabotage(
        "What lies below a work in another class, told to the search",
        "search/signals.py",
        "touched_by_works(works_below(_paths(list(keys))))",
        'touched_by_works(Page.objects.filter(pk__in=list(keys)).values_list("translation_key", flat=True))',
        (f"{OUTBOX}::test_a_closed_edition_gives_no_date_to_what_stays_open_below",),
    ),
    Sabotage(
        "What a work in another class speaks of, told to the search",
        "search/touching.py",
        "return keys | _spoken_of(keys | known)",
        "return keys",
        (f"{OUTBOX}::test_a_rule_notes_the_work_and_what_follows_it",),
    ),
    Sabotage(
        "Rules that were changed, told to the search",
        "search/signals.py",
        "event.connect(rule_changed",
        "event.disconnect(rule_changed",
        (f"{OUTBOX}::test_another_setting_of_a_rule_notes_what_it_holds_for",),
    ),
    Sabotage(
        "Pages that were unpublished, told to the search",
        "search/signals.py",
        "post_save.connect(page_saved)",
        "post_save.disconnect(page_saved)",
        (f"{LEAKS}::test_a09_what_is_gone_is_found_no_more",),
    ),
    Sabotage(
        "Pages that were deleted, told to the search",
        "search/signals.py",
        "post_delete.connect(page_gone",
        "post_delete.disconnect(page_gone",
        (f"{OUTBOX}::test_unpublishing_and_deleting_note_them_as_well",),
    ),
    Sabotage(
        "Entries of what is gone",
        "search/keeping.py",
        "IndexEntry.objects.filter(pk__in=keys).delete()",
        "IndexEntry.objects.filter(pk__in=keys).count()",
        ("tests/search/test_indexing.py::test_what_is_unpublished_or_deleted_is_gone",),
    ),
    Sabotage(
        "What must not be found in an index that was built anew",
        "search/rebuilding.py",
        "outbox.changed(built.versions.keys() - _present().keys())",
        "outbox.changed(())",
        ("tests/search/test_rebuild.py::test_what_changes_in_the_midst_is_in_the_new_index",),
    ),
    Sabotage(
        "Changes while an index takes the place of another",
        "search/indexing.py",
        "    if exchanging.is_under_way():\n",
        "    if batch is None:\n",
        ("tests/search/test_rebuild.py::test_nobody_brings_entries_up_to_date_while_the_index_is_exchanged",),
    ),
)
