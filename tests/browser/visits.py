"""What happens when a page is opened: what it loads, what the browser complains of, how it measures."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request, Response

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
CONTRAST = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}

WATCH_POLICY = """
window.refusedByPolicy = [];
document.addEventListener("securitypolicyviolation", (event) =>
    window.refusedByPolicy.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile || ""}`));
"""

SIZES = """
() => performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource"))
    .map((entry) => [new URL(entry.name).pathname, entry.encodedBodySize])
"""

OVERFLOW = """
() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const outside = [...document.body.querySelectorAll("*")].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width && (box.left < -1 || box.right > width + 1);
    });
    return [`${document.documentElement.scrollWidth} wide`].concat(
        outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)));
}
"""


@dataclass
class Watch:
    """Complaints of the browser since the last page was opened; `expected` holds the status of the page itself."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(WATCH_POLICY)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def open(self, url: str) -> Response:
        self.complaints.clear()
        response = self.page.goto(url, wait_until="load")
        assert response is not None
        return response

    def problems(self) -> list[str]:
        """All that went wrong, what the Content-Security-Policy refused included."""
        return [*self.complaints, *self.page.evaluate("() => window.refusedByPolicy")]

    def _console(self, message: ConsoleMessage) -> None:
        # A page that answers 404 is reported as a resource that failed to load; `_answered` tells them apart.
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.status}: {response.url}")


def violations(page: Page, *, within: str | None = None) -> list[str]:
    """What axe-core objects to under WCAG 2.2 AA and its own best practice, in the page or one part of it."""
    return _objections(page, within, AXE)


def unreadable(page: Page) -> list[str]:
    """What is too pale, or told apart by its colour alone, in the colours the page has now."""
    return _objections(page, None, CONTRAST)


def _objections(page: Page, within: str | None, options: Mapping[str, object]) -> list[str]:
    found = Axe().run(page, context=within, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def sizes(page: Page) -> dict[str, int]:
    """Path of everything the page loaded, with its length on the wire."""
    return dict(page.evaluate(SIZES))


def overflow(page: Page, width: int) -> list[str]:
    """What makes the page scroll sideways in a window of this width."""
    page.set_viewport_size({"width": width, "height": 800})
    return page.evaluate(OVERFLOW)
