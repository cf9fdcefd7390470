"""Where sentences end. Every paragraph is ours; ``|`` marks the cuts that a reader would make."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.language.sentences import split

CHINESE = [
    "电车周二恢复运营。|乘客很高兴！|真的吗？",
    "他说：“车来了。你上吗？”|她没有回答。",
    "“车来了。”他说。|“你上吗？”",
    "“车来了。你上吗？”司机问道。|没有人应声。",
    "她问：“为什么？”|没有人知道。",
    "「車來了。」他說。|「你上嗎？」她問道：「去哪裡？」|門關上了。",
    "那句“为什么？”让人难忘。|后来没有人再提。",
    "他喊道：“快跑！”|大家都跑了。",
    "“我不知道……”他说。|然后他沉默了……没有人开口。",
    "什么？！|怎么会这样！！！|算了。",
    "版本是3.5。|价格为1,299.50元。",
    "公司（成立于1915年。总部在河边。）发布了新车。|票价不变。",
    "（完）",
    "《谁动了我的车票？》一书很有名。|作者是司机。",
    "山姆·奥莱特和J.R.史密斯都来了。|会议开始。",
    "1. 先买票。|2. 再上车。",
    "没有标点的尾巴也是一句",
    "第一句。尾巴没有句号".replace("。", "。|"),
    "结论见文末[1]。|另一项研究持相反意见。[2]|双方没有再回应。",
    "他写道：“我辞职了（I quit）。”|同事们不意外。",
    "据报道,车队有700辆车.|公司没有评论.".replace("车.", "了."),
    "“安全第一。”|这是他的口头禅。",
    "会上他说，“车会回来的。”|散会了。",
    "他回答：“会。”而她没有。".replace("”而", "”|而"),
]
ENGLISH = [
    "The tram is back.|Riders are glad!|Are they?",
    "Mr. Hale arrived at 3.5 p.m. on Jan. 5 with Dr. Osei.|He left at once.",
    'He said, "I quit. It is over."|Then he left.',
    '"Why?" she asked.|"I do not know."',
    '"Why?" Ms. Hale asked.|Nobody knew.',
    "She works for the U.S. government in Washington, D.C. and likes it.",
    "It was made by Tram Inc. in 1915.|The U.S. is far.|He went to the U.K.|The weather was bad.",
    "J. R. Smith wrote it with Ann B. Cole.|Nobody read it.",
    "How the A.I. Fuse Was Lit.|It is a book.",
    "See www.example.com/a.b?c=d for the plan.|It is short.",
    "The plan... was dropped.|Nobody minded.",
    "He paused...|Then he left.",
    "Yahoo! said it would pay.|It did not.",
    "Costs rose 3.5 percent, e.g. for fuel, i.e. diesel.|Fares did not.",
    "1. Buy a ticket.|2. Board the tram.",
    "The end came quickly.The riders left.".replace(".The", ".|The"),
    "No. 5 is the oldest line.|It opened in 1915.",
    "(The tram was late.)|Nobody came.",
    "He asked whether “it” was safe.|“It is,” she said.",
]
MIXED = [
    "GPT-4o于5月13日发布。|它支持语音。",
    "她说“I quit.”，然后走了。",
    "OpenAI说：“We are sorry.”|记者没有再问。",
    "彼は「行く。」と言った。|そして去った。|本当ですか？|はい。",
]
OTHERS = [
    "कल सुबह नई ट्राम निकली।|उसमें एक यात्री और एक कुत्ता था।",
    "ရထားသစ် ထွက်ခဲ့သည်။|ခရီးသည် တစ်ယောက်သာ ရှိသည်။",
    "አዲሱ ባቡር ወጣ።|አንድ ተሳፋሪ ብቻ ነበር።",
    "Նոր տրամվայը մեկնեց։|Մեկ ուղևոր կար։",
    "نئی ٹرام نکلی۔|اس میں ایک مسافر تھا۔",
]


@pytest.mark.parametrize("marked", CHINESE + ENGLISH + MIXED + OTHERS)
def test_a_paragraph_is_cut_where_a_reader_would_cut_it(marked):
    wanted = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", " " if marked.isascii() and "quickly" not in marked else "")
    assert [text[start:end] for start, end in split(text)] == wanted


def test_a_blank_line_ends_a_sentence():
    text = "标题没有句号\n\n正文从这里开始。"
    assert [text[start:end] for start, end in split(text)] == ["标题没有句号", "正文从这里开始。"]


def test_a_quotation_that_never_closes_does_not_swallow_the_rest():
    text = "他说：“车来了。乘客上车。司机关门。"
    assert len(split(text)) == 3


def test_a_very_long_quotation_is_cut_inside():
    text = "“" + "电车又一次晚点了，乘客等了很久。" * 20 + "”"
    assert len(split(text)) > 10


def test_nothing_but_blanks_is_no_sentence():
    assert split("") == split(" \n\u3000 ") == ()


MARKS = '电车 来了 。 ？ ！ …… “ ” 「 」 （ ） " Mr. U.S. 3.5 The end . ? [1] 他说 ， 《 》 1. ... a.b'
PIECES = st.sampled_from([*MARKS.split(), " ", "\n", "\n\n", "\u3000"])


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_sentences_ascend_and_lose_nothing_but_blanks(text):
    spans = split(text)
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "nasty", ["“", "(", ".", "a.", "？", '"', "\n ", "“a。”的", "。”", " ", "（。）", "U.S. ", "“x”", "1."]
)
def test_text_of_the_worst_kind_takes_no_longer_than_prose(nasty):
    """Any quadratic rule would take hours here."""
    text = nasty * (300_000 // len(nasty))
    spans = split(text)
    assert all(a < b for a, b in spans)
