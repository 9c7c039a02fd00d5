"""Does the trail tell where a work came from and what came of it, in the reader's language?"""

from pages.models import (
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    IndexPage,
    PageRelation,
    RecommendationPage,
    ResearchPaperPage,
)
from pages.queries.trail import trail_of


def edition_in(home, add):
    index = add(home, IndexPage, title="Forums", slug="forums", lists="series")
    forum = add(index, ForumSeriesPage, title="Forum", slug="forum")
    return add(forum, ForumEditionPage, title="Edition", slug="edition", number=3)


def test_a_recommendation_comes_from_its_source_and_what_stands_above(homes, add):
    edition = edition_in(homes["en"], add)
    declaration = add(edition, DeclarationPage, title="Declaration", slug="d")
    recommendation = add(edition, RecommendationPage, title="Recommend", slug="r", text="Do it.", source=declaration)
    paper = add(edition, ResearchPaperPage, title="Paper", slug="p")
    PageRelation.objects.create(page=paper, target=recommendation, kind="discusses")
    trail = trail_of(recommendation, "en")
    assert [step.title for step in trail.before] == ["Forum", "Edition", "Declaration"]
    assert [(step.title, str(step.relation)) for step in trail.after] == [("Paper", "discusses this")]
    assert [step.title for step in trail_of(declaration, "en").after] == ["Recommend"]


def test_works_stand_in_the_readers_language_where_they_can(homes, add, translate):
    edition = edition_in(homes["en"], add)
    recommendation = add(edition, RecommendationPage, title="Recommend", slug="r", text="Do it.")
    paper = add(edition, ResearchPaperPage, title="Paper", slug="p")
    PageRelation.objects.create(page=recommendation, target=paper, kind="based-on")
    french = translate(recommendation, "fr", title="Recommander")
    translate(paper, "fr", title="Article")
    trail = trail_of(french, "fr")
    assert [(step.title, step.language) for step in trail.before][-1] == ("Article", "fr")
    assert trail.before[-1].relation == trail_of(recommendation, "en").before[-1].relation == "the basis"
    assert [step.url for step in trail.before if step.title == "Article"] == ["/fr/forums/forum/edition/p/"]
    assert trail.after == []


def test_what_is_not_published_is_no_step(homes, add):
    edition = edition_in(homes["en"], add)
    add(edition, RecommendationPage, title="Draft", slug="r", text="Do it.", live=False)
    assert trail_of(edition, "en").after == []


def test_the_trail_takes_three_queries_however_long(homes, add, nobody_reading, django_assert_max_num_queries):
    edition = edition_in(homes["en"], add)
    recommendation = add(edition, RecommendationPage, title="First", slug="r", text="Do it.", source=edition)
    for place in range(30):
        paper = add(edition, ResearchPaperPage, title=f"Paper {place}", slug=f"p{place}")
        PageRelation.objects.create(page=paper, target=recommendation, kind="discusses")
    with django_assert_max_num_queries(4):  # and one for the language versions, which the frame asks for anyway
        assert len(trail_of(recommendation, "en").after) == 30
