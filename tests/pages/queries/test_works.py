"""Does a reader get each work once, in their language where it exists?"""

from pages.models import StandardPage
from pages.queries.works import in_readers_language, one_per_work, versions


def test_each_work_once_in_the_readers_language_or_the_first_there_is(homes, add, translate):
    both = add(homes["fr"], StandardPage, title="Les deux", slug="deux")
    translate(both, "en", title="Both")
    only = add(homes["fr"], StandardPage, title="Seul", slug="seul")
    add(homes["en"], StandardPage, title="Draft", slug="draft", live=False)
    titles = one_per_work(StandardPage.objects.all(), "en").order_by("title").values_list("title", flat=True)
    assert list(titles) == ["Both", "Seul"]
    assert [page.title for page in in_readers_language([only, both], "en")] == ["Seul", "Both"]
    assert [page.title for page in in_readers_language([both, only], "ar")] == ["Les deux", "Seul"]


def test_the_order_of_languages_decides_what_a_third_reader_gets(homes, add, translate):
    page = add(homes["en"], StandardPage, title="English", slug="page")
    translate(page, "fr", title="Français")
    assert [page.title for page in in_readers_language([page], "ar")] == ["Français"]


def test_a_work_that_is_not_published_is_left_out(homes, add):
    draft = add(homes["fr"], StandardPage, title="Brouillon", slug="b", live=False)
    assert in_readers_language([draft], "fr") == []


def test_many_pages_of_one_type_take_two_queries(homes, add, nobody_reading, django_assert_num_queries):
    pages = [add(homes["fr"], StandardPage, title=f"P{place}", slug=f"p{place}") for place in range(30)]
    in_readers_language(pages[:1], "en")
    with django_assert_num_queries(2):  # which of them are open, and the versions
        assert len(in_readers_language(pages, "en")) == 30
    with django_assert_num_queries(0):
        assert in_readers_language(pages, "fr") == pages


def test_versions_stand_in_the_order_of_the_site(homes, add, translate):
    page = add(homes["en"], StandardPage, title="English", slug="page")
    translate(page, "fr", title="Français")
    draft = translate(page, "ar", title="مسودة")
    draft.unpublish()
    assert {code: version.title for code, version in versions(page).items()} == {"fr": "Français", "en": "English"}
    assert list(versions(page)) == ["fr", "en"]
