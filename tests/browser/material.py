"""Adds to the demonstration an account for each part in publishing, and a piece of news in Arabic alone."""

import django

from tests.browser.addresses import ONLY_IN_ARABIC

# User name and groups; the password is the name, twice.
PEOPLE = {
    "author": ("Authors",),
    "reviewer": ("Reviewers",),
    "publisher": ("Publishers",),
    "translator": ("Translators",),
    # Has a passkey after the test of passkeys, so no other test signs in as this one.
    "keyholder": ("Authors",),
}


def password(name: str) -> str:
    return f"{name}-{name}"


def owner(name: str) -> dict[str, str]:
    return {"email": f"{name}@example.org", "first_name": name.capitalize(), "last_name": "Example"}


def create_people() -> None:
    from allauth.account.models import EmailAddress
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group

    users = get_user_model().objects
    users.create_superuser("administrator", password=password("administrator"), **owner("administrator"))
    for name, groups in PEOPLE.items():
        user = users.create_user(name, password=password(name), **owner(name))
        user.groups.set(Group.objects.filter(name__in=groups))
    for user in users.all():
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)


def publish_in_arabic_only() -> None:
    from wagtail.models import Page

    from pages.models import IndexPage, NewsPage

    listing = IndexPage.objects.get(locale__language_code="ar", slug="news")
    slug = ONLY_IN_ARABIC.rpartition("/")[2]
    item = NewsPage(title="خبر بالعربية وحدها", slug=slug, locale_id=listing.locale_id)
    Page.objects.get(pk=listing.pk).add_child(instance=item)


def main() -> None:
    django.setup()
    publish_in_arabic_only()
    create_people()


if __name__ == "__main__":
    main()
