# Style, types and layers.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT"
"$VENV/bin/ruff" check .
"$VENV/bin/ruff" format --check .
"$VENV/bin/mypy" --cache-dir "$WORK/mypy"
"$VENV/bin/lint-imports" --no-cache
