#!/bin/sh
# Installs Debian packages that are missing, where that may be done without asking: system.sh COMMAND=PACKAGE…
# Elsewhere it says in one line what to install, and goes on: what needs them will fail and say so.
set -eu

# Where Debian keeps servers, which is not on everybody's path.
PATH="$PATH:/usr/sbin"
missing=
for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null 2>&1 || missing="$missing ${pair#*=}"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    as_root=no
fi
if [ "$as_root" != no ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing$missing"
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null && exit 0
fi
echo "Please install:$missing (sudo apt install$missing)" >&2
