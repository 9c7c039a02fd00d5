"""Which spaces does French put around its punctuation? Put in on display, so that no line begins with ";"."""

import re

NARROW = "\u202f"  # before ; ! ? » and after «
NO_BREAK = "\u00a0"  # before :

_GUILLEMETS = {"ar", "es", "fr", "pt"}
_MARKUP = re.compile(r"(<[^>]*>|&#?\w+;)")
_ANY_SPACE = "[ \u00a0\u202f]*"
_END = r"(?=$|[\s.,;:!?)\]»”…])"
_HIGH = re.compile(rf"(?<=[^\s!?;:«(\[]){_ANY_SPACE}([;!?»]+){_END}")
_HIGH_AT_START = re.compile(rf"^{_ANY_SPACE}([;!?»]+){_END}")
_COLON = re.compile(rf"(?<=[^\s:]){_ANY_SPACE}:(?=$|\s)")
_COLON_AT_START = re.compile(rf"^{_ANY_SPACE}:(?=$|\s)")
_OPENING = re.compile(rf"«{_ANY_SPACE}(?=\S)")


def typography(text: str, language: str) -> str:
    """`text`, plain or HTML, with the spaces that `language` asks for; other languages pass unchanged."""
    if language != "fr":
        return text
    parts = _MARKUP.split(text)
    parts[::2] = [_french(part, is_first=position == 0) for position, part in enumerate(parts[::2])]
    return "".join(parts)


def _french(text: str, *, is_first: bool) -> str:
    text = _OPENING.sub(f"«{NARROW}", text)
    text = _HIGH.sub(rf"{NARROW}\1", text)
    if not is_first:
        text = _HIGH_AT_START.sub(rf"{NARROW}\1", text)
        text = _COLON_AT_START.sub(f"{NO_BREAK}:", text)
    return _COLON.sub(f"{NO_BREAK}:", text)


def quotation(text: str, language: str) -> str:
    """`text` between the quotation marks its language uses."""
    opening, closing = ("«", "»") if language in _GUILLEMETS else ("“", "”")
    return f"{opening}{text}{closing}"
