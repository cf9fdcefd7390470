# The real Dockerfile, built and run without a Docker engine (../shared/checks/container.sh).
. "$(dirname "$0")/../lib.sh"
[ -x "$SHARED/checks/container.sh" ] || skip "no ../shared/checks beside this checkout"
[ "$(id -u)" = 0 ] || skip "needs root"
clone "$WORK/project"
"$SHARED/checks/container.sh" "$WORK/project" "$WORK/container" >"$WORK/container.log" 2>&1 || { tail -40 "$WORK/container.log"; die "container"; }
tail -3 "$WORK/container.log"
