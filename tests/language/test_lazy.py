"""A pattern that waits for its first use is the pattern it would have been."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import digest.cleaning
import digest.language
from digest.language.lazy import regex

MODULES = [
    module.name
    for package in (digest.cleaning, digest.language)
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + ".")
]


def test_it_finds_and_replaces_as_a_compiled_pattern_does() -> None:
    late, early = regex(r"(?P<day>\d+) may", re.I), re.compile(r"(?P<day>\d+) may", re.I)

    for text in ("on 5 May", "in May"):
        assert bool(late.search(text)) is bool(early.search(text))
        assert late.sub("then", text) == early.sub("then", text)
        assert late.findall(text) == early.findall(text)
    found = late.search("on 5 May")
    assert found is not None
    assert found["day"] == "5"


def test_a_broken_pattern_is_noticed_when_it_is_tried_and_not_before() -> None:
    broken = regex("(")

    with pytest.raises(re.error):
        broken.search("text")


@pytest.mark.parametrize("name", MODULES)
def test_no_pattern_that_waits_is_broken(name: str) -> None:
    waiting = [
        each for each in vars(importlib.import_module(name)).values() if isinstance(each, type(regex("a")))
    ]

    for pattern in waiting:
        assert re.compile(pattern.pattern)
