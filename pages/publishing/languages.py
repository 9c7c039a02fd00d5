"""How does a language begin: its locale, and a home page for its readers?"""

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page

from pages.models import HomePage


@transaction.atomic
def open_language(code: str) -> bool:
    """Make what the language lacks; False when it had everything. Its home is a version of the other homes."""
    locale, is_new = Locale.objects.get_or_create(language_code=code)
    if HomePage.objects.filter(locale=locale, depth=2).exists():
        return is_new
    home = HomePage(title=settings.WAGTAIL_SITE_NAME, slug=f"home-{code}", locale=locale)
    if first := HomePage.objects.filter(depth=2).order_by("path").first():
        home.translation_key = first.translation_key
    Page.get_first_root_node().add_child(instance=home)
    return True
