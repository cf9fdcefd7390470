# Kill the sender at random moments, start it again, and count what the server accepted (../shared/checks/send).
. "$(dirname "$0")/../lib.sh"
[ -d "$CHECKS/send" ] || skip "no ../shared/checks beside this checkout"
echo "not wired yet"
