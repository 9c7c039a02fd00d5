"""How is a session shown: when and where, who took part, what was written for it?"""

from django.http import HttpRequest

from pages.languages import current
from pages.models import SessionPage
from pages.naming import kind_name
from pages.queries.sessions import session_parts
from pages.text.dates import hours
from pages.views.frame import Shown, render_work
from pages.views.programme import date_of
from pages.views.registry import shows


@shows(SessionPage)
def session(request: HttpRequest, page: SessionPage) -> Shown:
    parts = session_parts(page, current())
    return render_work(
        request,
        page,
        "pages/session.html",
        parts=parts,
        hours=hours(page.starts_at, page.ends_at, current()) or page.time_text,
        date=date_of(parts.edition, page.day) if parts.edition else None,
        session_kind=kind_name(page),
    )
