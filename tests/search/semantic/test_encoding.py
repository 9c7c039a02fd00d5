"""What the passages of entries mean: what is asked of an encoder, what is kept of it, and what goes to the engine."""

from collections.abc import Iterable

import numpy as np
import pytest

from search.entries import Tier
from search.models import IndexEntry, PassageVector
from search.semantic import encode, encoding, kept, passages_of
from tests.search.semantic.literal import Literal

pytestmark = pytest.mark.django_db
PEACE, WATER, PAIX = "Peace.", "Water.", "La paix."


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Literal:
    """Has measured what it needs already, of which nothing is noted."""
    made = Literal({PEACE: (1, 0), WATER: (0, 1), PAIX: (1, 0)})
    monkeypatch.setattr(encoding, "encoder", lambda: made)
    kept.means(made, measure=True)
    made.asked.clear()
    return made


def row(key: str, *said: str, language: str = "en", tier: Tier = Tier.PUBLIC) -> IndexEntry:
    """Each text has an address of its own."""
    texts = [{"address": f"c{place}", "language": language, "text": text} for place, text in enumerate(said)]
    return IndexEntry.objects.create(key=key, tier=tier, classes=",1,", texts=texts, digest=key)


def is_marked(one: IndexEntry) -> bool:
    return IndexEntry.objects.get(pk=one.pk).has_vectors


def keys(rows: Iterable[IndexEntry]) -> list[str]:
    return [one.key for one in rows]


def vectors(one: IndexEntry) -> list[list[float]]:
    found = passages_of([one])[one.key]
    return [np.frombuffer(passage.vector, np.float16).astype(float).round(2).tolist() for passage in found]


def test_each_passage_has_its_meaning_and_its_place(model: Literal) -> None:
    one = row("work:a", PEACE)
    assert passages_of([one]) == {"work:a": ()}
    assert keys(encode([one])) == ["work:a"]
    assert (one.has_vectors, is_marked(one)) == (True, True)
    (passage,) = passages_of([one])["work:a"]
    assert (passage.address, passage.language, vectors(one)) == ("c0", "en", [[1.0, 0.0]])


def test_what_the_whole_text_is_about_is_added_to_each_of_its_passages(model: Literal) -> None:
    one = row("work:a", PEACE, PEACE.lower(), WATER)
    model.meanings[PEACE.lower()] = (1, 0)
    encode([one])
    peace, _again, water = vectors(one)
    assert 1 > peace[0] > peace[1] > 0
    assert 1 > water[1] > water[0] > peace[1]


def test_versions_in_two_languages_add_nothing_to_each_other(model: Literal) -> None:
    one = row("work:a", WATER)
    one.texts.append({"address": "", "language": "fr", "text": PAIX})
    encode([one])
    assert vectors(one) == [[0.0, 1.0], [1.0, 0.0]]


def test_no_text_is_encoded_twice(model: Literal) -> None:
    encode([row("work:a", PEACE, WATER, PEACE)])
    assert model.asked == [PEACE, WATER]
    other = row("work:b", WATER, PAIX)
    encode([other])
    assert model.asked == [PEACE, WATER, PAIX]
    assert len(vectors(other)) == 2


def test_only_what_is_read_is_encoded(model: Literal) -> None:
    rows = [row("known:a", PEACE, tier=Tier.KNOWN), row("desk:page:1", PEACE, tier=Tier.DESK)]
    encode(rows)
    assert model.asked == []
    assert passages_of(rows) == {"known:a": (), "desk:page:1": ()}
    encode([row("work:m", PEACE, tier=Tier.MEMBERS), row("work:r", WATER, tier=Tier.RESTRICTED)])
    assert model.asked == [PEACE, WATER]


def test_no_more_than_so_many_passages_at_once_but_one_entry_at_least(model: Literal) -> None:
    rows = [row("work:a", PEACE, WATER), row("work:b", PAIX)]
    assert keys(encode(rows, limit=1)) == ["work:a"]
    assert keys(encode(rows, limit=1)) == ["work:a", "work:b"]
    assert model.asked == [PEACE, WATER, PAIX]


def test_where_the_encoder_stops_answering_what_it_said_is_kept(
    model: Literal, caplog: pytest.LogCaptureFixture
) -> None:
    rows = [row("work:a", PEACE), row("work:b", WATER)]
    model.left = 1
    assert keys(encode(rows)) == ["work:a"]
    assert [is_marked(one) for one in rows] == [True, False]
    assert caplog.messages == ["Passages wait for the encoder of the search."]
    model.left = 1
    assert keys(encode(rows)) == ["work:a", "work:b"]


def test_within_one_entry_as_well(model: Literal) -> None:
    """Texts go to the encoder by and by, and each answer is written down before it is asked again."""
    long = row("work:a", *(f"Sentence {number}." for number in range(kept.BATCH + 1)))
    before, steps = PassageVector.objects.count(), list[int]()
    model.left = kept.BATCH
    assert encode([long], progress=steps.append) == []
    assert PassageVector.objects.count() == before + kept.BATCH
    model.left = 1
    assert keys(encode([long], progress=steps.append)) == ["work:a"]
    assert steps == [kept.BATCH, 1]


def test_an_entry_that_says_something_else_meanwhile_is_not_marked(model: Literal) -> None:
    one = row("work:a", PEACE)
    IndexEntry.objects.filter(pk=one.pk).update(digest="another")
    encode([one])
    assert not is_marked(one)


def test_without_an_encoder_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "encoder", lambda: None)
    one = row("work:a", PEACE)
    assert encode([one]) == []
    assert passages_of([one]) == {}


def test_what_one_encoder_made_is_of_no_use_to_another(model: Literal) -> None:
    one = row("work:a", PEACE)
    encode([one])
    assert list(kept.kept(model, [PEACE, WATER])) == [PEACE]
    assert kept.kept(Literal(model.meanings, name="another"), [PEACE, WATER]) == {}


def test_the_means_of_languages_are_measured_once_by_who_encodes(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Literal({PEACE: (1, 0)})
    monkeypatch.setattr(encoding, "encoder", lambda: model)
    one = row("work:a", PEACE)
    assert passages_of([one]) == {}
    assert model.asked == []
    encode([one])
    *reference, last = model.asked
    assert (last, len(reference) > 100) == (PEACE, True)
    model.asked.clear()
    found = kept.means(model)
    assert found is not None
    # Five languages, and any other.
    assert (found.passages.shape, found.questions.shape, model.asked) == ((6, 2), (6, 2), [])
