#!/bin/sh
# The tests of registers in PostgreSQL need Debian's server programs. Installs them where that is possible without asking
# (root, apt-get); where it is not, says so and succeeds: these tests are then skipped. No server is started.
set -u

here() { command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }

here && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    log=$(mktemp)
    echo "Installing postgresql ..."
    export DEBIAN_FRONTEND=noninteractive
    # the package makes and starts a cluster of its own unless told not to
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] ||
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql; } >"$log" 2>&1 \
        || tail -n 3 "$log"
    rm -f "$log"
fi

here || echo "No PostgreSQL here (on Debian: apt-get install postgresql): its tests will be skipped."
exit 0
