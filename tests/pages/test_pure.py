"""Is what is made once for the same values made again when any of them is another?"""

from dataclasses import replace

from django.utils.translation import override

from pages.models import NewsPage
from pages.queries.rows import rows
from pages.templatetags.pure import pure, row
from pages.views.frame import Link


def test_a_changed_title_or_address_shows_at_once(homes, add):
    with override("en"):
        (shown,) = rows([add(homes["en"], NewsPage, title="First", slug="first")])
        assert "First" in row(shown)
        assert row(shown) == row(replace(shown))
        assert "Second" in row(replace(shown, title="Second"))
        assert 'href="/en/elsewhere/"' in row(replace(shown, url="/en/elsewhere/"))
        assert "<h4>" in row(shown, 4)


def test_each_language_has_its_own():
    crumbs = (Link("Home", "/"),)
    with override("en"):
        assert "You are here" in pure("components/breadcrumb.html", crumbs=crumbs)
    with override("fr"):
        assert "You are here" not in pure("components/breadcrumb.html", crumbs=crumbs)


def test_plain_texts_are_escaped():
    assert "&lt;b&gt;" in pure("components/breadcrumb.html", crumbs=(Link("<b>", "/"),))
