# Shared by .ci/run and the gates, which source it: where things are, and a few words to say.
# A gate can be run alone: bash .ci/gates/lint.sh. It then uses (and keeps) DIGEST_CI_WORK.
set -eu
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
SHARED=$(cd "$ROOT/.." && pwd)/shared
WORK=${DIGEST_CI_WORK:-/var/tmp/digest-ci}
VENV=$WORK/venv
CHECKS=$WORK/checks
export ROOT SHARED WORK VENV CHECKS
export DEBIAN_FRONTEND=noninteractive PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore PIP_QUIET=1 PYTHONDONTWRITEBYTECODE=1
# A checkout that belongs to somebody else may still be cloned.
export GIT_CONFIG_GLOBAL=$WORK/gitconfig
mkdir -p "$WORK"
[ -f "$GIT_CONFIG_GLOBAL" ] || printf '[safe]\n\tdirectory = *\n' >"$GIT_CONFIG_GLOBAL"

say() { printf '%s\n' "$*"; }
die() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# skip REASON: a gate that cannot apply here says so and passes.
skip() { say "skipped: $*"; exit 0; }

# clone DIR: what a stranger gets, the last commit and nothing else.
clone() {
  rm -rf "$1"
  if [ -e "$ROOT/.git" ]; then
    git clone -q "$ROOT" "$1"
  else
    mkdir -p "$1" && tar -C "$ROOT" --exclude=.venv --exclude=./out --exclude=./var -cf - . | tar -C "$1" -xf -
  fi
}

# readme_command N: the Nth of the README's two commands, as it stands there.
readme_command() { grep '^python3 -m venv' "$ROOT/README.md" | sed -n "${1}p"; }

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
