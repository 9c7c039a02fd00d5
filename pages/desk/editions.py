"""The page on which an editor starts an edition from an earlier one, and the way there."""

from collections.abc import Iterator

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from pages.models import ForumEditionPage
from pages.publishing.editions import Taken, next_number, start_edition_from


class StartEditionForm(forms.Form):
    title = forms.CharField(
        label=_("Title of the new edition"), max_length=255, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    number = forms.IntegerField(
        label=_("Number"), min_value=1, max_value=999, required=False, help_text=_("Leave empty if it has none.")
    )
    organisations = forms.BooleanField(
        label=_("Organisers and partners"), required=False, initial=True, help_text=_("With their roles, in order.")
    )
    topics = forms.BooleanField(label=_("Topics"), required=False, initial=True)
    programme = forms.BooleanField(
        label=_("Structure of the programme"),
        required=False,
        initial=True,
        help_text=_("Each session as a draft: kind, day, hours and title, without its speakers and texts."),
    )
    place = forms.BooleanField(label=_("Place and venue"), required=False)

    def taken(self) -> Taken:
        return Taken(**{name: self.cleaned_data[name] for name in ("organisations", "topics", "programme", "place")})


def can_start_from(user: AbstractBaseUser, edition: Page) -> bool:
    """Whoever may add a page below the series may start an edition there."""
    return bool(edition.get_parent().specific.permissions_for_user(user).can_add_subpage())


def start_edition(request: HttpRequest, edition_id: int) -> HttpResponse:
    edition = get_object_or_404(ForumEditionPage, pk=edition_id)
    if not can_start_from(request.user, edition):
        raise PermissionDenied
    form = StartEditionForm(request.POST or None, initial={"number": next_number(edition)})
    if request.method == "POST" and form.is_valid():
        new = start_edition_from(
            edition,
            title=form.cleaned_data["title"],
            number=form.cleaned_data["number"],
            user=request.user,
            taken=form.taken(),
        )
        messages.success(request, gettext("“%(title)s” is a draft. Now give it its dates.") % {"title": new.title})
        return redirect("wagtailadmin_pages:edit", new.pk)
    return render(request, "desk/start_edition.html", {"form": form, "edition": edition})


def edition_buttons(
    page: Page, user: AbstractBaseUser, next_url: str | None = None, view_name: str | None = None
) -> Iterator[Button]:
    """A button on editions, in listings and in the page's header."""
    if page.specific_class is ForumEditionPage and can_start_from(user, page):
        yield Button(
            _("Start the next edition from this one"),
            reverse("desk_start_edition", args=[page.pk]),
            icon_name="copy",
            priority=55,
        )


urlpatterns = [path("desk/editions/<int:edition_id>/next/", start_edition, name="desk_start_edition")]
