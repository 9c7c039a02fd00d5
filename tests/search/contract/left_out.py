"""Says at the end of a run which engine was not there to be tried."""

import os
from typing import Any

ELASTIC = "TEST_SEARCH_URL"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if os.environ.get(ELASTIC) or not _have_run(terminalreporter.stats, "tests/search/"):
        return
    terminalreporter.section("Left out")
    terminalreporter.line(f"Nothing was tried on Elasticsearch, since {ELASTIC} names none.")
    terminalreporter.line("`.ci/elasticsearch start FOLDER` starts one and prints its address.")


def _have_run(reports: dict[str, list[Any]], folder: str) -> bool:
    return any(getattr(report, "nodeid", "").startswith(folder) for each in reports.values() for report in each)
