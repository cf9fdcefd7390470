"""What `clean` makes of markup, scripts, foreign paragraphs and odd lines."""

from __future__ import annotations

import dataclasses
import hashlib

import pytest

from digest.cleaning import clean, trace
from digest.cleaning.document import _kind
from digest.errors import UnusableText
from digest.model import Article, ArticleId, Edit, Excerpt, Line, Metadata, Sentence, Span

from .articles import article, headings

STORY = (
    "山上的水库在春天只剩下三分之一的水。管水的人说，这是他记事以来最低的一次，连坝底的石碑都露了出来。\n\n"
    "石碑上刻着1934年的水位，比今年还要低两尺。县志里记载，那一年全县的人轮流守夜，怕有人偷水。\n\n"
    "到了六月，雨终于来了，一下就是九天。水库的闸门打开的时候，下游的孩子们都跑到桥上去看。"
)


def texts(source: str, **options: object) -> list[str]:
    return [s.text for s in clean(article(source), **options).sentences if s.quotable]  # type: ignore[arg-type]


def test_edits_of_the_markup_and_of_the_typography_come_out_as_one_receipt() -> None:
    source = "<p>水庫&amp;水渠,都<b>乾</b>了。</p>"
    inner, edits = source[3:-4], []
    for old, new in (("&amp;", "&"), ("<b>", ""), ("</b>", "")):
        at = source.index(old)
        edits.append(Edit("markup", at, at + len(old), new))
    line = Line("水庫&水渠,都乾了。", 3, 3 + len(inner), tuple(edits))
    digest = hashlib.sha256(source.encode()).hexdigest()
    read = Article(ArticleId(digest[:16]), "a.html", "html", "utf-8", digest, source, (line,))

    (sentence,) = clean(read).sentences

    assert sentence.text == "水库&水渠，都干了。"
    span = Span(sentence.start, sentence.end)
    trace(Excerpt(sentence.text, read.id, span, sentence.edits, "test"), source)


@pytest.mark.parametrize(
    ("script", "first"),
    [("simplified", "闸门打开了。"), ("traditional", "閘門打開了。"), ("keep", "閘门打开了。")],
)
def test_sentences_come_in_the_script_asked_for(script: str, first: str) -> None:
    assert texts("閘门打开了。\n\n" + STORY, script=script)[0] == first


def test_numbers_and_english_keep_their_own_marks() -> None:
    found = texts(STORY + "\n\n维修花了925,000元,比10:30开会时说的多。负责人Jane Doe, PhD说:“Yes, we can.”")
    assert "维修花了925,000元，比10:30开会时说的多。" in found
    assert any("Jane Doe, PhD说：“Yes, we can.”" in text for text in found)


def test_the_blank_behind_who_filed_a_report_is_no_deleted_word() -> None:
    body = "北江新闻5月12日电\u3000市教育局今天下午公布了调查结果，涉事学校的三名主任被停职。\n" + "\n".join(
        f"第{n}所学校的校长表示，将按照要求完成整改，并向家长公开全部账目。" for n in "一二三四五"
    )

    assert all(each.quotable for each in clean(article(body)).sentences)


def test_a_foreign_name_that_lost_letters_is_left_out_and_its_sentence_stays() -> None:
    told = "据知情人士透露，公司首席技术官卢米娅·奥兰(Lumia O n)在上月底的突然离职引起了广泛关注。"
    first = clean(article(told + "\n" + STORY)).sentences[0]

    assert first.quotable
    assert first.text == "据知情人士透露，公司首席技术官卢米娅·奥兰在上月底的突然离职引起了广泛关注。"
    assert [edit.kind for edit in first.edits if edit.text == ""] == ["broken-gloss"]
    assert (
        "(Vitamin C)"
        in clean(article("专家说维生素(Vitamin C)很重要，也提到了用量。\n" + STORY)).sentences[0].text
    )


def test_normal_blanks_around_latin_words_are_no_deleted_words() -> None:
    found = texts(STORY + "\n\n据 CCTV 报道,今年 5 月 15 日,水库的水位回到了 41.5 米。")
    assert found[-1] == "据 CCTV 报道，今年 5 月 15 日，水库的水位回到了 41.5 米。"


def test_a_phone_advertisement_in_front_goes_and_an_anecdote_in_front_stays() -> None:
    phone = "某某Note9首发价2999元,预订可享优惠,旧机换购到手价2399元,京东、淘宝同步开售,门店下单包邮...\n\n"
    anecdote = "老杜记得父亲的背。那天他们走了四十里路，谁也没有说话，只听见桶里的水晃来晃去。\n\n"

    assert not any("首发价" in text for text in texts(phone + STORY))
    assert texts(anecdote + STORY)[0] == "老杜记得父亲的背。"


def test_an_article_about_prices_keeps_its_prices() -> None:
    market = (
        "今年的大蒜价格跌到了每斤1.2元，比去年同期低了三成。批发市场的老板说，进价都收不回来。\n\n"
        "电商平台上的促销更厉害，五斤装只卖9.9元包邮。种植户老宋算了账，每亩要赔八百元。\n\n"
        "超市的零售价却没有怎么变，仍然卖到每斤3元左右。消费者感觉不到跌价，蒜农却睡不着觉。\n\n"
        "农业部门建议错峰上市，并为冷库存蒜的农户提供优惠贷款。首批贷款已经发放了两百万元。"
    )
    assert len(texts(market)) == 8


def test_a_related_box_in_the_middle_does_not_end_the_article() -> None:
    first, *rest = STORY.split("\n\n")
    found = texts("\n\n".join([first, "延伸阅读", "三条公交线路明起调整", "图书馆新馆开放预约", *rest]))
    assert found[-1] == "水库的闸门打开的时候，下游的孩子们都跑到桥上去看。"
    assert not any("公交" in text for text in found)


@pytest.mark.parametrize(
    "aside",
    ["（圖／林佳怡攝）", "（編輯：周原）1130312", "(海岬晚報資料照)", "（详见本报3月2日文章《水库》）"],
)
def test_a_bracket_behind_a_full_stop_is_no_part_of_the_next_sentence(aside: str) -> None:
    assert texts(STORY.replace("。管水的人", f"。{aside}管水的人")) == texts(STORY)
    assert texts(f"{STORY}\n\n{aside}") == texts(STORY)
    assert texts(f"{STORY}\n\n{aside}（原标题：水库见底）。") == texts(STORY)


@pytest.mark.parametrize("label", ["【晚讯】", "【水库只剩三分之一 管水人：从来没有】", "【同期声】"])
def test_a_label_is_no_part_of_the_sentence_that_follows(label: str) -> None:
    assert texts(f"{label}{STORY}") == texts(STORY)
    assert texts(STORY.replace("。管水的人", f"。{label}管水的人")) == texts(STORY)


def test_a_name_in_such_brackets_is_part_of_it_where_no_sentence_begins_behind_them() -> None:
    assert "【老坝】是三十年前修的，那时候没有人想过水会不够用。" in texts(
        f"{STORY}\n\n【老坝】是三十年前修的，那时候没有人想过水会不够用。"
    )


@pytest.mark.parametrize("opening", ["（一）", "（2024）", "（原）"])
def test_a_bracket_that_counts_or_is_a_word_begins_its_sentence(opening: str) -> None:
    assert f"{opening}管水的人说，这是他记事以来最低的一次，连坝底的石碑都露了出来。" in texts(
        STORY.replace("。管水的人", f"。{opening}管水的人")
    )


def test_a_sentence_in_brackets_with_its_own_full_stop_is_the_authors() -> None:
    aside = "（坝底的石碑现在放在县里的博物馆，每年有三千人去看。）"
    assert aside in texts(f"{STORY}\n\n{aside}")


def test_a_page_whose_sentences_all_are_links_is_no_article() -> None:
    lines = tuple(
        Line(text, at, at + len(text), link_share=1.0)
        for text in STORY.split("\n\n")
        for at in (STORY.index(text),)
    )
    with pytest.raises(UnusableText, match="listing"):
        clean(dataclasses.replace(article(STORY), lines=lines))

    mixed = (lines[0], *(dataclasses.replace(line, link_share=0.5) for line in lines[1:]))
    assert len(clean(dataclasses.replace(article(STORY), lines=mixed)).sentences) == len(texts(STORY))


def test_a_last_paragraph_without_a_full_stop_is_kept() -> None:
    assert texts(STORY[:-1])[-1] == "水库的闸门打开的时候，下游的孩子们都跑到桥上去看"


def test_a_heading_is_accounted_for_and_is_no_sentence() -> None:
    document = clean(article(STORY.replace("\n\n石碑", "\n\n干涸的一年\n\n石碑", 1)))
    assert headings(document) == ["干涸的一年"]
    assert [s.text for s in document.sentences] == texts(STORY)


def test_a_news_report_on_gambling_is_no_spam() -> None:
    report = "警方说，这家线上娱乐城在三年里开设了百家乐等赌局。主犯在边境落网，涉案金额超过两亿元。"
    assert texts(STORY + "\n\n" + report)[-2:] == [
        "警方说，这家线上娱乐城在三年里开设了百家乐等赌局。",
        "主犯在边境落网，涉案金额超过两亿元。",
    ]


def test_the_title_a_page_claims_is_used_when_no_line_is_one() -> None:
    document = clean(article(STORY, metadata=Metadata(title="水库见底的春天_河湾新闻网")))
    assert document.title == "水库见底的春天"


def test_a_retold_report_is_named() -> None:
    document = clean(article("今天给大家分享《河流》杂志的一篇文章，讲的是水库。\n\n" + STORY))
    assert document.retells == ("河流",)


def test_a_report_that_a_host_tells_is_named_whatever_he_calls_it() -> None:
    """Without a word such as 分享 nobody looked for the work that he names."""
    document = clean(article("今天给大家讲一个水库。《河流》杂志刚刚发表了一篇长文。\n\n" + STORY))
    assert document.retells == ("河流",)


@pytest.mark.parametrize("source", ["", "   \n\n ", "登录 | 注册", "404 Not Found", "￿￾"])
def test_nothing_to_read_is_refused(source: str) -> None:
    with pytest.raises(UnusableText) as refused:
        clean(article(source, "empty.txt"))
    assert refused.value.place == "empty.txt"
    assert refused.value.reason


def test_a_giant_line_is_cleaned_as_any_other() -> None:
    assert len(texts(STORY.replace("\n\n", ""))) == 6


@pytest.mark.parametrize(
    ("heading", "publisher", "title"),
    [
        ("Ein Plan für den Nord-Süd-Korridor", "Der Bote", "Ein Plan für den Nord-Süd-Korridor"),
        ("Why trams matter – and why it hurts", None, "Why trams matter – and why it hurts"),
        ("Why trams matter – The Daily Tram", "The Daily Tram", "Why trams matter"),
        ("山上的水库见底了-山城新闻网", None, "山上的水库见底了"),
    ],
)
def test_of_a_page_s_own_heading_only_the_name_of_a_site_is_cut(heading, publisher, title) -> None:
    """Half a heading was printed where a dash or a long compound stood in it."""
    source = f"{heading}\n\n{STORY}"
    read = article(source)
    first, *rest = read.lines
    lines = (dataclasses.replace(first, role="title"), *rest)
    page = dataclasses.replace(read, lines=lines, metadata=Metadata(publisher=publisher))

    assert clean(page).title == title


def test_terms_between_bars_amid_the_text_are_the_sites_and_a_table_is_not() -> None:
    lines = [
        "老图书馆的阅览室只有四十个座位，冬天的早晨六点就有人在门口排队，到八点已经坐满。",
        "高清影院 | 热门小说 | 手机铃声",
        "馆长说，新馆会有三百个座位，可是排队的人担心，新馆的灯不会开到夜里十一点。",
        "年份 | 座位 | 读者",
        "2021年 | 40 | 31000",
        "2022年 | 40 | 36000",
        "新馆的图纸挂在门厅里，有人用铅笔在窗边的位置写上了自己的名字，一共写了十七个。",
    ]
    document = clean(article("\n".join(lines)))

    removed = [lines[account.first - 1] for account in document.receipt.removed]
    assert removed == [lines[1]]


def test_a_short_first_paragraph_between_byline_and_spam_is_the_lead() -> None:
    """Amid lines of the site it was taken for an offer: no word of it came again below."""
    lead = "能修海底电缆的船全世界只有六十艘，平均每三天就要出海一次，多数人从来不知道。"
    text = (
        "深海里的线断了，谁去接？\n扫一扫，手机阅读更方便\n发表时间：2024-01-30 09:05\n"
        f"{lead}\n国产麻豆一区二区三区\n找\n"
        "第一步是找断点。岸上的机器往光纤里打一束光，量它多久弹回来，就知道断在多少公里外。\n捞\n"
        "船到了断点，放下一只五爪锚，在海床上拖，手感一沉，就是它。老水手说，像在黑屋子里夹面条。\n"
        "捞起来一头，系上浮标，再去捞另一头。中间补一段新的，所以修过的线总是比原来长。"
    )
    assert any(lead.startswith(sentence.text) for sentence in clean(article(text)).sentences)


def test_a_paragraph_of_broken_bytes_is_dropped_whole_though_it_has_stops() -> None:
    sound = "全市中小学去年换下两万一千块旧黑板，一块三十公斤，摞起来有六百多吨，旧的没有人要。"
    clauses = ("菜农起初不信这个东西管用", "有的上面还写着去年的值日表", "经销商前后来看过三回还是不买")
    # Each clause lost its first byte.
    broken = "。".join(each.encode("gb18030")[1:-1].decode("gb18030", "ignore") for each in clauses) + "。"
    text = "\n".join((sound, broken, sound.replace("去年", "前年")))

    assert not any(broken[:8] in sentence.text for sentence in clean(article(text)).sentences)


def test_a_menu_above_the_title_is_not_glued_to_it() -> None:
    """Two short lines and a title with a comma looked like a paragraph torn at its links."""
    text = (
        "追踪 热门 评论\n\n国际\n财经\n一间只修伞的店，撑过三次都更\n王小明 2023-05-18 07:30\n\n"
        "这间修伞店开了五十八年，店面只有一坪半，两代人轮流坐同一张板凳，板凳的脚换过四次。\n\n"
        "一把伞修到好收八十元，比便利商店买一把新的便宜四十元，可是客人不是为了省钱来的。\n\n"
        "去年有人来拍片，粉丝排到巷口，她关门三天，后来在门上贴了纸条，只修伞，不合照。"
    )
    assert clean(article(text)).title == "一间只修伞的店，撑过三次都更"


def test_a_chinese_text_is_a_feature_at_a_third_of_the_letters_of_an_english_one() -> None:
    """Features of 1,500 characters were read as news, and English news of 450 words as features."""

    def sentences(text: str) -> list[Sentence]:
        return [Sentence(text, 0, len(text), (), 0)] * 60

    chinese = "街角的铺子关了门，老人说这里从前很热闹，灯一直亮到天明。"
    english = "The shop closed its doors on Monday after forty years."

    assert len(chinese) < len(english)
    assert _kind(False, sentences(chinese)) == "feature"
    assert _kind(False, sentences(english)) == "news"


@pytest.mark.parametrize(
    "smuggled",
    [
        "[url=http://casino.example]casino bonus no deposit[/url]第三个理由最难说出口，没有人愿意先提。",
        "viagra online cialis generic pharmacy法律的规定其实清楚，三分之二以上的住户参与表决即可。",
    ],
)
def test_a_sentence_into_which_spam_was_put_is_never_printed(smuggled: str) -> None:
    document = clean(article(f"{STORY}\n\n{smuggled}{STORY}"))

    assert not any(
        "casino" in each.text or "viagra" in each.text for each in document.sentences if each.quotable
    )


def test_a_chinese_article_about_a_casino_is_printed() -> None:
    text = "The casino in Macau，也就是 casino 一词在当地的叫法，去年接待了三百万名游客，创下了历史新高。"

    assert any(
        "三百万名" in each.text for each in clean(article(f"{STORY}\n\n{text}")).sentences if each.quotable
    )


@pytest.mark.parametrize(
    "head",
    [
        "山河网5月3日讯 ",
        "山河社5月3日电　",
        "本报讯 ",
        "山河新闻客户端消息 ",
        "【山河网报道 记者 李明】",
        "据山河新闻网报道 ",
    ],
)
def test_a_blank_behind_an_agencys_head_is_no_lost_word(head: str) -> None:
    """Wire news opens so, and its first sentence is its best."""
    news = "县里昨天宣布水库停止供水。"

    assert any(news in text for text in texts(f"水库停水\n\n{head}{news}\n{STORY}"))


@pytest.mark.parametrize(
    "hole", ["县里昨天宣布 停止供水。", "县里的通讯 昨天停止供水。", "管水的人说，山河网讯 昨天停了。"]
)
def test_a_blank_inside_a_sentence_is_a_lost_word(hole: str) -> None:
    assert not any(
        hole.replace(" ", "") in text.replace(" ", "") for text in texts(f"水库停水\n\n{STORY}\n{hole}\n")
    )


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("周四海岬港的 渔船 价格收在三年来的最高点。", "周四海岬港的渔船价格收在三年来的最高点。"),
        ("船主们说，今年的渔汛已经过了 高峰 。", "船主们说，今年的渔汛已经过了高峰。"),
        (
            "他在会上说， 码头要在三年内扩大一倍 ，资金由两家银行出。",
            "他在会上说，码头要在三年内扩大一倍，资金由两家银行出。",
        ),
    ],
)
def test_blanks_on_both_sides_of_a_word_are_a_link_s_and_no_word_is_missing(
    written: str, printed: str
) -> None:
    (sentence,) = (each for each in clean(article(f"{STORY}\n\n{written}")).sentences[-1:])
    assert (sentence.text, sentence.quotable) == (printed, True)
    trace(
        Excerpt(sentence.text, ArticleId("a"), Span(sentence.start, sentence.end), sentence.edits, "test"),
        f"{STORY}\n\n{written}",
    )


def test_one_blank_in_a_whole_article_is_a_line_end_that_the_page_lost() -> None:
    told, again = "水情通报 水库水位到六月才会回升。", "他要求 马上开闸，没有人听他的话。"
    story = f"{STORY}\n\n下游的村子一夜没有睡，灯一直亮到天明。第二天早上，水退到了桥下面。"
    (first, *_) = clean(article(f"{told}\n\n{story}")).sentences
    assert (first.text, first.quotable) == (told, True)
    (first, *_, last) = clean(article(f"{told}\n\n{story}\n\n{again}")).sentences
    assert (first.quotable, last.quotable) == (False, False)


@pytest.mark.parametrize(
    "written",
    [
        "第三条 各船须在日落前报告渔获。",
        "码头博主 @看潮的人 带来了新船的第一张照片。",
        "渔港办公室(记者 甲某)昨天说渔汛已经过半。",
        "通报如下:地 点:渔港三楼。",
    ],
)
def test_a_blank_of_typography_is_no_word_taken_out(written: str) -> None:
    """Behind the article of a statute, behind a mention, in a byline in brackets, in a padded label."""
    lost = "管水的人在 说了很久。\n\n他要求 马上开闸，没有人听他的话。"
    sentences = clean(article(f"{STORY}\n\n{lost}\n\n{written}")).sentences
    assert [each.quotable for each in sentences[-3:]] == [False, False, True]


def test_a_word_deleted_here_and_there_leaves_one_blank_each_and_those_sentences_are_not_printed() -> None:
    lost = "管水的人在 说了很久。\n\n他要求 马上开闸，没有人 他的话。\n\n下游的 一夜没有睡。"
    more = "\n\n".join(f"第{n}座水闸的看守说，他记得那一年的水位。" for n in "一二三四五六")
    found = clean(article(f"{STORY}\n\n{more}\n\n{lost}")).sentences[-3:]
    assert not any(each.quotable for each in found)


def test_empty_brackets_behind_a_latin_name_call_a_function() -> None:
    told = "程序在 close() 和定时器之间出了错，水闸因此没有关上。"
    assert clean(article(f"{STORY}\n\n{told}")).sentences[-1].quotable
    assert not clean(article(f"{STORY}\n\n老站长（）在水闸边上守了三天三夜。")).sentences[-1].quotable


def test_a_blank_behind_a_unit_belongs_to_its_figure() -> None:
    assert (
        clean(article(f"{STORY}\n\n9 月 和 10 月，两座水闸先后修好，水位也升了上来。")).sentences[-1].quotable
    )


def test_a_text_in_another_script_is_read_by_the_marks_of_its_own() -> None:
    lines = (
        "कल सुबह नई ट्राम डिपो से निकली, और उसमें केवल एक यात्री और एक कुत्ता था।",
        "चालकों ने मार्च से रात की दूसरी लाइन माँगी थी, और परिषद ने दो का वादा किया था।",
    )

    document = clean(article("\n".join(lines)))

    assert tuple(sentence.text for sentence in document.sentences) == lines
    assert all(sentence.quotable for sentence in document.sentences)


def cut_at(columns: int, line: str) -> list[str]:
    """*line* in pieces of so many columns; a Chinese character is two."""
    pieces, width = [""], 0
    for character in line:
        wide = 1 if character.isascii() else 2
        if width + wide > columns:
            pieces, width = [*pieces, ""], 0
        pieces[-1] += character
        width += wide
    return pieces


def test_what_a_second_wrap_left_of_a_line_goes_on_with_it() -> None:
    """A board's text of 76 columns was wrapped again at 74: a word in three lines, a character in one."""
    told = [
        (
            "管理處12日宣布,歷時六年的石湖輸水隧道已經全線貫通(Shihu Water Conveyance Tunnel)。"
            "這條隧道比原定的日期提前了四個月,沿線十七個村莊的井水在去年冬天已經恢復到了施工以前的水位。"
        ),
        (
            "處長在貫通儀式上表示,接下來要做的是襯砌與灌漿,預計在明年的汛期以前全部完成。他並說,施工期間抽出的"
            "地下水全部回灌到了上游的兩座調節池裡,沒有一個村莊因此停過水。"
        ),
        "村民代表在儀式上把一隻舊水桶送給了管理處,桶底刻著這六年裡每一次停水的日期,一共是三十一次。",
    ]
    lines = [again for line in told for piece in cut_at(76, line) for again in cut_at(74, piece)]
    found = texts("石湖輸水隧道提前貫通\n" + "\n".join(lines))

    assert found[0].endswith("(Shihu Water Conveyance Tunnel)。")
    assert found[1].startswith("这条隧道")
    assert (
        found[-1]
        == "村民代表在仪式上把一只旧水桶送给了管理处，桶底刻着这六年里每一次停水的日期，一共是三十一次。"
    )


def test_where_blank_lines_part_paragraphs_one_that_stops_without_a_mark_goes_on_right_below() -> None:
    """html2text breaks its lines behind bold letters, at no width; a caption above it is no half of one."""
    told = (
        "渔港的灯塔建于三十年前，守塔的人换了四个，最后一个叫陈小满，他在塔里住了二十年。",
        "塔下的石碑记着每一次大风，最早的一行已经看不清了，只有老船长还背得出来。",
        "今年夏天灯塔要换成太阳能的灯，镇里问过他的意见，他没有反对，只说要留下那面旧镜子。",
        "工程队七月进场，镜子被送到了图书馆，孩子们排队去照自己的脸，照完了就去看海。",
    )
    broken = told[1].replace("只有老船长", "\n只有老船长").replace("，\n", "，守塔人\n")
    shown = "（图为渔港的灯塔，摄于三十年前的夏天，当时塔身还没有刷红漆"
    text = "\n\n".join((told[0], broken, told[2], f"{shown}\n{told[3]}", told[0].replace("渔港", "海港")))
    sentences = [sentence.text for sentence in clean(article(text)).sentences]
    assert broken.replace("\n", "") in sentences
    assert told[3] in sentences
