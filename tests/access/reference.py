"""The policy a second time, from its description and as naive as can be: no query, nothing of `access`."""

import datetime
from dataclasses import dataclass, field


@dataclass
class Rule:
    setting: str
    starts: datetime.datetime | None = None
    ends: datetime.datetime | None = None
    discovery: str = ""
    persons: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    # Who may edit the object: they read it, whatever the rule says otherwise.
    workers: set[str] = field(default_factory=set)


@dataclass
class Reader:
    name: str
    is_member: bool = False
    is_active: bool = True
    is_superuser: bool = False
    is_editor: bool = False
    groups: set[str] = field(default_factory=set)


@dataclass(eq=False)
class Node:
    """A page: its work, the page above it, and for an alias the page it came from."""

    work: str
    parent: "Node | None" = None
    source: "Node | None" = None


ANYONE = Reader("")


def rules_of(work: str, nodes: list[Node], rules: dict[str, Rule], path: tuple[str, ...] = ()) -> list[Rule]:
    """All the rules a reader has to pass, followed upwards from every version of the work."""
    if work in path:
        return []
    found: list[Rule] = []
    for node in (node for node in nodes if node.work == work):
        if work in rules:
            found.append(rules[work])
        elif node.parent is not None:
            found += rules_of(node.parent.work, nodes, rules, (*path, work))
        if node.source is not None:
            found += rules_of(node.source.work, nodes, rules, (*path, work))
    return found


def passes(reader: Reader, rule: Rule, now: datetime.datetime) -> bool:
    if reader.is_superuser and reader.is_active:
        return True
    if not reader.is_active:
        reader = ANYONE
    if reader.name in rule.workers:
        return True
    is_early = rule.starts is not None and now < rule.starts
    is_late = rule.ends is not None and now >= rule.ends
    if (is_early or is_late) and not reader.is_editor:
        return False
    if rule.setting == "everyone":
        return True
    if rule.setting == "members":
        return reader.is_member
    return reader.name in rule.persons or bool(reader.groups & rule.groups)


def may_view(reader: Reader, work: str, nodes: list[Node], rules: dict[str, Rule], now: datetime.datetime) -> bool:
    return all(passes(reader, rule, now) for rule in rules_of(work, nodes, rules))


def may_discover(reader: Reader, work: str, nodes: list[Node], rules: dict[str, Rule], now: datetime.datetime) -> bool:
    def knows(rule: Rule) -> bool:
        is_member = reader.is_member and reader.is_active
        return rule.discovery == "everyone" or (rule.discovery == "members" and is_member)

    return all(passes(reader, rule, now) or knows(rule) for rule in rules_of(work, nodes, rules))
