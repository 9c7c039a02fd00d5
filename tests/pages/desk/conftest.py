"""What the desk's tests share: someone at the desk, a few works, a form's data as a browser sends it."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.forms import BaseForm
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file
from wagtail.users.models import UserProfile

from library.models import LibraryDocument, LibraryImage
from pages.models import BasePage, DeclarationPage, ForumEditionPage, ForumSeriesPage, IndexPage, RecommendationPage
from tests.making import add_page, home_pages, reload


@pytest.fixture
def at_desk(db: None) -> Callable[..., Client]:
    """`at_desk("Authors", language="fr")`: a browser in which a member of the groups is logged in."""

    def log_in(*groups: str, language: str = "en", **fields: object) -> Client:
        user = User.objects.create_user("-".join(groups) or "chief", password="secret", **fields)
        user.groups.set(Group.objects.filter(name__in=groups))
        client = Client()
        client.force_login(user)
        client.user = user
        speak(user, language)
        return client

    return log_in


def speak(user: User, language: str) -> None:
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()


@pytest.fixture
def chief(at_desk: Callable[..., Client]) -> Client:
    """The administrator's browser."""
    return at_desk(is_superuser=True)


@pytest.fixture(scope="module")
def works_of_the_module(for_the_module: Callable[..., dict[str, BasePage]]) -> dict[str, BasePage]:
    return for_the_module(make_works)


@pytest.fixture
def works(db: None, works_of_the_module: dict[str, BasePage]) -> dict[str, BasePage]:
    """A forum with an edition, a declaration and a recommendation, in English."""
    return {name: reload(page) for name, page in works_of_the_module.items()}


def make_works() -> dict[str, BasePage]:
    index = add_page(home_pages()["en"], IndexPage, title="Forums", slug="forums", lists="series")
    series = add_page(index, ForumSeriesPage, title="Forum", slug="forum")
    edition = add_page(
        series, ForumEditionPage, title="Eleventh", slug="eleventh", number=11, date_precision="unknown"
    )
    share = {"title": "Share data", "slug": "r-1", "text": "Share.", "source": edition}
    return {
        "index": index,
        "series": series,
        "edition": edition,
        "declaration": add_page(edition, DeclarationPage, title="Declaration", slug="declaration", text_status="none"),
        "recommendation": add_page(edition, RecommendationPage, **share),
    }


def form_data(form: BaseForm, **changes: object) -> dict[str, object]:
    """What a browser would send for `form` as shown, with `changes`; None leaves a field out."""
    data: dict[str, object] = {}
    _collect(form, data)
    data.update(changes)
    return {name: value for name, value in data.items() if value is not None}


def _collect(form: BaseForm, data: dict[str, object]) -> None:
    for bound in form:
        value = bound.value()
        widget = bound.field.widget
        if hasattr(value, "stream_block"):
            data[f"{bound.html_name}-count"] = 0
        elif bound.html_name.endswith("DELETE"):
            continue
        else:
            formatted = widget.format_value(value) if hasattr(widget, "format_value") else value
            data[bound.html_name] = "" if formatted is None else formatted
    for formset in getattr(form, "formsets", {}).values():
        for bound in formset.management_form:
            data[bound.html_name] = bound.value()
        for row in formset.forms:
            _collect(row, data)


def row(prefix: str, number: int, /, **fields: object) -> dict[str, object]:
    """The fields of one new inline row; add `<prefix>-TOTAL_FORMS` yourself."""
    return {
        f"{prefix}-{number}-ORDER": number + 1,
        **{f"{prefix}-{number}-{name}": value for name, value in fields.items()},
    }


@pytest.fixture
def errors() -> Callable[..., dict[str, list[str]]]:
    """`errors(response)`: the complaints of the shown form by field, inline rows under their relation."""

    def by_field(response: object) -> dict[str, list[str]]:
        form = response.context["form"]
        found = {name: [str(error) for error in messages] for name, messages in form.errors.items()}
        for name, formset in form.formsets.items():
            if complaints := [str(error) for error in formset.non_form_errors()]:
                found[name] = complaints
            for position, errors_of_row in enumerate(formset.errors):
                for field, messages in errors_of_row.items():
                    found[f"{name}-{position}-{field}"] = [str(error) for error in messages]
        return found

    return by_field


@pytest.fixture
def image(db: None) -> LibraryImage:
    file = get_test_image_file()
    return LibraryImage.objects.create(title="Hall", file=file)


@pytest.fixture
def document(db: None) -> LibraryDocument:
    return LibraryDocument.objects.create(title="Paper", file=ContentFile(b"%PDF-1.7", "paper.pdf"))
