"""Which other works speak of this one? The other direction of relations, shown where they are written."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel
from wagtail.models import Page

from access.current import principal
from access.policy import open_works
from pages.models import PageRelation, RecommendationPage, RelatedOutcome


class RelationsFromPanel(Panel):
    """A read-only list: what other pages state about this work, in any language version of it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "desk/named_on.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Mapping[str, object] | None = None) -> dict[str, object]:
            context = super().get_context_data(parent_context)
            return {**context, "mentions": mentions_of(self.instance)}


def mentions_of(page: Page) -> list[dict[str, str]]:
    """What names `page`: relations stated elsewhere, recommendations drawn from it, news about it."""
    versions = Page.objects.filter(translation_key=page.translation_key).values("pk")
    mentions = [
        (relation.page, relation.get_kind_display())
        for relation in PageRelation.objects.filter(target__in=versions).select_related("page__locale")
    ]
    mentions += [
        (recommendation, _("recommendation drawn from this page"))
        for recommendation in RecommendationPage.objects.filter(source__in=versions).select_related("locale")
    ]
    mentions += [
        (outcome.page, _("news about this page"))
        for outcome in RelatedOutcome.objects.filter(outcome__in=versions).select_related("page__locale")
    ]
    opened = open_works(principal(), (other.translation_key for other, _kind in mentions))
    return [
        {
            "title": other.get_admin_display_title(),
            "kind": str(kind),
            "language": other.locale.language_code,
            "url": reverse("wagtailadmin_pages:edit", args=[other.pk]),
        }
        for other, kind in mentions
        if other.translation_key in opened
    ]
