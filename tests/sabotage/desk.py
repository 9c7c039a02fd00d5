"""Sabotages of the desk: each lets an editor see, find or do what is not theirs."""

from tests.sabotage.model import Sabotage

DESK = "tests/access/test_desk.py"
GRANTS = "tests/access/test_grants.py"
REGISTRY = "tests/access/test_registry.py"
RIGHTS = "tests/access/desk/test_rights.py"
ADDRESSES = "tests/access/desk/test_a29_addresses.py"
LISTS = "tests/access/desk/test_a29_lists.py"
VERSIONS = "tests/access/test_versions.py"
MOVES = "tests/access/desk/test_a35_moves.py"
CLOSED = "tests/access/desk/test_closed.py"

ALL_OF_DESK = (
    Sabotage(
        "What an address of the desk names",
        "access/desk/gate.py",
        "if not found or not all(can(principal(), Action.VIEW, obj) for obj in found):",
        "if not found:",
        (ADDRESSES, CLOSED),
    ),
    Sabotage(
        "What a form of the desk names",
        "access/desk/gate.py",
        "            _require_open(named_by_form(route, named, request.POST))",
        "            assert named is not None",
        (RIGHTS,),
    ),
    Sabotage(
        "Several chosen at once",
        "access/desk/gate.py",
        "[number for number in numbers if _is_open(naming, number)]",
        "numbers",
        (RIGHTS,),
    ),
    Sabotage(
        "The explorer and choosers",
        "access/desk/rights.py",
        "    return open_to(request.user, pages)",
        "    return pages",
        (DESK, CLOSED),
    ),
    Sabotage(
        "Rights on pages, one by one",
        "access/desk/rights.py",
        "        if not is_open_to(user, page):",
        "        if page is None:",
        (RIGHTS,),
    ),
    Sabotage(
        "Searches and reports of pages",
        "access/desk/rights.py",
        "return open_to(user, super().instances_user_has_any_permission_for(user, actions))",
        "return super().instances_user_has_any_permission_for(user, actions)",
        (RIGHTS,),
    ),
    Sabotage(
        "Lists and choosers of files",
        "access/desk/files.py",
        "class OpenFilePolicy(CollectionOwnershipPermissionPolicy):\n"
        "    def collections_user_has_any_permission_for(self, user: AbstractBaseUser, actions: Iterable[str])"
        " -> QuerySet:\n        return open_to(user, ",
        "class OpenFilePolicy(CollectionOwnershipPermissionPolicy):\n"
        "    def collections_user_has_any_permission_for(self, user: AbstractBaseUser, actions: Iterable[str])"
        " -> QuerySet:\n        return (lambda _user, rows: rows)(user, ",
        (CLOSED,),
    ),
    Sabotage(
        "To widen takes a right",
        "access/desk/views.py",
        "    if effect.widens and not may_widen:",
        "    if effect.widens is None:",
        (DESK,),
    ),
    Sabotage(
        "To widen takes a confirmation",
        "access/desk/views.py",
        "return confirmed or not effect.widens",
        "return True",
        (DESK,),
    ),
    Sabotage(
        "Who answers requests for access",
        "access/desk/requests.py",
        "return page if page and can(principal_of(request.user), Action.MANAGE, page) else None",
        "return page",
        (DESK,),
    ),
    Sabotage(
        "Who gives the right to work",
        "access/desk/grants.py",
        "    if not can(principal_of(request.user), Action.MANAGE, page):",
        "    if page is None:",
        (GRANTS,),
    ),
    Sabotage(
        "Permissions on one object",
        "access/backend.py",
        "return bool(can(principal_of(user_obj), ACTIONS[action], obj))",
        "return bool(user_obj.is_active)",
        (GRANTS,),
    ),
    Sabotage(
        "Rights to work that have ended",
        "access/working.py",
        "return Q(until=None) | Q(until__gt=timezone.now())",
        "return Q()",
        (GRANTS,),
    ),
    Sabotage(
        "The log of changes",
        "access/desk/audit.py",
        "return bool(self.request.user.has_perm(AUDIT))",
        "return True",
        (DESK,),
    ),
    Sabotage(
        "The list of grants",
        "access/desk/grants.py",
        "    if not request.user.has_perm(AUDIT):\n        raise PermissionDenied\n    if request.GET",
        "    if request.GET",
        (GRANTS,),
    ),
    Sabotage(
        "Formulas in what is exported",
        "access/grants.py",
        'return f"\'{value}" if',
        "return value if",
        (GRANTS, DESK),
    ),
    Sabotage(
        "Views that no room has declared, when they are asked",
        "access/surfaces/closing.py",
        'raise Undeclared(f"The view at {match.route!r} is declared in no list of surfaces.")',
        "return",
        (REGISTRY,),
    ),
    Sabotage(
        "Views that no room has declared, when the site is checked",
        "access/surfaces/checks.py",
        "for kind, name in sorted(found - known)",
        "for kind, name in sorted(found - found)",
        (REGISTRY,),
    ),
    Sabotage(
        "What a move or a copy would open, without the right",
        "access/desk/moves.py",
        "    if not request.user.has_perm(WIDEN):",
        "    if request.user is None:",
        (MOVES,),
    ),
    Sabotage(
        "What a move or a copy would open, without a confirmation",
        "access/desk/moves.py",
        'if request.method == "POST" and TICK in request.POST:',
        'if request.method == "POST":',
        (MOVES,),
    ),
    Sabotage(
        "Files put into another collection",
        "access/desk/shelving.py",
        'if request.method != "POST" or route not in FORMS:',
        "if route:",
        (MOVES,),
    ),
    Sabotage(
        "The rules of what is copied",
        "access/moving.py",
        "    carry_rules(works_made_from(action.page, copy, with_below=action.recursive))\n",
        "",
        (VERSIONS,),
    ),
    Sabotage(
        "Whom a request for access is told to",
        "network/requests.py",
        "return [person for person in people if can(principal_of(person), Action.MANAGE, page)]",
        "return list(people)",
        ("tests/access/test_requests.py",),
    ),
    Sabotage(
        "Titles in ways back at the desk",
        "access/desk/lists.py",
        'return gettext("Not open to you") if page.pk in closed_pages() else str(_title_by_wagtail(page))',
        "return str(_title_by_wagtail(page))",
        (LISTS,),
    ),
    Sabotage(
        "Where something is used",
        "access/desk/lists.py",
        "return uses.exclude(base_content_type=ContentType.objects.get_for_model(Page), object_id__in=numbers)",
        "return uses",
        (LISTS,),
    ),
    Sabotage(
        "What forms say was chosen",
        "access/desk/shown.py",
        "    return not can(principal(), Action.VIEW, obj)",
        "    return obj is None",
        (LISTS,),
    ),
    Sabotage(
        "Documents in the API of the desk",
        "access/desk/api.py",
        "(DocumentsAdminAPIViewSet):\n    def get_queryset(self) -> QuerySet:\n        return readable(principal(), ",
        "(DocumentsAdminAPIViewSet):\n    def get_queryset(self) -> QuerySet:\n        return (lambda rows: rows)(",
        (CLOSED,),
    ),
    Sabotage(
        "Whom Wagtail's mails are written to",
        "access/desk/mails.py",
        "if not isinstance(subject, Page) or is_open_to(user, subject)]",
        "if user]",
        ("tests/access/test_desk_mails.py",),
    ),
)
