# Digests of our own seeds and of the real ones beside the project, each sentence traced again by `verify`.
. "$(dirname "$0")/../lib.sh"
digest=$VENV/bin/digest
cd "$ROOT"
# With somewhere to unsubscribe, as a newsletter has; the page and the message then carry the links that the gate `mail` looks for.
export DIGEST_WEB__PUBLIC_URL=https://news.example.org/ DIGEST_OUTPUT__BASE_URL=https://news.example.org/archive/

build() { # NAME SEEDS [OPTION...]
  say "--- $1"
  rm -rf "$WORK/out/$1"
  "$digest" build "${@:2}" -o "$WORK/out/$1" --format html --format txt --format md --format json --format eml --strict 2>"$WORK/$1.err" \
    || { cat "$WORK/$1.err"; die "digest build $2"; }
  cat "$WORK/$1.err"
  if grep -i warning "$WORK/$1.err"; then die "a dependency warned"; fi
  "$digest" verify "$(find "$WORK/out/$1" -name index.json)" "$2"
}

build ours "$ROOT/seeds"
# The same seeds from another folder, with another hash seed, are the same bytes.
(cd / && PYTHONHASHSEED=7 "$digest" build "$ROOT/seeds" -c "$ROOT/config/digest.toml" -o "$WORK/out/again" --format html --format txt --format json >/dev/null)
for format in html txt json; do
  cmp "$(find "$WORK/out/ours" -name "index.$format")" "$(find "$WORK/out/again" -name "index.$format")"
done
say "the same bytes from another folder and another hash seed"
if [ -d "$SHARED/seeds" ]; then build real "$SHARED/seeds"; else say "no ../shared/seeds: only ours"; fi
# Two events in one folder, and a theme that takes all: a page of several threads.
rm -rf "$WORK/several" && mkdir "$WORK/several"
"$VENV/bin/python" - "$WORK/several" <<'END'
import sys
from pathlib import Path

sys.path.insert(0, ".")
from tests.story.events import ferry, strike

for each in (*ferry(), *strike()):
    head = f"{each.title}\n\n{each.publisher} {each.published.date if each.published else ''}"
    Path(sys.argv[1], each.article.path).write_text(f"{head}\n\n{each.article.text}\n", "utf-8")
END
cat >"$WORK/several.toml" <<'END'
[mail]
sender = "Digest <digest@example.org>"
[[themes]]
slug = "several"
title = "Several"
to = ["team@example.org"]
END
build several "$WORK/several" -c "$WORK/several.toml"
