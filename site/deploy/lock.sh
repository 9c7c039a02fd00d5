#!/bin/sh
# Writes requirements/: every dependency in one version with its digests, for any index. Options go to uv, as --upgrade.
# dev.txt is everything; run.txt and extras.txt are the same versions without what development needs.
set -eu
cd "$(dirname "$0")/../.."

lock() {
    file=requirements/$1.txt
    shift
    .venv/bin/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
        --no-header --quiet --output-file "$file" "$@"
}

lock dev --group dev --all-extras "$@"
lock extras --all-extras --constraints requirements/dev.txt
lock run --constraints requirements/dev.txt
