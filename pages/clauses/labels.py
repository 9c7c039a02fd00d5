"""How is a clause's label printed, compared, and turned into a part of its address?"""

import re

from pages.clauses.numbers import letter, ordinal, western

_AROUND = " \t\u00a0().،,:-–—"
_NOT_CODE = re.compile(r"[^a-z0-9]+")


def core(label: str) -> str:
    """The label without brackets and stops, in Western digits: `3` for `3.`, `a` for `(a)`."""
    return western(label or "").strip(_AROUND)


def printed(label: str, *, depth: int) -> str:
    """As it stands beside the clause: `3` for a paragraph, `(a)` below one."""
    bare = core(label)
    return f"({bare})" if bare and depth else bare


def code(label: str) -> str:
    """The label in the alphabet of addresses, the same in every language: `1` for `premier`, `a` for `أ`."""
    bare = core(label)
    if single := letter(bare):
        return single
    first, _space, rest = bare.partition(" ")
    if (number := ordinal(bare)) is not None:
        return str(number)
    if rest and (number := ordinal(first)) is not None:
        return _NOT_CODE.sub("-", f"{number}-{rest.lower()}").strip("-")
    return _NOT_CODE.sub("-", bare.lower()).strip("-")


def item_code(label: str) -> str:
    """As `code`, for a level counted in small Roman figures, which are kept: `i`, `iv`."""
    bare = core(label).lower()
    return bare if bare and not bare.strip("ivxlc") else code(label)
