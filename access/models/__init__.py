"""What is stored: rules, the classes they make, who is named, who asked, and what was changed."""

from access.models.assignments import (
    AccessClass,
    ClassRule,
    CollectionAssignment,
    DocumentAssignment,
    ImageAssignment,
    PageAssignment,
)
from access.models.audit import AuditEntry
from access.models.grants import (
    GROUP_GRANTS,
    USER_GRANTS,
    CollectionGroupGrant,
    CollectionUserGrant,
    DocumentGroupGrant,
    DocumentUserGrant,
    ImageGroupGrant,
    ImageUserGrant,
    PageGroupGrant,
    PageUserGrant,
)
from access.models.requests import AccessRequest
from access.models.rules import AccessRule, Discovery, Setting

__all__ = [
    "GROUP_GRANTS",
    "USER_GRANTS",
    "AccessClass",
    "AccessRequest",
    "AccessRule",
    "AuditEntry",
    "ClassRule",
    "CollectionAssignment",
    "CollectionGroupGrant",
    "CollectionUserGrant",
    "Discovery",
    "DocumentAssignment",
    "DocumentGroupGrant",
    "DocumentUserGrant",
    "ImageAssignment",
    "ImageGroupGrant",
    "ImageUserGrant",
    "PageAssignment",
    "PageGroupGrant",
    "PageUserGrant",
    "Setting",
]
