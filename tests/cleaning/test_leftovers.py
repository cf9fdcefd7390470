"""What no rule knew but reads like the site's own words, beside what was removed, goes or is not printed."""

from __future__ import annotations

import json
from dataclasses import replace
from math import fsum

import pytest

from digest.cleaning import clean
from digest.cleaning.document import by_rules
from digest.cleaning.judging.leftovers import REASON, judge, without_leftovers
from digest.cleaning.judging.places import Company, Places, Unit, Words, asked, outline
from digest.cleaning.judging.wording import Wording, grams, learned
from digest.cli.seeds import _lines
from digest.model import Document
from tests.cleaning.articles import article
from tests.conftest import ROOT

TRAMS = """Trams return to the harbour

Trams came back to the harbour line on Monday. The first car left at six, with forty people and a dog.

"We waited so long that my son learned to drive," said Ada Winter. The city paid 40 million for the rails.

The council will decide in March whether the line goes on. Until then two cars an hour must do.

"""
ZH = """电车回到港区

停了九年的电车周一回到港区，首班车清晨六点开出，车上有四十名乘客和一条狗。

“我等得太久，儿子都学会开车了。”住在码头边的林阿姨说。市政府为铁轨付了四千万元，比原计划多三分之一。

市议会将在三月决定是否把线路延长到医院，在此之前每小时只有两班车。

"""
LOG_IN = "Please log in to follow this topic."
FOLLOW = "关注我们的公众号，每天获取最新资讯！"


def left(text: str) -> str:
    return " ".join(sentence.text for sentence in clean(article(text)).sentences if sentence.quotable)


@pytest.mark.parametrize(
    ("story", "tail", "said"),
    [
        (TRAMS, f"Share this\n\n{LOG_IN}\n\nComments", LOG_IN),
        (ZH, f"责任编辑：王小明\n\n{FOLLOW}\n\n返回首页", FOLLOW),
    ],
)
def test_what_the_site_says_between_its_buttons_is_not_printed(story, tail, said):
    assert said not in left(story + tail)


@pytest.mark.parametrize(
    ("story", "above", "said", "below"),
    [
        (TRAMS, "Advertisement", "The depot was painted blue, as it had been in 1931.", "Share this"),
        (TRAMS, "Advertisement", "Nobody at the depot could say what comes next.", "Share this"),
        (ZH, "分享到：", "感谢给我寄来旧车票的每一位读者。", "责任编辑：王小明"),
        (ZH, "广告", "车库漆成了蓝色，和一九三一年时一样。", "分享到："),
    ],
)  # fmt: skip
def test_an_author_may_speak_to_readers_ask_and_be_brief_between_the_same_buttons(story, above, said, below):
    assert said in left(f"{story}{above}\n\n{said}\n\n{below}")


def test_thanks_between_buttons_stay_in_the_text_though_they_are_not_printed():
    """So do sites thank their readers: in doubt nothing of an author's is thrown away."""
    thanks = "My thanks to all who sent me their old tickets."
    document = clean(article(f"{TRAMS}Read more: Trams\n\n{thanks}\n\nShare this"))

    assert thanks in [sentence.text for sentence in document.sentences]


def test_what_stays_says_how_far_it_is_doubted():
    """Beside what was removed a sentence is judged; what is far from it, or reads like an article, is not."""
    thanks = "My thanks to all who sent me their old tickets."
    document = clean(article(f"{TRAMS}Read more: Trams\n\n{thanks}\n\nShare this"))
    doubts = {sentence.text: sentence.doubt for sentence in document.sentences}

    assert doubts[thanks] >= 0.5
    assert doubts["Trams came back to the harbour line on Monday."] < 0.5


def test_a_sentence_shares_words_with_the_rest_of_its_text_and_not_with_itself():
    document = by_rules(article(f"{TRAMS}The harbour line was built in 1931.\n\nShare this"))
    units = outline(document)
    places = Places(document, units, Words(document, units, Wording.of(0.0, {})))

    shared = {unit.text: places.seen(at)["shared with the text"] for at, unit in enumerate(units)}

    assert shared["The harbour line was built in 1931."] > shared["The city paid 40 million for the rails."]
    assert shared["Share this"] == 0.0


def test_what_a_sentence_shares_is_the_same_looked_for_in_the_text_or_in_its_pieces():
    told = (
        "石螺港的电车周一开回旧桥，第一班坐满了人。\n\n电车局说，旧桥修了两年，花了4000万，App里能买票。\n\n"
    )
    document = by_rules(article(f"{told}电车局请乘客在App里先买票，旧桥两头都有人帮忙。\n\n责任编辑：甲某"))
    units = outline(document)
    words = Words(document, units, Wording.of(0.0, {}))
    looked, cut = Places(document, units, words, 1), Places(document, units, words)

    shared = [looked.seen(at)["shared with the text"] for at in range(len(units))]

    assert shared == [cut.seen(at)["shared with the text"] for at in range(len(units))]
    assert 0.0 < min(shared[:-1]) < max(shared[:-1]) < 1.0


def test_what_is_said_of_those_around_counts_for_a_sentence():
    """A site's words come in runs: the same sentence among its like is more surely the site's."""
    units = [Unit("body", "Log in.", at) for at in range(5)]
    sizes = [3.0] * 5

    among = Company(units, sizes, dict.fromkeys(range(5), 3.0)).seen(2, 0.0)
    alone = Company(units, sizes, {0: -3.0, 1: -3.0, 2: 0.0, 3: -3.0, 4: -3.0}).seen(2, 0.0)

    assert (among["last"], among["next"], alone["last"], alone["next"]) == (3.0, 3.0, -3.0, -3.0)
    assert alone["article near"] > among["article near"] == 0.0


def test_a_long_page_is_asked_only_near_what_was_removed_and_not_of_an_article_s_words():
    units = [Unit("body", f"Sentence {at}.", at) for at in range(40)] + [Unit("removed", "Share this", -1)]
    document = by_rules(article(TRAMS))

    assert asked(document, units, dict.fromkeys(range(41), 0.0)) == list(range(32, 40))
    assert asked(document, units, {**dict.fromkeys(range(41), 0.0), 39: -3.0}) == list(range(32, 39))


def test_a_text_of_which_nothing_was_removed_is_not_judged():
    """News as an agency sends it has no site around it: a doubt there would only cost sentences."""
    assert judge(by_rules(article(TRAMS))) == []


def test_for_such_a_text_what_was_learned_is_not_even_loaded():
    learned.cache_clear()
    clean(article(TRAMS))
    assert learned.cache_info().currsize == 0
    clean(article(f"{TRAMS}Share this\n\n{LOG_IN}\n\nComments"))
    assert learned.cache_info().currsize == 1


def test_a_page_with_markup_and_other_languages_are_not_judged():
    document = by_rules(article(f"{TRAMS}Share this\n\n{LOG_IN}\n\nComments"))
    page = replace(document, article=replace(document.article, format="html"))
    assert judge(document)
    assert judge(page) == []
    assert judge(replace(document, language="fr")) == []
    assert judge(replace(document, kind="transcript")) == []


# --- what a judgement does ------------------------------------------------------


def judged(monkeypatch: pytest.MonkeyPatch, odds: dict[str, float]) -> Document:
    """The trams' story when the model says *odds* of the sentences that begin so."""
    from digest.cleaning.judging import leftovers

    document = by_rules(article(TRAMS))
    told = [
        leftovers.Judged(at, odd)
        for at, sentence in enumerate(document.sentences)
        for begins, odd in odds.items()
        if sentence.text.startswith(begins)
    ]
    assert len(told) == len(odds)
    monkeypatch.setattr(leftovers, "judge", lambda _: told)
    return without_leftovers(document)


def test_a_sentence_beyond_doubt_goes_and_the_receipt_quotes_it(monkeypatch):
    document = judged(monkeypatch, {"The city paid": 9.0})

    assert not any(sentence.text.startswith("The city paid") for sentence in document.sentences)
    told = [account for account in document.receipt.accounts if account.reason == REASON]
    assert [(account.first, account.last, account.fate) for account in told] == [(5, 5, "body")]
    assert "the site's own words, not the article's: “The city paid 40 million" in told[0].rule


def test_explain_says_what_went_out_of_a_line_that_stays(monkeypatch):
    document = judged(monkeypatch, {"The city paid": 9.0})

    shown = list(_lines(document.article, document, 80))

    at = next(at for at, line in enumerate(shown) if "[site-words]" in line)
    assert shown[at + 1].endswith("not the article's: “The city paid 40 million for the rails.”")


def test_a_line_all_of_whose_sentences_go_is_removed(monkeypatch):
    document = judged(monkeypatch, {"The council": 9.0, "Until then": 9.0})

    assert [(account.first, account.fate) for account in document.receipt.accounts if account.reason] == [
        (7, "removed")
    ]


def test_a_sentence_in_doubt_stays_but_is_never_printed(monkeypatch):
    document = judged(monkeypatch, {"The city paid": 0.5})

    (doubted,) = [sentence for sentence in document.sentences if REASON in sentence.traits]
    assert doubted.text.startswith("The city paid")
    assert not doubted.quotable
    assert not document.receipt.removed


def test_the_first_and_the_last_sentence_need_more(monkeypatch):
    """They say what a text is about: what is in doubt inside of it is none there."""
    document = judged(monkeypatch, {"Trams came back": 0.2, "The first car": 0.2, "Until then": 0.2})

    assert [sentence.text[:13] for sentence in document.sentences if not sentence.quotable] == [
        "The first car"
    ]


def test_a_page_that_reads_like_a_site_throughout_is_left_as_it_is(monkeypatch):
    everything = ["Trams came", "The first car", '"We waited', "The city paid", "The council", "Until then"]
    document = judged(monkeypatch, dict.fromkeys(everything, 9.0))

    assert len(document.sentences) == 6


def test_every_line_stays_accounted_for_and_every_sentence_verbatim():
    source = article(f"{TRAMS}Share this\n\n{LOG_IN}\n\nComments")
    document = clean(source)

    accounts = document.receipt.accounts
    assert [account.first for account in accounts] == [1, *(account.last + 1 for account in accounts[:-1])]
    assert accounts[-1].last == len(source.lines)
    assert LOG_IN not in [sentence.text for sentence in document.sentences if sentence.quotable]
    for sentence in document.sentences:
        assert sentence.edits or source.text[sentence.start : sentence.end] == sentence.text


# --- learning ---------------------------------------------------------------------

JUNK = ["Please log in to rate this story.", "Log in to rate and share.", "More stories for members only"]
BODY = "The ferry {n} left at noon with {n} people. Its master said that the tide was high, and the price."


def test_the_same_texts_teach_the_same_weights(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import learn_leftovers

    monkeypatch.setattr(learn_leftovers, "RULES", tmp_path)  # the rules' own examples take long
    for number, site in enumerate(["quay", "pier", "dune", "reef", "cape", "holm"], 2):
        body = BODY.format(n=number)
        text = "\n\n".join(
            [f"Ferry {number} sails", body, "Share this", JUNK[number % 3], "Comments", JUNK[0]]
        )
        path = tmp_path / f"{site}--{number}.txt"
        path.write_text(text, "utf-8")
        gold = {"title": f"Ferry {number} sails", "body": [body], "junk": JUNK}
        path.with_name(path.name + ".gold.json").write_text(json.dumps(gold), "utf-8")

    one, two = (learn_leftovers.learned(learn_leftovers.texts([tmp_path]))[0] for _ in range(2))

    assert learn_leftovers.as_json(one) == learn_leftovers.as_json(two)
    assert one["words"]["log in"] > 0 > one["words"]["the price"]
    assert json.loads(learn_leftovers.as_json(one))["limits"] == one["limits"]


@pytest.mark.parametrize(
    "text",
    [
        "长按识别二维码，关注我们，精彩不容错过！",
        "水库在3天里落下2米。",
        "Sign up for our newsletter, it’s free.",
    ],
)
def test_the_odds_of_a_sentence_are_the_sum_of_all_that_is_seen_of_it(text: str) -> None:
    """Signs that have no weight are not made up; none that has one is left out."""
    weights = dict.fromkeys(grams(text), 1.0)

    assert Wording.of(0.5, weights).odds(text) == 0.5 + len(weights)
    assert Wording.shipped().odds(text) == learned()["always"] + fsum(
        learned()["words"].get(gram, 0.0) for gram in grams(text)
    )
