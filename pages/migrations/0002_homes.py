"""A locale and a home page for every language, in place of Wagtail's welcome page."""

import uuid

from django.conf import settings
from django.db import migrations


def create_homes(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    HomePage = apps.get_model("pages", "HomePage")

    Site.objects.all().delete()
    Page.objects.filter(depth__gt=1).delete()
    content_type, _created = ContentType.objects.get_or_create(app_label="pages", model="homepage")
    codes = sorted((code for code, _name in settings.LANGUAGES), key=lambda code: code != settings.LANGUAGE_CODE)
    work = uuid.uuid4()
    homes = [
        HomePage.objects.create(
            title=settings.WAGTAIL_SITE_NAME,
            draft_title=settings.WAGTAIL_SITE_NAME,
            slug=f"home-{code}",
            url_path=f"/home-{code}/",
            path=f"0001{position:04d}",
            depth=2,
            numchild=0,
            content_type=content_type,
            locale=Locale.objects.get_or_create(language_code=code)[0],
            translation_key=work,
        )
        for position, code in enumerate(codes, start=1)
    ]
    Page.objects.filter(depth=1).update(numchild=len(homes))
    Site.objects.create(
        hostname="localhost", port=80, root_page=homes[0], is_default_site=True, site_name=settings.WAGTAIL_SITE_NAME
    )


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(create_homes, migrations.RunPython.noop)]
