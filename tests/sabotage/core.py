"""Sabotages of the policy itself: who is asking, which rules hold, and what each form of the rule answers."""

from tests.sabotage.model import Sabotage

PARITY = "tests/access/test_parity.py"
CHANGING = "tests/access/test_changing.py"
SURFACES = "tests/access/test_public_surfaces.py"
ALIASES = "tests/access/test_aliases.py"
VERSIONS = "tests/access/test_versions.py"
WORKERS = "tests/caches/test_workers.py"

CORE = (
    Sabotage(
        "This object",
        "access/policy.py",
        "if held not in _classes(principal, action):",
        "if held is obj:",
        (PARITY,),
    ),
    Sabotage(
        "These rows",
        "access/policy.py",
        "rows = queryset.filter(form(F",
        "rows = queryset if principal.user.pk else queryset.filter(form(F",
        (PARITY,),
    ),
    Sabotage(
        "This search",
        "access/policy.py",
        "    return principal.reach.view\n",
        "    return principal.reach.discover\n",
        (PARITY,),
    ),
    Sabotage(
        "Works without a class",
        "access/policy.py",
        "if held is None:\n        return Decision(False",
        "if held is None:\n        return Decision(True",
        (CHANGING,),
    ),
    Sabotage(
        "Actions that do not exist",
        "access/policy.py",
        'return Decision(False, "unknown action")',
        'return Decision(True, "unknown action")',
        (CHANGING,),
    ),
    Sabotage(
        "Accounts that were disabled",
        "access/principals.py",
        "or not user.is_active or user.pk is None",
        "or user.pk is None",
        (PARITY,),
    ),
    Sabotage(
        "Groups that are not the members",
        "access/principals.py",
        "if name == MEMBERS}",
        "if name}",
        (PARITY,),
    ),
    Sabotage(
        "Memberships that have ended",
        "network/membership/backend.py",
        "membership.state == State.MEMBER and membership.is_over()",
        "membership.state == State.ENDED",
        (WORKERS,),
    ),
    Sabotage(
        "Dates of rules",
        "access/classes.py",
        "AND (%(is_dateless)s OR ({is_time})))",
        "AND (%(is_dateless)s OR ({is_time}) OR TRUE))",
        (PARITY,),
    ),
    Sabotage(
        "Grants that have ended",
        "access/classes.py",
        "AND (g.until IS NULL OR g.until > %(now)s) AND",
        "AND",
        (f"{CHANGING}::test_a_request_is_answered_once_and_ends", SURFACES),
    ),
    Sabotage(
        "To whom a grant was given",
        "access/classes.py",
        'f"WHERE g.{to_whom} AND',
        'f"WHERE (g.{to_whom} OR TRUE) AND',
        (PARITY,),
    ),
    Sabotage(
        "Every rule of a class",
        "access/classes.py",
        "AND rule_id NOT IN (SELECT id FROM admitted)",
        "AND rule_id NOT IN (SELECT id FROM known)",
        (PARITY,),
    ),
    Sabotage(
        "The source of an alias",
        "access/assigning.py",
        "return rules | self._rules_of(row.source) if row.source else rules",
        "return rules",
        (ALIASES,),
    ),
    Sabotage(
        "The versions of a work",
        "access/assigning.py",
        '*_in("translation_key", {row.work for row in new.values()}),',
        "",
        (VERSIONS,),
    ),
    Sabotage(
        "What follows a page that was moved",
        "access/moving.py",
        "        assign_below(shelf.translation_key)\n",
        "",
        (VERSIONS,),
    ),
    Sabotage(
        "A rule that was changed",
        "access/changing.py",
        "        assign_below(target.key)\n",
        "        assert target\n",
        (PARITY, CHANGING),
    ),
)
