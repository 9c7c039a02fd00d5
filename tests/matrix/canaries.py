"""Words that stand in one field of one object and nowhere else, in Latin, French and Arabic letters."""

import json
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


@dataclass
class Canaries:
    """All that were made, by number."""

    made: list[Canary] = field(default_factory=list)

    def words(self, obj: str, name: str, needs: Needs = Needs.VIEW) -> str:
        """The word in the three scripts, each with a number of its own."""
        return " ".join(form.format(self._make(obj, name, needs)) for form in _FORMS)

    def word(self, obj: str, name: str, needs: Needs = Needs.VIEW) -> str:
        """In Latin letters only, where there is little room."""
        return _FORMS[0].format(self._make(obj, name, needs))

    def slug(self, obj: str) -> str:
        return self.word(obj, "slug", Needs.DISCOVER)

    def _make(self, obj: str, name: str, needs: Needs) -> int:
        self.made.append(Canary(len(self.made), obj, name, needs))
        return len(self.made) - 1

    def shown_in(self, text: str) -> Iterator[Canary]:
        for number in {int(next(filter(None, found))) for found in _SHAPE.findall(plain(text))}:
            yield self.made[number]

    def dumped(self) -> str:
        return json.dumps([[one.obj, one.field, one.needs] for one in self.made])

    @classmethod
    def loaded(cls, text: str) -> "Canaries":
        rows = enumerate(json.loads(text))
        return cls([Canary(number, obj, name, Needs(needs)) for number, (obj, name, needs) in rows])


def plain(text: str) -> str:
    """`text` without the ways in which HTML, JSON and addresses write letters."""
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return unescape(unquote(unescape(text))).casefold()
