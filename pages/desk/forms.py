"""How do an editor's forms answer: what is asked only on publishing, and what is filled in for them?"""

from anyascii import anyascii
from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.blocks import StreamBlockValidationError

from pages.clauses.checks import changed_address_errors
from pages.desk.languages import language_choices
from pages.languages import preference
from pages.models import DeclarationPage, ForumEditionPage
from pages.publishing.completeness import missing


class DeskPageForm(WagtailAdminPageForm):
    """A page's form; on the way to readers it asks for what a draft may lack, at the field that lacks it."""

    def is_for_readers(self) -> bool:
        """Whether this submission leads towards publication; Wagtail defers validation when it only saves."""
        if self.is_deferred_validation:
            return False
        if "action-workflow-action" in self.data:
            return self.data.get("workflow-action-name") == "approve"
        return any(name in self.data for name in ("action-publish", "action-submit", "action-restart-workflow"))

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_for_readers():
            for lack in missing(self.instance, count=self._count_rows):
                self._complain(lack.field, lack.message)

    def _count_rows(self, relation: str) -> int:
        formset = self.formsets[relation]
        formset.is_valid()
        return sum(
            1
            for form in formset.forms
            if (form.instance.pk or form.has_changed()) and not formset._should_delete_form(form)
        )

    def _complain(self, field: str, message: str) -> None:
        if field in self.formsets:
            self.formsets[field].non_form_errors().append(message)
        elif not self.has_error(field):
            self.add_error(field, message)


class DeclarationForm(DeskPageForm):
    """The languages of an adopted text are ticked, not typed."""

    authentic_languages = forms.MultipleChoiceField(
        label=_("authentic languages"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("In which the text is equally binding."),
    )

    class Meta:
        model = DeclarationPage
        fields = ["authentic_languages"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authentic_languages"].choices = language_choices(self.instance.authentic_languages)

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.is_for_readers() or self.has_error("clauses"):
            return
        published = DeclarationPage.objects.filter(pk=self.instance.pk, live=True).first()
        if published and (errors := changed_address_errors(published.clauses, self.instance.clauses)):
            self.add_error("clauses", StreamBlockValidationError(block_errors=errors))


class RecommendationForm(DeskPageForm):
    """A new recommendation comes from the page below which it is written, unless the editor says otherwise."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        parent = self.parent_page
        if not self.instance.pk and isinstance(parent, DeclarationPage | ForumEditionPage):
            self.initial.setdefault("source", parent.pk)
            self.initial["source"] = self.initial["source"] or parent.pk


class RecordForm(WagtailAdminModelForm):
    """A person, organisation or topic; its address is made from a name when left empty."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if "slug" in self.fields and not cleaned.get("slug") and not self.has_error("slug"):
            cleaned["slug"] = self._free_address(self._first_name())
        return cleaned

    def _first_name(self) -> str:
        """The English name, or the first there is; other scripts are transliterated."""
        formset = self.formsets[self._meta.model.labels_relation]
        formset.is_valid()
        rows = [form.cleaned_data for form in formset.forms if hasattr(form, "cleaned_data")]
        names = {row.get("language"): row.get(self._meta.model.label_field) for row in rows}
        return next((names[code] for code in preference("en") if names.get(code)), "")

    def _free_address(self, name: str) -> str:
        stem = slugify(anyascii(name))[:40] or self._meta.model._meta.model_name
        others = self._meta.model.objects.exclude(pk=self.instance.pk)
        taken = set(others.filter(slug__startswith=stem).values_list("slug", flat=True))
        numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
        return stem if stem not in taken else next(slug for slug in numbered if slug not in taken)
