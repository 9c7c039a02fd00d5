"""Which surfaces are declared? Each room lists its own in a module that the settings name."""

from functools import cache
from importlib import import_module

from django.conf import settings

from access.surfaces.declaring import Kind, Surface


@cache
def declared() -> dict[tuple[Kind, str], Surface]:
    found: dict[tuple[Kind, str], Surface] = {}
    for module in settings.SURFACES:
        for surface in import_module(module).SURFACES:
            if (surface.kind, surface.name) in found:
                raise ValueError(f"{surface.kind} {surface.name} is declared twice")
            found[surface.kind, surface.name] = surface
    return found


def surface_at(route: str) -> Surface | None:
    """What is declared for the view at a whole route."""
    return declared().get((Kind.VIEW, route))
