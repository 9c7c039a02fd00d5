"""What did a run of tests find? A sabotage counts as noticed only where a test says that something is not so."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Outcome:
    """`failed` did not find what they expect; `broken` did not get so far."""

    failed: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()

    @property
    def is_noticed(self) -> bool:
        return bool(self.failed)


def outcome_in(report: Path) -> Outcome:
    """Of a report in JUnit's form, as pytest writes it."""
    failed, broken = [], []
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 - written by ourselves
        name = f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}"
        problem = case.find("failure")
        if problem is None:
            problem = case.find("error")
        if problem is None:
            continue
        message = problem.get("message", "")
        is_said = problem.tag == "failure" and message.startswith(
            ("AssertionError", "assert ", "Failed: DID NOT RAISE")
        )
        (failed if is_said or "AssertionError" in (problem.text or "")[-4000:] else broken).append(name)
    return Outcome(tuple(failed), tuple(broken))
