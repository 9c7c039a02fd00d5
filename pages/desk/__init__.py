"""The editor's desk: what Wagtail's admin shows and asks, in the words of this work."""
