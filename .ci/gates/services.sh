# The tests that want a real PostgreSQL, Postfix or Chromium, and the slow ones, with all extras installed.
. "$(dirname "$0")/../lib.sh"
bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || skip "no PostgreSQL on this machine"
data=$(mktemp -d /var/tmp/digest-pg.XXXXXX) && chown postgres "$data"
port=$(free_port)
as_postgres() { (cd / && su postgres -s /bin/sh -c "$*"); }
as_postgres "$bin/initdb -D $data/db -U postgres --auth=trust -E UTF8 --locale=C.UTF-8" >"$WORK/initdb.log"
as_postgres "$bin/pg_ctl -D $data/db -l $data/log -w -o '-p $port -k $data -c listen_addresses=127.0.0.1' start" >/dev/null
trap 'as_postgres "$bin/pg_ctl -D $data/db -m immediate stop" >/dev/null; rm -rf "$data"' EXIT
as_postgres "$bin/createdb -h $data -p $port digest"
cd "$ROOT"
DIGEST_TEST_POSTGRES=postgresql://postgres@127.0.0.1:$port/digest \
  "$VENV/bin/python" -m pytest -m "slow or postgres or postfix or chromium" -rs
