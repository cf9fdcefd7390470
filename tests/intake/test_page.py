"""A web page: its blocks, what is the article among them, and what its head claims."""

import socket
from itertools import pairwise

import pytest

from digest.intake import read_bytes
from digest.intake.page.blocks import blocks
from digest.intake.page.checks import checked_authors, iso_date, publisher_name, strip_site
from digest.intake.page.head import read_head
from digest.intake.page.opinions import density
from digest.intake.page.tokens import tokens
from digest.intake.raw import edited

BODY = [
    "城西的五号线周二恢复运营，第一班车在清晨五点半准时驶出车库，车上坐了四十多名乘客。",
    "公司说，停运的三年里更换了全部轨道，花费比预算少了一成，工期却拖了八个月。",
    "工会代表认为，司机的休息时间仍然没有保障，他们会在下个月再次提出要求。",
    "住在河边的老人说，他每天都听着钟声等车，如今终于等到了。",
    "市政府没有回应票价是否上涨的问题，只说会在年底之前公布新的方案。",
]
NAVIGATION = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("首页", "新闻", "财经", "体育"))
RELATED = "".join(
    f'<li><a href="/r">{name}</a></li>' for name in ("机场的新跑道开工", "大桥今日封闭", "春运的票开卖")
)
COMMENTS = "".join(
    f'<div class="comment"><b>读者{at}</b><p>我觉得这趟车{at}年前就该回来了，大家说是不是。</p></div>'
    for at in range(12)
)


def page(article, head="<title>五号线回来了 - 城西日报</title>"):
    return (
        f"<!doctype html><html lang=zh-CN><head>{head}</head><body><nav><ul>{NAVIGATION}</ul></nav>"
        f"{article}<div class=related><h3>相关阅读</h3><ul>{RELATED}</ul></div>"
        f"<div id=comments>{COMMENTS}</div><footer>版权所有 城西日报社 不得转载</footer></body></html>"
    )


def paragraphs(mark="p"):
    return "".join(f"<{mark}>{text}</{mark}>" for text in BODY)


LAYOUTS = {
    "paragraphs": f"<article><h1>五号线回来了</h1>{paragraphs()}</article>",
    "divs": f"<div class=wrap><h1>五号线回来了</h1><div class=txt>{paragraphs('div')}</div></div>",
    "breaks": f"<div id=content><h1>五号线回来了</h1>{'<br><br>　　'.join(BODY)}</div>",
    "sections of a messenger": (
        '<div id=js_content style="visibility: hidden"><h1>五号线回来了</h1>'
        + "".join(f"<section><span style='color:red'>{text}</span></section>" for text in BODY)
        + "</div>"
    ),
    "a table of 2003": f"<TABLE><TR><TD><H1>五号线回来了</H1><FONT>{'<P>'.join(BODY)}</FONT></TABLE>",
    "a box of teasers inside": (
        f"<article><h1>五号线回来了</h1><p>{BODY[0]}</p><p>{BODY[1]}</p>"
        "<aside><h3>更多</h3><p>邻市的地铁也在扩建，预计后年通车。</p></aside>"
        + "".join(f"<p>{text}</p>" for text in BODY[2:])
        + "</article>"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_body_is_found_in_every_layout_and_nothing_else(layout):
    (article,) = read_bytes(page(LAYOUTS[layout]).encode(), "one.html")
    printed = [line.text for line in article.lines if line.role in ("", "list", "quote", "heading")]
    assert printed == BODY
    assert [line.text for line in article.lines if line.role == "title"] == ["五号线回来了"]


def test_a_title_is_known_again_whatever_unseen_characters_the_head_has_in_it():
    """They are no part of what a page shows, and the claim alone kept them."""
    head = "<title>五号\u200b线回\u00ad来了</title>"
    body = f"<h1>交通</h1><article><h2>五号线回来了</h2>{paragraphs()}</article>"
    (article,) = read_bytes(page(body, head).encode(), "one.html")
    assert [line.text for line in article.lines if line.role == "title"] == ["五号线回来了"]


def test_comments_are_told_by_the_link_under_each_where_class_names_tell_nothing():
    """Minified pages; the comments are longer than the article, and as much prose."""
    comments = "".join(
        f"<div class=x{at}><b>读者{at}</b><p>{BODY[at % 5]}我等了{at}年，今天终于坐上了。</p>"
        "<a href=#>回复</a></div>"
        for at in range(20)
    )
    source = (
        f"<html><body><div><h1>五号线回来了</h1>{paragraphs()}</div><div class=b2>{comments}</div></html>"
    )
    (article,) = read_bytes(source.encode(), "one.html")
    assert [line.text for line in article.lines if line.role == ""] == BODY


def test_a_label_over_each_advertisement_does_not_cost_the_article():
    """Only what is clicked makes a list of entries: 广告 stands between the paragraphs of one text."""
    inside = "".join(f"<p>{text}</p><div>广告</div>" for text in BODY)
    (article,) = read_bytes(f"<html><body><h1>五号线回来了</h1>{inside}</body></html>".encode(), "one.html")
    assert set(BODY) <= {line.text for line in article.lines if line.role == ""}


def test_what_is_not_the_article_stays_as_a_line_with_its_role():
    (article,) = read_bytes(page(LAYOUTS["paragraphs"]).encode(), "one.html")
    roles = {line.text: line.role for line in article.lines}
    assert roles["首页"] == "navigation"
    assert roles["机场的新跑道开工"] == "aside"
    assert roles["我觉得这趟车3年前就该回来了，大家说是不是。"] == "aside"


def test_the_line_between_title_and_body_is_the_byline_and_captions_are_captions():
    article = (
        "<article><h1>五号线回来了</h1><div class=info>2024年5月23日 11:14 来源：城西日报</div>"
        f"<p>{BODY[0]}</p><figure><img src=a.jpg><figcaption>图：清晨的车库</figcaption></figure>"
        f"{paragraphs()}</article>"
    )
    (found,) = read_bytes(page(article).encode(), "one.html")
    roles = {line.text: line.role for line in found.lines}
    assert roles["2024年5月23日 11:14 来源：城西日报"] == "byline"
    assert roles["图：清晨的车库"] in ("caption", "aside")


def test_a_hidden_link_farm_is_aside():
    farm = f'<div style="display:none"><p>{BODY[0]}博彩开户送金，真人游戏上线。</p></div>'
    (article,) = read_bytes(page(f"<article>{paragraphs()}{farm}</article>").encode(), "one.html")
    assert {line.role for line in article.lines if "博彩" in line.text} == {"aside"}


def test_a_short_page_without_any_paragraph_is_still_read():
    (article,) = read_bytes("<html><body>五号线回来了。</body></html>".encode(), "one.html")
    assert [(line.text, line.role) for line in article.lines] == [("五号线回来了。", "")]


def test_a_text_under_the_name_of_a_page_keeps_its_lines():
    (article,) = read_bytes("五号线回来了\n\n第一句。\n".encode(), "one.html")
    assert [line.text for line in article.lines] == ["五号线回来了", "", "第一句。"]


def test_a_page_in_gbk_is_decoded_as_it_declares():
    source = page(LAYOUTS["paragraphs"], "<meta charset=gb2312><title>五号线</title>")
    (article,) = read_bytes(source.encode("gb18030"), "one.html")
    assert article.encoding == "gb18030"
    assert BODY[0] in [line.text for line in article.lines]


def test_nothing_is_fetched(monkeypatch):
    """Neither what a page names nor a list that a library would like to update."""

    def refuse(*args, **kwargs):
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    source = page(
        f'<article><h1>五号线</h1><img src="http://example.org/a.png">{paragraphs()}</article>',
        '<base href="http://example.org/"><link rel=stylesheet href="http://example.org/a.css">'
        '<link rel=canonical href="http://example.org/a"><title>五号线</title>',
    )
    assert read_bytes(source.encode(), "one.html")[0].metadata.url == "http://example.org/a"


# --- blocks ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<p>他说 <b>“是</b>”&hellip;\n  完了。</p>", ["他说 “是”… 完了。"]),
        ("a<br>b<br/>c", ["a", "b", "c"]),
        ("<pre>a  b\nc\n\nd</pre>e\nf", ["a b", "c", "d", "e f"]),
        ("<p>one<p>two<ul><li>three<li>four</ul>", ["one", "two", "three", "four"]),
        ("3 < 4 & 5 > 2", ["3 < 4 & 5 > 2"]),
        ("<!-- x -->a<!-- > -->b", ["ab"]),
        ("<script>if (a<b) {}</script><style>p{}</style>t", ["t"]),
        ("<script>never closed", ["never closed"]),
        ("<frameset><frame src=a><noframes><body><p>one<p>two</body></noframes>", ["one", "two"]),
        ('<a title="a>b" href=x>t</a>', ["t"]),
        ("<a title='it's'>t</a>", ["t"]),
        ("x<a", ["x<a"]),
        ("&lt;p&gt; &amp;amp; &copy &nosuch;", ["<p> &amp; © &nosuch;"]),
        ("<p>　　缩进</p>", ["缩进"]),
        ("<P>upper</P><DIV>case</DIV>", ["upper", "case"]),
        ("<p>la can\u00addi\u00adda\u00adture &shy; d\u200bu</p>", ["la candidature du"]),
        ("", []),
        ("<p></p> <br>", []),
    ],
)
def test_blocks_are_what_a_screen_shows(source, texts):
    found = blocks(source)
    assert [block.text for block in found] == texts
    assert all(edited(source, block.start, block.end, block.edits) == block.text for block in found)


def test_the_share_of_links_is_of_characters():
    (block,) = blocks('<p>ab<a href="/x">cd</a></p>')
    assert block.link_share == 0.5
    assert blocks('<h2><a href="#top">Anchor</a></h2>')[0].link_share == 0


def test_a_link_over_a_whole_page_was_never_closed_and_makes_no_link_of_it():
    """To a browser all that follows stands in it; a link inside of it is one all the same."""
    told = "".join(f"<p>第{at}条消息。</p>" for at in range(14))
    found = blocks(f"<a href=/up><h1>五号线</h1>{told}<p><a href=/next>下一页</a></p>")

    assert [block.link_share for block in found] == [0] * 15 + [1]


def test_links_that_are_never_closed_end_where_the_next_begins():
    found = blocks("".join(f"<li><a href=/{at}>消息</li>" for at in range(20)))

    assert {block.link_share for block in found} == {1}


@pytest.mark.parametrize(
    "line",
    [
        "编辑于 2024-03-05 10:20",
        "发布于2024年3月5日 10:20・IP 属地浙江",
        "posted @ 2024-03-05 10:20 林溪 阅读(123)",
        "Published: March 5, 2024",
        "Veröffentlicht: 05.03.2024 10:20",
    ],
)
def test_the_day_that_a_blog_sets_behind_its_text_is_a_byline(line):
    """In front of the comments, each of which has a day of its own."""
    remark = "<div class=comment>用户：这趟车早该回来了。<span>发布于 2024-04-01</span></div>"
    article = f"<article><h1>五号线回来了</h1>{paragraphs()}</article><p>{line}</p>{remark * 3}"

    assert bylines(article) == [line]


def test_the_day_over_the_title_is_a_byline_too_where_no_other_is():
    above = "<p>Updated: March 5, 2024, 5:02 PM ET</p>"
    below = "<p class=date>2024-03-04</p>"

    assert bylines(f"{above}<h1>五号线回来了</h1>{paragraphs()}") == ["Updated: March 5, 2024, 5:02 PM ET"]
    assert bylines(f"{above}<h1>五号线回来了</h1>{below}{paragraphs()}") == ["2024-03-04"]


def test_where_the_head_gives_the_day_none_is_looked_for_astray():
    dated = '<title>五号线回来了</title><meta property="article:published_time" content="2024-03-04">'
    article = f"<h1>五号线回来了</h1>{paragraphs()}<p>更新于 2024-03-05 10:20</p>"

    assert bylines(article, dated) == []


def bylines(article, head="<title>五号线回来了</title>"):
    (read,) = read_bytes(f"<html><head>{head}</head><body>{article}</body></html>".encode(), "page.html")
    return [line.text for line in read.lines if line.role == "byline"]


def test_tokens_leave_no_gap():
    source = '<p a="1">x</p><!-- c --><script>y</script>z <'
    spans = [(token.start, token.end) for token in tokens(source)]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(source)
    assert all(a[1] == b[0] for a, b in pairwise(spans))


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "nasty",
    [
        "<",
        "<a",
        '<a "',
        '<a b="',
        "<!--",
        "<script>",
        "<div>",
        "<p>x",
        "&amp;",
        "&",
        " x",
        "<b></i>",
        "<a>x",
        "字",
        "\n",
    ],
)
def test_half_a_megabyte_of_anything_is_cut_in_linear_time(nasty):
    """A search that fails is never made again; anything quadratic would take hours here."""
    blocks(nasty * (500_000 // len(nasty)))


@pytest.mark.timeout(300)
def test_a_page_on_one_giant_line_is_read():
    source = "<html><body>" + f"<div>{BODY[0]}<a href=x>链接</a></div>" * 60_000 + "</body></html>"
    (article,) = read_bytes(source.encode(), "one.html")
    assert len(article.lines) == 60_000


def test_the_densest_stretch_is_the_third_voter():
    found = blocks(page(LAYOUTS["paragraphs"]))
    chosen = [block.text for block, yes in zip(found, density(found), strict=True) if yes]
    assert set(BODY) & set(chosen)
    assert "首页" not in chosen


# --- claims ----------------------------------------------------------------------


def test_json_ld_is_believed_before_meta_tags():
    claims = read_head(
        '<html lang="zh-CN"><title>五号线回来了_交通频道_城西网</title><meta name=author content="admin">'
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"五号线回来了",'
        '"datePublished":"2024-05-23T08:00:00+08:00","author":[{"name":"林溪"},{"name":"https://x.y"}],'
        '"publisher":{"name":"城西网"}}]}</script>'
    ).metadata
    assert (claims.title, claims.authors, claims.publisher) == ("五号线回来了", ("林溪",), "城西网")
    assert (claims.published, claims.language) == ("2024-05-23T08:00:00+08:00", "zh")


def test_meta_tags_and_time_elements_are_read():
    claims = read_head(
        "<title>Trams are back | The Daily Tram</title><meta property=og:site_name content='The Daily Tram'>"
        '<meta name=author content="By Ann Hale and J. Osei">'
        '<time datetime="2024-05-01T10:00" pubdate>May</time>'
        '<link rel=canonical href="https://example.org/trams">'
    ).metadata
    assert claims.title == "Trams are back"
    assert claims.authors == ("Ann Hale", "J. Osei")
    assert (claims.published, claims.url) == ("2024-05-01T10:00", "https://example.org/trams")


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("五号线回来了_交通频道_城西网", "城西网"),
        ("五号线回来了 - 城西新闻网 - Powered by Discuz!", "城西新闻网"),
        ("五号线回来了 - The Daily Tram", "The Daily Tram"),
        ("五号线回来了", None),
    ],
)
def test_a_publisher_that_only_the_title_names_is_found(title, publisher):
    (article,) = read_bytes(page(LAYOUTS["paragraphs"], f"<title>{title}</title>").encode(), "one.html")
    assert (article.metadata.title, article.metadata.publisher) == ("五号线回来了", publisher)


def test_broken_json_ld_and_a_page_without_a_head_claim_nothing():
    claims = read_head('<script type="application/ld+json">{"@type": </script><p>text').metadata
    assert claims.title is claims.published is claims.publisher is None
    assert claims.authors == ()


@pytest.mark.parametrize(
    "claim",
    ["admin", "https://example.org/ann", "ann@example.org", "编辑", "小编", "Staff",
     "This is a sentence. It is long!", "城西日报", "", "x", "一二三四五六七八九十" * 5, "user_1234567"],
)  # fmt: skip
def test_what_is_no_person_is_no_author(claim):
    assert checked_authors([claim], publisher="城西日报") == ()


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        ("By Ann Hale", ("Ann Hale",)),
        ("作者：林溪、周原", ("林溪", "周原")),
        ("Ann Hale, Jo Osei & Max Berg", ("Ann Hale", "Jo Osei", "Max Berg")),
        ("Ann Hale; Ann Hale", ("Ann Hale",)),
    ],
)
def test_names_are_taken_apart(claim, names):
    assert checked_authors([claim]) == names


@pytest.mark.parametrize(
    ("claim", "date"),
    [
        ("2024-05-23T08:00:00Z", "2024-05-23T08:00:00Z"),
        ("2024/5/3", "2024-05-03"),
        ("2024年5月3日 8:05", "2024-05-03T08:05"),
        ("20240523", "2024-05-23"),
        ("2024-05", "2024-05"),
        ("Thu, 23 May 2024 08:00:00 GMT", "2024-05-23T08:00:00+00:00"),
        ("2024-13-40", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_claimed_date_is_iso_or_nothing(claim, date):
    assert iso_date(claim) == date


@pytest.mark.parametrize("claim", ["城西日报 | 城西日报", "城西日报｜城西日报", "城西日报"])
def test_a_site_that_says_its_name_twice_has_one(claim):
    assert publisher_name(claim) == "城西日报"


@pytest.mark.parametrize(
    ("title", "publisher", "left"),
    [
        ("五号线回来了_交通频道_城西网", "", "五号线回来了"),
        ("五号线回来了 - 城西日报", "城西日报", "五号线回来了"),
        ("Trams – why they matter | The Daily Tram", "The Daily Tram", "Trams – why they matter"),
        ("五号线——一条回来的路", "", "五号线——一条回来的路"),
        ("GPT-4o来了", "", "GPT-4o来了"),
    ],
)
def test_the_site_s_name_leaves_the_title_and_nothing_else_does(title, publisher, left):
    assert strip_site(title, publisher) == left


# --- claims of the world -----------------------------------------------------------


def test_names_that_the_graph_only_refers_to_are_found():
    """As the most used plug-in for WordPress writes it: the page comes before the article."""
    claims = read_head(
        '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2024-05-22"},'
        '{"@type":"Article","headline":"Trams return","author":{"@id":"/#ann"},"publisher":{"@id":"/#org"},'
        '"datePublished":"2024-05-23"},{"@type":"Person","@id":"/#ann","name":"Ann Hale"},'
        '{"@type":"Organization","@id":"/#org","name":"The Daily Tram"}]}</script>'
    ).metadata
    assert (claims.authors, claims.publisher) == (("Ann Hale",), "The Daily Tram")
    assert claims.published == "2024-05-23"


def test_an_organization_is_no_author():
    claims = read_head(
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Trams return",'
        '"author":[{"@type":"Organization","name":"Agency"},{"@type":"Person","name":"Ann Hale"}]}</script>'
    ).metadata
    assert claims.authors == ("Ann Hale",)


def test_a_platform_publishes_nothing_but_the_account_on_it_does():
    head = "<meta property=og:site_name content='微信公众平台'><meta name=author content='老何'>"
    assert read_head(head).metadata.publisher is None
    for named in (
        'var user_name = "gh_1";var nickname = htmlDecode("河边日志");',
        "data = {mediaInfo: { uid: '58', name: '河边日志', follow: false }, title: '石桥通车'}",
    ):
        assert read_head(f"{head}<script>{named}</script>").metadata.publisher == "河边日志"


@pytest.mark.parametrize(
    "marked",
    [
        "<span itemprop=author>Ann Hale</span>",
        "<div itemprop=author itemscope><meta itemprop=name content='Ann Hale'></div>",
        "<p>By <a rel=author href=/ann><b>Ann Hale</b></a></p>",
        "<span itemprop='author'><span itemprop='name'>  Ann Hale </span></span>",
    ],
)
def test_an_author_marked_in_the_body_is_read(marked):
    assert read_head(f"<body>{marked}<p>Some text.</p></body>").metadata.authors == ("Ann Hale",)


def test_a_mark_without_a_name_takes_no_word_of_the_article_for_one():
    empty = "<span itemprop=author></span>" + "<p></p>" * 8
    assert read_head(f"<body>{empty}<p>Bridges</p></body>").metadata.authors == ()


@pytest.mark.parametrize(
    "attributes", ['class="entry-date published"', 'class="post-date"', 'itemprop="datePublished"', "pubdate"]
)
def test_the_time_that_is_marked_as_published_is_the_date(attributes):
    page = f'<time datetime="2024-06-30">soon</time><time {attributes} datetime="2024-05-23">May</time>'
    assert read_head(page).metadata.published == "2024-05-23"


@pytest.mark.parametrize(
    ("claim", "name"),
    [("林溪 记者", "林溪"), ("本报记者林溪", "林溪"), ("林溪（特约撰稿人）", "林溪"), ("编辑部", None)],
)
def test_a_post_is_no_part_of_an_author_s_name(claim, name):
    assert checked_authors([claim]) == ((name,) if name else ())


@pytest.mark.parametrize(
    ("claim", "publisher"),
    [("网易", "网易新闻"), ("beltz", "BELTZ"), ("luxurious", "Luxurious Magazine"), ("CNN", "CNN.com"),
     ("Mac & i", "Mac & i")],
)  # fmt: skip
def test_the_house_by_its_short_name_is_no_author(claim, publisher):
    assert checked_authors([claim], publisher) == ()


@pytest.mark.parametrize(
    ("claim", "publisher", "names"),
    [
        ("Ann Hale", "Ann Hale's blog", ("Ann Hale",)),
        ("老何", "老何的河边日志", ("老何",)),
        ("Ann Hale, writer, founder of the paper", "", ("Ann Hale",)),
        ("View all posts by Ann Hale", "", ("Ann Hale",)),
        ("lefigaro.fr", "Le Figaro", ()),
        ("Super User", "", ()),
        ("name", "", ()),
    ],
)
def test_whose_name_it_is_and_whose_not(claim, publisher, names):
    assert checked_authors([claim], publisher) == names
