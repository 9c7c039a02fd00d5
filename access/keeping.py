"""What becomes of rules and grants when a page is deleted? They belong to its work as long as there is a version."""

from uuid import UUID

from wagtail.models import Page

from access.models import AccessRequest, AccessRule, PageGroupGrant, PageUserGrant


def hand_over_grants(page: Page) -> None:
    """Grants on a version that goes are written again on another: Django has already gathered them for deletion."""
    other = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).first()
    if other is None:
        return
    for table, whom in ((PageUserGrant, "user_id"), (PageGroupGrant, "group_id")):
        held = table.objects.filter(content_object_id=other.pk)
        there = set(held.values_list(whom, "permission_id"))
        for grant in table.objects.filter(content_object_id=page.pk):
            if (getattr(grant, whom), grant.permission_id) not in there:
                grant.pk, grant.content_object_id = None, other.pk
                grant._state.adding = True
                grant.save(force_insert=True)


def works_of_aliases(page: Page) -> set[UUID]:
    """What takes rules from `page` wherever it lies. When `page` goes, Wagtail makes drafts of its aliases."""
    return set(page.aliases.order_by().values_list("translation_key", flat=True))


def forget_work(work: UUID) -> None:
    """Nothing is kept about a work of which no version is left."""
    if not Page.objects.filter(translation_key=work).exists():
        AccessRequest.objects.filter(work=work).delete()
        AccessRule.objects.filter(work=work).delete()
