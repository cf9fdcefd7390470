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

check_message() { # FILE [OPTION...]
  local message=$1
  shift
  "$VENV/bin/python" eml_check.py "$message" "$@"
  spam "$message"
}

for name in ours real several; do
  page=$(find "$WORK/out/$name" -name index.html 2>/dev/null | head -1)
  [ -n "$page" ] || continue
  say "--- $name: $(stat -c %s "$page") bytes"
  node caniemail_check.mjs "$page" --inline-only >"$WORK/caniemail.txt" || { cat "$WORK/caniemail.txt"; die "caniemail"; }
  head -1 "$WORK/caniemail.txt"
  npx html-validate --config .htmlvalidate.json "$page" && say "html-validate: no error"
  vnu "$page"
  node axe.mjs "$page" "$WORK/out/$name-axe"
  node degrade.mjs "$page" "$WORK/out/$name"
  check_message "$(find "$WORK/out/$name" -name index.eml)"
done

# And the message that a reader gets, signed, as `digest send` hands it over.
say "--- as sent"
rm -rf "$WORK/sent" && mkdir "$WORK/sent" && cd "$WORK/sent"
openssl genrsa -out key.pem 2048 2>/dev/null
printf 'v=DKIM1; k=rsa; p=%s' "$(openssl rsa -in key.pem -pubout -outform der 2>/dev/null | base64 -w0)" >dns.txt
DIGEST_MAIL__CHANNEL=file DIGEST_MAIL__FOLDER=$WORK/sent/mail DIGEST_WEB__PUBLIC_URL=https://news.example.org/ \
  DIGEST_MAIL__DKIM_SELECTOR=digest DIGEST_MAIL__DKIM_KEY_FILE=$WORK/sent/key.pem DIGEST_STORE__URL=sqlite:///$WORK/sent/digest.db \
  "$VENV/bin/digest" send "$(find "$WORK/out/ours" -name index.json)" -c "$ROOT/config/digest.toml" --test reader@example.org
cd "$CHECKS/mail"
check_message "$(find "$WORK/sent/mail" -name '*.eml')" --dkim-dns "$WORK/sent/dns.txt"
