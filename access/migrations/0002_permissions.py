"""The permission to read a page, which Wagtail does not make, and the groups of those who read more or check."""

from django.db import migrations

GROUPS = {
    "Members": [],
    "Auditors": [("wagtailadmin", "admin", "access_admin"), ("access", "auditentry", "view_auditentry")],
}


def permission(apps, app_label, model, codename):
    """The permission, made here when Django has not yet made it (it does so after all migrations)."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _created = ContentType.objects.get_or_create(app_label=app_label, model=model)
    name = "Can " + codename.replace("_", " ")
    return Permission.objects.get_or_create(content_type=content_type, codename=codename, defaults={"name": name})[0]


def create(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    permission(apps, "wagtailcore", "page", "view_page")
    for name, rights in GROUPS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*(permission(apps, *right) for right in rights))


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
