"""What salience looks for, what it leaves alone, and that it can say why."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from digest.language.script import convert
from digest.summarizers import METHODS, plain, summarize
from digest.summarizers.cues import surface
from digest.summarizers.features import features
from digest.summarizers.methods.salience import contributions, spread_out, total_of
from digest.summarizers.reasons import WORDS
from digest.summarizers.weights import load, of
from tests.summarizers.texts import CHINESE, chinese, having, news


def chosen(document, limit=3):
    return [point.text for point in summarize(document, limit=limit).points]


def test_the_facts_of_a_news_article_are_chosen_and_its_padding_is_not():
    found = chosen(news())

    assert any("31 to 4" in text for text in found)
    assert not any(text in ("It was raining.", "What will the neighbours say?") for text in found)


def test_a_text_that_opens_otherwise_than_its_title_says_is_read_as_a_feature():
    """A report opens on its news, short or long; a column or a feature opens on something else."""
    scene = f"Rain fell on the market square that morning.\n{news().article.text}"

    def how_far(text: str, kind: str, title: str | None = "Basel votes for a tram to the airport") -> float:
        return features(replace(plain(text, title, "en"), kind=kind)).context["feature"]

    assert how_far(news().article.text, "news") == how_far(news().article.text, "feature") < 0.75
    assert how_far(scene, "news") == how_far(scene, "feature") == 1.0
    # Without a title its length must do.
    assert (how_far(scene, "news", None), how_far(scene, "feature", None)) == (0.5, 1.0)


def test_a_bare_text_a_flash_and_a_transcript_are_not_read_as_features():
    for kind in ("plain", "flash", "transcript"):
        assert features(replace(news(), kind=kind)).context["feature"] == 0.0
    assert plain(f"{news().article.text}" * 3, None, "en").kind == "plain"


def test_rumours_and_weather_are_not_points_of_a_chinese_article():
    found = chosen(chinese())

    assert any("三十一票" in text for text in found)
    assert not any("网友" in text or "下着雨" in text for text in found)


def test_both_scripts_give_the_same_points():
    simplified = [point.index for point in summarize(chinese(), limit=4).points]
    traditional = plain(convert(CHINESE, "traditional"), convert("海州将建机场电车", "traditional"), "zh")

    assert [point.index for point in summarize(traditional, limit=4).points] == simplified
    for name, column in features(chinese()).columns.items():
        assert features(traditional).columns[name].tolist() == column.tolist(), name


def test_the_publishers_own_highlight_rises():
    document = chinese()
    index = 6

    before = METHODS.get("salience").rank(document).scores[index]
    after = METHODS.get("salience").rank(having(document, index, "highlight")).scores[index]

    assert after > before


def test_the_more_a_sentence_is_doubted_the_later_it_is_chosen():
    """It may be the site's own: a point is made of it where the text has nothing else."""
    document = chinese()
    best = METHODS.get("salience").rank(document).order[0]

    def rank_of(doubt):
        sentences = list(document.sentences)
        sentences[best] = replace(sentences[best], doubt=doubt)
        return METHODS.get("salience").rank(replace(document, sentences=tuple(sentences))).order.index(best)

    assert rank_of(0.0) == 0 < rank_of(0.5) <= rank_of(0.9)
    alone = replace(document, sentences=(replace(document.sentences[best], doubt=0.5),))
    assert summarize(alone).points[0].text == document.sentences[best].text


def test_a_hosts_opinion_falls():
    document = having(chinese(), 0, "opinion")

    assert METHODS.get("salience").rank(document).order[0] != 0


def test_a_feature_does_not_open_with_its_scene():
    """A told text hides its news: the opening of a feature is scenery, that of a report is the news."""
    scene = (
        "窗外的雨下了一整夜，老人坐在灯下慢慢地喝茶。他想起了很多年前的夏天。那时候日子很慢。\n"
        "2024年3月，海州电车公司宣布解散安全部门，12名工程师同时离职。\n"
        "街角的面馆还开着。老板娘笑着招呼客人。\n"
        "离职的原因是公司没有兑现把20%的预算用于安全检查的承诺，总工程师何静公开表示。\n"
    )
    told = replace(plain(scene, language="zh"), kind="feature")

    found = chosen(told, 2)

    assert any("解散安全部门" in text for text in found)
    assert any("20%" in text for text in found)


def test_the_reasons_add_up_to_the_score():
    for document in (news(), chinese()):
        ranking = METHODS.get("salience").rank(document, query=("tram", "电车"))
        for index, score in enumerate(ranking.scores):
            assert sum(reason.value for reason in ranking.reasons[index]) == pytest.approx(score)


def test_reasons_are_told_strongest_first_in_words():
    point = summarize(news(), limit=1).points[0]

    strength = [abs(reason.value) for reason in point.reasons]
    assert strength == sorted(strength, reverse=True)
    assert "likeness to the title" in {reason.feature for reason in point.reasons}


def test_every_weight_has_a_feature_and_words_for_it():
    seen = features(news())

    weights = load()
    assert set(weights.sentence) <= set(seen.columns)
    assert {*weights.sentence, "mentions"} <= set(WORDS)
    for terms in (weights.summary, weights.headline):
        assert set(terms) <= set(seen.mentions.traits)
    for terms in (weights.sentence, weights.summary, weights.headline):
        assert {part for parts in terms.values() for part in parts} <= set(seen.context)


def test_no_reason_against_a_sentence_has_become_one_for_it():
    """A question, a rumour, a host's plea is never a merit, whatever the learning data say."""
    against = (
        "question",
        "hearsay",
        "host",
        "lead_in",
        "bare_quote",
        "boilerplate",
        "points_back",
        "adrift",
        "self",
    )

    for context in (
        {"always": 1.0},
        {"always": 1.0, "chinese": 1.0, "feature": 1.0},
        {"always": 1.0, "long": 2.0},
    ):
        full = dict.fromkeys(("always", "long", "chinese", "flash", "feature", "transcript"), 0.0) | context
        weights = of(load().sentence, full)
        assert all(weights.get(name, 0.0) <= 0 for name in against)


@pytest.mark.parametrize(
    ("cue", "yes", "no"),
    [
        ("question", "谁来付钱？", "议会付钱。"),
        ("pronoun_start", "他们停工。", "罢工导致工程停工。"),
        ("points_back", "该工程停工。", "罢工导致工程停工。"),
        ("adrift", "几个小时后，局长辞职。", "周一下午，局长辞职。"),
        ("link_start", "However, the work goes on.", "The work goes on."),
        ("hearsay", "有网友评价道，房价要涨。", "统计局说，房价上涨。"),
        ("host", "感谢大家的观看，我们下期再见。", "观众感谢剧院。"),
        ("lead_in", "两派的主张完全相反：", "两派的主张完全相反。"),
        ("lead_in", "到了十一月，高层告知员工", "高层告知员工，工程停工。"),
        ("lead_in", "如果坐电车去机场的话", "坐电车去机场的话，一小时能到"),
        ("bare_quote", "“电车太吵了，我们睡不着。”", "“电车太吵了。”她说。"),
        ("question", "听众今天晚上可以做什么呢", "这方面呢其实有警示"),
        ("host", "你看贷款这一头，利率降了。", "利率降了，贷款便宜了。"),
        ("host", "第二 谁得了好处，先说第一部分", "第二季度利润上升。"),
        ("hedge", "大概是他离开的原因。", "盛行率大概是11%左右。"),
        ("turns", "Karpathy left OpenAI in April.", "She had twelve doses left."),
        ("turns", "他离开公司。", "离开的时候下起了小雨。"),
        ("figures", "用电增加38%，每户省213元。", "用电增加，每户省钱。"),
        ("comparison", "准时率从98%跌到91%。", "他从上海来到北京。"),
        ("record", "招股书显示，收入下降。", "他说，收入下降。"),
        ("plans", "公司计划明年上市。", "公司去年上市。"),
        ("claim", "问题在于没有人负责。", "没有人负责此事。"),
        ("meaning", "这意味着电车要停运。", "说明书里写着电车的时刻。"),
        ("record", "According to court filings, sales fell.", "She says sales fell."),
        ("comparison", "Prices rose from 40 to 90.", "Prices rose."),
        ("claim", "In effect, nobody pays.", "The problem grew in two years."),
        ("negation", "The tram no longer runs.", "The tram runs longer."),
        ("numbers", "The tram cost 5 million.", "The tram opened in 2021."),
        ("figures", "The tram cost a million.", "The tram cost a lot."),
        ("numbers", "三名工程师辞职。", "一位老人走进一个房间，一天过去了。"),
        ("numbers", "九天完成检查，耗资41亿元。", "GPT-4 于2023年发布。"),
        ("turns", "总工程师辞职。", "总工程师讲话。"),
        ("outcome", "渡口客流逐年减少，最终停航。", "渡口边停着一条旧船。"),
        ("outcome", "The ferry lost a third of its riders.", "The ferry is painted green."),
        ("scene", "老何靠在船舷上，望着对岸，想起小时候。", "渡口的班次减了一半。"),
        ("scene", "Smiling, he remembered the old quay.", "The quay was sold."),
        ("host", "记得订阅，下期见。", "渡轮月票改为订阅制，一年收入两千万元。"),
        ("hearsay", "坊间传闻，渡口要停航。", "针对停航传闻，轮渡公司否认。"),
        ("boilerplate", "老船长何柏（左下）与徒弟。", "老船长何柏（左撇子）退休。"),
        ("unfinished", "视频字幕没有句号", "文章有句号。"),
    ],
)
def test_a_cue_is_found_where_it_stands_and_nowhere_else(cue, yes, no):
    assert surface(yes)[cue] > 0
    assert surface(no)[cue] == 0


def test_a_feature_may_open_on_the_news():
    """An opening that dates an event is no scene, and an event at the end opens nothing."""
    news_first = (
        "3月5日，电车公司宣布停运三条线。\n傍晚，她坐在窗边喝茶。\n"
        + "茶凉了。\n" * 30
        + "3月6日，局长辞职。"
    )

    opens = features(plain(news_first, language="zh")).columns["opens_on_news"]

    assert opens[0] > 2 * opens[-1] > 0
    assert opens[1] == 0


def test_the_last_sentence_of_a_paragraph_closes_it_and_one_alone_closes_nothing():
    text = "电车停运。工人辞职。公司破产。\n法院开庭。\n局长辞职。电车恢复运行。"

    assert features(plain(text, language="zh")).columns["closes"].tolist() == [0, 0, 1, 0, 0, 1]


def test_a_sentence_without_any_fact_is_told_apart():
    document = plain("选址的人想的都是安全。\n2024年，电车公司裁员。", language="zh")

    assert features(document).columns["factless"].tolist() == [1.0, 0.0]


def test_the_next_point_of_a_told_text_comes_from_another_scene():
    """Neighbours in a feature are about one scene even where they share no word."""
    document = plain("甲乙丙丁。\n戊己庚辛。\n" + "壬癸子丑。\n" * 40 + "寅卯辰巳。", language="zh")

    told = features(replace(document, kind="feature")).likeness_to(0)

    assert told[1] > told[-1]
    assert features(document).likeness_to(0)[1] == 0


def test_a_told_text_is_summed_up_by_what_came_of_it_not_by_who_stood_where():
    """A scene has names, numbers and colour, too; it is what happened that a reader must learn."""
    document = plain(
        "何柏走进候船室，坐在窗边，记得年轻时的渡口有三条船。\n"
        "渡口的三条船客流逐年减少，最终导致轮渡公司宣布停航。\n"
        "林澄来到岸上，望着对岸，想起小时候的渡口有三条船。\n",
        language="zh",
    )

    scores = METHODS.get("salience").rank(replace(document, kind="feature")).scores

    assert scores[1] > max(scores[0], scores[2]) + 5


def test_what_other_articles_tell_too_counts_only_until_it_is_told():
    """All have one subject in common: else most of five points would be about it."""
    document = plain(
        "渡口周一停航，三百名乘客改走大桥。轮渡公司裁去四十名船员。"
        "自停航以来，乘客们都说要改走大桥。市里拨款二百万修缮码头。",
        language="zh",
    )
    seen = features(document)
    weights = replace(load(), mentions={}, redundancy={})
    all_alike, shared = np.zeros(4), np.array([0.0, 0.0, 1.2, 1.0])

    order = spread_out(seen, all_alike, weights, 4, shared)

    assert 0.1 < seen.likeness_to(0)[2] < weights.same
    assert order.index(3) < order.index(2)


def test_the_best_alone_of_the_best_three_comes_first():
    """One point is a headline; which three points are chosen does not depend on it."""
    seen = features(chinese())
    weights = load()
    scores = total_of(contributions(seen, weights), len(seen.rated))
    never = replace(weights, headline={name: {} for name in weights.headline})

    order = spread_out(seen, scores, weights, 3)

    assert set(order[:3]) == set(spread_out(seen, scores, never, 3)[:3])
    assert sorted(order) == list(range(len(seen.rated)))


def test_a_year_to_come_is_not_the_year_of_the_news():
    """Else all that a forecast stands beside would be long gone."""
    document = plain("2021年，何静辞职。到2040年，电车将运送一倍的人。她住在海州。", language="zh")

    assert features(document).columns["past"].tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    "text",
    [
        "电车公司的接管工作已经做好了准备，何静说。",
        "如果你想知道电车为什么停运，答案在海关的大数据传送里。",
        "在何静看来，电车公司的乘客肉眼可见地减少。",
        "这条微博已被转发了近1万次，点赞12万。",
        "短视频内容占了电车公司广告的一半。",
    ],
)
def test_what_only_looks_like_a_host_or_a_rumour_is_neither(text):
    cues = surface(text)

    assert (cues["host"], cues["hearsay"]) == (0.0, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "好了，电车的事就说到这里。", "你看电车公司现在怎么样。", "记得点赞转发。",
        "那我就跟大家分享一个坐电车的办法", "这两个办法分享给大家",
        "最后总结一下电车公司的三个错误", "就是说在海州坐电车这个事。",
        "I'll show you how the trams run.", "Let's talk about the trams.",
    ],
)  # fmt: skip
def test_a_host_is_one(text):
    assert surface(text)["host"] == 1.0


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("电车公司总裁何静，38 岁。", 1.0),
        ("电车公司总裁何静辞职。", 0.0),
        ("何静没有回应。", 0.0),
        ("Ann Keller: Head of Trams for Haizhou.", 1.0),
        ("Ann Keller: The trams were late.", 0.0),
        ("Ann Keller resigned on Monday.", 0.0),
    ],
)
def test_a_name_and_a_title_tell_nothing(text, label):
    assert surface(text)["label"] == label


def test_years_long_gone_are_told_apart_from_the_news():
    document = plain("2005年，何静入学。2024年，何静辞职。她住在海州。", language="zh")

    assert features(document).columns["past"].tolist() == [1.0, 0.0, 0.0]
