"""How is each page shown? One module a type; importing this package registers them all."""

from pages.views import home, listing

__all__ = ["home", "listing"]
