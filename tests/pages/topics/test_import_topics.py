"""The Media Topics arrive whole, once, in the site's languages, and their owner is named."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from pages.models import Topic, TopicLabel
from pages.topics.iptc import MediaTopic, branch, media_topics

pytestmark = pytest.mark.django_db


def import_topics(*args: str) -> str:
    out = StringIO()
    call_command("import_topics", *args, stdout=out)
    return out.getvalue()


def test_the_whole_tree_arrives_once_and_names_its_owner() -> None:
    assert import_topics().splitlines() == [
        "1099 topics read, 1099 added, 0 there already.",
        "Source: IPTC Media Topics, iptc.org, CC BY 4.0 (https://iptc.org/standards/media-topics/)",
    ]
    assert "1099 topics read, 0 added, 1099 there already." in import_topics()
    assert Topic.objects.count() == 1099


def test_a_branch_brings_itself_and_what_lies_below_with_names_and_place_in_the_tree() -> None:
    import_topics("--branch", "20000002")
    top = Topic.objects.get(external_id="20000002")
    below = Topic.objects.get(external_id="20000003")
    assert (top.scheme, top.wikidata, top.broader) == ("iptc", "Q2018526", None)
    assert below.broader == top
    assert [below.label(code).text for code in ("ar", "fr", "en")] == ["تحريك", "Dessin animé", "animation"]
    assert not Topic.objects.filter(external_id="01000000").exists()


def test_a_branch_that_does_not_exist_is_said() -> None:
    with pytest.raises(CommandError, match="no concept 99"):
        import_topics("--branch", "99")


def test_what_an_editor_wrote_is_left_alone_and_only_missing_labels_are_added() -> None:
    mine = Topic.objects.create(name="Comics", slug="comics", scheme="iptc", external_id="20000004")
    TopicLabel.objects.create(topic=mine, language="fr", preferred="La bédé", definition="À nous")
    import_topics("--branch", "20000002")
    mine = Topic.objects.get(external_id="20000004")
    assert (mine.slug, mine.label("fr").text, mine.label("ar").text) == ("comics", "La bédé", "كرتون")


def test_a_name_already_taken_by_another_topic_gets_its_number() -> None:
    Topic.objects.create(name="Animation", slug="animation")
    import_topics("--branch", "20000003")
    assert Topic.objects.get(external_id="20000003").name == "animation (20000003)"


def test_broader_concepts_come_before_narrower_ones_and_a_branch_is_closed() -> None:
    concepts = media_topics()
    assert concepts[0] == MediaTopic(
        "01000000",
        "",
        "",
        {
            "ar": "فنون، ثقافة وترفيه",
            "fr": "Arts, culture, divertissement et médias",
            "en": "arts, culture, entertainment and media",
            "es": "Artes, cultura, entretenimiento y medios",
            "pt": "artes, cultura, entretenimento e média",
        },
    )
    assert {concept.broader for concept in branch(concepts, "20000002")[1:]} <= {
        concept.code for concept in branch(concepts, "20000002")
    }


def test_a_file_with_a_lost_parent_is_refused(tmp_path) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_text("id,parent,ar,fr,en,es,pt,wikidata\n1,,,,one,,,\n2,9,,,two,,,\n", encoding="utf-8")
    with pytest.raises(ValueError, match="1 concepts hang under a parent that is not in the file"):
        media_topics(broken)
