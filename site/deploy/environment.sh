#!/bin/sh
# Makes .venv with the locked dependencies: environment.sh [run|extras|dev]. `extras` has PostgreSQL, Redis and S3 as
# well, `dev` everything.
# Does nothing when that is done; repairs what an interrupted run left.
set -eu
cd "$(dirname "$0")/../.."

uv_version=0.13.9
group=${1:-run}
wanted="$(cat requirements/*.txt pyproject.toml site/deploy/environment.sh | cksum)"
stamp=.venv/.installed

say() { printf '%s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }

installed() {
    [ -x .venv/bin/python ] && [ -f "$stamp" ] || return 1
    [ "$(cat "$stamp")" = "$wanted dev" ] || [ "$(cat "$stamp")" = "$wanted $group" ]
}

newest_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

installed && exit 0

if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    say "Making the Python environment in .venv"
    python=$(newest_python) || fail "Python 3.11 or later is needed: sudo apt install python3 python3-venv"
    "$python" -c 'import ensurepip, venv' 2>/dev/null || fail "Python's venv is missing: sudo apt install python3-venv"
    "$python" -m venv --clear .venv
fi
rm -f "$stamp"

say "Installing the locked dependencies"
.venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$uv_version"
install() { .venv/bin/uv pip install --python .venv/bin/python --system-certs --quiet "$@"; }
export UV_LINK_MODE=${UV_LINK_MODE:-copy}
install --require-hashes --requirement "requirements/$group.txt"
install --no-deps --no-build-isolation --editable .
say "$wanted $group" >"$stamp"
