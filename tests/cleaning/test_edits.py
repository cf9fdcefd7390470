"""The verbatim promise, mechanical: every sentence replays, and nothing but a named clean-up passes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.cleaning import clean, trace
from digest.cleaning.edits.trail import KINDS
from digest.errors import UnusableText, VerificationError
from digest.intake import read_bytes
from digest.model import ArticleId, Edit, Excerpt, Span

from .articles import article, samples

CLEAN = (
    "平河縣的公交公司欠著加油站四十一萬元,卻沒有停過一班車。",
    "經理老邵說:“車不能停,停了就再也開不起來。”",
    "據縣財政局通報,補貼將在5月15日以前到賬,總額為925,000元。",
    "第七號橋墩下面有一個溶洞[12],水流比他們想象的要大得多。",
    "The ferry runs twice a day, and  nobody minds.",
    "司機們在群(qun)里討論ＡＩ調度,有人贊成,也有人反對 。",
    "縣(xiàn)城的冬天很長,第一場雪在十月就下了。",
    "老邵 攝 在平河縣的加油站裡,司機們正等著 補貼 到賬。",
)
DIRT = (
    "首页 > 新闻 > 正文",
    "3天前",
    "文|林小滿",
    "最新六合彩開獎結果,時時彩平臺",
    "分享至 微博 微信",
    "锟斤拷锟斤拷锟斤拷",
    "來源:平河周報",
    "相關新聞",
    "&nbsp;&lt;p&gt;",
    "掃碼關注我們",
    "",
)


def test_rows_of_a_table_can_be_replayed() -> None:
    """Wrapped rows were joined over the marks between them, which no edit may take away."""
    rows = [
        f"| tide {at} | the boat of row {at}, which was painted in the winter before | {at} or |"
        for at in range(9)
    ]
    text = (
        "# Boats\n\n| tide | boat | `n` |\n|---|---|---|\n" + "\n".join(rows) + "\n\nNobody sails them now.\n"
    )
    (read,) = read_bytes(text.encode(), "boats.md")

    for sentence in clean(read).sentences:
        trace(excerpt(sentence.text, sentence.start, sentence.end, *sentence.edits), read.text)


def excerpt(text: str, start: int, end: int, *edits: Edit) -> Excerpt:
    return Excerpt(text, ArticleId("0" * 16), Span(start, end), edits, "test")


@given(
    st.lists(st.one_of(st.sampled_from(CLEAN), st.sampled_from(DIRT)), min_size=1, max_size=14),
    st.integers(0, 9),
)
def test_every_sentence_of_generated_dirt_can_be_replayed_on_its_source(lines: list[str], seed: int) -> None:
    dice = random.Random(seed)
    text = "".join(line + dice.choice(["\n", "\n\n", " \n", "\r\n", "  "]) for line in lines)
    for script in ("simplified", "traditional", "keep"):
        try:
            document = clean(article(text), script=script)  # type: ignore[arg-type]
        except UnusableText:
            continue
        for sentence in document.sentences:
            trace(excerpt(sentence.text, sentence.start, sentence.end, *sentence.edits), text)


@given(st.text(max_size=300))
def test_any_text_is_cleaned_or_refused_with_a_reason(text: str) -> None:
    try:
        document = clean(article(text))
    except UnusableText as refused:
        assert "".join(refused.reason)  # noqa: PT017 - either outcome is right
        return
    accounts = document.receipt.accounts
    assert [a.first for a in accounts] == [1, *(a.last + 1 for a in accounts[:-1])]
    assert accounts[-1].last == len(document.article.lines)
    for sentence in document.sentences:
        trace(excerpt(sentence.text, sentence.start, sentence.end, *sentence.edits), text)


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_every_sentence_of_the_corpus_can_be_replayed(sample) -> None:  # type: ignore[no-untyped-def]
    read = article(sample.text)
    try:
        document = clean(read)
    except UnusableText:
        assert "unusable" in sample.truth
        return
    for sentence in document.sentences:
        trace(excerpt(sentence.text, sentence.start, sentence.end, *sentence.edits), read.text)


SOURCE = "公司說,車(chē)不停[3]。\n第二天,車開了。"

FORGED = {
    "a word changed": excerpt("公司说", 0, 3, Edit("t2s", 0, 3, "公司說謊")),
    "another character": excerpt("公司骂", 0, 3, Edit("t2s", 2, 3, "骂")),
    "a word taken out as if it were pinyin": excerpt("公說", 0, 3, Edit("ghost-pinyin", 1, 2, "")),
    "not taken out as a citation": excerpt("車停", 4, 12, Edit("citation-marks", 5, 11, "")),
    "a comma made of a word": excerpt("公司，", 0, 3, Edit("punctuation", 2, 3, "，")),
    "words between two lines": excerpt("停[3]。但第二天", 11, 20, Edit("join-lines", 16, 17, "但")),
    "an unknown kind": excerpt("公司說", 0, 3, Edit("poetry", 0, 1, "公")),
    "an unknown kind before a known one": excerpt("公司说", 0, 3, Edit("poetry+t2s", 2, 3, "说")),
    "edits that overlap": excerpt("公司说", 0, 3, Edit("t2s", 0, 3, "公司说"), Edit("t2s", 2, 3, "说")),
    "a place outside the source": excerpt("公司", 0, 99),
    "nothing": excerpt("", 3, 3),
    "edits that give another text": excerpt("公司說謊", 0, 3),
    "a negation cut out of the middle": excerpt("車停", 4, 12, Edit("clause", 5, 11, "")),
    "blanks made a word": excerpt("。好第", 15, 18, Edit("spacing", 16, 17, "好")),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_sentence_is_found_out(name: str) -> None:
    with pytest.raises(VerificationError):
        trace(FORGED[name], SOURCE)


def test_the_honest_clean_ups_of_the_same_source_pass() -> None:
    trace(
        excerpt(
            "公司说，车不停。",
            0,
            16,
            Edit("t2s", 2, 3, "说"),
            Edit("punctuation", 3, 4, "，"),
            Edit("t2s", 4, 5, "车"),
            Edit("ghost-pinyin", 5, 10, ""),
            Edit("citation-marks", 12, 15, ""),
        ),
        SOURCE,
    )


def test_a_clause_may_be_left_out_at_a_mark_and_only_there() -> None:
    source = "他说，车还在开，人却老了。"
    trace(excerpt("他说，车还在开。", 0, len(source), Edit("clause", 7, len(source), "。")), source)
    with pytest.raises(VerificationError):
        trace(excerpt("他说，车还。", 0, len(source), Edit("clause", 5, len(source), "。")), source)


def test_at_the_end_of_a_line_only_a_connective_may_be_left_out() -> None:
    """A line break is no mark: whoever says 车没有 on one line and 开走 on the next has said one thing."""
    source = "尽管如此\n车还是开走了"
    edits = (Edit("clause", 0, 4, ""), Edit("join-lines", 4, 5, ""))
    trace(excerpt("车还是开走了", 0, len(source), *edits), source)
    denied = "车从来没有\n在雾里开走过"
    edits = (Edit("clause", 0, 5, ""), Edit("join-lines", 5, 6, ""))
    with pytest.raises(VerificationError):
        trace(excerpt("在雾里开走过", 0, len(denied), *edits), denied)


def test_every_kind_explains_itself() -> None:
    assert {"t2s", "s2t", "ghost-pinyin", "join-lines", "spacing", "punctuation", "citation-marks"} <= set(
        KINDS
    )
    assert {"markup", "clause", "mojibake", "width"} <= set(KINDS)
    assert all(kind.about and kind.name == name for name, kind in KINDS.items())


@pytest.mark.parametrize(
    "mark",
    [
        "<sup><a href='#n4' title='see (note), 4'>[4]</a></sup>",
        "<span>&nbsp;[<a href='#n4'>4</a>]</span>",
        "[<a href='#n4'>4</a>]",
        "<sup>[<a href='#n4'>4</a>-<a href='#n5'>5</a>]</sup>",
        "<sup class=reference><a href='#n4'>&#91;4&#93;</a></sup>",
    ],
)
def test_a_citation_mark_whose_number_is_a_link_is_traced(mark: str) -> None:
    """Its brackets were read as Markdown's, and the issue with it failed its own verification."""
    rest = "<p>水比去年低了两尺，岸边的草黄了。</p>"
    source = f"<article><h1>河边</h1><p>鱼少了一半{mark}，船也少了一半。</p>{rest}</article>"
    assert traced_first(source) == "鱼少了一半，船也少了一半。"


@pytest.mark.parametrize(
    "marked",
    ["<b>車</b>(chē)", "車(<i>chē</i>)", "<b>車</b><i>(chē)</i>", "車<a href=x>(</a>chē)", "車&#40;chē&#41;"],
)
def test_a_ghost_reading_is_traced_whatever_markup_stands_in_it(marked: str) -> None:
    """The character before the bracket was looked for in a tag."""
    others = "縣(xiàn)城的冬(dōng)天很長，第一場雪(xuě)在十月就下了，河(hé)邊的樹都白了，有人(rén)在橋上看。"
    source = f"<article><h1>河边</h1><p>公司說，{marked}不停，大家都等著看。</p><p>{others}</p></article>"
    assert traced_first(source) == "公司说，车不停，大家都等着看。"


def traced_first(source: str) -> str:
    """The first sentence of a page, found again in it."""
    page = read_bytes(source.encode(), "page.html")[0]
    first = clean(page).sentences[0]
    trace(Excerpt(first.text, page.id, Span(first.start, first.end), first.edits, "test"), page.text)
    return first.text


def test_blanks_round_words_of_a_traditional_sentence_are_traced() -> None:
    """The blanks and the change of script were one edit of a kind that nobody knew."""
    rest = "經理說,車不能停,停了就再也開不起來。"
    text = f"平河縣公車停駛\n\n平河縣的公車公司 連續 三年虧損,沒有人願意接手。\n\n{rest}"
    document = clean(article(text))

    assert document.sentences[0].text == "平河县的公车公司连续三年亏损，没有人愿意接手。"
    for each in document.sentences:
        trace(excerpt(each.text, each.start, each.end, *each.edits), text)


@pytest.mark.parametrize("apart", ["\n", " "])
def test_the_breaks_and_times_of_subviewer_are_traced(apart: str) -> None:
    """YouTube writes [br] inside a cue, and two times with a comma between cues."""
    said = [
        "今天我们来到平河县,[br]这里的公交车没有停过",
        "经理说车不能停",
        "停了就再也开不起来",
        "司机们都在等补贴",
    ] * 4
    cues = [f"0:00:{2 * at:02}.320,0:00:{2 * at + 1:02}.656{apart}{line}" for at, line in enumerate(said)]
    (read,) = read_bytes((apart * 2).join(cues).encode(), "talk.sbv")
    document = clean(read)

    assert document.sentences
    for each in document.sentences:
        trace(excerpt(each.text, each.start, each.end, *each.edits), read.text)


@pytest.mark.parametrize(
    "told", ["可以借助[一个工具][1]来测量桥墩的[深度][depth]", "可以借助一个工具来测量桥墩的深度 \\[1\\]"]
)
def test_links_by_reference_and_escaped_marks_are_traced(told: str) -> None:
    rest = "第七号桥墩下面有一个溶洞，水流比他们想象的要大得多。"
    (read,) = read_bytes(f"# 桥墩\n\n工程师说，大家{told}，结果很准。\n\n{rest}\n".encode(), "pier.md")
    document = clean(read)

    assert document.sentences[0].text.startswith("工程师说，大家可以借助一个工具来测量桥墩的深度")
    for each in document.sentences:
        trace(excerpt(each.text, each.start, each.end, *each.edits), read.text)


def test_what_stands_beside_a_mark_in_one_repair_is_traced() -> None:
    """An encyclopedia sets a mark, a blank and a link without a letter between them."""
    mark = "<sup id=c4 class=reference><a href='#n4'>&#91;4&#93;</a></sup>"
    rest = "<p>The water was two feet lower than last year, and the grass on the banks had turned yellow.</p>"
    source = (
        f"<article><h1>River</h1><p>The fish died,{mark} <a href=x>the boats</a> rotted.</p>{rest}</article>"
    )

    assert traced_first(source) == "The fish died, the boats rotted."
