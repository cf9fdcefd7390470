# ruff: noqa: E501 - a sentence of a story stays on one line
"""Articles on one event that have a clause in common, in the same words or by what it is known by."""

import pytest

from digest import story
from digest.model import Theme
from tests.story.events import document, summaries

THEME = Theme("t", "T")
EVENT = (
    "海澜航运公司的客轮“海澜号”3月8日在青屿岛翻沉，船东胡立安3月9日宣布把岛际航线卖给北岸码头集团，作价3.6亿元。",
    "北岸码头集团3月9日证实，将以3.6亿元买下海澜航运公司的岛际航线，船东胡立安在青屿岛签了字。",
    "The dog slept.",
)
"""What makes the articles articles on one event."""


def points(*articles):
    told = [
        document(f"article-{place}", None, "2025-03-10", f"{EVENT[place]}\n{text}")
        for place, text in enumerate(articles)
    ]
    found = story.tell(summaries(told), THEME, as_of="2025-12-31").points
    return [{sentence.text for sentence in point.sentences} for point in found if len(point.articles) > 1]


def is_a_point(told):
    """Whether several articles are the sources of a point that prints one of *told*."""
    return any(not texts.isdisjoint(told) for texts in points(*told))


TOLD = {
    "one letter in two translations": (
        "码头方面当晚回应，称董事会致力于按照此前商定的条款完成交易，并威胁要采取法律行动。",
        "何明远写道：“董事会致力于按照与船东商定的价格和条款完成交易，计划采取法律行动。”",
    ),
    "who, in which month, and where": (
        "胡立安2024年10月接受议会质询，坚称“面对风浪不应当逃走”，而要勇于改正错误，解决问题。",
        "此前海事局12月12日罕见地做出公开谴责，而2024年10月胡立安在议会出席为期两天的会议时，议员和家属要求他引咎下台。",
    ),
    "a range": (
        "检察官其后指，胡立安应当入狱2至8年。",
        "海事局认为船东在这次航行中没有违规，但检察官认为胡立安故意隐瞒，应入狱2至8年。",
    ),
}


@pytest.mark.parametrize("told", TOLD)
def test_a_clause_is_told_by_two(told):
    assert is_a_point(TOLD[told])


OTHERWISE = {
    "two people": (
        "大副何明远当晚回应，称自己致力于按照此前商定的条款完成交易，并威胁要采取法律行动。",
        "轮机长周慧敏写道：“我致力于按照与船东商定的价格和条款完成交易，计划采取法律行动。”",
    ),
    "two people on one day": (
        "9月25日，大副何明远在社交平台上宣布离开公司，没有说明下一步打算去哪里。",
        "9月25日，轮机长周慧敏在社交平台上宣布离开公司，没有说明下一步打算去哪里。",
    ),
    "who he is": (
        "有关消息一出，股价下跌，而北岸码头集团首席执行官何明远的另一家公司上涨。",
        "北岸码头集团首席执行官何明远的律师表示，举报人得到了一笔钱。",
    ),
    "so and not so": (
        "码头方面当晚回应，称董事会致力于按照此前商定的条款完成交易，并威胁要采取法律行动。",
        "何明远写道：“董事会从未致力于按照与船东商定的价格和条款完成交易，不会采取法律行动。”",
    ),
    "one word of it not so": (
        "胡立安10月在议会表示，客轮的救生设备已经更换完毕。",
        "胡立安10月在议会表示，客轮的救生设备从来没有更换过。",
    ),
    "to be done and done": (
        "码头方面当晚回应，称董事会计划按照此前商定的条款完成交易，并采取法律行动。",
        "何明远写道：“董事会已经按照与船东商定的价格和条款完成了交易，采取了法律行动。”",
    ),
    "in whose absence": (
        "知情人士称，胡立安辞职之后，家里的气氛引发了亲戚对船只的议论。",
        "胡立安辞职前，码头上的同事为他办了一次简单的晚餐。",
    ),
    "one term": (
        "胡立安说，家里人最怕的是超级快艇海上救援失败。",
        "超级快艇海上救援展览在青屿岛开幕，孩子们排起长队。",
    ),
}


@pytest.mark.parametrize("told", OTHERWISE)
def test_two_things_are_no_point(told):
    assert not is_a_point(OTHERWISE[told])


ADDING_UP = {
    "a list in two orders": (
        "该公司计划把多款旧游戏放进会员库，包括《灯塔守卫》、《海雾》、《鲸群》和《白帆》。",
        "这品牌近年来负评不断，但旗下仍拥有众多深受玩家喜爱的游戏，包括《海雾》系列、《鲸群》系列、《白帆》系列、《潮汐》系列。",
    ),
    "words that two articles quote": (
        '"The other mate responded that he did not do so," the bureau said.',
        "On the tape one man can be heard asking “why did he stop it,” while “the other mate responded that he did not do so.”",
    ),
    "words that are quoted, of which few are rare": (
        '"No sailor could have heard what was said there," the bureau wrote on Monday.',
        "Nobody on the quay, where “no sailor could have heard what was said there,” saw the lamps go out, the harbour master told a newspaper of the island.",
    ),
}


@pytest.mark.parametrize("told", ADDING_UP)
def test_several_weak_signs_add_up(told):
    """Each article says much else, and neither what they share nor its words would be enough alone."""
    assert is_a_point(ADDING_UP[told])


NOT_ADDING_UP = {
    "both count, and not alike": (
        "该公司计划把26款旧游戏和1款新作放进会员库，包括《灯塔守卫》、《海雾》、《鲸群》和《白帆》。",
        "这品牌近年来负评不断，新作只有1款，但旗下仍拥有38款深受玩家喜爱的游戏，包括《海雾》系列、《鲸群》系列、《白帆》系列、《潮汐》系列。",
    ),
    "so, and not so": (
        "该公司计划把多款旧游戏放进会员库，包括《灯塔守卫》、《海雾》、《鲸群》和《白帆》。",
        "这品牌近年来负评不断，旗下没有深受玩家喜爱的游戏，《海雾》系列、《鲸群》系列、《白帆》系列都不在其中。",
    ),
    "one term with a verb in it": (
        "周慧敏去年帮助码头方面创建了领航小组，任务是建立防护措施，以防止无人通用渡船(UGF)失控。",
        "自2015年成立以来，作为一个公益组织，船东公会专注于开发能够惠及全岛的无人通用渡船，也就是UGF。",
    ),
    "a month, a house and what is done there": (
        "2024年10月，退休教师宋女士在总院做了一次胸部CT，报告建议她一年以后再来随访，她松了口气。",
        "市卫健委提醒，2024年10月以来在总院做过胸部CT的市民可以凭证件申请复核，热线全天有人接听。",
    ),
}


@pytest.mark.parametrize("told", NOT_ADDING_UP)
def test_what_excludes_the_other_adds_up_to_nothing(told):
    assert not is_a_point(NOT_ADDING_UP[told])
