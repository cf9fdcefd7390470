"""What stands below a show's text, and a chronicle that only looks like it."""

from __future__ import annotations

from digest.cleaning import clean

from .articles import article

TEXT = (
    "这期节目讲的是石螺岛的图书馆，它开在一艘退役的渔船上，书架是用旧网浮拼起来的。\n"
    "船长每个月初一把书搬出来晒一次，借书的人要在本子上写下潮水的高度，这是他定的规矩。\n"
    "去年台风来的那天，他先把书背上岸，再回头去系缆绳，第二天船还在，书也一本没少。\n"
)
CHAPTERS = (
    "00:21 书是从哪里来的？\n02:12 台风来的那天，船长先背的是书，再回头去系缆绳，岸上的人都看见了。\n"
    "04:26 一本写着潮水高度的本子\n05:45 明年谁来点灯？\n"
)


def printed(text: str) -> list[str]:
    return [each.text for each in clean(article(text)).sentences if each.quotable]


def test_who_speaks_and_the_chapters_are_no_text_nor_what_stands_below_them() -> None:
    below = "相关链接：船上的书单\n欢迎大家进群交流，第一时间收听新节目，也欢迎推荐下一期的嘉宾。"
    assert printed(f"{TEXT}本期嘉宾：欧海生，船长，也是图书馆的管理员\n{CHAPTERS}{below}") == printed(TEXT)


def test_hours_without_hosts_are_a_chronicle() -> None:
    told = (
        CHAPTERS.replace("00:21", "06:21")
        .replace("02:12", "07:12")
        .replace("04:26", "08:26")
        .replace("05:45", "09:45")
    )
    assert any("船长先背的是书" in each for each in printed(TEXT + told))


def test_a_text_longer_below_its_chapters_than_above_stays() -> None:
    longer = "石螺岛上没有电，夜里看书要自己带灯，灯油由镇上出，每人每月一两，多的要自己买。\n"
    rest = "".join(longer.replace("夜里", f"第{n}个夜里") for n in "一二三四五六")
    found = printed(f"{TEXT}本期嘉宾：欧海生，船长\n{CHAPTERS}{rest}")
    assert any("灯油由镇上出" in each for each in found)
    assert not any("船长先背的是书" in each for each in found)
