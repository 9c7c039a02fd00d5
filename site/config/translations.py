"""Are the interface's translations complete, and where are the compiled ones?

`python -m config.translations compile` needs no gettext on the machine; `collect` needs it, and `check` uses it, when
there is one, to find texts that the catalogues have not met yet. `collect es` begins a catalogue.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from config.settings.environment import CHECKOUT

LOCALE = CHECKOUT / "locale"
REQUIRED = ("ar", "fr")
# How many plural forms each language has here; CLDR's third French form is for round millions.
PLURAL_FORMS = {"ar": {6}, "fr": {2, 3}}
ROOMS = ("access", "jobs", "pages", "library", "search", "network", "site", "templates")
_PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]")
# What a catalogue says of itself: no dates and no names, so that collecting twice writes the same file.
_HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""


def compile_catalogues(folder: Path = LOCALE) -> list[Path]:
    """Writes the .mo beside every .po and returns them."""
    compiled = []
    for source in sorted(folder.glob("*/LC_MESSAGES/django.po")):
        target = source.with_suffix(".mo")
        with target.with_suffix(".part").open("wb") as file:
            write_mo(file, _catalogue(source))
        compiled.append(target.with_suffix(".part").replace(target))
    return compiled


def problems(folder: Path = LOCALE, *, required: tuple[str, ...] = REQUIRED) -> Iterator[str]:
    """One sentence for each text that is untranslated, uncertain or short of a plural form."""
    for code in required:
        source = folder / code / "LC_MESSAGES" / "django.po"
        if not source.exists():
            yield f"{code}: there is no catalogue"
            continue
        catalogue = _catalogue(source)
        if catalogue.num_plurals not in PLURAL_FORMS[code]:
            yield f"{code}: the catalogue declares {catalogue.num_plurals} plural forms"
        for message in catalogue:
            if message.id and (problem := _problem(message, catalogue.num_plurals)):
                yield f"{code}: {problem}: {_first(message)!r}"


def collect(*codes: str, folder: Path = LOCALE) -> list[Path]:
    """Writes the texts of the code into each language's catalogue, and takes out those that are gone."""
    texts = _texts_of_the_code()
    written = []
    for code in sorted({*codes, *REQUIRED, *(path.name for path in folder.iterdir() if path.is_dir())}):
        target = folder / code / "LC_MESSAGES" / "django.po"
        catalogue = _catalogue(target) if target.exists() else Catalog(locale=code)
        catalogue.update(texts, no_fuzzy_matching=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            file.write(_HEADER.format(language=code, plural_forms=catalogue.plural_forms).encode())
            write_po(
                file,
                catalogue,
                width=100,
                omit_header=True,
                sort_output=True,
                ignore_obsolete=True,
                include_lineno=False,
            )
        written.append(target)
    return written


def differences(folder: Path = LOCALE, *, required: tuple[str, ...] = REQUIRED) -> Iterator[str]:
    """One sentence for each text of the code that a catalogue lacks or has in vain; needs gettext's tools."""
    wanted = _keys(_texts_of_the_code())
    for code in required:
        source = folder / code / "LC_MESSAGES" / "django.po"
        known = _keys(_catalogue(source)) if source.exists() else set()
        for _context, text in sorted(wanted - known, key=str):
            yield f"{code}: not in the catalogue (run make messages): {text!r}"
        for _context, text in sorted(known - wanted, key=str):
            yield f"{code}: no longer in the code (run make messages): {text!r}"


def _texts_of_the_code() -> Catalog:
    with tempfile.TemporaryDirectory() as extracted:
        _extract(Path(extracted))
        return _catalogue(Path(extracted) / "locale" / "en" / "LC_MESSAGES" / "django.po")


def _extract(folder: Path) -> None:
    """Django's makemessages over links to the rooms, so that the project's own catalogues stay as they are."""
    for room in ROOMS:
        if (CHECKOUT / room).exists():
            (folder / room).symlink_to(CHECKOUT / room)
    (folder / "locale").mkdir()
    program = (
        "import django; from django.conf import settings; from django.core.management import call_command;"
        f"django.setup(); settings.LOCALE_PATHS = [{str(folder / 'locale')!r}];"
        "call_command('makemessages', locale=['en'], symlinks=True, add_location='file', verbosity=0)"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    environment["PYTHONPATH"] = os.pathsep.join([str(CHECKOUT), str(CHECKOUT / "site")])
    subprocess.run([sys.executable, "-c", program], cwd=folder, env=environment, check=True)  # noqa: S603


def _catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def _keys(catalogue: Catalog) -> set[tuple[str | None, str]]:
    return {(message.context, _first(message)) for message in catalogue if message.id}


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _problem(message: Message, plural_forms: int) -> str | None:
    texts = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    if message.fuzzy:
        return "uncertain (fuzzy)"
    if not all(texts):
        return "not translated"
    if message.pluralizable and len(texts) != plural_forms:
        return "short of a plural form"
    if not _keeps_placeholders(message, texts):
        return "another set of placeholders"
    return None


def _keeps_placeholders(message: Message, texts: list[str]) -> bool:
    """The forms for none, one and two may leave the number out: languages say it in words."""
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    wanted = set(_PLACEHOLDER.findall(sources[-1]))
    return set(_PLACEHOLDER.findall(texts[-1])) == wanted and all(
        set(_PLACEHOLDER.findall(text)) <= wanted for text in texts
    )


def main(task: str, *codes: str) -> int:
    if task == "collect":
        collect(*codes)
    if task in ("collect", "compile"):
        compile_catalogues()
        return 0
    found = list(problems())
    if shutil.which("xgettext"):
        found.extend(differences())
    else:
        print("gettext is not installed: texts missing from the catalogues are not looked for", file=sys.stderr)
    for line in found:
        print(line, file=sys.stderr)
    print(f"Translations: {len(found)} problems" if found else "Translations are complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
