#!/usr/bin/env bash
# The command that an outside check of deliveries runs again and again (../shared/checks/send/deliver_check.py):
#   deliver_check.py 'exec tests/checks/send.sh {db} {port} {rcpts}' [RECIPIENTS] [KILLS] [--stop]
# DB is a path for a SQLite store, or the URL of a PostgreSQL one in which {port} names the database.
# Settings from the environment go through: DIGEST_MAIL__ON_DOUBT=park, DIGEST_MAIL__CONNECTIONS=4.
set -eu
db=$1 port=$2 recipients=$3
root=$(cd "$(dirname "$0")/../.." && pwd)
project=$recipients.project
if [ ! -d "$project" ]; then
  mkdir -p "$project.new/out/check/2026-11-22"
  cat >"$project.new/digest.toml" <<TOML
[mail]
host = "127.0.0.1"
tls = "none"
sender = "The check <digest@example.org>"
backoff_seconds = 0.2
backoff_cap_seconds = 2
[output]
dir = "out"
[web]
public_url = "https://news.example.org/"
[[themes]]
slug = "check"
title = "The check"
recipients_file = "$recipients"
TOML
  cat >"$project.new/out/check/2026-11-22/index.json" <<'JSON'
{"schema": "digest-issue/1", "id": "check/2026-11-22", "theme": {"slug": "check", "title": "The check"},
 "language": "en", "as_of": "2026-11-22", "since": null, "articles": [], "unassigned": [], "skipped": [],
 "sections": {"lead": [], "why": [], "points": [], "timeline": [], "differ": [], "people": [], "numbers": [], "quotes": [], "ahead": []}}
JSON
  mv "$project.new" "$project"
fi
case $db in
  *://*) url=$db; createdb --maintenance-db="${db%/*}/postgres" "${db##*/}" 2>/dev/null || true ;;
  *) url=sqlite:///$db ;;
esac
export DIGEST_STORE__URL=$url DIGEST_MAIL__PORT=$port PYTHONPATH=$root${PYTHONPATH:+:$PYTHONPATH}
exec "${PYTHON:-python}" -m digest send check/2026-11-22 -c "$project/digest.toml"
