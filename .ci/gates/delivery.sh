# Kill the sender at random moments, start it again, and count what the server accepted (../shared/checks/send).
. "$(dirname "$0")/../lib.sh"
[ -d "$CHECKS/send" ] || skip "no ../shared/checks beside this checkout"
cd "$ROOT"
"$VENV/bin/digest" build seeds -c config/digest.toml -o "$WORK/out/sent" >/dev/null
issue=$(find "$WORK/out/sent" -name index.json)
settings="DIGEST_STORE__URL=sqlite:///{db} DIGEST_THEMES__OPENAI_SAFETY_EXODUS__RECIPIENTS_FILE={rcpts}
 DIGEST_MAIL__HOST=127.0.0.1 DIGEST_MAIL__PORT={port} DIGEST_MAIL__TLS=none
 DIGEST_MAIL__BACKOFF_SECONDS=0.3 DIGEST_MAIL__BACKOFF_CAP_SECONDS=2"
command="exec env $(echo $settings) $VENV/bin/digest send $issue -c config/digest.toml"
say "--- kill -9"
"$VENV/bin/python" "$CHECKS/send/deliver_check.py" "$command" 600 4
say "--- SIGTERM"
"$VENV/bin/python" "$CHECKS/send/deliver_check.py" "$command" 600 4 --stop
