"""Which commands and views do the jobs have, and who answers for what they show?"""

from access.surfaces.declaring import Surface

SURFACES: list[Surface] = []
