"""May this be moved, copied or made a page of its own? What lets more people read takes the right and a tick."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

from access.assigning import assign_files
from access.changing import record
from access.effects import Effect, effect_of_copying, effect_of_doing
from access.moving import works_made_from
from access.objects import Target
from access.rights import WIDEN

TICK = "let_more_people_read"


def before_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    if not page.permissions_for_user(request.user).can_move_to(destination):
        return None
    return answer_to(request, effect_of_doing(lambda: _move([page], destination)), page)


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: BulkAction
) -> HttpResponse | None:
    objects = list(objects)
    if request.method != "POST" or not objects:
        return None
    form = action.cleaned_form.cleaned_data
    if action_type == "move":
        return answer_to(request, effect_of_doing(lambda: _move(objects, form["chooser"])), objects[0])
    if action_type == "add_to_collection":
        return answer_to(request, effect_of_doing(lambda: put_into(objects, form["collection"])), objects[0], log=True)
    return None


def after_bulk_action(request: HttpRequest, action_type: str, objects: Iterable[Model], action: BulkAction) -> None:
    """Wagtail writes the new collection of many files in one statement, which tells nobody."""
    if action_type == "add_to_collection":
        assign_files()


def before_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    """An alias is never read by more people than its source; a copy may be."""
    if request.method != "POST":
        return None
    form_class = getattr(page.specific_class, "copy_form_class", CopyForm)
    form = form_class(request.POST, user=request.user, page=page)
    if not form.is_valid() or form.cleaned_data.get("alias"):
        return None
    to = form.cleaned_data["new_parent_page"] or page.get_parent()
    if not to.permissions_for_user(request.user).can_add_subpage():
        return None
    is_recursive = bool(form.cleaned_data.get("copy_subpages"))
    effect = effect_of_copying(lambda: _copy(page, to, form.cleaned_data["new_slug"], is_recursive=is_recursive))
    return answer_to(request, effect, page, log=True)


def before_convert_alias(request: HttpRequest, page: Page) -> HttpResponse | None:
    def convert() -> None:
        ConvertAliasPageAction(Page.objects.get(pk=page.pk).specific).execute(skip_permission_checks=True)

    return answer_to(request, effect_of_doing(convert), page, log=True)


def answer_to(request: HttpRequest, effect: Effect, obj: Model, *, log: bool = False) -> HttpResponse | None:
    """None when what was asked may go on; `log` where nothing else tells the log of it."""
    if not effect.widens:
        return None
    if not request.user.has_perm(WIDEN):
        messages.error(request, gettext("More people could read it than now. You may not let more people read."))
        return redirect("wagtailadmin_home")
    if request.method == "POST" and TICK in request.POST:
        if log:
            _record(request.user, effect, obj)
        return None
    sent = [
        (name, value) for name, values in request.POST.lists() for value in values if name != "csrfmiddlewaretoken"
    ]
    context = {"name": Target.of(obj).name, "effect": effect, "sent": sent, "tick": TICK}
    return render(request, "desk/confirm_widening.html", context)


def put_into(files: Iterable[Model], collection: Model) -> None:
    for file in files:
        moved = type(file)._default_manager.get(pk=file.pk)
        moved.collection = collection
        moved.save()


def _move(pages: Iterable[Page], destination: Page) -> None:
    """Of copies in memory, which keep where they were."""
    for page in pages:
        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=destination.pk), pos="last-child")


def _copy(page: Page, to: Page, slug: str, *, is_recursive: bool) -> Mapping[UUID, UUID]:
    source = Page.objects.get(pk=page.pk).specific
    action = CopyPageAction(
        source,
        to=Page.objects.get(pk=to.pk),
        update_attrs={"slug": slug},
        recursive=is_recursive,
        keep_live=False,
        log_action=None,
    )
    copy = action.execute(skip_permission_checks=True)
    return works_made_from(source, copy, with_below=is_recursive)


def _record(user: AbstractBaseUser, effect: Effect, obj: Model) -> None:
    people = "everyone" if effect.opens.people is None else f"people={effect.opens.people}"
    words = f"pages={effect.opens.pages} files={effect.opens.files} {people}"
    record(Target.of(obj), "let more read", by=user, after=words)
