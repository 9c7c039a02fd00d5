"""Who publishes may also decide that more people read."""

from django.db import migrations


def permit(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    rules, _created = ContentType.objects.get_or_create(app_label="access", model="accessrule")
    widen, _created = Permission.objects.get_or_create(
        content_type=rules, codename="widen_access", defaults={"name": "Can let more people read"}
    )
    for group in Group.objects.filter(name="Publishers"):
        group.permissions.add(widen)


class Migration(migrations.Migration):
    dependencies = [("pages", "0004_files_of_any_work"), ("access", "0002_permissions")]
    operations = [migrations.RunPython(permit, migrations.RunPython.noop)]
