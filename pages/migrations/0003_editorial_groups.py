"""Who may do what at the desk: four groups with their rights, and the way from a draft to publication.

They take the place of Wagtail's "Editors" and "Moderators" and of its one-step workflow.
"""

from django.db import migrations

PAGE_RIGHTS = {
    "Authors": ["add"],
    "Reviewers": ["change"],
    "Publishers": ["add", "change", "publish", "lock", "unlock"],
    "Translators": ["change"],
}
# Wagtail keeps the rights over a custom image or document model with its own models.
LIBRARY_MODELS = [("wagtailimages", "image"), ("wagtaildocs", "document")]
LIBRARY_RIGHTS = {
    "Authors": ["add", "choose"],
    "Reviewers": ["add", "change", "choose"],
    "Publishers": ["add", "change", "choose"],
    "Translators": ["choose"],
}
RECORD_RIGHTS = {
    "Authors": {"person": ["add"], "organisation": ["add"], "topic": ["view"]},
    "Reviewers": {"person": ["add", "change"], "organisation": ["add", "change"], "topic": ["view"]},
    "Publishers": {
        "person": ["add", "change", "delete"],
        "organisation": ["add", "change", "delete"],
        "topic": ["add", "change", "delete"],
    },
    # To give a record its name in their language.
    "Translators": {"person": ["change"], "organisation": ["change"], "topic": ["change"]},
}
OTHER_RIGHTS = {"Translators": [("wagtail_localize", "translation", "submit_translation")]}

# Kept in the database, so in no one's language: each name says it in the three.
WORKFLOW = "Draft → Review → Publication · مسودة ← مراجعة ← نشر · Brouillon → Relecture → Publication"
STEPS = [("Review · مراجعة · Relecture", "Reviewers"), ("Publication · نشر · Publication", "Publishers")]


def permission(apps, app_label, model, codename):
    """The permission, made here when Django has not yet made it (it does so after all migrations)."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _created = ContentType.objects.get_or_create(app_label=app_label, model=model)
    name = "Can " + codename.replace("_", " ")
    return Permission.objects.get_or_create(content_type=content_type, codename=codename, defaults={"name": name})[0]


def create_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Collection = apps.get_model("wagtailcore", "Collection")
    Page = apps.get_model("wagtailcore", "Page")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    root = Page.objects.get(depth=1)
    shelf = Collection.objects.get(depth=1)

    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()
    for name, page_rights in PAGE_RIGHTS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(permission(apps, "wagtailadmin", "admin", "access_admin"))
        for right in page_rights:
            GroupPagePermission.objects.get_or_create(
                group=group, page=root, permission=permission(apps, "wagtailcore", "page", f"{right}_page")
            )
        for app_label, model in LIBRARY_MODELS:
            for right in LIBRARY_RIGHTS[name]:
                GroupCollectionPermission.objects.get_or_create(
                    group=group,
                    collection=shelf,
                    permission=permission(apps, app_label, model, f"{right}_{model}"),
                )
        for model, rights in RECORD_RIGHTS[name].items():
            group.permissions.add(*(permission(apps, "pages", model, f"{right}_{model}") for right in rights))
        group.permissions.add(*(permission(apps, *right) for right in OTHER_RIGHTS.get(name, [])))


def create_workflow(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    GroupApprovalTask = apps.get_model("wagtailcore", "GroupApprovalTask")
    Page = apps.get_model("wagtailcore", "Page")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    WorkflowPage = apps.get_model("wagtailcore", "WorkflowPage")
    WorkflowTask = apps.get_model("wagtailcore", "WorkflowTask")
    root = Page.objects.get(depth=1)

    former = Workflow.objects.filter(workflow_pages__page=root)
    tasks = list(WorkflowTask.objects.filter(workflow__in=former).values_list("task_id", flat=True))
    former.delete()
    GroupApprovalTask.objects.filter(pk__in=tasks).delete()

    task_type, _created = ContentType.objects.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
    workflow = Workflow.objects.create(name=WORKFLOW, active=True)
    for position, (step, group) in enumerate(STEPS):
        task = GroupApprovalTask.objects.create(name=step, active=True, content_type=task_type)
        task.groups.add(Group.objects.get(name=group))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=position)
    WorkflowPage.objects.create(workflow=workflow, page=root)


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0002_homes"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        # Both give rights to the groups that they find; ours come after and get no more than is written here.
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]
    operations = [
        migrations.RunPython(create_groups, migrations.RunPython.noop),
        migrations.RunPython(create_workflow, migrations.RunPython.noop),
    ]
