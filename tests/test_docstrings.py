"""The examples in docstrings run as they stand."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in Path(ROOT, "digest").rglob("*.py")
    if re.search(r">>> (?!.*doctest: \+SKIP)", path.read_text("utf-8"))
)


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_the_examples_in_docstrings_run_as_they_stand(module: str) -> None:
    ran = doctest.testmod(importlib.import_module(module))
    assert ran.failed == 0
    assert ran.attempted > 0
