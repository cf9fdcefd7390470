"""Boxes of other articles under the article, and lines of links at its ends."""

import pytest

from digest.intake.page.labelled import is_label
from tests.intake.pages import body_of, paragraphs

BODY = [
    "渔港的冷库昨夜断电六个小时，三十吨鱼被连夜运到邻县，船主们说损失要到月底才算得清。",
    "电力公司解释，海水倒灌烧坏了一台变压器，备用线路本来应该在两分钟之内接上。",
    "港务局承认，备用线路去年就已经拆除，新的要等到秋天才能完工。",
]
OTHERS = [
    "邻县的盐场今年第一次用机器收盐，工人从八十个减少到十二个，产量却多了一倍。",
    "县里的老戏台修好了，第一场戏就在这个周末，票在三天之前已经卖完。",
]


def page(article, after=""):
    return f"<html><head><title>渔港断电</title></head><body><div>{article}{after}</div></body></html>"


def teasers(label):
    cards = "".join(f"<div><h4><a href=/x>另一条消息</a></h4><p>{text}</p></div>" for text in OTHERS)
    return f"<div><h2>{label}</h2><div>{cards}</div></div>"


@pytest.mark.parametrize(
    "label",
    [
        "推荐阅读",
        "為您推薦",
        "相关新闻：",
        "延伸 · 推荐",
        "相关 阅读",
        "More stories",
        "関連記事",
        "Lire aussi",
    ],
)
def test_teasers_in_a_box_that_opens_with_a_label_are_no_part_of_the_article(label):
    found = body_of(page(f"<div><h1>渔港断电</h1>{paragraphs(BODY)}</div>", teasers(label)))

    assert found == BODY


def test_a_box_of_other_articles_in_the_middle_takes_nothing_of_the_article_with_it():
    article = f"<div><h1>渔港断电</h1>{paragraphs(BODY[:2])}{teasers('延伸阅读')}{paragraphs(BODY[2:])}</div>"

    assert body_of(page(article)) == BODY


def test_an_article_under_a_channel_of_such_a_name_is_read():
    linked = "".join(f"<p>{text[:-1]}<a href=/x>（见图）</a>。</p>" for text in BODY)
    top = f"<div><h3>热点新闻</h3><div><h1>渔港断电</h1>{linked}</div></div>"
    found = body_of(page(top, f"<div>{paragraphs(OTHERS * 2)}</div>"))

    assert [text for text in found if "（见图）" in text] == [f"{text[:-1]}（见图）。" for text in BODY]


def test_a_chapter_without_links_is_the_article_whatever_its_name():
    chapter = f"<section><h2>相关内容</h2>{paragraphs(OTHERS)}</section>"
    article = f"<div><h1>渔港断电</h1>{paragraphs(BODY)}{chapter}</div>"

    assert set(OTHERS) <= set(body_of(page(article)))


def test_crumbs_and_page_links_at_the_ends_of_the_article_are_left_out():
    crumbs = "<p><a href=/>渔业网</a> &gt; <a href=/g>港口新闻频道</a> &gt; 正文</p>"
    pages = "<p><a href=/1>上一页的全部内容</a> | <a href=/2>下一页的全部内容</a></p>"
    linked = "<p>据<a href=/bao>渔业报的一篇很长的报道</a>，修复要一个月。</p>"

    found = body_of(page(f"<td>{crumbs}{paragraphs(BODY)}{linked}{pages}</td>"))

    assert found == [*BODY, "据渔业报的一篇很长的报道，修复要一个月。"]


@pytest.mark.parametrize(
    "text",
    [
        "相关部门",
        "推荐信写得很好",
        "More than a story",
        "Other",
        "Top",
        "最新",
        "看",
        "Most of the news is old",
        "",
    ],
)
def test_what_only_begins_like_a_label_is_none(text):
    assert not is_label(text)


def test_a_list_of_comments_of_uneven_length_takes_nothing_of_the_article_above_it():
    short = "<div><a href=/u>甲</a><div>早该修了。</div><div><a href=/r>回复</a></div></div>"
    floors = "".join(f"<div>第{at}楼说得对。</div>" for at in range(4))
    long = f"<div><a href=/u>乙</a>{floors}<div><a href=/r>回复</a></div></div>"
    comments = f"<div><h2>评论</h2>{short}{long}{short}{short}{long}</div>"

    article = [*OTHERS, *BODY]

    assert body_of(page(f"<div><h1>渔港断电</h1>{paragraphs(article)}</div>", comments)) == article
