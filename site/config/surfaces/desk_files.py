"""What does Wagtail's desk show of documents, images and collections?"""

from access.surfaces.declaring import Answer, Kind, others, views

DOCUMENT = "library.LibraryDocument"
IMAGE = "library.LibraryImage"
UPLOAD = "wagtailcore.UploadedFile"
COLLECTION = "wagtailcore.Collection"
FILES = "access.desk.files.OpenFilePolicy"
USES = "access.desk.lists.references_to"
GATE = "access.desk.gate.DeskGate"
BULK = "access.desk.lists.chosen_in_bulk"
SHELVES = "access.desk.files.OpenCollectionPolicy"

SURFACES = [
    # Who may read is set in one place only, which is not Wagtail's dialog.
    *views(
        Answer.CLOSED,
        [
            "<int:collection_id>/privacy/",
        ],
        below="admin/collections/",
        collection_id=COLLECTION,
    ),
    # Nothing serves the addresses that these would make.
    *views(
        Answer.CLOSED,
        [
            "<int:image_id>/generate_url/",
            "<int:image_id>/generate_url/output/",
        ],
        below="admin/images/",
        image_id=IMAGE,
    ),
    *views(
        Answer.DESK,
        [
            "",
            "<int:pk>/",
            "<int:pk>/delete/",
            "add/",
        ],
        asks=SHELVES,
        below="admin/collections/",
        pk=COLLECTION,
    ),
    *views(
        Answer.DESK,
        [
            "",
            "add/",
            "chooser/",
            "chooser/chosen/<str:pk>/",
            "chooser/create/",
            "chooser/results/",
            "delete/<int:document_id>/",
            "edit/<int:document_id>/",
            "multiple/<int:doc_id>/",
            "multiple/<int:doc_id>/delete/",
            "multiple/add/",
            "multiple/create_from_uploaded_document/<int:uploaded_file_id>/",
            "multiple/delete_upload/<int:uploaded_file_id>/",
            "results/",
        ],
        asks=FILES,
        below="admin/documents/",
        document_id=DOCUMENT,
        doc_id=DOCUMENT,
        uploaded_file_id=UPLOAD,
        pk=DOCUMENT,
    ),
    *views(
        Answer.DESK,
        [
            "",
            "<int:image_id>/",
            "<int:image_id>/delete/",
            "<int:image_id>/preview/<str:filter_spec>/",
            "add/",
            "chooser/",
            "chooser/<int:image_id>/select_format/",
            "chooser/chosen/<str:pk>/",
            "chooser/create/",
            "chooser/results/",
            "multiple/<int:image_id>/",
            "multiple/<int:image_id>/delete/",
            "multiple/add/",
            "multiple/create_from_uploaded_image/<int:uploaded_file_id>/",
            "multiple/delete_upload/<int:uploaded_file_id>/",
            "results/",
        ],
        asks=FILES,
        below="admin/images/",
        image_id=IMAGE,
        uploaded_file_id=UPLOAD,
        pk=IMAGE,
    ),
    *views(
        Answer.DESK,
        [
            "",
            "<int:pk>/",
            "find/",
        ],
        asks=FILES,
        below="admin/api/main/documents/",
        pk=DOCUMENT,
    ),
    *views(
        Answer.DESK,
        [
            "",
            "<int:pk>/",
            "find/",
        ],
        asks=FILES,
        below="admin/api/main/images/",
        pk=IMAGE,
    ),
    *views(Answer.DESK, ["usage/<int:document_id>/"], asks=USES, below="admin/documents/", document_id=DOCUMENT),
    *views(Answer.DESK, ["usage/<int:image_id>/"], asks=USES, below="admin/images/", image_id=IMAGE),
    *views(
        Answer.DESK,
        ["documents/chooser/chosen-multiple/", "images/chooser/chosen-multiple/"],
        asks=GATE,
        below="admin/",
    ),
    *others(
        Kind.ACTION,
        Answer.DESK,
        [
            "bulk library.librarydocument add_tags",
            "bulk library.librarydocument add_to_collection",
            "bulk library.librarydocument delete",
            "bulk library.libraryimage add_tags",
            "bulk library.libraryimage add_to_collection",
            "bulk library.libraryimage delete",
        ],
        asks=BULK,
    ),
]
