"""Compiled patterns outlive their process, as bytecode does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from digest.language import kept

ASKS = r"""
import re, sys
from digest.language import kept
from digest.language.lazy import regex

for number in range(int(sys.argv[1])):
    days = "五" * number
    assert regex("(?P<days>[一-龥]{%d}) may" % number, re.I).search(days + " May")["days"] == days
print(len(kept._new))
"""


def asked(folder: Path, many: int = kept.MANY, **more: str) -> int:
    """How many patterns a process compiles that asks for so *many*, with its bytecode in *folder*."""
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": "", **more}
    asks = [sys.executable, "-c", ASKS, str(many)]
    return int(subprocess.run(asks, env=env, capture_output=True, text=True, check=True).stdout)


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.patterns"))


def test_what_one_process_compiled_the_next_does_not(tmp_path: Path) -> None:
    assert asked(tmp_path) == kept.MANY
    assert asked(tmp_path) == 0


def test_a_few_more_patterns_are_not_worth_writing_the_file_again(tmp_path: Path) -> None:
    asked(tmp_path)

    assert asked(tmp_path, kept.MANY + 1) == 1
    assert asked(tmp_path, kept.MANY + 1) == 1


@pytest.mark.parametrize("content", [b"", b"no file of patterns", b"i\x01\x00\x00\x00"])
def test_a_broken_file_is_made_again(tmp_path: Path, content: bytes) -> None:
    asked(tmp_path)
    (file,) = files(tmp_path)
    file.write_bytes(content)

    assert asked(tmp_path) == kept.MANY
    assert asked(tmp_path) == 0


def test_where_python_writes_no_bytecode_no_patterns_are_written(tmp_path: Path) -> None:
    asked(tmp_path, PYTHONDONTWRITEBYTECODE="1")

    assert files(tmp_path) == []


def test_a_pattern_made_of_what_was_kept_is_the_one_that_re_compiles() -> None:
    for source, flags in (
        (r"(?P<day>\d+)月(?:(?<!x)[一-龥A-Za-z]{2,3}|(a)(?P=day))", 0),
        (r"(?i:straße)|\bİ|[^，。；]", re.I),
        ("(?s:.)$", re.M),
    ):
        ours, theirs = kept.compiled(source, flags), re.compile(source, flags)
        assert ours == theirs  # of the same code, flags and names
        assert (ours.groupindex, ours.groups) == (theirs.groupindex, theirs.groups)
        assert (source, int(flags)) in kept._new or (source, int(flags)) in kept._kept()
