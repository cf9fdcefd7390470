"""Which part of a page is its article where the voters alone go wrong."""

import json

import pytest

from digest.intake import read_bytes
from digest.intake.page.blocks import blocks
from digest.intake.page.body import in_body
from digest.intake.page.labelled import is_comments, is_pointer
from digest.intake.page.opinions import Opinions, opinions
from digest.intake.page.sections import with_sections
from tests.intake.pages import body_of, paragraphs

BODY = [
    "磨坊镇的石桥周三重新通车，第一辆过桥的是一辆拉面粉的三轮车，司机姓何，今年六十一岁。",
    "施工队用了十一个月换掉四个桥墩，比合同约定的时间多了整整一个春天。",
    "镇上的面包店老板说，桥断的时候她每天要绕九公里去买面粉，成本涨了两成。",
    "县交通局没有公布最后的造价，只说审计结果会在入秋以前贴在镇政府的门口。",
]
REMARKS = [
    "总算通了，昨天我专门骑车过去走了两个来回，桥面很平，就是护栏的颜色太难看。",
    "希望这次能多用几年，上一次修好才过了六个冬天就裂了，谁来负责呢？",
    "面包能不能便宜一点？当初涨价的时候说的可是因为要绕路。",
    "夜里桥头没有路灯，老人走过去很危险，已经打过三次电话了。",
    "造价为什么不公布？我们只是想知道钱花在哪里，这个要求不过分吧。",
]


def page(body, head="<title>石桥通车</title>"):
    return f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def described(**claims):
    thing = {"@type": "NewsArticle", "headline": "石桥通车", **claims}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


# --- what the page's head gives ------------------------------------------------


def like_the_article(texts):
    return "".join(f"<div class=x5><div class=x6>{text}</div></div>" for text in texts)


def test_the_text_in_the_head_tells_the_article_from_comments_of_the_same_shape():
    body = f"<div>石桥通车</div><div>{like_the_article(BODY)}</div><div>{like_the_article(REMARKS * 3)}</div>"
    assert body_of(page(body, described(articleBody="".join(BODY)))) == BODY
    assert body_of(page(body)) != BODY  # nothing else on this page could tell


def test_what_the_head_gives_only_the_beginning_of_goes_on():
    """Publishers cut the text for those who have not paid, and for search engines."""
    body = f"<h1>石桥通车</h1><article>{paragraphs(BODY * 2)}</article>"
    given = "".join(BODY)[:-4] + "……"
    assert body_of(page(body, described(articleBody=given))) == BODY * 2


def test_a_summary_in_place_of_the_text_decides_nothing():
    body = f"<h1>石桥通车</h1><article>{paragraphs(BODY)}</article>"
    assert body_of(page(body, described(articleBody=BODY[0]))) == BODY
    assert body_of(page(body, described(articleBody="这里有一段网页上根本没有的文字。" * 20))) == BODY


def test_a_library_that_finds_but_an_address_has_no_vote(monkeypatch):
    """It outvoted density alone, and a resolution of a parliament was left out for a URL."""
    source = page(f"<p>https://example.org/</p><h1>石桥通车</h1><div>{paragraphs(BODY)}</div>")
    monkeypatch.setattr("digest.intake.page.opinions._readability", lambda source: {"https://example.org/"})
    monkeypatch.setattr("digest.intake.page.opinions._trafilatura", lambda source: set())
    assert body_of(source) == BODY


# --- what the vote missed --------------------------------------------------------


def test_paragraphs_beside_the_body_that_one_library_wants_are_the_article_s():
    """In one box with it, that is: half an article is lost at a gallery in the middle of it."""
    source = page(f"<main><h1>石桥通车</h1><article>{paragraphs(BODY)}</article></main>{paragraphs(REMARKS)}")
    found = blocks(source)
    at = [index for index, block in enumerate(found) if block.text in BODY]
    outside = [index for index, block in enumerate(found) if block.text in REMARKS]
    half = tuple(index in at[2:] for index in range(len(found)))
    whole = tuple(index in at + outside for index in range(len(found)))

    chosen = in_body(found, Opinions(density=half, libraries=(half, whole)), at_title=at[0] - 1)

    assert [index for index, is_body in enumerate(chosen) if is_body] == at


def test_a_box_of_related_articles_does_not_part_the_first_paragraphs_from_the_others():
    box = "<div class=related>" + "".join(f"<p>相关：{text}</p>" for text in REMARKS) + "</div>"
    source = page(f"<div>{paragraphs(BODY[:2])}{box}</div><div>{paragraphs(BODY[2:] * 6)}</div>")
    found = blocks(source)
    half = tuple(block.text in BODY[2:] for block in found)
    whole = tuple(block.text in BODY for block in found)

    chosen = in_body(found, Opinions(density=half, libraries=(half, whole)), at_title=-1)

    assert tuple(chosen) == whole


STANDFIRST = "停运近一年的石桥恢复通行，居民松了一口气，但没有人说得清它到底花了多少钱，县里答应入秋公布账目"


@pytest.mark.parametrize("standfirst", [f"{STANDFIRST}。", f"{STANDFIRST}，镇上的人半信半疑，等着看"])
def test_the_standfirst_is_the_article_s_even_without_a_full_stop(standfirst):
    head = f"<header><h1>石桥通车</h1><p>{standfirst}</p><div>何春</div></header>"
    found = body_of(page(f"<main>{head}<article>{paragraphs(BODY)}</article></main>"))
    assert found[0] == standfirst
    assert set(BODY) <= set(found)


def test_a_title_printed_twice_is_no_standfirst():
    head = "<h1>石桥通车了吗？</h1><div>石桥通车了吗？</div>"
    assert (
        body_of(page(f"{head}<article>{paragraphs(BODY)}</article>", "<title>石桥通车了吗？</title>")) == BODY
    )


def test_a_list_at_the_end_of_a_chapter_that_one_library_drops_is_kept():
    source = page(f"<article><h1>石桥通车</h1>{paragraphs(BODY[:2])}<ul><li>东桥</li><li>西桥</li></ul>"
                  f"<p>图：何春</p>{paragraphs(BODY[2:])}</article>")  # fmt: skip
    found = blocks(source)
    texts = [block.text for block in found]
    listed = tuple(text in [*BODY, "东桥", "西桥"] for text in texts)
    plain = tuple(text in BODY for text in texts)

    chosen = in_body(found, Opinions(density=plain, libraries=(plain, listed)), texts.index("石桥通车"))

    assert [text for text, is_body in zip(texts, chosen, strict=True) if is_body] == [
        *BODY[:2], "东桥", "西桥", *BODY[2:]
    ]  # fmt: skip


def test_a_photographer_s_name_between_two_paragraphs_needs_more_than_one_voter():
    credit = "<div class=photo-author>摄影 何春</div>"
    found = blocks(page(f"<article>{paragraphs(BODY[:2])}{credit}{paragraphs(BODY[2:])}</article>"))
    without = tuple(block.text in BODY for block in found)
    everything = tuple(True for _ in found)

    chosen = in_body(found, Opinions(density=without, libraries=(without, everything)), at_title=-1)

    assert tuple(chosen) == without


def test_first_paragraphs_in_a_box_of_their_own_are_the_article_s():
    first = f"<div class=a><p>{REMARKS[0]}</p></div>"
    source = page(f"<h1>石桥通车</h1>{first}<div class=b>{paragraphs(BODY)}</div><div>{REMARKS[1]}</div>")
    found = blocks(source)
    texts = [block.text for block in found]
    some = tuple(text in BODY for text in texts)
    more = tuple(text in [*BODY, *REMARKS] for text in texts)

    chosen = in_body(found, Opinions(density=some, libraries=(some, more)), texts.index("石桥通车"))

    assert [text for text, is_body in zip(texts, chosen, strict=True) if is_body] == [REMARKS[0], *BODY]


# --- what the vote took too much ---------------------------------------------------


def test_an_article_in_a_box_whose_name_says_sharing_is_kept():
    """Names are believed where they set a part aside, not where they name the whole."""
    body = f"<div class=sharing><h1>石桥通车</h1><div class=share>{paragraphs(BODY)}</div></div>"
    assert body_of(page(body)) == BODY


def test_an_article_for_subscribers_goes_on_behind_its_first_paragraph():
    """The rest of the text was taken for a box that asks to subscribe."""
    rest = f"<div class=subscription>{paragraphs(BODY[1:] + REMARKS)}</div>"
    body = f"<h1>石桥通车</h1><article><p>{BODY[0]}</p>{rest}</article>"
    assert body_of(page(body)) == BODY + REMARKS


def test_teasers_longer_than_two_open_paragraphs_are_not_the_article():
    teasers = "".join(
        f"<div class=teaser><h3><a href=/x>另一条</a></h3><p>{text}</p></div>" for text in REMARKS
    )
    body = f"<h1>石桥通车</h1><div class=text>{paragraphs(BODY[:2])}</div><div class=more>{teasers}</div>"
    assert body_of(page(body)) == BODY[:2]


def test_a_short_article_is_found_before_many_comments():
    remarks = "".join(
        f"<div><b>读者</b><p>{text}</p><a href=#>顶({at})</a></div>" for at, text in enumerate(REMARKS * 3)
    )
    body = f"<h1>石桥通车</h1><div>{BODY[0]}</div><div><h3>网友评论</h3>{remarks}</div>"
    assert body_of(page(body)) == BODY[:1]


def test_a_button_under_each_of_ten_walks_does_not_make_them_comments():
    walks = "".join(
        f"<div><h2>第{at}条路</h2><p>{text}</p><a class=button href=/map>看地图</a></div>"
        for at, text in enumerate(BODY + REMARKS)
    )
    found = body_of(page(f"<h1>石桥通车</h1><div><p>{'河边的路各有各的好处。' * 8}</p>{walks}</div>"))
    assert set(BODY + REMARKS) <= set(found)
    assert "看地图" not in found


def test_an_article_printed_for_small_screens_and_for_large_ones_is_read_once():
    text = [BODY[0] * 2]
    twice = f"<div class=small>{paragraphs(text)}</div><div class=large>{paragraphs(text)}</div>"
    assert body_of(page(f"<h1>石桥通车</h1><article>{twice}</article>")) == text


def test_a_highlight_that_the_text_repeats_leaves_the_text_whole():
    text = [sentence * 2 for sentence in (*BODY, *REMARKS)]
    assert body_of(page(f"<h1>石桥通车</h1><article>{paragraphs([text[3], *text])}</article>")) == [
        text[3],
        *text,
    ]


def test_a_refrain_is_sung_each_time():
    song = ["桥下的水慢慢流", "桥上的人慢慢走", "桥下的水慢慢流", "桥上的人慢慢走"] * 4
    assert body_of(page(f"<h1>石桥谣</h1><div>{'<br>'.join(song)}</div>", "<title>石桥谣</title>")) == song


def test_a_form_for_a_newsletter_in_the_middle_is_left_out():
    form = "<figure class=newsletter><p>订阅我们的早报，每天早上七点，重要的新闻都在信箱里。</p></figure>"
    body = f"<h1>石桥通车</h1><article>{paragraphs(BODY[:2])}{form}{paragraphs(BODY[2:])}</article>"
    assert body_of(page(body)) == BODY


LABELS = "评论 网友评论 評論（43） 12条评论 Commentaires 12&nbsp;Kommentare Have&nbsp;your&nbsp;say".split()


@pytest.mark.parametrize("label", [*LABELS, "18 thoughts on “Trams”"])
def test_comments_are_told_by_the_label_over_them(label):
    remarks = "".join(f"<div><b>读者</b><p>{text}</p></div>" for text in REMARKS)
    body = f"<h1>石桥通车</h1><div>{paragraphs(BODY)}</div><div><h4>{label}</h4>{remarks}</div>"
    assert body_of(page(body)) == BODY


@pytest.mark.parametrize(
    "text", ["评论员文章", "Comment is free, facts are sacred", "网友评论这座桥说", "We asked for comments"]
)
def test_what_only_speaks_of_comments_is_no_label(text):
    assert not is_comments(text)


def test_the_list_of_comments_under_its_heading_is_left_out():
    """They quote the article, so every library finds its words there."""
    quoting = "".join(f"<li>镇上的老人：<p>{text}</p></li>" for text in [BODY[0], *REMARKS[:2]])
    body = f"<div><h1>石桥通车</h1>{paragraphs(BODY)}<h3>3 条评论</h3><ol>{quoting}</ol></div>"

    assert body_of(page(body)) == BODY


def test_a_button_for_comments_in_the_middle_of_an_article_ends_nothing():
    chapters = f"<div>{paragraphs(BODY[:2])}</div><span>评论</span><div>{paragraphs(BODY[2:])}</div>"

    assert set(BODY) <= set(body_of(page(f"<div><h1>石桥通车</h1>{chapters}</div>")))


def test_a_list_of_flashes_under_its_label_is_told_by_its_cards():
    """No links to go by: each entry is a box with a time and a sentence."""
    flashes = "".join(f"<div><span>09:0{at}</span><p>{text}</p></div>" for at, text in enumerate(REMARKS))
    body = f"<div><h1>石桥通车</h1><div>{paragraphs(BODY)}</div></div><div><h3>最新快讯</h3>{flashes}</div>"
    assert body_of(page(body)) == BODY


def test_a_line_that_points_to_another_article_is_left_out_if_it_is_a_link():
    pointer = "<p><b>延伸阅读：</b><a href=/x>上一次石桥为什么会断</a></p>"
    spoken = "<p>延伸阅读：镇志第三卷写过这座桥，可惜没有再版。</p>"
    body = (
        f"<h1>石桥通车</h1><article>{paragraphs(BODY[:2])}{pointer}{spoken}{paragraphs(BODY[2:])}</article>"
    )
    assert body_of(page(body)) == [*BODY[:2], "延伸阅读：镇志第三卷写过这座桥，可惜没有再版。", *BODY[2:]]


@pytest.mark.parametrize(
    "text", ["Read more: Trams return", "Lire aussi | À Lorient", "相關新聞：輕軌", "READ MORE: x"]
)
def test_pointers_in_several_languages(text):
    assert is_pointer(text)


@pytest.mark.parametrize(
    "text", ["Read more books, said the mayor", "Read-only memory", "More: the play", "相关新闻很多"]
)
def test_only_a_mark_behind_the_phrase_makes_a_pointer(text):
    assert is_pointer(text) is (":" in text)


def test_a_page_too_large_for_the_libraries_has_one_voter():
    source = page(paragraphs(BODY) + " " * 3_000_001)
    assert opinions(source, blocks(source)).libraries == ()


def test_a_short_last_sentence_in_a_box_of_its_own_is_the_article_s():
    paragraphs = (
        "石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的，一共摆了一百二十本书，没有一本是新的。",
        "管理员是六十岁的船长，他每个月初一把书搬出来晒一次，借书的人要在本子上写下潮水的高度。",
        "去年台风来的那天，他先把书背上岸，再回头去系缆绳，第二天船还在，书也一本没少。",
        "图书馆七月重开。",
    )
    boxes = "".join(f'<div dir="ltr"><p>{text}</p></div>' for text in paragraphs)
    head = "<html><head><title>岛上的书</title></head><body><main><h1>岛上的书</h1>"
    page = f"{head}{boxes}<section><h2>更多</h2></section></main></body></html>"

    (article,) = read_bytes(page.encode(), "page.html")

    assert [line.text for line in article.lines if line.role == ""][-1] == "图书馆七月重开。"


def test_a_link_that_is_never_closed_does_not_cost_the_article():
    """To a browser all that follows stands in it, and what is nothing but links is else no article."""
    assert body_of(page(f"<h1>石桥通车</h1><a href=/up><article>{paragraphs(BODY)}</article>")) == BODY


def test_steps_in_a_box_each_are_the_article_s():
    """Two of three voters stop at the first box."""
    steps = "".join(
        f"<div><div><h5>第{at}步</h5><div><p>{text}</p></div></div><figure><figcaption>{at}</figcaption></figure></div>"
        for at, text in enumerate(BODY, 1)
    )
    body = f"<div><h1>石桥通车</h1><div><p>{REMARKS[0]}</p></div>{steps}</div>"
    found = blocks(page(body))
    first, whole = [
        [block.text in texts for block in found] for texts in (REMARKS[:1], [*REMARKS[:1], *BODY])
    ]
    given = Opinions(tuple(first), (tuple(first), tuple(whole)))

    assert [found[index].text for index, kept in enumerate(with_sections(found, first, given)) if kept] == [
        REMARKS[0],
        *BODY,
    ]


def test_cards_of_other_articles_are_no_sections():
    """Each has its link."""
    cards = "".join(f"<div><a href=/x>另一条消息</a><p>{text}</p></div>" for text in BODY)
    found = blocks(page(f"<div><h1>石桥通车</h1><div><p>{REMARKS[0]}</p></div>{cards}</div>"))
    first = [block.text == REMARKS[0] for block in found]
    whole = [block.text in (REMARKS[0], *BODY) for block in found]

    assert with_sections(found, first, Opinions(tuple(first), (tuple(first), tuple(whole)))) == first
