"""The baseline: the same content as a stock Wagtail project would show it."""
