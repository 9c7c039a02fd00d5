"""In which languages may this be written, to judge by its letters?"""

import re

ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u0750-\u077f]")
LATIN = re.compile("[a-z\u00c0-\u024f]", re.IGNORECASE)
# Those of one script, in the order in which they are asked.
IN_ARABIC = ("ar",)
IN_LATIN = ("fr", "en", "es", "pt")


def scripts(text: str) -> tuple[str, ...]:
    """The languages to analyse a question in: several where its letters are of several, none where there are none."""
    return (IN_ARABIC if ARABIC.search(text) else ()) + (IN_LATIN if LATIN.search(text) else ())
