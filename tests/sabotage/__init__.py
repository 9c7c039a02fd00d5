"""Does any test notice when a check is taken out? `make sabotage` takes them out, one by one, in a copy."""
