"""Of a page whose article is not there, what is left is refused; a short text amid the same menus is not."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.errors import UnusableText

from .articles import article

ABOVE = "Skip to content\nHome\nNews\nSport\nLog in\nRegister\nUsername\nPassword\nForgot your password?\n"
BELOW = """
Share this:
Twitter
Facebook
Related
Ferry back in service
Subscribe to our newsletter
Privacy policy
Copyright 2020 Cape News. All rights reserved."""
CHINESE_ABOVE = "首页\n资讯\n论坛\n登录 | 注册\n用户名\n密码\n忘记密码\n"
CHINESE_BELOW = "\n分享到：\n相关阅读\n关于我们 | 联系我们\nCopyright © 2020 海岬网 版权所有"


def on_a_site(text: str) -> str:
    return f"{ABOVE}{text}{BELOW}" if text.isascii() else f"{CHINESE_ABOVE}{text}{CHINESE_BELOW}"


@pytest.mark.parametrize(
    "left",
    [
        "Please log in to see the harbour board.\nIf you do not have an account, you can register here.",
        "By creating an account you will be able to follow the ferry and keep your orders in one place.",
        "Enter your e-mail address below and we will send you a new password.\nThe link is good for a day.",
        "Listen to the review by Ben Dale, above.\nComments are closed.",
        "Lamps and Keepers is not affiliated with the harbour.\nAll names are trademarks of their owners.",
        "您需要登录才可以查看本页内容，没有账号请先注册。\n扫码关注公众号，及时了解潮汐。",
        "如果视频无法播放，请刷新页面重试。\n本站不承担因使用视频产生的任何责任。",
        "收货时请当面验货，有破损请联系客服。\n支持七天无理由退货，偏远的岛屿除外。",
    ],
)
def test_what_a_visitor_is_to_do_is_no_article(left: str) -> None:
    with pytest.raises(UnusableText, match="visitors"):
        clean(article(on_a_site(left)))


@pytest.mark.parametrize(
    "told",
    [
        "The passwords of three million customers were stolen. The store asked them to check their accounts.",
        "You can now sign in with a key. The chart opens twice as fast, and works when the boat is far out.",
        '"We cannot contact the crew, and you know what that means," the keeper said. "Please do not ask."',
        "We have paid for roads nobody uses. You cannot put a price on a boat that brings your aunt home.",
        "海岬商城昨天承认，三百万用户的账号和密码遭泄露，公司请用户尽快修改密码。",
        "港务局表示，居民如果要登记出海，请到码头的窗口。网站仍在修理，下周才能打开。",
        "海岬区法院判决，商城侵权成立，赔偿摄影师三万元。",
    ],
)
def test_news_of_accounts_and_a_letter_to_you_are_articles(told: str) -> None:
    assert clean(article(on_a_site(told))).sentences


HELP = (
    "Click the anchor at the top of the page, and log in with the password that you wrote down in the "
    "spring. If you lost it, the keeper at the desk can open your account for you, but please bring a "
    "paper with your photograph on it, since he has never seen your face. Your account is closed when "
    "you have not used it for two winters, and the letters in it go to the museum. You can download "
    "them before that, one by one, with the button that has a bell on it. Once your browser shows the "
    "lamp, you are done, and may log out again. Those who register late get a smaller drawer, as you "
    "will see when you open it, and pay for the key. We answer questions on this page in the evening, "
    "when the last boat is in and the lamp is lit."
)


def test_help_is_an_article_where_it_answers_at_length_and_no_form_stands_there() -> None:
    site = on_a_site(HELP)
    assert clean(article(site.replace("Username\nPassword\nForgot your password?\n", ""))).sentences
    with pytest.raises(UnusableText, match="visitors"):
        clean(article(site))


def test_a_scrap_amid_menus_is_no_text_and_a_flash_is() -> None:
    with pytest.raises(UnusableText, match="no running text"):
        clean(article(on_a_site("See all the lamps here...\nQuestions?")))
    assert clean(article(on_a_site("石螺港务局宣布，渔船将于周五出海捕捞。"))).sentences
    assert clean(article(on_a_site("The ferry will not sail until Friday, its owner said."))).sentences
    # A text without a site around it may be as short as it likes.
    assert clean(article("See all the lamps here, he wrote.\nSix of them.")).sentences


def test_a_list_of_links_is_no_article() -> None:
    opening = "This list of lamps is not complete, but it grows with each ship that comes in."
    links = "\n".join(f"Lamp {n}\nhttps://lamp{n}.example/" for n in range(12))
    with pytest.raises(UnusableText, match="list of links"):
        clean(article(f"Home\n{opening}\nLamps\n{links}\nShare this:"))
    few = "\n".join(links.split("\n")[:8])
    assert clean(article(f"Home\n{opening}\nLamps\n{few}\nShare this:")).sentences
