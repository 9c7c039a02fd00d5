"""Is there a Nu checker, and what does it say of a folder of pages?"""

import json
import shutil
import subprocess
from pathlib import Path

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


def missing() -> str:
    """What has to be installed before pages can be checked; empty when nothing is."""
    if not shutil.which("java"):
        return "needs Java: sudo apt install default-jre-headless"
    return "" if JAR.exists() else "needs npm and then: make tests/browser/node_modules"


def complaints(folder: Path) -> list[str]:
    """Errors and warnings on the `.html` and `.svg` files in `folder`, each with its file and place."""
    done = subprocess.run(
        ["java", "-Xss1m", "-jar", str(JAR), "--format", "json", "--exit-zero-always", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    return [_line(message) for message in json.loads(done.stderr)["messages"]]


def _line(message: dict[str, str]) -> str:
    place = f"{Path(message['url']).name}:{message.get('lastLine', '')}"
    return f"{place} {message.get('subType', message['type'])}: {message['message']} {message.get('extract', '')!r}"
