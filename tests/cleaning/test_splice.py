"""Repairs compose: whatever is spliced onto whatever, replaying the edits on the source gives the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.cleaning.edits.trail import replay
from digest.cleaning.text.splice import Patched, Splice, joined

SOURCE = "前言。網(wǎng)易（首頁）&amp;的 文章[12] ,很,好 。 The end."


@st.composite
def patched(draw: st.DrawFn) -> Patched:
    """A stretch of `SOURCE` after up to three rounds of random splices."""
    start = draw(st.integers(0, 10))
    part = Patched(SOURCE[start:], start, len(SOURCE))
    for _ in range(draw(st.integers(0, 3))):
        part = part.patch(draw(splices(part.text)))
    return part


@st.composite
def splices(draw: st.DrawFn, text: str) -> list[Splice]:
    marks = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    return [Splice(a, b, draw(st.sampled_from(["", " ", "，", "ab"])), "x") for a, b in pairs]


def check(part: Patched) -> None:
    assert replay(SOURCE, part.start, part.end, part.edits) == part.text
    ends = [part.start]
    for edit in part.edits:
        assert ends[-1] <= edit.start <= edit.end <= part.end
        ends.append(edit.end)


@given(patched())
def test_patches_over_patches_replay_on_the_source(part: Patched) -> None:
    check(part)


@given(patched(), st.data())
def test_a_part_cut_out_replays_too(part: Patched, data: st.DataObject) -> None:
    marks = sorted(data.draw(st.sets(st.integers(0, len(part.text)), max_size=8)))
    spans = [(a, b) for a, b in zip(marks[::2], marks[1::2], strict=False) if part.text[a:b]]
    for piece in part.cut(spans):
        check(piece)
        assert piece.text in part.text


@given(patched())
def test_stripping_keeps_the_way_back(part: Patched) -> None:
    bare = part.stripped()
    assert bare.text == part.text.strip()
    check(bare)


def test_lines_are_joined_by_an_edit_of_what_stood_between_them() -> None:
    source = "一个人\n走在路上"
    whole = joined([Patched("一个人", 0, 3), Patched("走在路上", 4, 8)], ["，"])

    assert whole.text == "一个人，走在路上"
    assert replay(source, whole.start, whole.end, whole.edits) == whole.text


def test_a_splice_over_an_earlier_edit_is_one_edit_of_both_kinds() -> None:
    part = Patched("a&amp;b", 0, 7).patch([Splice(1, 6, "&", "markup")]).patch([Splice(1, 2, "＆", "width")])

    assert [(edit.kind, edit.start, edit.end, edit.text) for edit in part.edits] == [
        ("markup+width", 1, 6, "＆")
    ]
