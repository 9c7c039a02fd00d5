"""Does a session's page say when, where and with whom, and where it stands in the programme?"""

from datetime import date, time

import pytest

from pages.models import (
    Authorship,
    ForumEditionPage,
    ForumSeriesPage,
    IndexPage,
    Person,
    PersonName,
    PersonRole,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
)


@pytest.fixture
def edition(homes, add):
    index = add(homes["fr"], IndexPage, title="Forums", slug="forums", lists="series")
    forum = add(index, ForumSeriesPage, title="Forum", slug="forum")
    return add(
        forum,
        ForumEditionPage,
        title="Forum, 3e édition",
        slug="e",
        start_date=date(2017, 10, 12),
        timezone="Africa/Bamako",
    )


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_session_says_when_where_and_with_whom(client, add, edition):
    session = add(
        edition, SessionPage, title="La cybersécurité", slug="s", day=1, starts_at=time(9, 30), room="Salle A"
    )
    speaker = Person.objects.create(slug="a-diallo")
    PersonName.objects.create(person=speaker, language="fr", name="A. Diallo", position="Ministre de la Justice")
    PersonRole.objects.create(page=session, person=speaker, role="speaker")
    page = text_of(client, "/fr/forums/forum/e/s/")
    assert '<a class="quiet" href="/fr/forums/forum/e/">Forum, 3e édition</a>' in page
    assert "<dd>Premier jour, jeudi 12 octobre 2017</dd>" in page
    assert '<dd>09:30 <span class="meta">Bamako</span></dd>' in page
    assert "<dd>Salle A</dd>" in page
    assert '<a href="/fr/people/a-diallo/">A. Diallo</a> <span class="meta">Ministre de la Justice</span>' in page


def test_a_session_leads_to_those_around_it_and_to_what_was_written(client, add, edition):
    for title, hour in [("Troisième", 15), ("Première", 9), ("Deuxième", 11)]:
        add(edition, SessionPage, title=title, slug=title[0].lower(), day=1, starts_at=time(hour))
    second = SessionPage.objects.get(title="Deuxième")
    add(second, ResearchPaperPage, title="Un article", slug="a")
    add(edition, RecommendationPage, title="Agir", slug="r", text="Agir.", source=second)
    page = text_of(client, "/fr/forums/forum/e/d/")
    assert "<b>Première</b>" in page
    assert "<b>Troisième</b>" in page
    assert 'href="/fr/forums/forum/e/d/a/">Un article</a>' in page
    assert 'href="/fr/forums/forum/e/r/">Agir</a>' in page


@pytest.mark.parametrize("count", [1, 30])
def test_a_session_costs_the_same_queries_however_much_it_holds(
    client, add, edition, count, django_assert_max_num_queries
):
    session = add(edition, SessionPage, title="Séance", slug="s", day=1)
    for place in range(count):
        person = Person.objects.create(slug=f"p{place}")
        PersonRole.objects.create(page=session, person=person, role="speaker")
        add(edition, SessionPage, title=f"Autre {place}", slug=f"autre-{place}", day=2)
        paper = add(session, ResearchPaperPage, title=f"Article {place}", slug=f"a{place}")
        Authorship.objects.create(page=paper, person=person)
    client.get("/fr/forums/forum/e/s/")
    with django_assert_max_num_queries(12):
        client.get("/fr/forums/forum/e/s/")
