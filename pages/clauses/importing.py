"""How do the parts of a text come into a page?"""

import json
from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import Revision

from pages.clauses.parts import Part
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
