"""How does a test make pages that are published at once?"""

from wagtail.models import Locale, Page

from pages.models import BasePage, HomePage


def home_pages() -> dict[str, HomePage]:
    """The home page of each language."""
    return {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}


def add_page(parent: Page, model: type[BasePage], **fields: object) -> BasePage:
    """A published page below `parent`, in its language."""
    page = model(locale_id=parent.locale_id, **fields)
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    return page


def translated(page: BasePage, code: str, **fields: object) -> BasePage:
    """A published copy of `page` in another language, parents included."""
    copy = page.copy_for_translation(Locale.objects.get(language_code=code), copy_parents=True)
    for name, value in fields.items():
        setattr(copy, name, value)
    for version in [*copy.get_ancestors().filter(live=False).specific(), copy]:
        version.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)


def reload(page: BasePage) -> BasePage:
    return type(page).objects.get(pk=page.pk)
