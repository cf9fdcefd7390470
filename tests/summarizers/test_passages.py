"""Two sentences as one point: when, when not, and that the source gives exactly that text."""

from __future__ import annotations

from dataclasses import replace

import pytest

import digest
from digest.cleaning import trace
from digest.model import ArticleId, Document, Excerpt, Span
from digest.story.statements import gathering
from digest.summarizers import METHODS, plain, summarize
from digest.summarizers.features import features
from digest.summarizers.methods import salience
from digest.summarizers.passages import joined, passages
from tests.summarizers.texts import having

LEFT = "3月5日，云杉航运的首席工程师陆启明宣布辞职，理由是公司拒绝停用一批焊缝开裂的货轮。"
HOURS_LATER = "几个小时后，安全主管也宣布离职，并把一份列有17艘船的检查报告交给了海事法院。"
HARBOUR = "码头上那天起了雾，早餐摊照常开着。"
COURT = "4月2日，海事法院裁定这17艘船不得出港，云杉航运的股价一周内下跌了31%。"
CALM = "".join(f"码头上的第{number}家早餐摊照常开着。\n" for number in "一二三四五六七八九十")
"""Ten sentences that tell nothing."""
TEXT = f"{HARBOUR}\n{LEFT}{HOURS_LATER}\n{COURT}\n"


def told(text: str, language: str = "zh", title: str | None = "云杉航运停航之前") -> Document:
    return replace(plain(text, title, language), kind="feature")


def points(document: Document, limit: int = 2, **more):
    return summarize(document, limit=limit, **more).points


def traced(document: Document, point) -> None:
    """Replay the edits of *point* on the source, as ``digest verify`` does."""
    span = Span(point.sentence.start, point.sentence.end)
    trace(Excerpt(point.text, ArticleId("a"), span, point.sentence.edits, "salience"), document.article.text)


def test_what_happened_hours_later_is_printed_with_what_happened_before():
    """The second sentence tells half of the story, and nobody understands it alone."""
    document = told(TEXT)

    passage, single = points(document)

    assert passage.text == LEFT + HOURS_LATER
    assert (passage.index, passage.count, list(passage.indices)) == (1, 2, [1, 2])
    assert (single.text, list(single.indices)) == (COURT, [3])
    traced(document, passage)


def test_a_passage_says_why_it_was_chosen_and_the_reasons_add_up_to_its_score():
    passage, _ = points(told(TEXT))

    assert "takes more than one sentence" in {reason.feature for reason in passage.reasons}
    assert sum(reason.value for reason in passage.reasons) == pytest.approx(passage.score)


@pytest.fixture
def passages_for_nothing(monkeypatch):
    """Wherever a passage may be made at all, it is worth making."""
    monkeypatch.setattr(salience, "NEXT_SENTENCE", -100.0)
    monkeypatch.setattr(salience, "NEXT_LINE", -100.0)


@pytest.mark.usefixtures("passages_for_nothing")
@pytest.mark.parametrize(
    ("kind", "most"), [("feature", 2), ("transcript", 2), ("news", 2), ("flash", 1), ("plain", 1)]
)
def test_a_flash_and_a_bare_text_are_printed_by_the_sentence(kind, most):
    """A flash has nothing to lean on; summaries of bare texts are measured by the sentence."""
    document = replace(told(TEXT), kind=kind)

    assert max(point.count for point in points(document, limit=4)) == most


@pytest.mark.usefixtures("passages_for_nothing")
@pytest.mark.parametrize("times", [1, 8])
def test_a_bare_text_is_answered_by_the_sentence(times):
    """Who asks for three of its sentences counts on three, of a flash as of a long text."""
    assert all(point.count == 1 for point in digest.summarize(TEXT * times, language="zh", limit=4))


@pytest.mark.parametrize("method", sorted(set(METHODS.names()) - {"salience"}))
def test_other_methods_print_their_sentences_as_they_rank_them(method):
    assert all(point.count == 1 for point in points(told(TEXT), limit=4, method=method))


def test_no_sentence_is_printed_twice():
    for limit in range(1, 6):
        printed = [index for point in points(told(TEXT), limit) for index in point.indices]
        assert printed == sorted(set(printed))


def test_a_passage_fits_the_budget_or_is_not_given():
    for budget in range(20, 160, 5):
        chosen = points(told(TEXT), limit=3, budget=budget)
        assert len(chosen) == 1 or sum(len(point.text) for point in chosen) <= budget


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("another paragraph", f"{LEFT}\n{HOURS_LATER}"),
        ("the first leans itself", f"此后，该公司拒绝停用一批焊缝开裂的货轮。{HOURS_LATER}"),
        ("the first is a scrap", f"陆启明走了。{HOURS_LATER}"),
        ("the first asks", f"3月5日，云杉航运的首席工程师陆启明为什么辞职？{HOURS_LATER}"),
        ("together too long", f"{LEFT * 3}{HOURS_LATER}".replace("。3", "，3")),
        ("the second is a scrap", f"{CALM}{LEFT}陆启明没有回应。"),
        (
            "the second is nobody's words",
            f"{CALM}{LEFT}“公司拒绝了所有工程师的意见，也拒绝了保险公司的意见。”",
        ),
    ],
)
def test_no_passage_is_made_where(why, text):
    document = told(text)

    assert not len(passages(document, features(document)).last), why


def test_a_sentence_that_may_not_be_printed_takes_its_companion_along():
    document = told(f"{LEFT}{COURT}{HOURS_LATER}")
    without_court = having(document, 1, "deleted-words")

    assert len(passages(document, features(document)).last) == 1
    assert not len(passages(without_court, features(without_court)).last)


@pytest.mark.parametrize(
    ("between", "printed", "kinds"),
    [
        ("", "", []),
        (" ", "", ["spacing"]),
        ("</b>\n<b>", "", ["markup"]),
        ("\n", "", ["join-lines"]),
    ],
)
def test_only_blanks_and_tags_may_lie_between_chinese_sentences(between, printed, kinds):
    document = apart(LEFT, between, HOURS_LATER, "zh")

    whole = joined(document, 0)

    assert whole is not None
    assert whole.text == LEFT + printed + HOURS_LATER
    assert [edit.kind for edit in whole.edits] == kinds
    span = Span(whole.start, whole.end)
    trace(Excerpt(whole.text, ArticleId("a"), span, whole.edits, "salience"), document.article.text)


def test_english_sentences_keep_one_blank_between_them():
    first, second = "The keel cracked on Monday.", "Hours later the yard closed."

    for between in (" ", "  ", "\n", "</i> <i>", ""):
        whole = joined(apart(first, between, second, "en"), 0)
        assert whole is not None
        assert whole.text == f"{first} {second}"


def test_words_that_were_left_out_between_two_sentences_part_them():
    assert joined(apart(LEFT, "（图：码头）", HOURS_LATER, "zh"), 0) is None


PROFIT = "云杉航运造船部门第一季度的利润是11亿克朗"
RIVALS = "而白桦航运同一季度赚了74亿克朗"
ASKED = "那么云杉航运的造船部门第一季度到底赚了多少呢"


def captions(*lines: str, glue: str = "\n", kind: str = "transcript") -> Document:
    """Lines of speech as cleaning leaves them: a paragraph each, and no mark at their ends."""
    source = glue.join(lines)
    document = plain(source, None, "zh")
    sentences, start = [], 0
    for number, line in enumerate(lines):
        sentences.append(
            replace(document.sentences[0], text=line, start=start, end=start + len(line), paragraph=number)
        )
        start += len(line) + len(glue)
    return replace(document, kind=kind, sentences=tuple(sentences))


@pytest.mark.parametrize(
    "between",
    ["\n", "\n(03:10) ", "\n\n12\n00:00:31,000 --> 00:00:33,500\n", "</c>\n\n00:31.000 --> 00:33.500\n<c>"],
)
def test_what_a_speaker_says_in_two_lines_is_one_point(between):
    """No mark says where a spoken sentence ends: a guess has cut it in two."""
    document = captions("大家早上好今天风很大", PROFIT, RIVALS, "港口外面下起了雪", glue=between)

    (passage,) = (point for point in points(document, limit=1) if point.count == 2)

    assert passage.text == f"{PROFIT}，{RIVALS}"
    traced(document, passage)


@pytest.mark.usefixtures("passages_for_nothing")
def test_a_thought_of_three_lines_is_one_point():
    document = captions("大家早上好今天风很大", PROFIT, "比去年同期下跌了31%", RIVALS, "港口外面下起了雪")

    (passage,) = (point for point in points(document, limit=1) if point.count == 3)

    assert passage.text == f"{PROFIT}，比去年同期下跌了31%，{RIVALS}"
    assert list(passage.indices) == [1, 2, 3]
    traced(document, passage)


def test_of_all_that_ends_with_a_line_the_best_is_printed():
    """Two lines where the third before them adds nothing."""
    document = captions("港口外面下起了雪大家都没有带伞", PROFIT, RIVALS)

    assert [point.count for point in points(document, limit=1)] == [2]


def test_two_sentences_that_tell_one_thing_together_are_one_point():
    """Neither leans on the other; what happened and what came of it stand side by side."""
    document = told(f"{CALM}{LEFT}{COURT}")

    (passage,) = points(document, limit=1)

    assert passage.text == LEFT + COURT
    traced(document, passage)


def test_a_short_report_is_printed_by_the_sentence():
    """Points of two sentences each would print nearly all of it."""
    document = told(f"{HARBOUR}\n{LEFT}{COURT}")

    assert [point.text for point in points(document)] == [LEFT, COURT]


@pytest.mark.usefixtures("passages_for_nothing")
def test_a_passage_takes_in_what_was_printed_alone_but_no_other_passage():
    document = captions(PROFIT, RIVALS, "海事法院在4月2日裁定这17艘船不得出港", "公司的股价一周内下跌了31%")

    for limit in range(1, 5):
        printed = [index for point in points(document, limit) for index in point.indices]
        assert printed == sorted(set(printed))


def test_a_question_of_the_speaker_is_printed_with_its_answer():
    document = captions(ASKED, "11亿克朗，只有白桦航运的七分之一")

    assert len(passages(document, features(document)).last) == 1


@pytest.mark.parametrize(
    ("why", "document"),
    [
        ("the first has ended", captions(f"{PROFIT}。", RIVALS)),
        ("somebody else answers", captions(PROFIT, f"李明辉：{RIVALS}")),
        ("somebody else answers", captions(PROFIT, f">> {RIVALS}")),
        ("a blank line parts them", captions(PROFIT, RIVALS, glue="\n\n")),
        ("words that were left out part them", captions(PROFIT, RIVALS, glue="\n点赞关注\n")),
        ("it is no transcript", captions(PROFIT, RIVALS, kind="feature")),
        (
            "they are no parts of one sentence",
            captions(f"{PROFIT}，{RIVALS}，{PROFIT}", f"{RIVALS}，{PROFIT}，{RIVALS}"),
        ),
        ("the second asks", captions(PROFIT, ASKED)),
        ("nobody wants to know", captions("你们知道云杉航运的造船部门赚了多少钱吗", RIVALS)),
    ],
)
def test_two_lines_of_speech_are_no_passage_where(why, document):
    assert not len(passages(document, features(document)).last), why


def apart(first: str, between: str, second: str, language: str) -> Document:
    """A document of two sentences of one paragraph, with *between* left out by cleaning."""
    source = first + between + second
    document = plain(first, None, language)
    start = len(first) + len(between)
    one = replace(document.sentences[0], text=first, start=0, end=len(first))
    two = replace(one, text=second, start=start, end=len(source))
    return replace(document, article=replace(document.article, text=source), sentences=(one, two))


def test_the_story_takes_both_sentences_of_a_passage_as_printed():
    """Else the timeline would print the second again as if it were new to the reader."""
    summary = summarize(told(TEXT), limit=2)

    read = gathering.read([summary.document])
    gathering.mark(read, [summary])

    assert +read.used == {(0, 1): 1, (0, 2): 1, (0, 3): 1}
