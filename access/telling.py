"""The signal that tells the rooms above: what readers may see has changed."""

from django.dispatch import Signal

access_changed = Signal()
