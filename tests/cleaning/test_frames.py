"""What several articles of one folder have in common is their site's frame; what reports share is not."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from digest import intake
from digest.cleaning import NONE, Frames, clean, common
from digest.cleaning import frames as seen_in
from digest.cleaning.lines.framed import keys, segments
from digest.cli.seeds import _lines
from digest.errors import UnusableText
from digest.model import Article, ArticleId, Document, Metadata
from tests.cleaning.articles import article

TRAMS = (
    "Trams return to the harbour",
    "Trams came back to the harbour line on Monday, after nine years without one on its rails.",
    "The first car left the depot at six with forty passengers, a dog and a brass band aboard.",
    "The council paid forty million for the rails and will decide in March on a second line.",
)
BEES = (
    "Beekeepers count their losses after a wet spring",
    "Three hives in four came through the winter, which is better than the keepers had feared.",
    "Rain kept the swarms indoors for most of April, and the lime trees flowered without them.",
    "The association lends new colonies to whoever lost more than half of what she kept.",
)
LOCK = (
    "The old lock opens again for barges",
    "Engineers replaced both gates of the lock, each of which weighs as much as a house.",
    "Skippers waited two years for the day, and eleven barges stood in line before dawn.",
    "A barge of grain takes forty lorries off the road, says the port's harbour master.",
)
CHOIR = (
    "A choir of postmen sings at the station",
    "Forty postmen rehearse each Thursday between the sorting of letters and the late train.",
    "Their conductor carries parcels by day and wrote the march that they sing at weddings.",
    "On Sunday they fill the hall of the station, and the trains are announced in four voices.",
)
STORIES = (TRAMS, BEES, LOCK, CHOIR)
MORE = (
    (
        "Nobody rang the old bell, for it hangs in the museum now.",
        "A baker gave each driver a loaf as warm as her own hands.",
    ),
    (
        "Wasps were few, and the foxgloves stood higher than a child.",
        "An old keeper says that she remembers one such May, in 1987.",
    ),
    (
        "Divers searched the chamber first and brought up eleven bicycles.",
        "One of them still had air in its tyres, the diver swore.",
    ),
    (
        "Stamps pay for the scores, which a retired sorter copies by hand.",
        "Next year they will sing at sea, on the mail boat's last run.",
    ),
)
LONG = tuple((*story, *more) for story, more in zip(STORIES, MORE, strict=True))
MENU = "Harbour Ledger\nTides\nQuays\nLetters to us\nOur almanac"
BOX = "Written with care in a former net loft by people who like to hear from you at any hour."
"""Nothing in it that a list of words knows."""


def page(story: tuple[str, ...], above: str = "", below: str = "", path: str = "one.txt") -> Article:
    made = article("\n\n".join(part for part in (above, *story, below) if part), path)
    return replace(made, id=ArticleId(made.sha256[:16]))


def left(document: Document) -> str:
    return " ".join(sentence.text for sentence in document.sentences)


def removed(document: Document) -> dict[str, str]:
    """Reason and rule, by the text of the line."""
    return {
        document.article.lines[number - 1].text: f"{account.reason}: {account.rule}"
        for account in document.receipt.removed
        for number in range(account.first, account.last + 1)
    }


def framed(*pages: Article) -> tuple[Document, ...]:
    frames = common(pages)
    return tuple(clean(each, frames=frames) for each in pages)


def test_a_sentence_below_every_article_is_the_sites_though_no_rule_knows_it():
    pages = [page(story, MENU, BOX) for story in STORIES]

    assert BOX in left(clean(pages[0]))
    for document in framed(*pages):
        assert BOX not in left(document)
        assert removed(document)[BOX] == "site-frame: in 4 articles of the folder"


def test_it_is_seen_in_any_language():
    """Hungarian, of which no list knows a word."""
    box = "Szerkesztőségünk örömmel fogad minden levelet, amelyet a kikötőből küldenek nekünk."
    pages = [page(story, "Kikötői Napló\nÁrapály\nRakpartok", box) for story in STORIES]

    assert all(box not in left(document) for document in framed(*pages))


def test_nothing_of_the_articles_goes_with_it():
    for story, document in zip(STORIES, framed(*(page(s, MENU, BOX) for s in STORIES)), strict=True):
        assert all(sentence in left(document) for sentence in story[1:])
        assert document.title == story[0]


def test_one_article_is_cleaned_as_ever():
    alone = page(TRAMS, MENU, BOX)

    assert common([alone]) is NONE
    assert clean(alone, frames=NONE) == clean(alone)


def test_two_articles_are_weak_evidence():
    """A sentence that two share may be a statement that both quote."""
    one, other = framed(page(TRAMS, MENU, BOX), page(BEES, MENU, BOX))

    assert BOX in left(one)
    assert BOX in left(other)


def test_a_run_of_lines_at_the_end_of_two_articles_is_a_menu():
    frames = common([page(TRAMS, MENU), page(BEES, MENU)])

    assert frames.seen.keys() >= set(keys(MENU.split("\n")))


def test_a_copy_counts_once():
    """The same page saved three times, and one with a line more, are one article."""
    again = page((*TRAMS, "This report was updated."), MENU, BOX, "again.txt")
    copies = [page(TRAMS, MENU, BOX, path) for path in ("a.txt", "b.txt")]

    for document in framed(*copies, again):
        assert BOX in left(document)
        assert all(sentence in left(document) for sentence in TRAMS[1:])


def test_a_page_saved_again_with_other_remarks_below_it_is_a_copy():
    """The remarks are longer than the text, and other ones each time."""
    text = ("A long report", *(sentence for story in LONG[:2] for sentence in story[1:]))
    remarks = [
        f"Reader {n} of the harbour says that nothing was ever as good as it was in year {n}."
        for n in range(99)
    ]
    pages = [page((*text, *remarks[n * 30 : n * 30 + 30]), MENU, path=f"{n}.txt") for n in range(3)]

    for document in framed(*pages):
        assert all(sentence in left(document) for sentence in text[1:])


def test_what_papers_print_of_one_agency_stays():
    """Three papers print the agency's report, each with a paragraph of its own in front."""
    wire = LOCK[1:]
    papers = [(story[0], story[1], *wire) for story in (TRAMS, BEES, CHOIR)]

    for document in framed(*(page(paper) for paper in papers)):
        assert all(sentence in left(document) for sentence in wire)


def test_a_statement_that_three_reports_quote_stays():
    said = (
        '"We were told nothing, and we should have been told before they closed the gates," said the union.'
    )
    reports = (
        ("Lock closes", *LOCK[1:3], said, "The lock had stood idle since the flood, the engineers said."),
        ("Gates of the lock are gone", *BEES[1:3], said, "Barges go by way of the old river until May."),
        ("Skippers wait at the gates", *CHOIR[1:3], said, "A skipper counted eleven barges behind his own."),
    )

    assert all(said in left(document) for document in framed(*map(page, reports)))


def test_a_line_that_three_papers_print_below_one_event_stays():
    """They are on one subject, and nothing tells that they are of one house."""
    told = "Whoever knows more is asked to call the number on the wall of the town hall."
    reports = (
        ("Gates gone", "Thieves carried off both gates of the lock at night, the skippers say.",
         "The lock weighs as much as a house without its gates, an engineer said.", told),
        ("Lock robbed", "Skippers found the lock of the river without gates on Monday.",
         "An engineer said that thieves must have brought a crane to the lock.", told),
        ("Who took the gates?", "Nobody saw the thieves who took the gates of the lock at night.",
         "Skippers wait, and the engineer of the lock has no gates to spare.", told),
    )  # fmt: skip

    assert all(told in left(document) for document in framed(*map(page, reports)))


def test_the_background_that_a_paper_repeats_below_its_reports_stays():
    """It says what the reports say: they are of one event."""
    told = "The harbour trams have not run since the flood tore forty metres of rails from the quay."
    reports = (
        ("Council argues", "The council argued over the harbour trams and the flood until midnight.",
         "Nobody knows who pays for the rails that the flood tore from the quay.", told),
        ("Rails arrive", "New rails for the harbour trams arrived at the quay by ship this morning.",
         "They replace what the flood tore away, metres of them, in eleven weeks.", told),
        ("First trams tested", "Two trams ran along the harbour at night to test the rails of the quay.",
         "Since the flood forty drivers had nothing to drive, and some had left.", told),
    )  # fmt: skip

    for document in framed(*(page(report, MENU) for report in reports)):
        assert told in left(document)


def test_a_box_amid_the_articles_of_a_site_goes():
    boxed = [(*story[:3], BOX, *story[3:]) for story in LONG]

    for story, document in zip(LONG, framed(*(page(each, MENU) for each in boxed)), strict=True):
        assert BOX not in left(document)
        assert all(sentence in left(document) for sentence in story[1:])


def test_what_stands_below_a_box_amid_the_text_is_not_lost_with_it():
    """The box is the site's, what stands behind it is not."""
    box = (
        "Lamps and tides",
        BOX,
        "Our almanac goes out around midwinter to all old friends whose names are in the book.",
        "A lamp is lit for this column twice a month, and whoever reads last should blow it out.",
    )
    pages = [
        page((*story[:3], *ends[:1], *box, story[3], *ends[1:]), MENU)
        for story, ends in zip(STORIES, MORE, strict=True)
    ]

    for story, ends, document in zip(STORIES, MORE, framed(*pages), strict=True):
        assert left(document) == " ".join((*story[1:3], ends[0], story[3], ends[1]))


def test_a_sentence_glued_to_the_last_paragraph_goes_and_the_receipt_quotes_it():
    glued = [(*story[:3], f"{story[3]} {BOX}") for story in STORIES]

    document = framed(*(page(each, MENU) for each in glued))[0]

    assert left(document).endswith(TRAMS[3])
    accounts = document.receipt.accounts
    (account,) = [each for each in accounts if (each.fate, each.reason) == ("body", "site-frame")]
    assert account.rule == f"in 4 articles of the folder: “{BOX}”"
    assert any(BOX in line for line in _lines(document.article, document, 200))


def test_the_title_is_the_line_that_is_not_common():
    name = "Trams, bees, barges, postmen: what the week brought to the harbour"
    pages = [page(story[1:], f"{name}\n\n{story[0]}", f"{BOX}\n\n{name}") for story in STORIES]

    assert [document.title for document in framed(*pages)] == [story[0] for story in STORIES]


def test_a_name_and_a_day_are_read_though_all_have_them():
    """One writer's column: the byline is no menu."""
    pages = [page(story, f"{MENU}\n\nBy Ada Winter\n\nMarch 3, 2026", BOX) for story in STORIES]

    for document in framed(*pages):
        assert document.authors == ("Ada Winter",)
        assert document.published is not None
        assert document.published.date == "2026-03-03"


def test_a_link_within_a_sentence_is_no_menu():
    """Saved line by line, a page has the links of a sentence on lines of their own."""
    pages = [page(story, f"{MENU}\nTides\nQuays") for story in STORIES[:3]]
    torn = article(
        "\n".join(
            (
                *CHOIR[:2],
                "They sing of the water and of the",
                "Tides",
                ", and of the gulls above the",
                "Quays",
                ", until the last train has left.",
                "On Sundays they carry the chairs from the",
                "Town Hall",
                ", each of them two.",
                CHOIR[3],
            )
        )
    )

    document = clean(torn, frames=common([*pages, torn]))

    assert "of the water and of the Tides, and of the gulls above the Quays, until" in left(document)


def test_the_order_of_the_articles_is_nothing():
    pages = [page(story, MENU, BOX) for story in STORIES] + [page(TRAMS, MENU, path="copy.txt")]
    shuffled = list(pages)
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        frames = common(shuffled)
        assert frames == common(pages)
        assert list(frames.seen) == list(common(pages).seen)


def test_pages_of_one_host_need_no_other_line_in_common():
    told = "Our tide tables, maps of trams and lists of hives are free for whoever asks at the desk."
    pages = [page((*story, told)) for story in STORIES[:3]]
    hosted = [replace(each, metadata=Metadata(url=f"https://www.ledger.example/{each.id}")) for each in pages]

    assert told not in left(framed(*hosted)[0])


def in_one_line(story: tuple[str, ...], number: int) -> Article:
    """A page that lost its line ends."""
    return intake.read_bytes(f"{' '.join(MENU.split())} {' '.join(story)} {BOX}".encode(), f"{number}.txt")[0]


def test_a_menu_in_front_of_a_page_in_one_line_goes_though_no_mark_ends_it():
    pages = [in_one_line(story, number) for number, story in enumerate(STORIES)]

    for story, document in zip(STORIES, framed(*pages), strict=True):
        assert "almanac" not in left(document)
        assert left(document).startswith(story[0])
        assert BOX not in left(document)
        rules = [account.rule for account in document.receipt.accounts]
        assert rules == [f"in 4 articles of the folder: “{' '.join(MENU.split())}” “{BOX}”"]


def test_a_name_with_which_several_reports_begin_is_no_menu():
    """They go on to tell of it."""
    name = "The United Harbours Court Of Appeals"
    ruled = ("threw out a claim for the gates.", "heard the skippers of barges.", "will sit in May again.")
    pages = [
        article(
            f"{name} {what} Judges of the court of appeals of the united harbours gave no reason.", f"{n}.txt"
        )
        for n, what in enumerate(ruled)
    ]

    assert not common(pages).tops


def test_a_report_of_every_day_has_the_same_words_and_says_something_else():
    """Only what is no sentence is known again whatever its numbers."""
    told = "The herring market closed {0}.4 per cent higher, and {0} boats came in before noon on the day."
    pages = [page((*story[:3], told.format(n)), MENU) for n, story in enumerate(STORIES, 11)]

    for n, document in enumerate(framed(*pages), 11):
        assert told.format(n) in left(document)


def test_a_title_stays_though_others_have_it_among_their_headlines():
    headlines = "\n".join(story[0] for story in STORIES)
    pages = [page(story, MENU, f"{BOX}\n\n{headlines}") for story in STORIES]

    assert [document.title for document in framed(*pages)] == [story[0] for story in STORIES]


# --- transcripts --------------------------------------------------------------

HELLO = "大家好 欢迎来到每周一期的港口慢谈 我是小林 没有订阅的朋友请先点一下订阅 记得打开小铃铛".split()
GOODBYE = "好了今天的节目就到这里 喜欢我们的内容别忘了点赞和转发 我们下周同一时间再见".split()
TALKS = (
    """今天要讲的是一座灯塔 它建在海边的石头上 已经有一百二十年了 看灯的人姓周 他每天晚上爬两百级台阶
    把灯一盏一盏点亮 后来政府装了自动的灯 他就搬到镇上去了 可是他说还是睡不着 总要起来看看海
    去年台风把电线吹断了 灯不亮了 老周就自己走回去 点了一夜的煤油灯 那天晚上有十一条船平安回来""",
    """咱们来说说菜市场 这个市场要拆了 拆了以后盖一栋楼 卖鱼的阿姨在这里卖了三十年 她说她不知道去哪里
    市里给她们安排了新的地方 但是租金要贵三倍 很多人交不起 有一位记者去问了 负责的人说还在研究
    摊贩们商量了很久 决定自己凑钱租一块地 在河边搭了棚子 结果生意比从前还好""",
    """这个礼拜的故事有关一条铁路 铁路修到山里去 修了九年 花了四十亿 通车那天只有七个乘客 有人说这是浪费
    可是山里的孩子上学 以前要走四个小时 现在二十分钟就到了 校长给我写了一封信 他说今年有三个学生考上了大学
    那是从来没有过的事 所以你说这条铁路值不值得""",
)


def episode(talk: str, seed: int) -> Article:
    """Another break of lines each time, as a recogniser hears it."""
    rng, lines = random.Random(seed), []
    for part in (HELLO, talk.split(), GOODBYE):
        words = list(part)
        while words:
            size = rng.choice((1, 1, 2))
            lines.append("".join(words[:size]))
            words = words[size:]
    return article("\n".join(lines), f"{seed}.txt")


def test_what_a_channel_says_in_every_episode_goes_however_its_lines_are_broken():
    documents = framed(*(episode(talk, seed) for seed, talk in enumerate(TALKS)))

    for talk, document in zip(TALKS, documents, strict=True):
        said = "".join("".join(sentence.text for sentence in document.sentences).split("，"))
        assert document.kind == "transcript"
        assert not any(clause in said for clause in (HELLO[1], HELLO[3], GOODBYE[1], GOODBYE[2]))
        assert all(clause in said.replace("。", "") for clause in talk.split())
        assert "site-frame" in {account.reason for account in document.receipt.removed}


# --- parts --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One line", ["One line"]),
        ("He came. She left.", ["He came. ", "She left."]),
        ("他来了。她走了！", ["他来了。", "她走了！"]),
        ("“他来了。”她说。", ["“他来了。”", "她说。"]),
        ("Mr. smith of 3.5 tons", ["Mr. smith of 3.5 tons"]),
        ("Home   News", ["Home   ", "News"]),
    ],
)
def test_a_line_is_cut_into_its_sentences(text: str, parts: list[str]):
    assert [text[start:end] for start, end in segments(text)] == parts


def test_a_line_is_known_by_its_letters_whatever_its_marks_and_numbers():
    assert keys(["» Read 12 comments", "Read 3 Comments", "2026-03-03", "|", ""]) == [
        "read0comments", "read0comments", "", "", "",
    ]  # fmt: skip


def test_a_page_that_is_all_frame_is_refused_as_an_empty_one_is():
    only = article(BOX + "\n" + MENU, "only.txt")
    frames = Frames(dict.fromkeys(keys([BOX, *MENU.split("\n")]), 4))

    with pytest.raises(UnusableText):
        clean(only, frames=frames)


def test_what_is_most_of_a_page_is_its_text_whoever_has_it_too():
    """A collage of what others have below their articles: without it nothing would be left."""
    collage = seen_in._page(page(("What they write below", BOX), MENU), {})
    story = seen_in._page(page(TRAMS, MENU, BOX), {})
    frame = dict.fromkeys(keys([BOX]), 4)

    assert seen_in._is_made_of(collage, frame)
    assert not seen_in._is_made_of(story, frame)
