"""What do Django, Wagtail and the other packages show, and who answers for it? One module for each kind of thing."""

from config.surfaces import accounts, desk_files, desk_others, desk_pages, serving, translation

SURFACES = [
    surface
    for module in (accounts, desk_files, desk_others, desk_pages, serving, translation)
    for surface in module.SURFACES
]
