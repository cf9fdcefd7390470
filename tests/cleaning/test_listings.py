"""Pages that are no article are refused, each for what shows it; texts a little like them are not."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.errors import UnusableText

from .articles import article

TEASERS = (
    "石螺岛的渡轮停航已经三天，码头上排队的人越来越多，船东与港务局昨天又谈了一个下午，据了解双方",
    "盐田村的老校长上月退休，村民为他办了三十桌酒席，席间有人提起当年的那场大水，在座的几位长者",
    "北港的灯塔将改为博物馆，设计图昨日公开，附近居民对高度仍有意见，市议会将在下周三的例会上",
    "南湾菜价连涨五周，摊贩说是因为山路塌方，运输公司则说货车照常往返，记者走访了三个批发市场",
)
SCRAPS = (
    "渡轮公司昨日宣布，老船长林海生在掌舵四十年之后退休，他把罗盘捐给了码头旁边的小学，孩子们排队去摸那枚铜钉，校方打算把它挂在礼堂里。",
    "面粉价格连续下跌，磨坊主却不肯降价，他们抱怨仓租与电费都在上涨，而烘焙店已经改用进口原料，几家老字号甚至停售了最便宜的馒头。",
    "其中最受欢迎的是一座冰雕狮子，它由九名匠人耗时两周凿成，夜里会亮起蓝色的灯，游客为了拍照在零下二十度的广场上站了一个钟头。",
    "在她看来，蜂群消失与农药关系不大，真正的原因是山坡上的野花少了，去年她试种了三亩紫云英，今年春天终于又听见了嗡嗡的声音。",
)


def test_beginnings_of_other_articles_are_no_article() -> None:
    with pytest.raises(UnusableText, match="beginnings"):
        clean(article("\n".join(f"{teaser} ...全文" for teaser in TEASERS)))
    with pytest.raises(UnusableText, match="beginnings"):
        clean(article("\n\n".join(f"{teaser}……[查看全文]" for teaser in TEASERS)))


def test_a_report_with_other_reports_beginnings_below_it_is_an_article() -> None:
    told = f"石螺岛渡轮停航\n2023-10-01\n{TEASERS[0]}都同意再等一天，下周一重新开会，届时会公布方案。"
    below = "\n\n".join(
        f"又一座渡口关闭{n}\n2023-09-0{n}\n{teaser}..." for n, teaser in enumerate(TEASERS[1:], 1)
    )
    assert clean(article(f"{told}\n\n相关新闻\n\n{below}")).title == "石螺岛渡轮停航"


def test_two_beginnings_on_two_subjects_are_no_article_each_cut_below_its_last_paragraph() -> None:
    page = (
        f"{SCRAPS[0]}\n### 罗盘的去处\n校长说，罗盘会挂在礼堂的东墙上，旁边写上老船长的名字与那条船的编号，"
        "钉子要用铜的，木匠已经来量过两次，但要等到开学典礼那天才...\n# 磨坊主的账本\n## 面粉为什么便宜\n"
        f"{SCRAPS[1]}\n几家老字号的馒头不会再回来了，磨坊主说他也没有办法。..."
    )
    with pytest.raises(UnusableText, match="beginnings"):
        clean(article(page))
    # One that goes on to its end, one whose parts tell of the same, one whose author trails off.
    assert clean(article(page.removesuffix("..."))).sentences
    assert clean(article(page.replace("...", "……"))).sentences
    same = page.replace(SCRAPS[1], f"{SCRAPS[0][:-1]}，老船长林海生又去看了一次罗盘。")
    assert clean(article(same)).sentences


def test_an_author_may_trail_off() -> None:
    """Six dots are his; three behind one paragraph of many are nobody's proof."""
    assert clean(article("\n".join(f"{teaser}都沉默了……" for teaser in TEASERS))).sentences
    told = [f"{teaser}都同意再等一天。" for teaser in TEASERS]
    assert clean(article("\n".join([*told, f"{TEASERS[0]}..."]))).sentences


def test_the_page_before_a_download_is_no_article() -> None:
    page = """渔港改造总体方案.doc
资源大小：3.1MB 文档页数：44页 资源格式：DOC
下载积分：12金币
登录下载 立即下载
下载资源需要12金币，请先确认账号里有足够的积分。
没有账号的用户，系统会按照填写的手机号自动生成账号和密码，请妥善保管。
加入VIP，免费下载本站的全部资源，会员有效期内没有次数限制。
本站不支持迅雷下载，请使用常用的浏览器完成下载，下载后的文档没有水印。"""
    with pytest.raises(UnusableText, match="fetched"):
        clean(article(page))
    told = "\n".join(f"{teaser}都同意再等一天，下周一重新开会，届时会公布方案。" for teaser in TEASERS)
    assert clean(article(f"{page}\n\n{told}")).sentences


def test_a_few_lines_before_a_wall_are_no_article() -> None:
    opening = "雾里传来三声钟响，守塔的老人放下了筷子。\n他推开门，看见海面上有一盏不该亮的灯。\n"
    with pytest.raises(UnusableText, match="wall"):
        clean(article(f"{opening}扫描二维码，下载客户端继续阅读后续章节"))
    with pytest.raises(UnusableText, match="wall"):
        clean(article(f"{opening}本章未完\n微信扫一扫二维码，免费阅读全文"))
    assert clean(article(f"{opening}他在当晚的日记里写道，扫码的人后来都说没有看见灯。")).sentences


def test_a_text_that_breaks_off_at_the_wall_may_be_longer() -> None:
    told = "\n".join(f"{teaser}都同意再等一天，下周一重新开会。" for teaser in TEASERS)
    broken = f"{told}\n如果桥在夜里断了，谁也说不清这件事该由谁来负责...\n\n扫描二维码免费阅读全文"
    assert len(told) > 200
    with pytest.raises(UnusableText, match="wall"):
        clean(article(broken))
    assert clean(article(broken.replace("负责...", "负责。"))).sentences


@pytest.mark.parametrize(
    "wall",
    [
        "本文为付费内容，订阅后阅读全文",
        "Subscribe to continue reading.",
        "To continue reading, sign in.",
        "Already a member? Log in to read the full story.",
        "Premium content is available to subscribers only. Please login here to access content.",
    ],
)
def test_what_stands_before_a_wall_is_no_article(wall: str) -> None:
    told = "The ferry has not sailed for three days, and the queue on the quay grows longer."
    told = told if wall.isascii() else "北港渡轮停航已经三天，码头上排队的人越来越多，没有人愿意先让步。"
    with pytest.raises(UnusableText, match="wall"):
        clean(article(f"{told}\n{wall}"))
    assert clean(
        article(f"{told}\n" * 1 + "\n".join(f"{told[:-1]} {n}." for n in range(9)) + f"\n{wall}")
    ).sentences
    news = "Readers who subscribe to continue reading the paper after May pay less, its owner said."
    news = news if wall.isascii() else "报社说，读者订阅以后就能看到全部旧报，价格和去年一样。"
    assert clean(article(f"{told}\n{news}")).sentences


@pytest.mark.parametrize("label", ["阅读全文", "[查看详情]", "Read more", "Continue reading →"])
def test_paragraphs_each_with_a_link_below_it_are_a_listing(label: str) -> None:
    page = "\n\n".join(
        f"渡口新闻之{n}\n{teaser}都同意再等一天。\n{label}" for n, teaser in enumerate(TEASERS, 1)
    )
    with pytest.raises(UnusableText, match="beginnings"):
        clean(article(page))
    told = "\n".join(f"{teaser}都同意再等一天。" for teaser in TEASERS)
    assert clean(article(f"{told}\n{label}")).sentences


def test_a_template_that_nobody_filled_in_is_no_article() -> None:
    slots = """渔村花园是位于XX区XX路的住宅，由XX地产开发，总户数约XX户，于20XX年交付使用。
周边有XX公园、XX学校和XX医院，距离地铁X号线XX站约XX米，出行十分方便。
物业由XX物业公司管理，电话以公告栏上公布的为准，也可以前往XX街道办事处查询。"""
    with pytest.raises(UnusableText, match="template"):
        clean(article(slots))


def test_who_hides_a_name_leaves_no_template() -> None:
    told = "\n".join(
        f"第{n}次庭审里，XX公司的会计说，账本一直放在仓库，XX公司否认这一点，并要求重新清点所有的箱子。"
        for n in "一二三四"
    )
    assert clean(article(told)).sentences


def test_a_phrase_between_all_parts_was_written_for_a_search() -> None:
    key = "石螺岛渡轮为什么停航"
    page = f"""{key}｜2024全解析
{key}
最近，一段关于"{key}"的视频传遍了岛上的每一个群，播放量已经超过三千次。
{key}
今天我们就来看看，这件事的背后有哪些值得思考的问题。
一、时间线
3月1日：公告贴出
3月4日：船东表态
{key}
业内人士指出，这场争论还要持续一段时间，双方都没有让步的意思。
{key} "停航不是终点"——岛上的老船长"""
    with pytest.raises(UnusableText, match="keyword stuffing"):
        clean(article(page))
    once = page.replace(f"\n{key}\n今天", "\n今天").replace(f"\n{key}\n业内", "\n业内")
    assert clean(article(once)).sentences


def test_what_a_tag_lists_is_no_article() -> None:
    page = "\n\n".join(
        f"{where}的老渡口下月关闭 居民盼延期\n港报\n记者：林小满　编辑：周远\n2023-1{n}-0{n}\n"
        f"{where}的老渡口将在下月关闭，居民昨天到镇公所递交了请愿书，镇长表示会在两周之内给出答复。"
        for n, where in enumerate(("北港", "盐田"))
    )
    with pytest.raises(UnusableText, match="several articles"):
        clean(article(page))
    one = page.partition("\n\n")[0]
    assert clean(article(f"{one}\n镇公所上一次收到请愿书是在十年之前，当时的渡口最终多开了半年。")).sentences


def test_a_section_that_goes_on_on_other_pages_is_no_article() -> None:
    page = "\n".join(
        f"{where}的老渡口下月关闭 居民盼延期\n2023-1{n}-0{n + 1}\n"
        f"{where}的老渡口将在下月关闭，居民昨天到镇公所递交了请愿书，镇长表示会在两周之内给出答复。"
        for n, where in enumerate(("北港", "盐田", "南湾"))
    )
    with pytest.raises(UnusableText, match="several articles"):
        clean(article(f"{page}\n上一页 1 2 3 下一页"))
    assert clean(article(page)).sentences


LATIN = (
    "Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo.\n"
    "Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla."
)


def test_the_latin_that_a_template_is_sold_with_is_no_text() -> None:
    with pytest.raises(UnusableText, match="template"):
        clean(article(LATIN))
    told = (
        "Printers have set these words since the sixteenth century, and nobody knows who chose them first.\n"
        "They stand for a text that is not written yet, so that a reader looks at the page alone."
    )
    assert clean(article(f"{told}\n{LATIN}\nThe words are a philosopher's, who wrote of pain.")).sentences


def test_paragraphs_that_share_no_word_are_no_text() -> None:
    with pytest.raises(UnusableText, match="nothing in common"):
        clean(article("\n".join(SCRAPS)))


def test_a_text_with_a_title_headings_or_numbers_may_change_its_subject() -> None:
    """A letter to the readers, a brief of the day."""
    assert clean(article("\n\n".join(f"{n}、{scrap}" for n, scrap in enumerate(SCRAPS, 1)))).sentences
    linked = [
        *SCRAPS[:3],
        "镇上的人说，渡轮、面粉和冰雕狮子，哪一样都离不开老船长林海生，他退休之后，码头旁边的小学也冷清了，磨坊主为此写了一封很长的信。",
    ]
    assert clean(article("\n".join(linked))).sentences


def test_a_label_above_is_no_title_of_what_has_nothing_in_common() -> None:
    told = "\n".join(SCRAPS)
    with pytest.raises(UnusableText, match="nothing in common"):
        clean(article(f"更新时间：\n{told}"))
    assert clean(article(f"码头内外\n{told}")).sentences


def test_three_teasers_below_what_a_paper_offers_its_readers_have_nothing_in_common() -> None:
    offers = """连续阅读三天，可领取石螺岛的贝壳。
这是专属于你的阅读任务，欢迎你加入数位版。
您已完成任务，积分将在十天之内发放。
"""
    with pytest.raises(UnusableText, match="nothing in common"):
        clean(article(offers + "\n".join(SCRAPS[1:])))
    assert clean(article("\n".join(SCRAPS[1:]))).sentences


MEMORIES = (
    "那天夜里起了大雾，钟一直在响，我躺在床上听见楼下有人走动",
    "姐姐说那只是风，可是她说谎的时候从来不敢看着我的眼睛",
    "后来灯灭了，四十年来头一回，没有一个人爬上楼梯去看",
)


def test_a_memory_may_trail_off_at_three_dots_too() -> None:
    """One paragraph below the other; a listing sets the next one's title between them."""
    english = (
        "I remember the storm, the way the glass shook and the bell kept ringing in the fog...",
        "My sister said it was only the wind, but she never could look me in the eye...",
        "And then the light went out, for the first time in forty years, and nobody came...",
    )
    assert (
        len(clean(article("\n\n".join(["The Keeper", *english, "We found the door open."]))).sentences) == 4
    )
    assert clean(article("\n\n".join(f"{each}..." for each in MEMORIES))).sentences
    listed = "\n\n".join(f"渡口新闻之{n}\n\n{teaser}..." for n, teaser in enumerate(TEASERS, 1))
    with pytest.raises(UnusableText, match="beginnings"):
        clean(article(listed))


@pytest.mark.parametrize(
    "told",
    [
        "石螺岛博物馆今天起推出语音导览。观众扫描二维码即可解锁更多展品的故事，全程免费。馆长说导览有三种语言。",
        "本市两家平台今天起试行付费点播，用户付费后可解锁剩余内容。平台说，价格每集一元，学生减半。",
        "石螺岛音乐节昨天公布节目单，市民扫一扫海报就能看完整名单。今年有十二支乐队参加，门票下周一开售。",
    ],
)
def test_news_of_a_code_or_of_who_pays_is_no_wall(told: str) -> None:
    assert clean(article(f"石螺岛公布新安排\n海岬日报 2024年5月6日\n{told}")).sentences


def test_a_judgment_that_hides_addresses_is_no_template() -> None:
    told = """林某与海岬公司买卖合同纠纷一审判决书
原告XX航运公司，住所地XX省XX市XX区XX街道。法定代表人林某。
被告XX渔业合作社，住所地石螺岛XX村。
原告诉称，2020年双方签订合同，被告购买渡轮一艘，价款三十万元，至今没有支付。
本院认为，合同有效，被告应当支付价款。依照合同法，判决如下：被告于十日内支付价款三十万元。"""
    assert clean(article(told)).sentences


@pytest.mark.parametrize(
    ("name", "opening"),
    [
        (
            "阿列克谢·伊万诺维奇",
            "上个月我们在码头见到了阿列克谢·伊万诺维奇，他在海上过了四十年，如今在岛上修表。",
        ),
        ("渡轮渡轮快快回来", "岛上的人都会唱“渡轮渡轮快快回来”，这首歌写在停航的那年冬天。"),
    ],
)
def test_who_answers_and_what_a_song_repeats_is_no_stuffing(name: str, opening: str) -> None:
    answers = (
        "夜里看不清灯塔。",
        "机器坏了先有声音，船也是这样。",
        "多半是来聊天。",
        "停得太早。",
        "没有人记得怎么看潮水。",
    )
    said = "\n".join(f"{name}\n{answer}" for answer in answers)
    assert clean(article(f"码头上的一天\n2024年5月6日\n{opening}\n{said}")).sentences


@pytest.mark.parametrize("above", ["本周杂记", "小城杂记\n林小满", "灯下"])
def test_a_collection_whose_title_is_not_known_for_one_is_an_article(above: str) -> None:
    assert clean(article("\n\n".join([above, *SCRAPS]))).sentences
    assert clean(article("\n\n* * *\n\n".join(SCRAPS))).sentences


def test_beginnings_each_with_its_own_day_and_hour_share_less_than_the_entries_of_one_report() -> None:
    told = [f"{scrap}居民昨天抱怨。" for scrap in SCRAPS]
    stamped = [f"{text}\n2026年1月19日 1{9 - at}:07:00" for at, text in enumerate(told)]

    with pytest.raises(UnusableText, match="nothing in common"):
        clean(article("\n".join(stamped)))
    assert clean(article("\n".join(told))).sentences
    followed = [text.replace("居民", "排队等渡轮的居民在码头") for text in stamped]
    assert clean(article("\n".join(followed))).sentences
