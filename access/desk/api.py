"""What does the API behind Wagtail's own screens tell? Of documents and images it asks nobody."""

from django.db.models import QuerySet
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

from access.current import principal
from access.policy import readable


class OpenDocumentsAPI(DocumentsAdminAPIViewSet):
    def get_queryset(self) -> QuerySet:
        return readable(principal(), super().get_queryset())


class OpenImagesAPI(ImagesAdminAPIViewSet):
    def get_queryset(self) -> QuerySet:
        return readable(principal(), super().get_queryset())


class OpenPagesAPI(PagesAdminAPIViewSet):
    """Reads only: the screens do not use its actions, which would go past what is confirmed there."""

    actions: dict[str, type] = {}
    # They name what the page lies in.
    meta_fields = [name for name in PagesAdminAPIViewSet.meta_fields if name != "ancestors"]


def register_endpoints(router: WagtailAPIRouter) -> None:
    router.register_endpoint("documents", OpenDocumentsAPI)
    router.register_endpoint("images", OpenImagesAPI)
    router.register_endpoint("pages", OpenPagesAPI)
