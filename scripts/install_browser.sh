#!/bin/sh
# The browser tests need Debian's chromium and a Chinese font. Installs both where that is possible without asking
# (root, apt-get); where it is not, says so and succeeds: the tests that need a browser are then skipped.
set -u

here() { command -v chromium >/dev/null 2>&1; }
font() { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]; }

here && font && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    log=$(mktemp)
    echo "Installing chromium and fonts-noto-cjk ..."
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig; } >"$log" 2>&1 \
        || tail -n 3 "$log"
    rm -f "$log"
fi

here || echo "No chromium here (on Debian: apt-get install chromium fonts-noto-cjk): the browser tests will be skipped."
exit 0
