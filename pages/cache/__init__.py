"""Public pages kept in memory, each with a note of what it shows, and dropped when any of that changes.

`ledger` notes what a response shows, `store` keeps responses, `journal` tells every process what changed,
`changes` says which notes a change touches, and `middleware` ties them together.
"""
