"""What the check of translations finds, and what compiling leaves."""

import gettext
from pathlib import Path

import pytest

from config.translations import collect, compile_catalogues, problems

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""
WHOLE = """msgid "Home page"
msgstr "Accueil"

msgid "%(count)s result"
msgid_plural "%(count)s results"
msgstr[0] "%(count)s résultat"
msgstr[1] "%(count)s résultats"
"""


def write(folder: Path, text: str) -> None:
    target = folder / "fr" / "LC_MESSAGES" / "django.po"
    target.parent.mkdir(parents=True)
    target.write_text(HEADER + text)


def test_a_whole_catalogue_has_no_problem(tmp_path: Path) -> None:
    write(tmp_path, WHOLE)
    assert list(problems(tmp_path, required=("fr",))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('msgid "Home page"\nmsgstr ""\n', "fr: not translated: 'Home page'"),
        ('#, fuzzy\nmsgid "Home page"\nmsgstr "Maison"\n', "fr: uncertain (fuzzy): 'Home page'"),
        (
            'msgid "%(n)s day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "%(n)s jour"\nmsgstr[1] ""\n',
            "fr: not translated: '%(n)s day'",
        ),
        (
            'msgid "By %(name)s on %(day)s"\nmsgstr "Par %(nom)s le %(day)s"\n',
            "fr: another set of placeholders: 'By %(name)s on %(day)s'",
        ),
    ],
)
def test_a_gap_is_told(tmp_path: Path, text: str, found: str) -> None:
    write(tmp_path, text)
    assert list(problems(tmp_path, required=("fr",))) == [found]


def test_a_form_for_one_may_say_the_number_in_words(tmp_path: Path) -> None:
    write(tmp_path, WHOLE.replace('%(count)s résultat"', 'un résultat"'))
    assert list(problems(tmp_path, required=("fr",))) == []


def test_collecting_keeps_translations_drops_what_is_gone_and_changes_nothing_twice(tmp_path: Path) -> None:
    gone = 'msgid "No longer said"\nmsgstr "Plus jamais"\n\n'
    write(tmp_path, gone + 'msgid "Recommendation"\nmsgstr "Recommandation"\n')
    collected = collect(folder=tmp_path)
    assert [path.parts[-3] for path in collected] == ["ar", "fr"]
    french = (tmp_path / "fr" / "LC_MESSAGES" / "django.po").read_text()
    assert 'msgid "Recommendation"\nmsgstr "Recommandation"\n' in french
    assert "No longer said" not in french
    assert "POT-Creation-Date" not in french
    collect(folder=tmp_path)
    assert (tmp_path / "fr" / "LC_MESSAGES" / "django.po").read_text() == french


def test_a_language_without_catalogue_is_told(tmp_path: Path) -> None:
    assert list(problems(tmp_path, required=("ar",))) == ["ar: there is no catalogue"]


def test_a_catalogue_with_too_few_plural_forms_is_told(tmp_path: Path) -> None:
    write(tmp_path, "")
    (tmp_path / "fr").rename(tmp_path / "ar")
    assert list(problems(tmp_path, required=("ar",))) == ["ar: the catalogue declares 2 plural forms"]


def test_compiled_catalogues_speak(tmp_path: Path) -> None:
    write(tmp_path, WHOLE)
    (compiled,) = compile_catalogues(tmp_path)
    with compiled.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.gettext("Home page") == "Accueil"
    assert catalogue.ngettext("%(count)s result", "%(count)s results", 2) == "%(count)s résultats"
