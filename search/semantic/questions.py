"""What does a question mean, and in which language is it asked?"""

import re

import numpy as np

from search.analysis import fold
from search.analysis.folding import unmarked
from search.analysis.scripts import ARABIC, IN_LATIN, LATIN
from search.analysis.stopwords import ENGLISH, FRENCH, PORTUGUESE, SPANISH
from search.semantic import kept
from search.semantic.centring import Means, centred
from search.semantic.encoders import Encoder, EncoderDown, encoder

# Words that mean nothing tell the language best, and letters that one language has alone tell it as well.
_SMALL_WORDS = {
    language: frozenset(words.split())
    for language, words in {"fr": FRENCH, "en": ENGLISH, "es": SPANISH, "pt": PORTUGUESE}.items()
}
_OWN_LETTERS = {
    "fr": re.compile("[èêëîïôœùûÿ]"),
    "es": re.compile("[ñ¿¡]"),
    "pt": re.compile("[ãõ]"),
}


def meaning(text: str, language: str) -> bytes | None:
    """As engines take it; None where there is no encoder, or where it does not answer.

    `language` is the reader's, in which they ask when nothing speaks against it.
    """
    model = encoder()
    means = kept.means(model) if model else None
    if model is None or means is None or not text.strip():
        return None
    try:
        return asked(model, means, unmarked(text), language_of(text, language))
    except EncoderDown:
        return None


def asked(model: Encoder, means: Means, text: str, language: str) -> bytes:
    return centred(model.queries([text]), means.questions, [language])[0].astype(np.float16).tobytes()


def language_of(text: str, language: str) -> str:
    """As far as a few words tell."""
    arabic, latin = len(ARABIC.findall(text)), len(LATIN.findall(text))
    if not latin or arabic > latin:
        return "ar" if arabic else language
    words = fold(text).split()
    evidence = {each: sum(word in small for word in words) for each, small in _SMALL_WORDS.items()}
    for each, letters in _OWN_LETTERS.items():
        evidence[each] += 2 * len(letters.findall(text.lower()))
    usual = language if language in IN_LATIN else "en"
    return max(IN_LATIN, key=lambda each: (evidence[each], each == usual))
