"""Words that stand in one field of one object and nowhere else, in Latin, French and Arabic letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape
from urllib.parse import unquote

_FORMS = ("zq{0:04d}zq", "éq{0:04d}qé", "زق{0:04d}قز")
_SHAPE = re.compile(r"zq(\d{4})zq|éq(\d{4})qé|زق(\d{4})قز")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


class Needs(StrEnum):
    """What a reader must be able to do with the object to be shown the field."""

    DISCOVER = "discover"
    VIEW = "view"
    # Of a version that was never published, or is no more.
    DESK = "desk"


@dataclass(frozen=True)
class Canary:
    number: int
    obj: str
    field: str
    needs: Needs
    form: str = _FORMS[0]

    @property
    def word(self) -> str:
        return self.form.format(self.number)


@dataclass
class Canaries:
    """All that were made, by number."""

    made: list[Canary] = field(default_factory=list)

    def words(self, obj: str, name: str, needs: Needs = Needs.VIEW) -> str:
        """The word in the three scripts, each with a number of its own."""
        return " ".join(self._make(obj, name, needs, form) for form in _FORMS)

    def word(self, obj: str, name: str, needs: Needs = Needs.VIEW) -> str:
        """In Latin letters only, where there is little room."""
        return self._make(obj, name, needs)

    def slug(self, obj: str) -> str:
        return self.word(obj, "slug", Needs.DISCOVER)

    def _make(self, obj: str, name: str, needs: Needs, form: str = _FORMS[0]) -> str:
        self.made.append(Canary(len(self.made), obj, name, needs, form))
        return self.made[-1].word

    def shown_in(self, text: str) -> Iterator[Canary]:
        for number in {int(next(filter(None, found))) for found in _SHAPE.findall(plain(text))}:
            yield self.made[number]


def plain(text: str) -> str:
    """`text` without the ways in which HTML, JSON and addresses write letters."""
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return unescape(unquote(unescape(text))).casefold()
