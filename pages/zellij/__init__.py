"""Which pattern stands for a work? One drawn from its key, the same in every language, in the colours of its kind."""

from pages.kinds import Kind
from pages.zellij.lost import lost_panel_svg
from pages.zellij.pattern import pattern_svg

__all__ = ["Kind", "lost_panel_svg", "pattern_svg"]
