from django.db import migrations, models
import modelcluster.fields


class Migration(migrations.Migration):
    dependencies = [("pages", "0003_editorial_groups"), ("wagtailcore", "0098_apitoken")]
    operations = [
        migrations.RenameModel("PaperFile", "WorkFile"),
        migrations.AlterField(
            model_name="workfile",
            name="page",
            field=modelcluster.fields.ParentalKey(
                on_delete=models.deletion.CASCADE, related_name="files", to="wagtailcore.page"
            ),
        ),
    ]
