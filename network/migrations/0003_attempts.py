"""The table in which attempts are counted for all processes, unless CACHE_URL names another place."""

from django.core.management import call_command
from django.db import migrations


def create_table(apps, schema_editor):
    call_command("createcachetable", "network_attempts", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("network", "0002_groups")]
    operations = [migrations.RunPython(create_table, migrations.RunPython.noop)]
