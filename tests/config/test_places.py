"""On which line a key of a TOML file stands."""

from __future__ import annotations

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.config import places

NAME = st.text("abcdefgh_-0123", min_size=1, max_size=6)
VALUE = st.sampled_from(
    ["1", '"a # b"', "'''\nx = 1\n[y]\n'''", '"""\nq = 2\n"""', "[1,\n2,\n# [z]\n3]", "{ a = 1 }", "true"]
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.dictionaries(NAME, VALUE, max_size=5), st.dictionaries(NAME, st.lists(VALUE, max_size=3), max_size=3)
)
def test_the_line_of_every_key_begins_with_the_key(
    plain: dict[str, str], tables: dict[str, list[str]]
) -> None:
    tables = {f"t{name}": values for name, values in tables.items()}
    text = "".join(f"{name} = {value}\n" for name, value in plain.items())
    for name, values in tables.items():
        text += f"\n[[{name}]] # comment\n" + "".join(f"k{n} = {v}\n" for n, v in enumerate(values))
    tomllib.loads(text)
    rows = text.split("\n")

    found = places.lines(text)

    expected = {(name,) for name in plain} | {(name, 0) for name in tables}
    expected |= {(name, 0, f"k{n}") for name, values in tables.items() for n in range(len(values))}
    assert set(found) == expected
    assert all(
        rows[line - 1].lstrip("[").startswith(str([p for p in path if isinstance(p, str)][-1]))
        for path, line in found.items()
    )


def test_a_key_inside_a_value_has_the_line_of_that_value() -> None:
    found = places.lines("a = 1\nb = { c = 1 }\n")

    assert places.line_of(("b", "c"), found) == 2
    assert places.line_of(("d",), found) is None


def test_dotted_keys_and_sub_tables_are_found() -> None:
    found = places.lines(
        'a.b = 1\n[[themes]]\n"k" = 1\n[themes.sub]\nx = 1\n[[themes]]\n[themes.sub]\ny = 2\n'
    )

    assert found[("a", "b")] == 1
    assert found[("themes", 0, "k")] == 3
    assert found[("themes", 0, "sub", "x")] == 5
    assert found[("themes", 1, "sub", "y")] == 8
