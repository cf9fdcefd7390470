# The outside checks (../shared/checks/mail) on the digests that the gate `build` left.
. "$(dirname "$0")/../lib.sh"
[ -d "$CHECKS/mail" ] || skip "no ../shared/checks beside this checkout"
[ -d "$WORK/out/ours" ] || bash "$ROOT/.ci/gates/build.sh"
cd "$CHECKS/mail"

vnu() { # W3C's checker: no line means no error
  local said
  said=$(java -jar node_modules/vnu-jar/build/dist/vnu.jar --errors-only \
    --filterpattern '.*(xmlns:(v|o)|“mso-[a-z-]+”).*' "$1" 2>&1) || true
  [ -z "$said" ] || { say "$said"; die "vnu on $1"; }
  say "vnu: no error"
}

spam() { # score of a message, at most 0
  local score
  score=$(spamassassin -t -L -x <"$1" 2>/dev/null | grep -m1 -oE 'score=-?[0-9.]+' | cut -d= -f2)
  say "spamassassin: $score"
  awk "BEGIN { exit !($score <= 0) }" || { spamassassin -t -L -x <"$1" | tail -25; die "spam score $score"; }
}

for name in ours real; do
  page=$(find "$WORK/out/$name" -name index.html 2>/dev/null | head -1)
  [ -n "$page" ] || continue
  say "--- $name: $(stat -c %s "$page") bytes"
  node caniemail_check.mjs "$page" --inline-only
  npx html-validate --config .htmlvalidate.json "$page" && say "html-validate: no error"
  vnu "$page"
  node axe.mjs "$page" "$WORK/out/$name-axe"
  node degrade.mjs "$page" "$WORK/out/$name"
  message=$(find "$WORK/out/$name" -name index.eml)
  "$VENV/bin/python" eml_check.py "$message"
  spam "$message"
done
