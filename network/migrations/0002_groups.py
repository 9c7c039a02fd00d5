"""Members, and those who vet them."""

from django.db import migrations


def permission(apps, app_label, model, codename, name):
    """The permission, made here when Django has not yet made it (it does so after all migrations)."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _created = ContentType.objects.get_or_create(app_label=app_label, model=model)
    return Permission.objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )[0]


def create_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Group.objects.get_or_create(name="Members")
    vetters, _created = Group.objects.get_or_create(name="Membership officers")
    vetters.permissions.add(
        permission(apps, "wagtailadmin", "admin", "access_admin", "Can access Wagtail admin"),
        permission(apps, "network", "membership", "vet_members", "Can vet members"),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_initial"),
        ("pages", "0003_editorial_groups"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(create_groups, migrations.RunPython.noop)]
