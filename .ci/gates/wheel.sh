# The wheel, not the checkout, in an empty folder: what a user of the package gets.
. "$(dirname "$0")/../lib.sh"
clone "$WORK/source"
"$VENV/bin/python" -m build --outdir "$WORK/dist" "$WORK/source" >"$WORK/build.log" 2>&1 || { tail -30 "$WORK/build.log"; die "building"; }
wheel=$(find "$WORK/dist" -name '*.whl')
say "$(basename "$wheel") $(du -h "$wheel" | cut -f1), $(basename "$WORK"/dist/*.tar.gz) $(du -h "$WORK"/dist/*.tar.gz | cut -f1)"
rm -rf "$WORK/wheel-venv" "$WORK/empty"
python3 -m venv "$WORK/wheel-venv" && "$WORK/wheel-venv/bin/pip" install -q "$wheel"
digest=$WORK/wheel-venv/bin/digest
mkdir "$WORK/empty" && cd "$WORK/empty"
"$digest" --version
"$digest" init site
"$digest" check -c site/config/digest.toml
(cd site && "$digest" build)
find site -name index.html | grep -q . || die "digest build in the copied folder left no page"
# Without any configuration, in an empty folder, one article of one's own.
printf 'Trams return to Basel\n\nThe council voted 31 to 4 on Monday to bring trams back to the old town. Work starts in May 2027 and is to cost 40 million francs.\n' >article.txt
"$digest" build article.txt -o out --as-of 2026-11-22
"$digest" verify "$(find out -name index.json)" article.txt
