"""How fast are the public pages, next to a bare Django view and to a stock Wagtail project of the same content?

    python -m bench.pages [--seconds 5] [--json FILE]

At about 10,000 pages, under `gunicorn -w 2`, all in one run. `fresh` is without the page cache: with a session
cookie, which it never answers; what a view found before is kept (`pages.cache.parts`) and written out again. `first`
has nothing of that either: each request asks at an address that was never asked before.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.servers import ROOT, Load, load, require_wrk, serving

PAGES = {
    "home": "/fr/",
    "edition": "/fr/forums/forum-7/edition-5/",
    "declaration": "/fr/forums/forum-7/edition-5/declaration/",
    "listing": "/fr/forums/",
}
SESSION = {"Cookie": "sessionid=of-nobody"}
GOALS = {"fresh/stock": 3.0, "cached/bare": 0.8}


def seed(module: str, **environment: str) -> None:
    variables = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", **environment}
    subprocess.run([sys.executable, "-m", module], check=True, env=variables, cwd=ROOT)


def queries(**environment: str) -> dict[str, int]:
    """How many each page costs, by its name; the declaration lies at depth 5 of the tree, below home and section."""
    variables = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", **environment}
    command = [sys.executable, "-m", "bench.queries", *PAGES.values()]
    output = subprocess.run(command, check=True, env=variables, cwd=ROOT, capture_output=True, text=True).stdout
    counted = json.loads(output.splitlines()[-1])
    return {name: counted[path] for name, path in PAGES.items()}


def measure(folder: Path, seconds: int) -> tuple[dict[str, dict[str, Load]], dict[str, dict[str, int]]]:
    stock = {"BENCH_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "bench.stock.settings"}
    muntada = {"MUNTADA_VAR": str(folder / "muntada"), "DJANGO_SETTINGS_MODULE": "config.settings.local"}
    seed("bench.seed_stock", **stock)
    seed("bench.seed_muntada", **muntada)
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"],
        check=True,
        cwd=ROOT,
        env={**os.environ, **muntada},
    )
    asked = {"stock": queries(**stock), "muntada": queries(**muntada)}
    results: dict[str, dict[str, Load]] = {}
    with (
        serving("bench.bare:application", 8211) as bare,
        serving("bench.stock.wsgi:application", 8212, **stock) as stock_site,
        serving("config.wsgi:application", 8213, **muntada) as site,
    ):
        for name, path in PAGES.items():
            for warm in (stock_site + path, site + path):
                load(warm, seconds=1)
            results[name] = {
                "bare": load(f"{bare}/bare/", seconds=seconds),
                "stock": load(stock_site + path, seconds=seconds),
                "first": load(site + path, seconds=seconds, headers=SESSION, anew=True),
                "fresh": load(site + path, seconds=seconds, headers=SESSION),
                "cached": load(site + path, seconds=seconds),
            }
    return results, asked


def ratios(loads: dict[str, Load]) -> dict[str, float]:
    return {goal: loads[goal.split("/")[0]].rate / loads[goal.split("/")[1]].rate for goal in GOALS}


def report(results: dict[str, dict[str, Load]], asked: dict[str, dict[str, int]]) -> None:
    print(f"{'page':12} {'server':8} {'req/s':>8} {'p50 ms':>8} {'p95 ms':>8}")
    for name, loads in results.items():
        for server, figures in loads.items():
            print(f"{name:12} {server:8} {figures.rate:8.0f} {figures.p50:8.1f} {figures.p95:8.1f}")
    print()
    for name, loads in results.items():
        for goal, ratio in ratios(loads).items():
            print(f"{name:12} {goal:12} {ratio:6.2f}  (at least {GOALS[goal]})")
    print()
    for name in results:
        print(f"{name:12} queries: stock {asked['stock'][name]}, here {asked['muntada'][name]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    require_wrk()
    with tempfile.TemporaryDirectory() as folder:
        results, asked = measure(Path(folder), options.seconds)
    report(results, asked)
    if options.json:
        figures = {
            name: {server: vars(figure) for server, figure in loads.items()}
            | {"ratios": ratios(loads), "queries": {project: counts[name] for project, counts in asked.items()}}
            for name, loads in results.items()
        }
        options.json.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
