"""What can be done to an object? A ladder: whoever may do one thing may do everything below it."""

from enum import StrEnum


class Action(StrEnum):
    """From the strongest to the weakest."""

    MANAGE = "manage"
    PUBLISH = "publish"
    EDIT = "edit"
    REVIEW = "review"
    VIEW = "view"
    DISCOVER = "discover"
