"""What does Wagtail's desk show of pages: forms, drafts, versions, lists, choosers, reports, workflows?"""

from access.surfaces.declaring import Answer, Kind, others, views

PAGE = "wagtailcore.Page"
REVISION = "wagtailcore.Revision"
WORKFLOW = "wagtailcore.Workflow"
TASK = "wagtailcore.Task"
TASK_STATE = "wagtailcore.TaskState"
WORKFLOW_STATE = "wagtailcore.WorkflowState"
RIGHTS = "access.desk.rights.OpenPagePermissionTester"
LISTS = "access.desk.rights.OpenPagePermissionPolicy"
USES = "access.desk.lists.references_to"
LOG = "access.desk.lists.page_log"
GATE = "access.desk.gate.DeskGate"
BULK = "access.desk.lists.chosen_in_bulk"
LISTED = "access.desk.rights.open_in_explorer"
CHOSEN = "access.desk.rights.open_in_chooser"

SURFACES = [
    # Who may read is set in one place only, which is not Wagtail's dialog.
    *views(
        Answer.CLOSED,
        [
            "<int:page_id>/privacy/",
        ],
        below="admin/pages/",
        page_id=PAGE,
    ),
    *views(
        Answer.DESK,
        [
            "",
            "pages/",
            "pages/<int:parent_page_id>/",
            "pages/<int:parent_page_id>/results/",
            "pages/search/",
            "pages/search/results/",
        ],
        asks=LISTED,
        below="admin/",
        parent_page_id=PAGE,
    ),
    *views(
        Answer.DESK,
        [
            "",
            "<int:parent_page_id>/",
            "search/",
        ],
        asks=CHOSEN,
        below="admin/choose-page/",
        parent_page_id=PAGE,
    ),
    *views(Answer.DESK, ["chosen-multiple/"], asks=GATE, below="admin/choose-page/"),
    *views(
        Answer.DESK,
        [
            "",
            "<int:pk>/",
            "<int:pk>/action/<str:action_name>/",
            "find/",
        ],
        asks=LISTS,
        below="admin/api/main/pages/",
        pk=PAGE,
    ),
    *views(
        Answer.DESK,
        [
            r"(?P<pk>\d+)/revisions/compare/(?P<revision_id_a>live|earliest|\d+)\.\.\.(?P<revision_id_b>live|latest|\d+)/$",
            "<int:page_id>/history/",
            "<int:page_id>/history/results/",
            "<int:page_id>/revisions/",
            "<int:page_id>/revisions/<int:revision_id>/revert/",
            "<int:page_id>/revisions/<int:revision_id>/unschedule/",
            "<int:page_id>/revisions/<int:revision_id>/view/",
            "<int:page_id>/view_draft/",
            "<int:page_id>/workflow_history/",
            "<int:page_id>/workflow_history/detail/<int:workflow_state_id>/",
        ],
        asks=RIGHTS,
        below="admin/pages/",
        page_id=PAGE,
        pk=PAGE,
        revision_id=REVISION,
        revision_id_a=REVISION,
        revision_id_b=REVISION,
        workflow_state_id=WORKFLOW_STATE,
    ),
    *views(
        Answer.DESK,
        [
            "<int:page_id>/usage/",
            "usage/<slug:content_type_app_name>/<slug:content_type_model_name>/",
            "usage/<slug:content_type_app_name>/<slug:content_type_model_name>/results/",
        ],
        asks=USES,
        below="admin/pages/",
        page_id=PAGE,
    ),
    *views(
        Answer.DESK,
        [
            "workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
            "workflow/collect_action_data/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
            "workflow/confirm_cancellation/<int:page_id>/",
            "workflow/preview/<int:page_id>/<int:task_id>/",
        ],
        asks=RIGHTS,
        below="admin/pages/",
        page_id=PAGE,
        task_id=TASK,
        task_state_id=TASK_STATE,
    ),
    *views(
        Answer.DESK,
        [
            "<int:page_id>/convert_alias/",
            "<int:page_id>/copy/",
            "<int:page_id>/delete/",
            "<int:page_id>/edit/",
            "<int:page_id>/edit/preview/",
            "<int:page_id>/lock/",
            "<int:page_id>/unlock/",
            "<int:page_id>/unpublish/",
            "<int:page_to_move_id>/move/",
            "<int:page_to_move_id>/move/<int:destination_id>/confirm/",
            "<int:page_to_move_id>/set_position/",
            "<int:parent_page_id>/add_subpage/",
            "add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
            "add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/preview/",
            "create/<slug:app_label>/<slug:model_name>",
        ],
        asks=RIGHTS,
        below="admin/pages/",
        page_id=PAGE,
        parent_page_id=PAGE,
        page_to_move_id=PAGE,
        destination_id=PAGE,
    ),
    *views(
        Answer.DESK,
        [
            "aging-pages/",
            "aging-pages/results/",
            "locked/",
            "locked/results/",
            "page-types-usage/",
            "page-types-usage/results/",
            "workflow/",
            "workflow/results/",
            "workflow_tasks/",
            "workflow_tasks/results/",
        ],
        asks=LISTS,
        below="admin/reports/",
    ),
    *views(Answer.DESK, ["site-history/", "site-history/results/"], asks=LOG, below="admin/reports/"),
    *views(
        Answer.DESK,
        [
            "remove/<int:page_pk>/",
            "remove/<int:page_pk>/<int:workflow_pk>/",
            "usage/<int:pk>/",
            "usage/<int:pk>/results/",
        ],
        asks=GATE,
        below="admin/workflows/",
        pk=WORKFLOW,
        page_pk=PAGE,
        workflow_pk=WORKFLOW,
    ),
    *views(
        Answer.RIGHT,
        [
            "task_chooser/",
            "task_chooser/<int:task_id>/",
            "task_chooser/create/",
            "task_chooser/results/",
            "tasks/add/<str:app_label>/<str:model_name>/",
            "tasks/disable/<int:pk>/",
            "tasks/edit/<int:pk>/",
            "tasks/enable/<int:pk>/",
            "tasks/index/",
            "tasks/index/results/",
            "tasks/select_type/",
        ],
        below="admin/workflows/",
        pk=TASK,
        task_id=TASK,
    ),
    *views(
        Answer.RIGHT,
        [
            "add/",
            "disable/<int:pk>/",
            "edit/<int:pk>/",
            "enable/<int:pk>/",
            "list/",
            "list/results/",
        ],
        below="admin/workflows/",
        pk=WORKFLOW,
    ),
    *views(Answer.DESK, ["bulk/<str:app_label>/<str:model_name>/<str:action>/"], asks=BULK, below="admin/"),
    # The key in the address is of a page, or of anything else that is edited.
    *views(
        Answer.DESK,
        [
            "editing-sessions/ping/<str:app_label>/<str:model_name>/<str:object_id>/<int:session_id>/",
        ],
        asks=RIGHTS,
        below="admin/",
        session_id="wagtailadmin.EditingSession",
    ),
    *others(
        Kind.ACTION,
        Answer.DESK,
        [
            "api page convert_alias",
            "api page copy",
            "api page copy_for_translation",
            "api page create_alias",
            "api page delete",
            "api page move",
            "api page publish",
            "api page revert_to_page_revision",
            "api page unpublish",
        ],
        asks=RIGHTS,
    ),
    *others(
        Kind.ACTION,
        Answer.DESK,
        [
            "bulk wagtailcore.page delete",
            "bulk wagtailcore.page move",
            "bulk wagtailcore.page publish",
            "bulk wagtailcore.page unpublish",
        ],
        asks=BULK,
    ),
    *others(
        Kind.MAIL,
        Answer.POLICY,
        [
            "wagtailadmin/notifications/approved",
            "wagtailadmin/notifications/base",
            "wagtailadmin/notifications/rejected",
            "wagtailadmin/notifications/task_state_approved",
            "wagtailadmin/notifications/task_state_rejected",
            "wagtailadmin/notifications/task_state_submitted",
            "wagtailadmin/notifications/updated_comments",
            "wagtailadmin/notifications/workflow_state_approved",
            "wagtailadmin/notifications/workflow_state_rejected",
            "wagtailadmin/notifications/workflow_state_submitted",
        ],
        asks="access.desk.mails.recipients_of_step",
    ),
]
