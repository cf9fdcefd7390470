"""CSS: variables, the derived dark scheme, and the styles written into elements."""

from __future__ import annotations

import re

import pytest
from lxml import html as parser

from digest.rendering import look as looks
from digest.rendering._sample import sample
from digest.rendering.inline import inlined
from digest.rendering.links import Links
from digest.rendering.press import laid_out, styled
from digest.rendering.stylesheet import cascade, compiled, parse

LIGHT = {"ink": "#111111", "paper": "#ffffff", "gap": "4px"}
DARK = {"ink": "#eeeeee", "paper": "#000000", "gap": "4px"}


def css(text):
    return compiled(parse(text, "x.css"), LIGHT, DARK, "x.css")


def test_a_value_that_names_a_colour_gets_its_dark_rule():
    made = css(".a { color: var(--ink); padding: var(--gap) }")

    assert ".a{color:#111111;padding:4px}" in made.inline
    assert ".a{color:#eeeeee!important}" in made.dark
    assert "padding" not in made.dark
    assert "[data-ogsc] .a{color:#eeeeee!important}" in made.outlook


def test_a_border_changes_its_colour_in_the_dark_and_not_its_width():
    made = css(".a { border-top: 2px solid var(--ink) } .b { border-color: var(--ink) }")

    assert ".a{border-top-color:#eeeeee!important}" in made.dark
    assert ".b{border-color:#eeeeee!important}" in made.dark


def test_rules_for_a_screen_stay_out_of_the_elements_and_win_over_them():
    made = css(".a { padding: 9px } @media (max-width:600px) { .a { padding: 2px } }")

    assert "@media (max-width:600px){.a{padding:2px!important}" in made.screen
    assert "2px" not in made.inline


def test_later_rules_win_and_add_to_earlier_ones():
    sheet = cascade(
        [parse(".a { color: red; margin: 0 }", "one"), parse(".b { top: 0 } .a { color: blue }", "two")]
    )

    assert dict(sheet.rules) == {".b": {"top": "0"}, ".a": {"color": "blue", "margin": "0"}}
    assert list(sheet.rules) == [".b", ".a"], "a rule that comes later stands later"


def test_a_comment_may_hold_braces():
    assert dict(parse("/* { } */ .a { top: 0 }", "x").rules) == {".a": {"top": "0"}}


@pytest.mark.parametrize("look", ["ledger", "paper", "plain"])
def test_another_program_writes_the_same_styles_into_the_elements(look):
    """css-inline, written by others in another language, is the oracle."""
    oracle = pytest.importorskip("css_inline")
    chosen = looks.load(look)
    page = styled(laid_out(sample(), "zh-Hans"), chosen, Links())
    rules = chosen.css("zh-Hans").inline
    bare = re.sub(r"<style[\s\S]*?</style>", "", page)

    ours = painted(inlined(bare, rules, look))
    theirs = painted(oracle.CSSInliner(extra_css=rules, load_remote_stylesheets=False).inline(bare))

    assert ours == theirs


def painted(html):
    """For each element its tag and its declarations, values without the differences of spelling."""
    elements = []
    for element in parser.document_fromstring(html).body.iter():
        # Parsers of HTML 5 put a <tbody> into every table.
        if isinstance(element.tag, str) and element.tag != "tbody":
            pairs = [part.partition(":") for part in (element.get("style") or "").split(";") if ":" in part]
            elements.append((element.tag, {name.strip(): plain(value) for name, _, value in pairs}))
    return elements


def plain(value):
    value = re.sub(r"#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3\b", r"#\1\2\3", value.strip().lower())
    return re.sub(r"\s*,\s*", ",", value.replace('"', "'").replace("'", ""))
