"""What is a work to another, said beside its title? An editor states it once; it reads from either side."""

from django.utils.translation import gettext_lazy as _

from pages.models.base import RelationKind

# Beside a work that says something of the one being read.
OF_THIS_WORK = {
    RelationKind.BASED_ON: _("is based on this"),
    RelationKind.CARRIES_OUT: _("carries this out"),
    RelationKind.FOLLOWS_UP: _("follows up on this"),
    RelationKind.DISCUSSES: _("discusses this"),
    RelationKind.REPLACES: _("replaces this"),
    RelationKind.ANNOUNCES: _("announces this"),
}
# Beside a work of which the one being read says something.
BY_THIS_WORK = {
    RelationKind.BASED_ON: _("the basis"),
    RelationKind.CARRIES_OUT: _("carried out here"),
    RelationKind.FOLLOWS_UP: _("followed up here"),
    RelationKind.DISCUSSES: _("discussed here"),
    RelationKind.REPLACES: _("replaced here"),
    RelationKind.ANNOUNCES: _("announced here"),
}
