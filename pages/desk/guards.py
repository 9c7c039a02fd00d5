"""The other ways to publication, besides the page's own form: none of them lets half a page through."""

from collections.abc import Iterable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet, page_viewset_registry
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

from pages.models import BasePage
from pages.publishing.completeness import Missing, missing


def complain(request: HttpRequest, page: Page, lacks: list[Missing]) -> None:
    """Say what `page` lacks, with a button to the place where it can be given."""
    messages.error(
        request,
        gettext("“%(title)s” is not complete: %(lacks)s")
        % {"title": page.get_admin_display_title(), "lacks": " ".join(str(lack.message) for lack in lacks)},
        buttons=[messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), gettext("Edit"))],
    )


def lacks_of(page: Page) -> list[Missing]:
    """What the page as last edited lacks; other than our own types lack nothing."""
    edited = page.get_latest_revision_as_object()
    return missing(edited) if isinstance(edited, BasePage) else []


class CompleteWorkflowActionView(WorkflowActionView):
    """Approving from a list or from the preview asks the same as approving in the form."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        lacks = lacks_of(self.object) if self.action_name == "approve" else []
        if not lacks:
            return super().post(request, *args, **kwargs)
        complain(request, self.object, lacks)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(request, {"step": "success", "redirect": self.redirect_url})
        return redirect(self.redirect_url)


class UpdateWithoutPublishingForm(UpdateTranslationsForm):
    """Bringing translations up to their source publishes nothing: that is done per language, by publishers."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["publish_translations"] = forms.BooleanField(
            required=False, disabled=True, widget=forms.HiddenInput
        )


class UpdateWithoutPublishingView(UpdateTranslationsView):
    def get_form(self) -> UpdateWithoutPublishingForm:
        return UpdateWithoutPublishingForm(self.request.POST if self.request.method == "POST" else None)


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Page], action: object
) -> HttpResponse | None:
    """Publishing many at once stops before the first when one of them is not complete."""
    if action_type != "publish" or request.method != "POST":
        return None
    with_below = bool(request.POST.get("include_descendants"))
    incomplete = [(page, lacks) for page in _published_by(objects, with_below) if (lacks := lacks_of(page))]
    for page, lacks in incomplete:
        complain(request, page, lacks)
    if incomplete:
        return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))
    return None


def _published_by(objects: Iterable[Page], with_below: bool) -> Iterable[Page]:
    for page in objects:
        yield page
        if with_below:
            yield from page.get_descendants().not_live().specific()


def before_edit_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The translation editor has a form of its own: what it would publish is checked as it stands."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    if translation is None or not page.permissions_for_user(request.user).can_publish():
        return None
    # What is not translated falls back to the source, so the translation lacks what the source lacks.
    if lacks := missing(translation.source.as_instance()):
        complain(request, page, lacks)
        return redirect(request.path)
    return None


class WorkViewSet(PageViewSet):
    """Wagtail's own views for our page types, but for the one above."""

    model = Page
    workflow_action_view_class = CompleteWorkflowActionView

    def on_register(self) -> None:
        page_viewset_registry.register(BasePage, self)


# Found before the translation package's own view, which has the same address and keeps its name.
urlpatterns = [path("localize/update/<int:translation_source_id>/", UpdateWithoutPublishingView.as_view())]
