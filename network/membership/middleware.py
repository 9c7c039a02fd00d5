"""Is this person still a member at this very request?"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from network.accounts.middleware import has_session
from network.membership.states import State
from network.membership.verbs import end_when_over


class MembershipNow:
    """Ends a membership whose date has passed before anything asks for the group; nothing need run at midnight."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if has_session(request) and request.user.is_authenticated:
            membership = getattr(request.user, "membership", None)
            if membership and membership.state == State.MEMBER and membership.is_over():
                end_when_over(membership)
        return self.get_response(request)
