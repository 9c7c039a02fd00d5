"""What is stored about members, where Django looks for it."""

from network.membership.models import Invitation, Membership, MembershipEvent

__all__ = ["Invitation", "Membership", "MembershipEvent"]
