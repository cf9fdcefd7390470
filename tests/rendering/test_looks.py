"""A look of one's own: one token, one block, one rule; and what is refused."""

from __future__ import annotations

import pytest

from digest.errors import ConfigError, RenderError
from digest.rendering import look as looks
from digest.rendering import render
from digest.rendering._sample import sample
from digest.rendering.checking import check
from digest.shipped import shipped

SHIPPED = ("ledger", "paper", "plain")


@pytest.fixture
def templates(tmp_path):
    """A user's folder with one look, based on paper, that changes nothing yet."""
    return written(tmp_path, "harbour/look.toml", '[look]\nbase = "paper"\n')


def written(folder, name, content):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")
    return folder


def test_a_look_that_changes_nothing_looks_like_its_base(templates):
    assert render(sample(), look="harbour", templates=templates).html == render(sample(), look="paper").html


def test_one_changed_accent_brings_its_tint_band_and_dark_pair(templates):
    paper = looks.load("paper")
    written(templates, "harbour/look.toml", '[look]\nbase = "paper"\n[light]\naccent = "#0b6b66"\n')

    harbour = looks.load("harbour", templates)

    changed = {name for name in harbour.light if harbour.light[name] != paper.light[name]}
    assert changed == {"accent", "tint", "band", "band-soft", "bar"}
    assert harbour.light["accent"] == "#0b6b66"
    assert harbour.dark["accent"] not in (paper.dark["accent"], harbour.light["accent"])
    assert check("harbour", templates) == ()


def test_one_overridden_block_leaves_the_others_as_they_are(templates):
    written(templates, "harbour/blocks/why.html", "<tr><td>{{ section.rows[0].text }} / MINE</td></tr>")

    mine = render(sample(), look="harbour", templates=templates).html
    base = render(sample(), look="paper").html

    assert "/ MINE" in mine
    assert mine.partition("/ MINE")[2].count("<tr>") == base.partition("为什么重要")[2].count("<tr>")


def test_one_rule_of_a_style_sheet_adds_to_those_of_the_base(templates):
    written(templates, "harbour/style.css", ".title { letter-spacing: 3px }")

    html = render(sample(), look="harbour", templates=templates).html

    title = next(part for part in html.split("<h1")[1:])
    assert "letter-spacing:3px" in title
    assert "font-size:30px" in title, "the base's own rule is still there"


def test_a_loose_template_of_the_user_goes_before_every_look(tmp_path):
    templates = written(tmp_path, "blocks/footer.html", "<tr><td>imprint</td></tr>")

    for look in SHIPPED:
        assert "imprint" in render(sample(), look=look, templates=templates).html


def test_a_look_of_the_users_goes_before_the_shipped_one_of_its_name(tmp_path):
    templates = written(tmp_path, "paper/look.toml", '[look]\nbase = "paper"\ntitle = "Mine"\n')

    assert looks.load("paper", templates).title == "Mine"
    assert render(sample(), templates=templates).html == render(sample()).html


def test_a_project_that_copied_every_shipped_look_renders_the_same(tmp_path):
    """``digest init`` copies them all; a copy is then based on copies."""
    import shutil

    shutil.copytree(shipped("templates"), tmp_path / "templates")

    for look in SHIPPED:
        mine = render(sample(), look=look, templates=tmp_path / "templates")
        assert mine == render(sample(), look=look)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("blocks/why.html", "{{ page.titel }}", "no attribute 'titel'"),
        ("blocks/why.html", "{{ nothing }}", "'nothing' is undefined"),
        ("blocks/why.html", "{% for x in %}", "Expected an expression"),
        ("blocks/why.html", "{{ page.title.upper().missing }}", "no attribute"),
        ("blocks/why.html", "{{ ''.__class__.__mro__ }}", "unsafe"),
        ("blocks/why.html", "{{ t.__init__.__globals__ }}", "unsafe"),
        ("blocks/why.html", "{{ 1 / 0 }}", "ZeroDivisionError"),
        ("blocks/why.html", "{% include '../../../etc/passwd' %}", "etc/passwd"),
        ("blocks/why.html", "{% include 'missing.html' %}", "missing.html"),
        ("blocks/why.html", "{{ t('{x}') }}", "KeyError"),
        ("style.css", ".a { color: var(--acent) }", "no token 'acent'"),
        ("style.css", "@font-face { src: url(x) } .a {", "cannot read"),
        ("style.css", "</style><script>", "cannot read"),
    ],
)
def test_a_mistake_in_a_look_is_named_with_its_file(templates, name, content, said):
    written(templates, f"harbour/{name}", content)

    with pytest.raises(RenderError) as raised:
        render(sample(), look="harbour", templates=templates)

    assert said in str(raised.value)
    assert name.rpartition("/")[2] in raised.value.place or "harbour" in raised.value.place


def test_a_mistake_is_named_with_its_line(templates):
    written(templates, "harbour/blocks/why.html", "<tr><td>\n\n{{ page.titel }}</td></tr>")

    with pytest.raises(RenderError) as raised:
        render(sample(), look="harbour", templates=templates)

    assert raised.value.place.endswith("blocks/why.html:3")


def test_an_interface_text_reaches_no_attribute_of_what_fills_it(templates):
    """``str.format`` would: ``{page.__class__}`` walks out of the sandbox."""
    written(templates, "harbour/blocks/why.html", "<tr><td>{{ t('{page.__class__}', page=page) }}</td></tr>")

    html = render(sample(), look="harbour", templates=templates).html

    assert "{page.__class__}" in html


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[look]\nbase = "papier"\n', "did you mean 'paper'"),
        ('[look]\nbase = "harbour"\n', "none of that name"),
        ('[light]\naccent = "red"\n', "not a colour"),
        ("[ligth]\n", "no table [ligth]"),
        ("accent =\n", "not TOML"),
    ],
)
def test_a_mistake_in_look_toml_is_named(templates, content, said):
    written(templates, "harbour/look.toml", content)

    with pytest.raises(ConfigError) as raised:
        looks.load("harbour", templates)

    assert said in str(raised.value)


@pytest.mark.parametrize("name", ["", ".", "..", "../templates/paper", "paper/blocks"])
def test_the_name_of_a_look_is_no_path(name):
    with pytest.raises(ConfigError, match="none of that name"):
        looks.load(name)


@pytest.mark.parametrize(
    ("look", "accent"),
    [
        ("paper", "#ffcc00"),
        ("paper", "#808080"),
        ("paper", "#fff"),
        ("ledger", "#000000"),
        ("ledger", "#00aaff"),
    ],
)
def test_any_accent_of_a_theme_can_be_read_in_both_schemes(look, accent):
    assert check(look, accent=accent) == ()


@pytest.mark.parametrize("look", SHIPPED)
def test_every_shipped_look_is_fit_to_be_sent(look):
    assert check(look) == ()


@pytest.mark.parametrize(
    ("name", "content", "fact"),
    [
        ("look.toml", '[look]\nbase = "paper"\n[light]\nsub = "#cccccc"\n', "contrast"),
        ("look.toml", '[look]\nbase = "paper"\n[dark]\nink = "#333333"\n', "contrast"),
        ("style.css", ".fine { font-size: 11px }", "type of 11 px"),
        ("blocks/why.html", "<tr><td><table><tr><td>x</td></tr></table></td></tr>", "role"),
        ("blocks/why.html", '<tr><td><a href="http://x.example/">x</a></td></tr>', "a link to"),
        ("blocks/why.html", "<tr><td>" + "<p>" + "far too long " * 8000 + "</p>" + "</td></tr>", "bytes"),
    ],
)
def test_a_look_that_cannot_be_read_or_sent_is_found_out(templates, name, content, fact):
    written(templates, f"harbour/{name}", content)

    assert any(fact in finding.fact for finding in check("harbour", templates))
