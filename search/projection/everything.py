"""Which entries should there be?"""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from access.models import AccessRule, ClassRule, Discovery, PageAssignment
from pages.countries import is_country
from pages.languages import languages
from pages.models import Organisation, Person, Topic
from search.projection.keys import country_key, desk_key, known_key, record_key, work_key
from search.projection.subjects import thesaurus
from search.projection.uses import COUNTRIES, ORGANISATIONS, PEOPLE, uses, uses_of_topics


def everything() -> Iterator[str]:
    """All keys, in the order in which a reader misses them most."""
    yield from (work_key(work) for work in _works(Q()))
    yield from (known_key(work) for work in _works(Q(access_class__in=_known_of())))
    yield from (record_key(Person, int(pk)) for pk in uses(PEOPLE))
    yield from (record_key(Organisation, int(pk)) for pk in uses(ORGANISATIONS))
    yield from (record_key(Topic, int(pk)) for pk in uses_of_topics(thesaurus()))
    yield from (country_key(code) for code in uses(COUNTRIES) if is_country(code))
    for model in (get_document_model(), get_image_model(), Person, Organisation, Topic):
        yield from (desk_key(model, pk) for pk in model._default_manager.order_by("pk").values_list("pk", flat=True))
    yield from (
        desk_key(Page, pk) for pk in Page.objects.filter(depth__gt=1).order_by("pk").values_list("pk", flat=True)
    )


def _works(condition: Q) -> Iterator[UUID]:
    spoken = Q(page__locale__language_code__in=[code for code, _name in languages()])
    pages = PageAssignment.objects.filter(condition, spoken, page__live=True, page__alias_of=None, page__depth__gt=1)
    yield from pages.order_by("page__translation_key").values_list("page__translation_key", flat=True).distinct()


def _known_of() -> list[int]:
    rules = AccessRule.objects.exclude(discovery=Discovery.READERS).values("pk")
    return list(ClassRule.objects.filter(rule__in=rules).values_list("access_class", flat=True).distinct())
