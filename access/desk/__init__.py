"""Where is access set and answered for? Pages of the desk; each only adapts what the rooms' verbs and queries do."""
