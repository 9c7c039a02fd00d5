"""What the translation package makes of clauses: texts are offered, labels and addresses copied."""

import json

import pytest
from wagtail.models import Locale
from wagtail_localize.machine_translators.dummy import DummyTranslator
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from pages.clauses.flat import flatten
from pages.clauses.parsing import parse
from pages.clauses.stream import to_stream
from pages.models import DeclarationPage, IndexPage
from tests.pages.clauses.test_parsing import PLAIN


@pytest.fixture
def page(homes, add, translate) -> DeclarationPage:
    index = add(homes["en"], IndexPage, title="Declarations", slug="declarations", lists="declaration")
    translate(index, "fr")
    clauses = json.dumps(to_stream(parse(PLAIN.replace("applied;", "applied science;"), "en")))
    return add(index, DeclarationPage, title="Declaration", slug="declaration", clauses=clauses)


def translated(page: DeclarationPage) -> DeclarationPage:
    """The French version, every string of it put through the package's Dummy translator."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    french = Locale.objects.get(language_code="fr")
    translation = Translation.objects.create(source=source, target_locale=french)
    strings = [segment.string for segment in StringSegment.objects.filter(source=source).select_related("string")]
    values = {string.as_value() for string in strings}
    done = DummyTranslator({}).translate(page.locale, french, values)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        segment.string.translations.update_or_create(
            locale=french, context=segment.context, defaults={"data": done[segment.string.as_value()].data}
        )
    translation.save_target(publish=True)
    return DeclarationPage.objects.get(locale=french)


def test_labels_and_addresses_stay_and_every_text_is_translated(page) -> None:
    before, after = flatten(page.clauses), flatten(translated(page).clauses)
    assert [(clause.kind, clause.anchor, clause.label) for clause in after] == [
        (clause.kind, clause.anchor, clause.label) for clause in before
    ]
    texts = {clause.anchor: clause.text for clause in after}
    assert texts["rec-1"] == "Nations, United the of Charter the Recalling"
    assert texts["c-1"] == "up: set is forum A"
    assert texts["c-1-a"] == "training; for"
    assert texts["c-1-b-i"] == "science; applied"
    assert texts["annex-1"].startswith("members Founding I: Annex")


def test_no_label_or_address_is_offered_for_translation(page) -> None:
    source, _created = TranslationSource.update_or_create_from_instance(page)
    paths = set(StringSegment.objects.filter(source=source).values_list("context__path", flat=True))
    clause_paths = {path for path in paths if path.startswith("clauses.")}
    assert {path.rsplit(".", 1)[1] for path in clause_paths} == {"text", "title"}
    assert len(clause_paths) == 12
