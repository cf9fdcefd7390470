# ruff: noqa: E501 - a sentence of a story stays on one line
"""One sentence that tells two sides is a difference; one that adds a second voice is none."""

import pytest

from tests.story.test_disputes import claims, told

ELSEWHERE = "城北开了一家书店。"
BOTH = {
    "one denies what the other says": "馆方说夜班的保安睡着了，保安说没有。",
    "one insists": "船东称船长是自己请辞的，船长一方则坚称是被赶走的。",
    "one negates what the other asserts": "厂方称产品合格，检测报告的结论是不合格。",
    "he never did what he is said to have done": "管理员说店主收到了三封信，店主说自己一封也没有收到。",
    "each says what it is": "她说离开是自己的决定；部长对议会说，是他请她走的。",
    "two causes": "公司称他因家庭原因辞职，市场普遍认为与去年的事故有关。",
    "whom the first speaks of answers": "She left in April; the company says that she resigned, she says that she was locked out.",
    "one says it right behind the other": "The cash lasts until May, says a person who has seen the books; the company says “well into the year”.",
    "a claim that somebody disputes": "The lawyers say that the letter was cleared by the bank, which the bank disputes.",
    "so many words for it": "报案电话究竟是馆方打的还是路人打的，至今各执一词。",
}


@pytest.mark.parametrize("sides", BOTH)
def test_both_sides_in_one_sentence(sides):
    assert claims(told(BOTH[sides], ELSEWHERE)) == [(BOTH[sides],)]


NONE = {
    "one side goes on": "公司说船已经修好，并表示下周开航。",
    "another side adds": "船东说船已经修好，保险公司表示正在研究报告。",
    "another museum does it otherwise": "东岸博物馆表示，已增加预约名额；西岸博物馆则发布通知称，工作日不必预约参观。",
    "what was not done, and what is denied of somebody else": "后因公司未按规定申请，且否认与张某有劳动关系，张某无法认定工伤。",
    "who quotes is outside the quotation": "The father said she was not coming to her senses, so he sold the boat, the neighbour told reporters.",
    "he is the one before, called by his title": "The minister told me there will not be any guards from abroad, but he did say that guards from the town will come.",
    "shares of those who were asked": "Half of those asked said they understood the plan and three in ten said they did not understand it.",
    "what somebody thinks of it": "医生表示还要检查，但病人认为医生态度不好。",
    "a part of the whole": "工会说142个镜头里有47个坏了。",
    "what the author tells, and a share of something else": "新店的销量只有老店的六成；而基金对记者说想要20%的股份。",
}


@pytest.mark.parametrize("sides", NONE)
def test_two_voices_and_no_difference(sides):
    assert claims(told(NONE[sides], ELSEWHERE)) == []


AFTER = {
    "a record against who says that he never": (
        "公司坚称从未收到通知。",
        "邮件记录显示，通知在3月2日已被打开。",
    ),
    "none at all": ("市政府说补偿款已经全部发放。", "村民说一分钱也没有拿到。"),
    "not so": ("公司说仓库已经清空。", "工会说事实并非如此：还有四十箱。"),
    "the same act, negated": ("船厂说，6028号越过了禁航线。", "船长说他没越线：坐标前一天夜里改过。"),
    "a number of people cannot be he": (
        "He maintains that he knew nothing of the letter before the end of April.",
        "Investigators put his first sight of the memo in January.",
    ),
}


@pytest.mark.parametrize("sides", AFTER)
def test_two_sides_one_sentence_after_the_other(sides):
    assert claims(told("\n".join(AFTER[sides]), ELSEWHERE)) == [AFTER[sides]]


ADDS = {
    "two witnesses": ("警方说，司机没有超速。", "目击者说，车开得很快，灯也没开。"),
    "the same man by another name": (
        "A message was sent to the cockpit, said Sam Hale, an official with the authority.",
        "Hale said the flight did not respond to the message.",
    ),
    "he, and his name after that": (
        '"There is no such thing," he said at one point.',
        "Hale maintained that he is not aware of any letter.",
    ),
    "not sure": (
        "The plane may be in the north, the office says.",
        "The captain says he is not sure it will be found.",
    ),
    "he insists on doing it": (
        "通讯社指出，码头可以要求船东支付违约金，不过码头董事会已经同意打官司，码头总经理何立坚持说要完成租约。",
        "码头上停着三艘船。",
    ),
    "it is no exception": ("记录显示，例会由她主持。", "同事都说她每天游泳，冬天也不例外。"),
    "what he would do": (
        "律师们表示，船东不能这样终止租约。",
        "但船东此前也曾表示，如果码头不提供更多泊位，他就会终止租约。",
    ),
    "a preposition is no word in common": (
        "据《滨海晨报》报道，亿万富翁、船东胡立安上周五向海事监督管理委员会提交的一份文件显示，他将终止与码头的租约。",
        "船东表示，自己有权退出租约，因为码头没有向他提供足够的泊位。",
    ),
    "if it were not": (
        "According to the poll, half said it would be bad if the limit was not raised.",
        "The public said it is more important to raise the limit.",
    ),
}


@pytest.mark.parametrize("sides", ADDS)
def test_a_second_voice_that_adds_is_no_difference(sides):
    assert claims(told("\n".join(ADDS[sides]), ELSEWHERE)) == []


def test_two_articles_that_tell_of_one_dispute_make_one_difference():
    one = "馆方说他在打瞌睡，二月就让他停了职；他说自己一秒钟也没有合过眼。"
    other = "馆方说他睡着了，他说没有。"

    assert claims(told(one, other)) == [(one, other)]


def test_a_charge_and_who_denies_it_in_the_next_sentence():
    one = "七月十四日，检察官以提供内部图纸的罪名起诉了这名修复师。"
    other = "她否认给过任何人图纸。"

    assert claims(told(f"{one}\n{other}", ELSEWHERE)) == [(one, other)]


def test_a_charge_is_not_answered_where_another_thing_is_told():
    one = "He said letting her leave the house was a kind gesture due to concerns about her health."
    other = "She denied the spying charge."

    assert claims(told(f"{one}\n{other}", ELSEWHERE)) == []
