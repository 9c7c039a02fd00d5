"""What do social networks show of a work? A card of 1200 by 630 pixels: its pattern, its kind, its title."""

from pages.cards.drawing import Card, png, svg

__all__ = ["Card", "png", "svg"]
