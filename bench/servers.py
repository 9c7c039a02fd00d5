"""Starts and stops the servers that are measured, and loads them with wrk."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Prints requests a second and latencies in milliseconds in one line that can be read back.
LUA = """
local asked = 0
request = function()
  asked = asked + 1
  return wrk.format(nil, ANEW and wrk.path .. "?asked=" .. asked or wrk.path)
end
done = function(summary, latency, requests)
  local errors = summary.errors
  local bad = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("RESULT %f %f %f %d\\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, bad))
end
"""


@dataclass(frozen=True)
class Load:
    """Requests a second; latency in milliseconds at the median and at the 95th percentile."""

    rate: float
    p50: float
    p95: float


@contextmanager
def serving(application: str, port: int, **environment: str) -> Iterator[str]:
    """`gunicorn -w 2` with `application`; yields its address once it answers."""
    variables = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", **environment}
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "-w",
        "2",
        "-b",
        f"127.0.0.1:{port}",
        "--log-level",
        "error",
        application,
    ]
    process = subprocess.Popen(command, env=variables, cwd=ROOT)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(address: str, process: subprocess.Popen[bytes], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise SystemExit(f"The server at {address} stopped before it answered.")
        try:
            urllib.request.urlopen(address, timeout=5)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"No answer from {address} within {seconds:.0f} seconds.")


def require_wrk() -> None:
    """To be asked before anything is filled, which takes minutes."""
    if not shutil.which("wrk"):
        raise SystemExit("wrk is missing: apt-get install wrk")


def load(url: str, *, seconds: int, headers: dict[str, str] | None = None, anew: bool = False) -> Load:
    """Eight connections for `seconds`; `anew` asks at an address never asked before, each time.

    Raises SystemExit when any answer is not a success."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(f"ANEW = {str(anew).lower()}\n{LUA}")
        script.flush()
        extra = [part for name, value in (headers or {}).items() for part in ("-H", f"{name}: {value}")]
        command = ["wrk", "-t1", "-c8", f"-d{seconds}s", "-s", script.name, *extra, url]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    match = re.search(r"RESULT (\S+) (\S+) (\S+) (\d+)", output)
    if not match or match[4] != "0":
        raise SystemExit(f"{url} answered with errors:\n{output}")
    return Load(*map(float, match.groups()[:3]))
