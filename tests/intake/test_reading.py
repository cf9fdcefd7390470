"""One file into its articles: identity, lines, and clear reasons when there is none."""

import hashlib
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import IntakeError
from digest.intake import FORMATS, read, read_bytes
from digest.intake.raw import edited
from digest.intake.reading import format_of
from tests.conftest import ROOT

TEXT = "电车回来了\r\n\r\n作者：林溪\n正文第一句。\n"


def test_a_text_is_its_lines_blank_ones_too(tmp_path):
    path = tmp_path / "one.txt"
    path.write_bytes(TEXT.encode("gb18030"))

    (article,) = read(path)

    assert (article.path, article.format, article.encoding, article.entry) == (
        "one.txt",
        "txt",
        "gb18030",
        None,
    )
    assert article.text == TEXT
    assert [line.text for line in article.lines] == ["电车回来了", "", "作者：林溪", "正文第一句。"]
    assert all(article.text[line.start : line.end] == line.text for line in article.lines)


def test_an_article_is_known_by_its_bytes_wherever_it_lies(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(TEXT.encode())
    (a,), (b,) = read(tmp_path / "a.txt", "in/a.txt"), read(tmp_path / "b.txt")
    assert a.id == b.id == hashlib.sha256(TEXT.encode()).hexdigest()[:16]
    assert a.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (a.path, b.path) == ("in/a.txt", "b.txt")


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(alphabet="电车 \n\r\x0b\x0c\x85\u2028a。", max_size=40))
def test_lines_hold_everything_but_line_ends(text):
    data = f"。{text}".encode()
    (article,) = read_bytes(data, "one.txt")
    ends = set("\n\r\x0b\x0c\x85\u2028")
    assert "".join(line.text for line in article.lines) == "".join(c for c in article.text if c not in ends)
    assert [line.text for line in article.lines] == article.text.splitlines()


@pytest.mark.parametrize("data", [b"", b"  \n\t", b"\xef\xbb\xbf", b"\0\0\0\0"])
def test_an_empty_file_says_so(data):
    with pytest.raises(IntakeError, match=r"one\.txt: empty"):
        read_bytes(data, "one.txt")


def test_a_file_past_the_limit_is_not_opened(tmp_path):
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * 3000)
    with pytest.raises(IntakeError, match=r"too large \(2\.9 kB; the limit is 1\.0 kB\)"):
        read(path, max_bytes=1024)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path):
    path = tmp_path / "locked.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(IntakeError, match=r"unreadable \(permission denied\)"):
        read(path)


def test_a_folder_or_a_missing_file_says_so(tmp_path):
    with pytest.raises(IntakeError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(IntakeError, match="no such file"):
        read(tmp_path / "gone.txt")


def test_an_unknown_suffix_names_the_known_ones():
    with pytest.raises(IntakeError, match=r"unknown kind of file \(\.xyz\).*\.html.*\.txt"):
        read_bytes(b"text", "one.xyz")


def test_a_text_is_read_without_loading_what_reads_pages(tmp_path):
    """Everyday folders hold texts; the parsers of all other formats take longer than reading them."""
    (tmp_path / "one.txt").write_text("电车回来了。", "utf-8")
    run = "import sys; from digest.intake import read; read(sys.argv[1]); print(*sys.modules)"
    command = [sys.executable, "-c", run, str(tmp_path / "one.txt")]
    loaded = subprocess.check_output(command, cwd=ROOT, text=True).split()
    assert "digest.intake.formats.txt" in loaded
    assert not {"digest.intake.formats.html", "digest.intake.formats.pdf"} & set(loaded)


@pytest.mark.parametrize(
    ("suffix", "name"), [(".txt", "txt"), (".htm", "html"), (".rss", "feed"), (".xyz", None)]
)
def test_a_suffix_tells_the_format_whatever_that_is_called(suffix, name):
    assert format_of(suffix) == name


def test_a_page_saved_as_a_text_is_read_as_a_page():
    page = "<!DOCTYPE html><html><body><h1>电车回来了</h1><p>正文在这里，很短。</p></body></html>"
    (article,) = read_bytes(page.encode(), "one.txt")
    assert article.format == "html"
    assert "正文在这里，很短。" in [line.text for line in article.lines]


def test_fragments_of_html_in_a_text_are_left_to_cleaning():
    (article,) = read_bytes("电车\n>\n </a>\n <h3>\n <a href=x\n".encode(), "one.txt")
    assert article.format == "txt"
    assert [line.text for line in article.lines] == ["电车", ">", " </a>", " <h3>", " <a href=x"]


# --- what every format keeps to ------------------------------------------------


@pytest.mark.parametrize("name", FORMATS.names())
def test_every_format_says_what_it_reads_and_refuses_rubbish_with_a_reason(name):
    form = FORMATS.get(name)
    assert form.name == name
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in form.suffixes)
    with pytest.raises(IntakeError) as caught:
        _printed(b"\x89PNG\r\n\x1a\n" + bytes(300), f"one{form.suffixes[0]}")
    assert caught.value.fact


def _printed(data, name):
    """A message of rubbish may be read, but must not say anything."""
    articles = read_bytes(data, name)
    if not any(line.text for article in articles for line in article.lines):
        raise IntakeError(name, "nothing to print")


def test_no_two_formats_claim_a_suffix():
    suffixes = [suffix for name in FORMATS.names() for suffix in FORMATS.get(name).suffixes]
    assert len(suffixes) == len(set(suffixes))


PIECES = (
    *"<p> </p> </a> <b > <!-- --> &amp; &nbsp; &#x4e2d; 电车 ** _ [a](b) ![ ]( ` <script> </script>".split(),
    *("<a href='x'>", "<div hidden>", "<br>", "# ", "> ", "- ", " ", "\n", "\n\n", "\u3000", "“", '"', "'"),
    *("\\*", "|", "00:00:01,000 --> 00:00:02,000\n", "1\n", "word"),
)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(
    st.sampled_from(["one.html", "one.md", "one.txt", "one.srt", "one.eml"]),
    st.lists(
        st.sampled_from(PIECES),
        max_size=25,
    ).map("".join),
)
def test_edits_give_the_line_and_lines_ascend(name, body):
    """Whatever the dirt, a line can be replayed from its source, and markup's own rule allows each edit."""
    from digest.cleaning.edits.trail import KINDS, Place

    try:
        articles = read_bytes(f"电车{body}".encode(), name)
    except IntakeError:
        return
    nowhere = Place("", "", first=False, last=False)
    for article in articles:
        last = 0
        for line in article.lines:
            assert last <= line.start <= line.end <= len(article.text)
            last = line.end
            assert edited(article.text, line.start, line.end, line.edits) == line.text
            assert 0 <= line.link_share <= 1
            for edit in line.edits:
                old = article.text[edit.start : edit.end]
                assert KINDS[edit.kind].allows(old, edit.text, nowhere), (old, edit.text)


def test_a_part_of_a_page_under_the_name_of_a_text_is_read_as_the_page_it_is():
    paragraphs = "<p>第一段，一百二十本书。</p><p>第二段。</p><p>第三段。</p>"
    part = f"<!-- saved by a crawler -->\n<div class='x'>{paragraphs}</div>"

    (article,) = read_bytes(part.encode(), "one.txt")

    assert [line.text for line in article.lines if line.text] == [
        "第一段，一百二十本书。",
        "第二段。",
        "第三段。",
    ]


@pytest.mark.parametrize(
    "text", ["<人民的名义>开播了，收视率百分之八。", "<p> is a tag.\nNo page ends here.", "a < b > c"]
)
def test_a_text_that_begins_with_a_bracket_is_a_text(text: str):
    (article,) = read_bytes(text.encode(), "one.txt")

    assert article.lines[0].text == text.split("\n")[0]


@pytest.mark.parametrize("mark", ["\\n", "<br>", "\t", "\u3000\u3000", "    "])
def test_ends_of_lines_that_a_program_took_away_are_found_again(mark: str) -> None:
    """What it left in their place parts the lines as they did."""
    lines = [
        f"第{n}天，船长把同一本书借给了同一个人，并且在本子上写下了当天的潮水和风向。" for n in range(1, 21)
    ]

    (article,) = read_bytes(mark.join(lines).encode(), "one.txt")

    assert [line.text for line in article.lines if line.text] == lines


def test_marks_inside_a_text_with_its_own_lines_end_nothing() -> None:
    text = "船长说\\n是换行的意思。\n" * 30

    (article,) = read_bytes(text.encode(), "one.txt")

    assert len(article.lines) == 30


def test_a_text_whose_lines_stand_in_tags_is_a_page() -> None:
    body = "\n".join(f"<p style='x'>第{n}天，船长把书借了出去，写下潮水的高度。</p>" for n in range(1, 6))

    (article,) = read_bytes(f"渔村的图书馆\n{body}".encode(), "one.txt")

    assert not any("<p" in line.text for line in article.lines)


def test_above_the_tags_of_a_page_stand_its_title_and_who_wrote_it() -> None:
    """Two lines are not one, though a page knows no line ends; three are no such head."""
    tags = "<p>昨天我们坐船去了石螺岛，海上起了雾。</p><p>第二天雾散了。</p><p>灯塔里没有灯。</p>"

    def head(*lines: str) -> list[tuple[str, str]]:
        (read,) = read_bytes("\n\n".join((*lines, tags)).encode(), "page.txt")
        assert all(read.text[line.start : line.end] == line.text for line in read.lines if not line.edits)
        return [(line.text, line.role) for line in read.lines[: len(lines)]]

    assert head("石螺岛游记") == [("石螺岛游记", "title")]
    assert head("石螺岛游记", "小海") == [("石螺岛游记", "title"), ("小海", "byline")]
    assert "title" not in {role for _, role in head("石螺岛游记", "小海", "昨天")}
    assert "title" not in {role for _, role in head("石螺岛游记", "海上起了雾，谁也看不见谁。")}
