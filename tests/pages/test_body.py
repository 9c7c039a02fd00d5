"""Are the blocks of a text set as HTML, and do their links lead to the reader's language?"""

import pytest

from pages.models import StandardPage


@pytest.fixture
def text_of(client, homes, add):
    def make(*blocks: dict) -> str:
        add(homes["fr"], StandardPage, title="Page", slug="page", body=list(blocks))
        response = client.get("/fr/page/")
        assert response.status_code == 200
        return response.content.decode()

    return make


def test_headings_quotations_and_tables(text_of):
    page = text_of(
        {"type": "heading", "value": {"text": "Pourquoi ?", "level": "2"}},
        {"type": "quote", "value": {"text": "La paix ; la justice", "source": "Une voix"}},
        {
            "type": "table",
            "value": {"caption": "Pays", "rows": [{"cells": ["Nom", "Ville"]}, {"cells": ["Maroc", "Rabat"]}]},
        },
    )
    assert "<h2>Pourquoi\u202f?</h2>" in page
    assert "<p>La paix\u202f; la justice</p>" in page
    assert "<figcaption>Une voix</figcaption>" in page
    assert '<th scope="col">Ville</th>' in page
    assert "<td>Rabat</td>" in page


def test_a_link_leads_to_the_version_in_the_readers_language(text_of, homes, add, translate):
    english = add(homes["en"], StandardPage, title="About", slug="about")
    translate(english, "fr", title="À propos", slug="a-propos")
    page = text_of({"type": "paragraph", "value": f'<p><a id="{english.pk}" linktype="page">ici</a> !</p>'})
    assert '<p><a href="/fr/a-propos/">ici</a>\u202f!</p>' in page


def test_a_link_to_what_is_not_published_stays_as_text(text_of, homes, add):
    draft = add(homes["fr"], StandardPage, title="Brouillon", slug="brouillon", live=False)
    page = text_of({"type": "paragraph", "value": f'<p><a id="{draft.pk}" linktype="page">ici</a></p>'})
    assert "<p><a>ici</a></p>" in page


def test_many_links_cost_no_more_queries_than_one(client, homes, add, translate, django_assert_num_queries):
    english = add(homes["en"], StandardPage, title="About", slug="about")
    paragraph = {"type": "paragraph", "value": f'<p><a id="{english.pk}" linktype="page">x</a></p>' * 20}
    add(homes["fr"], StandardPage, title="Page", slug="page", body=[paragraph])
    one = {"type": "paragraph", "value": f'<p><a id="{english.pk}" linktype="page">x</a></p>'}
    add(homes["fr"], StandardPage, title="One", slug="one", body=[one])
    client.get("/fr/one/")
    with django_assert_num_queries(8):
        client.get("/fr/one/")
    with django_assert_num_queries(8):
        client.get("/fr/page/")
