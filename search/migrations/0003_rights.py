"""Publishers keep synonyms and see what was not found; translators, who know the languages, add and correct them."""

from django.db import migrations

RIGHTS = {
    "Publishers": [
        ("synonyms", "add"),
        ("synonyms", "change"),
        ("synonyms", "delete"),
        ("unansweredsearch", "view"),
    ],
    "Translators": [("synonyms", "add"), ("synonyms", "change")],
}


def permit(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    for group in Group.objects.filter(name__in=RIGHTS):
        for model, right in RIGHTS[group.name]:
            content_type, _created = ContentType.objects.get_or_create(app_label="search", model=model)
            codename = f"{right}_{model}"
            permission, _created = Permission.objects.get_or_create(
                content_type=content_type, codename=codename, defaults={"name": f"Can {right} {model}"}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_first_synonyms"), ("pages", "0005_access_rights")]
    operations = [migrations.RunPython(permit, migrations.RunPython.noop)]
