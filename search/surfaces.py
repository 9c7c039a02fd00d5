"""What does the search show outside the desk, and who answers for it?"""

from access.surfaces.declaring import Surface

SURFACES: list[Surface] = []
