# The README's first command, as it stands, in a clean clone: it must leave a digest.
. "$(dirname "$0")/../lib.sh"
command=$(readme_command 1)
say "\$ $command"
clone "$WORK/first" && cd "$WORK/first"
bash -c "$command" || die "the README's first command"
for format in html txt json; do
  find out -name "index.$format" -size +1k | grep -q . || die "the README's first command left no $format"
done
.venv/bin/digest verify "$(find out -name index.json)" seeds
