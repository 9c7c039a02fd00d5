"""Where do topics come from? Taking in a published vocabulary."""
