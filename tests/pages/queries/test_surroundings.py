"""Does the frame of a page cost one query, however much the site holds?"""

import pytest
from wagtail.models import Page

from pages.models import ForumEditionPage, ForumSeriesPage, IndexPage, SessionPage
from pages.queries.surroundings import surroundings_of
from pages.queries.works import versions


@pytest.mark.parametrize("count", [1, 10])
def test_menu_way_and_languages_come_in_one_query(
    homes, add, translate, nobody_reading, django_assert_num_queries, count
):
    for number in range(count):
        slug = f"section-{number}"
        add(homes["en"], IndexPage, title=slug, slug=slug, lists="news", show_in_menus=True)
    index = add(homes["en"], IndexPage, title="Forums", slug="forums", lists="news", show_in_menus=True)
    for number in range(count):
        series = add(index, ForumSeriesPage, title=f"Forum {number}", slug=f"forum-{number}")
        edition = add(series, ForumEditionPage, title="Edition", slug="edition")
        session = add(edition, SessionPage, title="Session", slug="session")
    translate(session, "fr", title="Séance")
    page = SessionPage.objects.get(pk=session.pk)
    versions(Page.objects.get(pk=index.pk))
    with django_assert_num_queries(1):
        around = surroundings_of(page)
        languages = {code: version.title for code, version in versions(page).items()}
    assert [item.title for item in around.crumbs] == ["Forums", f"Forum {count - 1}", "Edition"]
    assert len(around.menu) == count + 1
    assert languages == {"fr": "Séance", "en": "Session"}
