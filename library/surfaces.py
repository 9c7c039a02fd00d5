"""What does the library show outside the desk, and who answers for it?"""

from access.surfaces.declaring import Answer, views

SURFACES = [
    *views(
        Answer.POLICY,
        [
            "documents/<int:document_id>/<str:document_filename>",
            "media/images/<str:name>",
        ],
        asks="library.views.can",
        document_id="library.LibraryDocument",
    ),
]
