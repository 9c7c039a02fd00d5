"""How is a topic shown, and the tree of topics?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from pages.languages import current
from pages.models import Topic
from pages.queries.names import fetch_names
from pages.queries.records.in_use import topics_in_use
from pages.queries.records.ordering import alphabetical
from pages.queries.records.sections import sections
from pages.queries.records.topics import mentions_of_topic, tree
from pages.topics.schemes import SCHEMES
from pages.views.frame import Link
from pages.views.records.frame import render_record
from pages.views.records.names import other_names


def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """A topic some work has, or one above such a topic; any other is not found."""
    in_use = topics_in_use()
    record = next((found for found in in_use.values() if found.slug == slug), None)
    if record is None:
        raise Http404
    narrower = [found for found in in_use.values() if found.broader_id == record.pk]
    broader = in_use.get(record.broader_id)
    fetch_names([broader, *narrower])
    record = Topic.objects.prefetch_related("labels").get(pk=record.pk)
    texts = record.texts(current())
    return render_record(
        request,
        "records/topic.html",
        title=record.label(current()).text,
        name="topic",
        slug=slug,
        record=record,
        description=texts.definition if texts else "",
        above=Link(_("Topics"), reverse("topics")),
        texts=texts,
        alternatives=texts.alternatives.splitlines() if texts else [],
        other_names=other_names(record),
        broader=broader,
        narrower=alphabetical(narrower, current()),
        scheme=SCHEMES.get(record.scheme),
        sections=sections(mentions_of_topic(record)),
    )


def topics(request: HttpRequest) -> HttpResponse:
    in_use = topics_in_use()
    fetch_names(in_use.values())
    return render_record(
        request, "records/topics.html", title=_("Topics"), name="topics", branches=tree(in_use, current())
    )
