"""The signals that tell the rooms above: what readers may see has changed; somebody asked to read, or was answered."""

from django.dispatch import Signal

access_changed = Signal()
# From a table of assignments, with the `keys` of the objects that have another class now, in the transaction.
classes_changed = Signal()
# With the `page` that lies below another one now, and all that lies below it, in the transaction.
page_moved = Signal()
# Both with `request`, an AccessRequest, after it is stored for good.
access_asked = Signal()
access_answered = Signal()
