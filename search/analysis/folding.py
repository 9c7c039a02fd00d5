"""How is a word written when nothing but its letters counts? The same for every way to spell, mark or shape them."""

import re
import unicodedata

# Maghrebi and Persian letters as the letters that others write for the same sound; all forms of alef, yeh and heh;
# Latin letters that are not another letter with a mark.
LETTERS = str.maketrans(
    {
        **dict.fromkeys("گݣڭک", "ك"),
        **dict.fromkeys("ڤڥ", "ف"),
        **dict.fromkeys("ڨڧ", "ق"),
        "پ": "ب",
        "چ": "ش",
        **dict.fromkeys("ٱٲٳ", "ا"),
        **dict.fromkeys("ىیې", "ي"),
        **dict.fromkeys("ةۃہھە", "ه"),
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "ı": "i",
    }
)
# What is written and not read: harakat and accents, tatweel, apostrophes, signs of direction, spaces without width.
SILENT = frozenset(("Mn", "Me", "Cf", "Lm", "Sk", "Po", "Pf", "Pi"))
# Letters of Arabic in the shape of one place in a word, or several as one sign; harakat and tatweel.
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]+")
_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")


def unmarked(text: str) -> str:
    """Arabic as it is usually written; all else as it stands."""
    return _MARKS.sub("", _SHAPES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text))


class _Letters(dict[int, str]):
    """What is left of each character of a decomposed word: nothing of what is silent; of what parts words, a space."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(map(_letter, chr(code).translate(LETTERS)))
        return self[code]


READ = _Letters()


def folded(word: str) -> str:
    """A run of letters and marks; of a ligature there may come several words with spaces between them."""
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    return unicodedata.normalize("NFC", plain.translate(READ))


def _letter(character: str) -> str:
    """What parts words, as the stroke in ½, is a space."""
    if unicodedata.category(character) in SILENT:
        return ""
    return str(unicodedata.digit(character, character)) if character.isalnum() else " "
