"""Each rule carries its examples; here they are run. A new entry in ``rules/`` is tested by being there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from digest.cleaning.rules import branches
from digest.cleaning.rules.branches import Rule
from digest.cleaning.rules.patterns import required
from digest.cleaning.rules.rulebook import rulebook
from digest.language.openings import alternatives
from digest.language.script import simplify

RULES = rulebook().rules


def folded(line: str) -> tuple[str, str]:
    written = simplify(line)
    return written.lower(), written


@pytest.mark.parametrize(
    ("rule", "line"), [(r, line) for r in RULES for line in r.matches], ids=lambda v: getattr(v, "name", v)
)
def test_a_rule_finds_its_own_examples(rule: Rule, line: str) -> None:
    assert rule.found(*folded(line))


@pytest.mark.parametrize(
    ("rule", "line"), [(r, line) for r in RULES for line in r.matches], ids=lambda v: getattr(v, "name", v)
)
def test_the_index_never_hides_a_rule_from_a_line_it_matches(rule: Rule, line: str) -> None:
    fold, written = folded(line)
    assert rule in rulebook().all(fold, written)
    assert rule in rulebook().over(["多余的一行", fold, ""]).all(fold, written)


@pytest.mark.parametrize(
    ("rule", "line"), [(r, line) for r in RULES for line in r.spares], ids=lambda v: getattr(v, "name", v)
)
def test_a_rule_spares_its_counter_examples(rule: Rule, line: str) -> None:
    assert not rule.found(*folded(line))


def test_every_rule_has_a_name_of_its_own_and_examples_of_both_kinds() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.matches and rule.spares and rule.reason for rule in RULES)


def test_what_a_pattern_needs_is_in_all_of_its_matches() -> None:
    """The index is worked out from the patterns themselves; these shapes are what it must see through."""
    cases = {
        "(?:cookie|keks) policy": (" policy", "the cookie policy"),
        "[©®]\\d+": ("©", "©2024"),
        "(?:阅读|浏览)量?": ("阅读", "阅读量"),
        "(?=.*[#@])\\S+": ("#", "a#b"),
    }
    for pattern, (need, match) in cases.items():
        needs = required(pattern)
        assert re.search(pattern, match)
        assert needs is not None
        assert need in needs or any(each in match for each in needs)
    assert required(".*a?") is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_line_meets_the_same_rule_where_its_strings_are_known_already(rule: Rule) -> None:
    book = rulebook()
    for line in (*rule.matches, *rule.spares):
        fold, written = folded(line)
        (strings,) = book.strings.in_lines([fold])

        assert book.first(fold, written, strings=strings) is book.first(fold, written)


def test_what_others_ask_of_a_text_is_found_with_the_strings_of_the_rules() -> None:
    """One search for all: the hints of a pass that reads no rules stand in the book of a page too."""
    page = rulebook(frozenset({"灯塔", "鲸"})).over(["灯塔昨夜又亮了。", "岛上的人都来看。"])

    assert "灯塔" in page.found["灯塔昨夜又亮了。"] & page.told
    assert "鲸" not in page.told
    assert not list(page.all("灯塔昨夜又亮了。", "灯塔昨夜又亮了。"))


def test_a_pattern_is_cut_at_its_outermost_bars_only() -> None:
    assert alternatives(r"a|(?:b|c)d|[|(]e|\|f") == ["a", "(?:b|c)d", "[|(]e", r"\|f"]


def test_neighbouring_alternatives_are_wanted_as_one_string() -> None:
    assert required(r"\w+\.(?:com|net)\b") == {".com", ".net"}


def test_of_the_strings_of_a_pattern_the_rarest_are_looked_for() -> None:
    """Most lines have a blank, many have digits."""
    assert required(r"(?:mail|tel) \S+@\S+") == {"mail ", "tel "}
    assert required(r"\S+ @\w") == {" @"}
    assert required(r"(?:19|20)\d\d\s*©") == {"©"}


def test_a_pattern_bound_to_the_start_of_a_line_is_tried_there_only() -> None:
    bound = [branch for branch in rulebook().branches if branch.pattern.startswith("^")]

    assert bound
    assert all(branch.where == "start" for branch in bound)


def test_what_is_worked_out_from_the_rules_is_kept_beside_them() -> None:
    """Renewed by `store`, see `digest.cleaning.rules.branches`; otherwise each process works it out again."""
    assert branches.stored() == branches.worked_out()


def test_a_rule_that_was_changed_is_worked_out_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is of the rules as they were; an editor of a rule need not know of it."""
    shutil.copytree(branches.FOLDER, tmp_path / "rules")
    changed = tmp_path / "rules" / "85-tags.toml"
    changed.write_text(changed.read_text("utf-8") + "\n# no longer the same\n", "utf-8")
    monkeypatch.setattr(branches, "FOLDER", tmp_path / "rules")

    assert branches.stored() is None
    assert branches.branches() == branches.worked_out()
