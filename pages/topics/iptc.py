"""Which topics does IPTC's Media Topics vocabulary hold, and how do they become topics of this site?

The vocabulary is IPTC's, under CC BY 4.0: `scheme` is kept with each topic, and the topic's page names the owner.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from pages.models import Topic, TopicLabel

SCHEME = "iptc"
SOURCE = Path(__file__).resolve().parents[1] / "data" / "iptc-mediatopics.csv"
LANGUAGES = ["ar", "fr", "en", "es", "pt"]


class MediaTopic(NamedTuple):
    code: str
    broader: str
    wikidata: str
    labels: dict[str, str]


def media_topics(source: Path = SOURCE) -> list[MediaTopic]:
    """Every concept of the file, broader ones before narrower ones. Raises ValueError on a broken tree."""
    with source.open(encoding="utf-8", newline="") as lines:
        concepts = [_concept(row) for row in csv.DictReader(lines)]
    return list(_broader_first(concepts))


def _concept(row: dict[str, str]) -> MediaTopic:
    labels = {code: row[code].strip() for code in LANGUAGES if row.get(code, "").strip()}
    return MediaTopic(row["id"].strip(), row["parent"].strip(), row["wikidata"].strip(), labels)


def _broader_first(concepts: list[MediaTopic]) -> Iterator[MediaTopic]:
    below: dict[str, list[MediaTopic]] = {}
    for concept in concepts:
        below.setdefault(concept.broader, []).append(concept)
    waiting, seen = list(below.get("", [])), 0
    while waiting:
        concept = waiting.pop(0)
        seen += 1
        yield concept
        waiting.extend(below.get(concept.code, []))
    if seen != len(concepts):
        raise ValueError(f"{len(concepts) - seen} concepts hang under a parent that is not in the file")


def branch(concepts: list[MediaTopic], code: str) -> list[MediaTopic]:
    """The concept `code` and all below it. Raises KeyError when there is none."""
    kept: set[str] = set()
    for concept in concepts:
        if concept.code == code or concept.broader in kept:
            kept.add(concept.code)
    if not kept:
        raise KeyError(code)
    return [concept for concept in concepts if concept.code in kept]


@transaction.atomic
def import_media_topics(concepts: list[MediaTopic]) -> Iterator[tuple[Topic, bool]]:
    """Write each concept with its labels, yielding (topic, is it new).

    What is there already is left as its editors made it; only labels of a language that had none are added.
    """
    known = {topic.external_id: topic for topic in Topic.objects.filter(scheme=SCHEME)}
    named = set(TopicLabel.objects.filter(topic__scheme=SCHEME).values_list("topic_id", "language"))
    for concept in concepts:
        topic = known.get(concept.code)
        is_new = topic is None
        if topic is None:
            topic = known[concept.code] = _create_topic(concept, known.get(concept.broader))
        _add_labels(topic, concept, named)
        yield topic, is_new


def _create_topic(concept: MediaTopic, broader: Topic | None) -> Topic:
    return Topic.objects.create(
        name=_free_name(concept),
        slug=f"{SCHEME}-{concept.code}",
        scheme=SCHEME,
        external_id=concept.code,
        wikidata=concept.wikidata,
        broader=broader,
    )


def _free_name(concept: MediaTopic) -> str:
    """The English label, told apart by its number where another topic has that name already."""
    name = concept.labels.get("en", concept.code)[:90]
    return f"{name} ({concept.code})" if Topic.objects.filter(name__iexact=name).exists() else name


def _add_labels(topic: Topic, concept: MediaTopic, named: set[tuple[int, str]]) -> None:
    wanted = {code: label for code, label in concept.labels.items() if code in dict(settings.LANGUAGES)}
    TopicLabel.objects.bulk_create(
        TopicLabel(topic=topic, language=code, preferred=label, sort_order=order)
        for order, (code, label) in enumerate(wanted.items())
        if (topic.pk, code) not in named
    )
