"""Sabotages of what the public site asks: each lets one surface show what is closed."""

from tests.sabotage.model import Sabotage

SURFACES = "tests/access/test_public_surfaces.py"
NOBODY = f"{SURFACES}::test_each_reader_is_shown_what_they_may_read_and_no_more[anonymous]"
ABSENT = f"{SURFACES}::test_what_is_closed_looks_as_what_is_not_there"
WORLDS = f"{SURFACES}::test_two_worlds_that_differ_in_what_is_closed_look_the_same"
BESIDE = "tests/access/test_beside.py"
EVERY_LIVE_PAGE = "lambda rows: rows.filter(live=True)"

PUBLIC = (
    Sabotage(
        "The page at an address",
        "pages/views/serve.py",
        "among: Callable[[PageQuerySet], PageQuerySet] = visible)",
        f"among: Callable[[PageQuerySet], PageQuerySet] = {EVERY_LIVE_PAGE})",
        (NOBODY,),
    ),
    Sabotage(
        "Drafts",
        "pages/queries/visible.py",
        "return readable(principal(), queryset.filter(live=True))",
        "return readable(principal(), queryset)",
        ("tests/pages/test_drafts_stay_hidden.py",),
    ),
    Sabotage(
        "What one may know of",
        "pages/queries/visible.py",
        "known = readable(reader, queryset.filter(live=True), Action.DISCOVER)",
        "known = queryset.filter(live=True)",
        (NOBODY, ABSENT),
    ),
    Sabotage(
        "Other languages at an address",
        "pages/views/serve.py",
        "twin = _page_at(root, path) if",
        f"twin = _page_at(root, path, {EVERY_LIVE_PAGE}) if",
        (NOBODY,),
    ),
    Sabotage(
        "Feeds and citations at an address",
        "pages/views/serve.py",
        "page = _page_at(home_root(current(), request), path)",
        f"page = _page_at(home_root(current(), request), path, {EVERY_LIVE_PAGE})",
        (NOBODY,),
    ),
    Sabotage(
        "Lists of works",
        "pages/queries/works.py",
        "return visible(queryset).annotate",
        "return queryset.filter(live=True).annotate",
        (NOBODY,),
    ),
    Sabotage(
        "Lists of what lies below",
        "pages/queries/listings/listing.py",
        "children = visible(index.get_children())",
        "children = index.get_children().live()",
        (NOBODY,),
    ),
    Sabotage(
        "Counts beside the filters of a list",
        "pages/queries/listings/counts.py",
        "rows = visible(kind.model.objects.order_by())",
        "rows = kind.model.objects.live().order_by()",
        (WORLDS,),
    ),
    Sabotage(
        "Records named on pages",
        "pages/queries/records/in_use.py",
        "Exists(model._default_manager.filter(page__in=visible(Page.objects.all()), **condition))",
        "Exists(model._default_manager.filter(**condition))",
        (NOBODY,),
    ),
    Sabotage(
        "The sitemap",
        "pages/queries/addresses.py",
        "visible(Page.objects.filter(depth__gt=1))",
        "Page.objects.filter(depth__gt=1, live=True)",
        (NOBODY,),
    ),
    Sabotage(
        "What a citation says a work is part of",
        "pages/citations/parents.py",
        "visible(Page.objects.filter(path=path))",
        "Page.objects.filter(path=path)",
        (BESIDE,),
    ),
    Sabotage(
        "Social cards",
        "pages/views/cards.py",
        "visible(Page.objects.filter(translation_key=key, locale__language_code=language))",
        "Page.objects.filter(translation_key=key, locale__language_code=language)",
        ("tests/caches/test_shared_cache.py",),
    ),
    Sabotage(
        "Editions in the JSON-LD of a forum",
        "pages/metadata/facts/forum.py",
        "visible(ForumEditionPage.objects.child_of(page))",
        "ForumEditionPage.objects.child_of(page)",
        (NOBODY,),
    ),
    Sabotage(
        "The way back and the menu",
        "pages/queries/surroundings.py",
        "list(visible(Page.objects.filter(wanted)).order_by",
        "list(Page.objects.filter(wanted).order_by",
        (NOBODY,),
    ),
    Sabotage(
        "The edition before and the one after",
        "pages/queries/editions.py",
        "visible(ForumEditionPage.objects.sibling_of(page))",
        "ForumEditionPage.objects.sibling_of(page)",
        (BESIDE,),
    ),
    Sabotage(
        "Related works",
        "pages/queries/works.py",
        "given = [page for page in given if page.translation_key in opened]",
        "given = list(given)",
        (NOBODY,),
    ),
    Sabotage(
        "What lists say works are part of",
        "pages/queries/rows.py",
        "visible(Page.objects.filter(path__in=paths))",
        "Page.objects.filter(path__in=paths)",
        (NOBODY,),
    ),
    Sabotage(
        "Numbers of outcomes of an edition",
        "pages/queries/series.py",
        "visible(Page.objects.filter(_below(page)))",
        "Page.objects.filter(_below(page))",
        (BESIDE,),
    ),
    Sabotage(
        "Links in a text",
        "pages/rich_text.py",
        "in works_in(targets.values(), language)}",
        "in works_in(targets.values(), language, are_open=True)}",
        (NOBODY, WORLDS),
    ),
    Sabotage(
        "Documents",
        "library/views.py",
        "if not can(principal(), Action.VIEW, file):",
        "if file is None:",
        (ABSENT, f"{SURFACES}::test_a_file_is_for_those_who_may_read_a_page_that_uses_it"),
    ),
    Sabotage(
        "Files on closed pages",
        "access/policy.py",
        "if not isinstance(obj, SHELVES) and not _is_shown(principal, obj):",
        "if obj is None:",
        (ABSENT, f"{SURFACES}::test_a_file_is_for_those_who_may_read_a_page_that_uses_it"),
    ),
    Sabotage(
        "Renditions",
        "library/views.py",
        "found is None or not can(principal(), _wanted(found), found.image):",
        "found is None:",
        (f"{SURFACES}::test_a_closed_picture_is_closed_in_every_size",),
    ),
    Sabotage(
        "Pictures in the size of the original",
        "library/views.py",
        'return Action.EDIT if "original" in picture.filter_spec.split("|") else Action.VIEW',
        "return Action.VIEW",
        ("tests/access/test_file_items.py",),
    ),
    Sabotage(
        "Pages asked for past the policy",
        "pages/queries/declarations.py",
        "visible(DeclarationPage.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk))",
        "DeclarationPage.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)",
        ("tests/access/test_no_way_round.py",),
    ),
)
