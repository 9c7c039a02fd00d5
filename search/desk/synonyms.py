"""Where do editors keep the words that are the same to who searches?"""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.languages import current
from pages.text.locales import language_name
from search.analysis import fold
from search.entries import LANGUAGES
from search.models import Synonyms
from search.synonyms import MOST_ALTERNATIVES, SEPARATOR

# Each of a group, and what may stand for it.
MOST = MOST_ALTERNATIVES + 1
COMMAS = {"ar": "، "}
HINT = gettext_lazy(
    "Words or phrases that are the same to a reader, separated by commas: “climate change, global warming”. "
    "They count from the next search on. Other spellings, endings and articles of a word need not be listed."
)


def _languages() -> list[tuple[str, str]]:
    return [(code, language_name(code, current())) for code in LANGUAGES]


class SynonymsForm(WagtailAdminModelForm):
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=_languages)

    def clean_words(self) -> str:
        """Each once, however it is spelled."""
        words = {fold(text): " ".join(text.split()) for text in SEPARATOR.split(self.cleaned_data["words"])}
        words.pop("", None)
        if len(words) < 2:
            raise ValidationError(_("Write at least two words or phrases that are not the same already."))
        if len(words) > MOST:
            told = ngettext("At most %(count)d word or phrase.", "At most %(count)d words or phrases.", MOST)
            raise ValidationError(told % {"count": MOST})
        return COMMAS.get(self.cleaned_data.get("language", ""), ", ").join(words.values())


class SynonymsViewSet(SnippetViewSet):
    """What is saved here counts from the next search on."""

    model = Synonyms
    icon = "resubmit"
    menu_label = gettext_lazy("Synonyms")
    add_to_settings_menu = True
    list_display = [
        "words",
        Column(
            "language",
            label=gettext_lazy("Language"),
            sort_key="language",
            accessor=lambda row: language_name(row.language, current()),
        ),
    ]
    list_filter = ["language"]
    list_per_page = 50
    search_backend_name = None
    search_fields = ["words"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [FieldPanel("language"), FieldPanel("words", help_text=HINT)], base_form_class=SynonymsForm
    )
