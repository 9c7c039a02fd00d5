"""What are works about? Their topics, the broader ones above these, and free keywords."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pages.models import PageKeyword, PageTopic, Topic
from search.projection.keys import record_key


@dataclass(frozen=True)
class Thesaurus:
    """All topics: the address of each, and what it lies under."""

    slugs: dict[int, str]
    broader: dict[int, int]

    def upwards(self, topic: int) -> Iterator[int]:
        """The topic and those above it; a circle is gone round once."""
        seen: set[int] = set()
        while topic in self.slugs and topic not in seen:
            seen.add(topic)
            yield topic
            topic = self.broader.get(topic, 0)

    def downwards(self, topics: Iterable[int]) -> dict[int, set[int]]:
        """For each of `topics`, itself and those below it."""
        wanted = set(topics)
        found: dict[int, set[int]] = defaultdict(set)
        for topic in self.slugs:
            for above in self.upwards(topic):
                if above in wanted:
                    found[above].add(topic)
        return found


def thesaurus() -> Thesaurus:
    rows = list(Topic.objects.order_by().values_list("pk", "slug", "broader"))
    return Thesaurus({pk: slug for pk, slug, _ in rows}, {pk: above for pk, _, above in rows if above})


@dataclass(frozen=True)
class Subjects:
    """By page: keys of topics and slugs of these and of broader ones, and keywords."""

    topics: dict[int, list[int]]
    keywords: dict[int, list[str]]
    known: Thesaurus

    def keys(self, page: int) -> list[str]:
        return [record_key(Topic, topic) for topic in self.topics.get(page, ())]

    def keys_upwards(self, page: int) -> list[str]:
        return [record_key(Topic, above) for topic in self.topics.get(page, ()) for above in self.known.upwards(topic)]

    def slugs(self, page: int) -> list[str]:
        return [self.known.slugs[above] for topic in self.topics.get(page, ()) for above in self.known.upwards(topic)]


def subjects_of(pages: Iterable[int]) -> Subjects:
    """Three queries."""
    keys = list(pages)
    topics: dict[int, list[int]] = defaultdict(list)
    for page, topic in PageTopic.objects.filter(content_object__in=keys).values_list("content_object", "tag"):
        topics[page].append(topic)
    keywords: dict[int, list[str]] = defaultdict(list)
    tagged = PageKeyword.objects.filter(content_object__in=keys).order_by("pk")
    for page, name in tagged.values_list("content_object", "tag__name"):
        keywords[page].append(name)
    return Subjects(topics, keywords, thesaurus())
