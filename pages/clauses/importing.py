"""How do the parts of a text come into a page, and into its versions in other languages?"""

import json
from collections.abc import Iterable, Mapping

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.models import Locale, Page, Revision

from pages.clauses.parts import Part, PartKind
from pages.clauses.stream import to_stream
from pages.models import DeclarationPage


def import_clauses(
    page: DeclarationPage, parts: Iterable[Part], *, user: AbstractBaseUser | None = None, publish: bool = False
) -> Revision:
    """Put `parts` in the place of the page's clauses, in a new revision on its latest draft; publish it if asked."""
    draft = page.get_latest_revision_as_object()
    draft.clauses = json.dumps(to_stream(parts))
    revision = draft.save_revision(user=user, log_action=True)
    if publish:
        revision.publish(user=user)
    return revision


def version_in(page: DeclarationPage, language: str) -> DeclarationPage | None:
    """The page or its version in `language`, published or not."""
    if page.locale.language_code == language:
        return page
    return page.get_translations().filter(locale__language_code=language).first()


def can_import(page: DeclarationPage, language: str, user: AbstractBaseUser) -> bool:
    """Whether `user` may change the version in `language`, or add it where it would come to lie."""
    version = version_in(page, language)
    if version is not None:
        lock = version.get_lock()
        return bool(version.permissions_for_user(user).can_edit() and not (lock and lock.for_user(user)))
    above = _nearest_translated(page, language)
    return bool(above and above.specific.permissions_for_user(user).can_add_subpage())


def _nearest_translated(page: Page, language: str) -> Page | None:
    """The version in `language` of the nearest page above that has one; what lies between is made with it."""
    keys = [above.translation_key for above in page.get_ancestors().order_by("-depth")]
    found = {
        version.translation_key: version
        for version in Page.objects.filter(translation_key__in=keys, locale__language_code=language)
    }
    return next((found[key] for key in keys if key in found), None)


@transaction.atomic
def import_texts(
    page: DeclarationPage,
    texts: Mapping[str, list[Part]],
    *,
    user: AbstractBaseUser | None = None,
    publish: bool = False,
) -> dict[str, DeclarationPage]:
    """Import each language's text into its version; a version that is missing is made as a draft, with its title."""
    done: dict[str, DeclarationPage] = {}
    for language, parts in texts.items():
        version = version_in(page, language) or _new_version(page, language, parts)
        import_clauses(version, parts, user=user, publish=publish)
        done[language] = version
    return done


def _new_version(page: DeclarationPage, language: str, parts: list[Part]) -> DeclarationPage:
    locale = Locale.objects.get(language_code=language)
    version = page.copy_for_translation(locale, copy_parents=True)
    title = next((part.text for part in parts if part.kind == PartKind.TITLE), "")
    if title:
        version.title = version.draft_title = title[:255]
        version.save()
        version.save_revision()
    return version
