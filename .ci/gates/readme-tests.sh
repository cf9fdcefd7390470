# The README's second command, as it stands, in a clean clone with a fresh environment.
. "$(dirname "$0")/../lib.sh"
command=$(readme_command 2)
say "\$ $command"
clone "$WORK/second" && cd "$WORK/second"
bash -c "$command"
