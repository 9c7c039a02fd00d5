"""Do French spaces go where they belong, and nowhere else?"""

import pytest

from pages.text.typography import quotation, typography

N, B = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pourquoi ?", f"Pourquoi{N}?"),
        ("Pourquoi?", f"Pourquoi{N}?"),
        ("Halte ! Puis ; encore", f"Halte{N}! Puis{N}; encore"),
        ("Thème : la paix", f"Thème{B}: la paix"),
        ("« La paix »", f"«{N}La paix{N}»"),
        ("«La paix»", f"«{N}La paix{N}»"),
        ("Vraiment ?!", f"Vraiment{N}?!"),
        ("https://example.org/?q=1;2", "https://example.org/?q=1;2"),
        ("à 09:30", "à 09:30"),
        ("A &amp; B ; C", f"A &amp; B{N}; C"),
        ("<b>Halte</b> !", f"<b>Halte</b>{N}!"),
        ('<a href="/x?y=1">Où ?</a>', f'<a href="/x?y=1">Où{N}?</a>'),
        ("(?)", "(?)"),
        ("", ""),
    ],
)
def test_french(text, expected):
    assert typography(text, "fr") == expected
    assert typography(expected, "fr") == expected


def test_other_languages_pass_unchanged():
    assert typography("Why ? «x»", "en") == "Why ? «x»"
    assert typography("لماذا ؟", "ar") == "لماذا ؟"


def test_quotation_marks_are_those_of_the_language():
    assert quotation("x", "en") == "“x”"
    assert quotation("x", "ar") == "«x»"
    assert typography(quotation("x", "fr"), "fr") == f"«{N}x{N}»"
