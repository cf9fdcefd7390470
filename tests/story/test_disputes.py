# ruff: noqa: E501 - a sentence of a story stays on one line
"""Two measures of one thing stand side by side; two things, two times and two places do not."""

from digest import story
from digest.model import Theme
from tests.story.events import document, summaries

THEME = Theme("t", "T")


def told(*articles, days=None):
    """Articles of which each has its own filler; the filler agrees with nothing."""
    filler = (
        "图书馆周末照常开放。\n铁路部门加开列车。",
        "学校下周开学。\n邮局延长营业时间。",
        "公园的花开了。\n剧团排练新戏。",
    )
    days = days or ("2025-03-01",) * len(articles)
    return [
        document(f"article-{place}", None, day, f"{text}\n{rest}")
        for place, (text, rest, day) in enumerate(zip(articles, filler, days, strict=False))
    ]


def claims(documents):
    return [tuple(claim.text for claim in each.claims) for each in differences(documents)]


def differences(documents):
    return story.tell(summaries(documents), THEME, as_of="2025-12-31").differ


# --- one measure, two numbers -------------------------------------------------------


def test_two_sums_set_aside_for_one_thing_differ_in_two_languages():
    one = "青禾农业董事会估算，召回种子涉及的拨备约为9.6亿元。"
    other = "Qinghe Farming said it would set aside Rmb1.3bn to cover the recall of its seeds."

    (difference,) = differences(told(one, other))

    assert all(told in difference.about for told in ("拨备", "9.6亿元", "Rmb1.3bn"))


def test_one_number_in_two_spellings_is_no_difference():
    """三万八千多 was read as 八千多."""
    one = "青禾农业3月1日宣布召回三万八千多袋种子，农户可以免费更换。"
    other = "青禾农业3月1日宣布召回38,216袋种子，农户可以免费更换。"

    assert claims(told(one, other)) == []


def test_a_number_that_is_rounded_differs_from_none_that_it_may_be():
    one = "青禾农业召回种子的拨备约为9.6亿元。"
    other = "青禾农业召回种子的拨备为9.8亿元。"

    assert claims(told(one, other)) == []


def test_an_article_that_knows_both_numbers_tells_of_two_things():
    one = "青禾农业为召回种子计提拨备3亿元。"
    other = "青禾农业去年为召回种子计提拨备3亿元。\n青禾农业今年为召回种子计提拨备8亿元。"

    assert claims(told(one, other)) == []


def test_two_totals_of_one_owner_differ():
    one = "白鹭医药旗下14家医院的预约系统在周一恢复。"
    other = "白鹭医药旗下17家医院都装上了新的预约系统。"

    assert len(claims(told(one, other))) == 1


def test_a_place_that_the_other_article_never_names_makes_two_events():
    one = "云南省去年的旅游收入为900亿元，游客增长明显。"
    other = "河北省去年的旅游收入为700亿元，游客增长明显。"

    assert claims(told(one, other)) == []


def test_how_soon_somebody_answered():
    one = "远帆航运的主管说，公司把检验数据发给船厂之后，三天后才等到一封回信。\n但船厂在声明里说，收到检验数据后三小时内就作了书面答复。"
    other = "船厂又称，收到远帆航运的检验数据后，三小时内已书面回复。"

    (difference,) = differences(told(one, other))

    assert "三天 / 三小时" in difference.about
    assert len({claim.article for claim in difference.claims}) == 2


# --- an article sets two accounts against each other ---------------------------------


def test_two_numbers_that_an_article_sets_against_each_other():
    one = "仪器厂的老板说，这台仪器的灵敏度是96.4%。\n可是据药监部门通报，抽样复测的灵敏度只有88.1%。"

    (difference,) = differences(told(one, "天气转晴。"))

    assert "灵敏度" in difference.about
    assert "96.4% / 88.1%" in difference.about


def test_two_numbers_one_after_the_other_are_no_contrast():
    one = "仪器厂的老板说，新仪器的灵敏度是96.4%。\n老板表示，旧仪器的灵敏度是88.1%。"

    assert claims(told(one, "天气转晴。")) == []


# --- nobody, or some ------------------------------------------------------------------


def test_nobody_hurt_here_and_two_in_hospital_there():
    one = "1月17日，临江小区一车库内的汽车起火，事故未造成人员伤亡。"
    other = "1月17日凌晨临江小区的那场火里，一名住户和一名保安因吸入浓烟被送进医院。"

    assert len(claims(told(one, other))) == 1


def test_nobody_dead_and_two_hurt_are_compatible():
    one = "1月17日，临江小区一车库内的汽车起火，事故未造成人员死亡。"
    other = "1月17日凌晨临江小区的那场火里，一名住户和一名保安被送进医院。"

    assert claims(told(one, other)) == []


def test_nobody_hurt_in_another_fire_is_compatible():
    one = "1月17日，临江小区一车库内的汽车起火，事故未造成人员伤亡。"
    other = "2月9日，东山码头的仓库起火，两名工人被送进医院。"

    assert claims(told(one, other)) == []


# --- denials ----------------------------------------------------------------------------


def test_a_denial_that_points_back_answers_the_last_claim_before_it():
    one = "前员工透露，青禾农业的种子没有送检。\n仓库主管指控青禾农业在三月伪造了种子的检验记录。\n青禾农业对此予以否认，称检验记录完整。"

    ((claim, denial),) = claims(told(one))

    assert "伪造" in claim
    assert "对此予以否认" in denial


def test_words_that_somebody_says_they_never_said():
    one = "她记得主任保罗·哈特曼(Paul Hartman)当时的原话：“机器有证，你没有证。”\n保罗·哈特曼后来通过律师表示，自己“从未说过这句话”。"

    assert len(claims(told(one))) == 1


def test_a_request_that_is_denied_is_no_denial():
    one = "Lawyers for the shipping company asked for more time before the hearing in Harbour City.\nThe judge denied that request on Monday, and the hearing in Harbour City will open on time."

    assert claims(told(one)) == []


def test_left_of_her_own_accord_or_dismissed():
    one = "公司坚称，医生安娜·凯勒(Anna Keller)是主动离职的。"
    other = "医生安娜·凯勒(Anna Keller)说，她在5月16日被公司开除。"

    assert len(claims(told(one, other))) == 1


def test_how_soon_something_stopped_though_it_ended_on_another_day():
    one = "通报称，海事局5月14日上午向船厂发出停用的通知，船厂收到通知后三小时内关停了全部吊机。"
    other = "系统日志显示，船厂的吊机直到5月17日下午才关停，距离海事局发出通知已经过去三天。"

    (difference,) = differences(told(one, other))

    assert "通知" in difference.about
    assert difference.about.endswith("三小时 / 三天")


def test_nobody_hurt_or_somebody_says_so_in_its_label():
    one = "1月17日，临江小区一车库内的汽车起火，事故未造成人员伤亡。"
    other = "1月17日凌晨临江小区的那场火里，一名住户和一名保安因吸入浓烟被送进医院。"

    (difference,) = differences(told(one, other))

    assert "未造成人员伤亡 / 送进医院" in difference.about


def test_numbers_of_another_order_of_size_count_something_else():
    one = "我们采访了远帆航运的九名在职及离职员工。"
    other = "样本中从远帆航运离职的员工有3182名。"

    assert claims(told(one, other)) == []


# --- resigned, or dismissed ------------------------------------------------------------

RESIGNED = "北岸码头集团2025年2月27日发表声明称，何明远（Mingyuan He）已辞去集团首席执行官一职。"
DISMISSED = "北岸码头集团2月27日宣布解除首席执行官何明远职务，由董事会主席周慧敏继任。"


def test_one_article_has_him_resign_and_another_dismissed():
    assert [set(each) for each in claims(told(RESIGNED, DISMISSED))] == [{RESIGNED, DISMISSED}]


def test_who_was_made_to_resign_both_resigned_and_was_dismissed():
    forced = "北岸码头集团2月27日发表声明称，何明远已辞去首席执行官一职，此前董事会迫使他辞职。"

    assert claims(told(forced, DISMISSED)) == []


def test_a_resignation_of_another_day_is_no_dismissal():
    assert claims(told(RESIGNED.replace("2月27日", "1月3日"), DISMISSED)) == []


def test_what_somebody_never_appealed_against_is_not_denied():
    """就被收回的奖牌 says only against what: that it was taken is what both sides say."""
    taken = "海澜拳击总会下周要说明，林小满的银牌为什么被收回。"
    never = "海澜拳击总会还称，林小满从未就被收回的银牌，向海事仲裁法庭申诉。"

    assert claims(told(f"{taken}\n{never}", "林小满在海澜市击败了对手，进入决赛。")) == []
