"""The texts to import, one per language, typed or uploaded."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.clauses.parsing import Unreadable, parse
from pages.clauses.parts import Part
from pages.desk.clauses.uploads import text_of
from pages.languages import direction

LONGEST = 300_000  # characters


class TextsForm(forms.Form):
    """For each of `choices` (code, name) a text area and a file; a file wins over what was typed.

    `parts` holds what was read and `given` what it was read from, by language.
    """

    data: Any

    def __init__(self, choices: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = choices
        self.parts: dict[str, list[Part]] = {}
        self.given: dict[str, str] = {}
        for code, name in choices:
            attrs = {"dir": direction(code), "lang": code, "rows": 10}
            self.fields[f"text-{code}"] = forms.CharField(
                label=name, required=False, max_length=LONGEST, strip=False, widget=forms.Textarea(attrs=attrs)
            )
            self.fields[f"file-{code}"] = forms.FileField(
                label=_("or a file"),
                required=False,
                allow_empty_file=True,
                widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm"}),
            )

    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"text-{code}"], self[f"file-{code}"]) for code, _name in self.choices]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for code, _name in self.choices:
            self._read(code, cleaned)
        if not self.parts and not self.errors:
            raise ValidationError(_("Paste or upload the text in at least one language."))
        return cleaned

    def _read(self, code: str, cleaned: dict[str, Any]) -> None:
        upload = cleaned.get(f"file-{code}")
        field = f"file-{code}" if upload else f"text-{code}"
        try:
            source = text_of(upload) if upload else cleaned.get(field, "")
            if upload and len(source) > LONGEST:
                raise ValidationError(_("The text is too long."))
            if upload:
                self._keep(code, source)
            if upload or source.strip():
                self.parts[code] = parse(source, code)
                self.given[code] = source
        except Unreadable:
            self.add_error(field, _("No text was found in this."))
        except ValidationError as error:
            self.add_error(field, error)

    def _keep(self, code: str, source: str) -> None:
        """Show an uploaded text as if it had been typed: a browser sends no file twice."""
        self.data = self.data.copy()
        self.data[f"text-{code}"] = source
