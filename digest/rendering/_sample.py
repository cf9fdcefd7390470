"""An issue made by hand: what ``digest themes check`` and the tests render.

Every text is invented here. The sources have the usual diseases: a transcript
without a title, a Traditional page, an English report, a date only inferred.
"""

# ruff: noqa: E501  # a table of sentences reads better whole

from __future__ import annotations

import hashlib

from digest.model import (
    ArticleId,
    Difference,
    Edit,
    Event,
    Excerpt,
    Issue,
    IssueArticle,
    IssueId,
    Number,
    Person,
    Point,
    Published,
    Quote,
    Skipped,
    Span,
    Story,
    Theme,
)

_IDS = {name: ArticleId(hashlib.sha256(name.encode()).hexdigest()[:16]) for name in "ABCDEFGH"}


def _said(
    text: str, by: str, rule: str = "sample", new: bool = False, edits: tuple[Edit, ...] = ()
) -> Excerpt:
    return Excerpt(text=text, article=_IDS[by], source=Span(0, len(text)), edits=edits, rule=rule, new=new)


def _ids(names: str) -> tuple[ArticleId, ...]:
    return tuple(_IDS[name] for name in names)


def _article(
    name: str,
    path: str,
    title: str | None,
    publisher: str | None,
    authors: tuple[str, ...],
    published: Published | None,
    points: tuple[str, ...],
    *,
    language: str = "zh",
    script: str = "Hans",
    minutes: int = 4,
    also: tuple[str, ...] = (),
    retells: tuple[str, ...] = (),
    edits: tuple[Edit, ...] = (),
) -> IssueArticle:
    return IssueArticle(
        id=_IDS[name],
        paths=(path,),
        path=path,
        sha256=hashlib.sha256(path.encode()).hexdigest(),
        encoding="utf-8",
        entry=None,
        title=title,
        authors=authors,
        publisher=publisher,
        published=published,
        also_published_by=also,
        retells=retells,
        language=language,
        script=script,
        characters=minutes * 400,
        reading_minutes=minutes,
        new=True,
        key_points=tuple(_said(point, name, edits=edits) for point in points),
        removed=(),
        repairs={},
    )


def sample(language: str = "zh-Hans") -> Issue:
    """The sample issue for an interface language; the Chinese ones differ in the interface only."""
    return _english() if language == "en" else _chinese(language)


_T2S = (Edit("t2s", 0, 1, "电"),)


def _chinese(language: str) -> Issue:
    articles = (
        _article(
            "A", "gangwan-0612.txt", "停了六十一年，港湾电车周一恢复载客", "港湾日报", ("林知远",),
            Published("2026-06-12", "day", False, "2026年6月12日"),
            (
                "首班车六点一刻从旧码头开出，车上一半是没有见过电车的年轻人。",
                "市政厅说，首年的票价定在两元，六十五岁以上的乘客免费。",
                "沿线的十九家店铺收到了通知，轨道两侧今后不得停放货车。",
            ),
            minutes=5, also=("海风网",),
        ),
        _article(
            "B", "tram/ledger-watch.txt", "电车回来了，账还没有算清", "岸上财经", ("周敏", "何一舟"),
            Published("2026-06", "month", True, "本月"),
            (
                "工程总价从立项时的 42 亿元涨到了 58 亿元，超出的部分由市财政垫付。",
                "审计报告没有说明，多出来的 16 亿元里有多少用在了地下管线上。",
            ),
            minutes=7,
        ),
        _article(
            "C", "003_transcript.srt.txt", None, None, (),
            None,
            (
                "这条线最难的不是铺轨，是说服那条街上的人",
                "我们量过，早高峰从码头到大学城只要二十三分钟",
            ),
            minutes=11, retells=("《港城旧事》",),
        ),
        _article(
            "D", "hk/電車.html", "电车通车之后，谁会离开这条街", "南岸评论", ("吴子衡",),
            Published("2026-05-30", "day", False, "2026年5月30日"),
            ("过去一年，旧码头一带的铺面租金上涨了 31%，而住宅租金只涨了 9%。",),
            script="Hant", minutes=6, edits=_T2S,
        ),
        _article(
            "E", "en/harbour-line.md", "The tram is back. The harder question is who it is for.", "Harbour Transit Review",
            ("Mira Okafor",), Published("2026-06-13", "day", False, "13 June 2026"),
            (
                "Ridership in the first week averaged 48,000 passengers a day, a third above the forecast.",
                "Bus route 7, which ran along the same street, will lose half of its services in September.",
            ),
            language="en", script="Latn", minutes=3,
        ),
    )  # fmt: skip
    story = Story(
        lead=(
            _said("停运六十一年之后，港湾电车在周一早晨重新载客。", "A"),
            _said("首周平均每天有 4.8 万人乘坐，比预测高出三分之一。", "A"),
            _said("通车当天，市政厅仍然没有公布最后的决算。", "B", new=True),
        ),
        why=(_said("这是二十年来第一条由市议会、而不是由省里决定的轨道线路，它的账目会成为下一条线的依据。", "B"),),
        points=(
            Point(
                (
                    _said("电车比预测更受欢迎，早高峰已经坐满。", "A"),
                    _said("Ridership in the first week averaged 48,000 passengers a day.", "E"),
                    _said("我们量过，早高峰从码头到大学城只要二十三分钟", "C"),
                ),
                _ids("AEC"),
            ),
            Point(
                (
                    _said("造价超出预算 16 亿元，去向只说明了一半。", "B", new=True),
                    _said("议员们要求在九月之前公布每一份变更单。", "A"),
                ),
                _ids("BA"),
            ),
            Point((_said("租金先于电车到站：旧码头一带的铺面租金一年上涨了 31%。", "D", edits=_T2S),), _ids("D")),
            Point((_said("同一条街上的七路公交车将在九月减少一半的班次。", "A"),), _ids("AE")),
        ),
        timeline=(
            Event("1965", "year", False, _said("最后一班电车在 1965 年开进车库，轨道被沥青盖住。", "C"), _ids("CA")),
            Event("2021-03", "month", False, _said("2021 年 3 月，市议会以 31 票对 4 票通过了重建方案。", "A"), _ids("ABD")),
            Event("2023-11-08", "day", True, _said("11 月 8 日，施工队在海关旧址下挖出了第一段老轨道。", "C"), _ids("C")),
            Event("2026-06-08", "day", False, _said("2026 年 6 月 8 日，首班车从旧码头开出。", "A"), _ids("ABCE")),
        ),
        differ=(
            Difference(
                "重建一共花了多少钱",
                (
                    _said("工程总价从立项时的 42 亿元涨到了 58 亿元。", "B"),
                    _said("市政厅公布的总投资为 51 亿元，不含车辆。", "A"),
                ),
            ),
            Difference(
                "班次",
                (
                    _said("高峰时段每四分钟一班。", "A"),
                    _said("Trams run every six minutes at peak hours.", "E"),
                    _said("有时候要等上八分钟才来一辆", "C"),
                ),
            ),
        ),
        people=(
            Person("顾海平", ("Gu Haiping", "顾市长"), _ids("ABE"),
                   _said("市长顾海平说，决算会在审计结束之后公布。", "B")),
            Person("米拉·奥卡福", ("Mira Okafor",), _ids("E"),
                   _said("Okafor has covered the line since the first track was found under the old customs house.", "E")),
        ),
        organisations=(
            Person("港湾轨道公司", ("Harbour Rail", "港轨"), _ids("ABCE"),
                   _said("港湾轨道公司拥有全部二十四列电车，市政厅持有它七成的股份。", "B")),
        ),
        numbers=(
            Number("58 亿元", _said("工程总价从立项时的 42 亿元涨到了 58 亿元，超出的部分由市财政垫付。", "B"), _ids("BD")),
            Number("42 亿元", _said("2021 年的方案写的是 42 亿元，包含车辆和一座车库。", "A"), _ids("AB")),
            Number("4.8 万人", _said("首周平均每天有 4.8 万人乘坐，比预测高出三分之一。", "A"), _ids("AE")),
            Number("23 分钟", _said("我们量过，早高峰从码头到大学城只要二十三分钟", "C"), _ids("C")),
        ),
        quotes=(
            Quote("顾海平", _said("“我们先把车开起来，再把账讲清楚，”顾海平在站台上说。", "A")),
            Quote("一位店主", _said("“电车停在门口，可是进来的人都只是避雨，”一位开了三十年的店主说。", "D", edits=_T2S)),
        ),
        ahead=(
            _said("审计报告预计在九月提交市议会。", "B", new=True),
            _said("The second line, to the airport, will be put to the council in November.", "E"),
        ),
    )  # fmt: skip
    return Issue(
        id=IssueId("harbour-trams/2026-06-14"),
        theme=Theme(slug="harbour-trams", title="港湾电车", subtitle="Harbour trams"),
        language=language,
        as_of="2026-06-14",
        since=IssueId("harbour-trams/2026-06-07"),
        articles=articles,
        unassigned=(Skipped("recipes/soup.txt", "没有一句提到这个主题"),),
        skipped=(Skipped("scan-004.pdf", "读不出文字；请先做文字识别"),),
        story=story,
    )


def _english() -> Issue:
    articles = (
        _article(
            "E", "harbour-line.md", "The tram is back. The harder question is who it is for.", "Harbour Transit Review",
            ("Mira Okafor",), Published("2026-06-13", "day", False, "13 June 2026"),
            (
                "Ridership in the first week averaged 48,000 passengers a day, a third above the forecast.",
                "Bus route 7, which ran along the same street, will lose half of its services in September.",
            ),
            language="en", script="Latn", minutes=3,
        ),
        _article(
            "F", "accounts.html", "Trams return, and the bill is still open", "Quayside Ledger", ("T. Marchetti", "Ana Ruiz"),
            Published("2026-06", "month", True, "this month"),
            (
                "The cost rose from 4.2 to 5.8 billion crowns between the vote and the first run.",
                "The audit does not say how much of the difference was spent on pipes and cables.",
            ),
            language="en", script="Latn", minutes=6, also=("Coast Wire",),
        ),
        _article("G", "interview-04.vtt", None, None, (), None,
                 ("What was hard was not the rails, it was the people who live on that street",),
                 language="en", script="Latn", minutes=9),
        _article("A", "gangwan-0612.txt", "停了六十一年，港湾电车周一恢复载客", "港湾日报", ("林知远",),
                 Published("2026-06-12", "day", False, "2026年6月12日"),
                 ("首班车六点一刻从旧码头开出，车上一半是没有见过电车的年轻人。",), minutes=5),
    )  # fmt: skip
    story = Story(
        lead=(
            _said("Sixty-one years after the last run, trams carried passengers along the harbour again on Monday.", "E"),
            _said("The city has not yet published the final accounts.", "F"),
        ),
        why=(_said("It is the first line in twenty years that the city, and not the province, decided to build.", "F"),),
        points=(
            Point((_said("Ridership in the first week averaged 48,000 passengers a day, a third above the forecast.", "E"),
                   _said("首周平均每天有 4.8 万人乘坐，比预测高出三分之一。", "A")), _ids("EA")),
            Point((_said("The line cost 1.6 billion crowns more than the council had approved.", "F"),), _ids("FE")),
        ),
        timeline=(
            Event("1965", "year", False, _said("The last tram ran in 1965, and asphalt covered the rails.", "F"), _ids("FG")),
            Event("2026-06-08", "day", True, _said("The first car left the old pier at a quarter past six on 8 June.", "E"),
                  _ids("EFA")),
        ),
        differ=(Difference("cost of the line", (
            _said("The cost rose from 4.2 to 5.8 billion crowns between the vote and the first run.", "F"),
            _said("City hall puts the total at 5.1 billion crowns, without the cars.", "E"))),),
        people=(Person("Haiping Gu", ("Mayor Gu", "顾海平"), _ids("EFA"),
                       _said("Mayor Haiping Gu said that the accounts will follow the audit.", "F")),),
        numbers=(Number("5.8 billion", _said("The cost rose from 4.2 to 5.8 billion crowns.", "F"), _ids("F")),
                 Number("48,000", _said("Ridership in the first week averaged 48,000 passengers a day.", "E"), _ids("EA"))),
        quotes=(Quote("Haiping Gu", _said("“We run the cars first and explain the bill second,” said Gu.", "E")),),
        ahead=(_said("The second line, to the airport, will be put to the council in November.", "E"),),
    )  # fmt: skip
    return Issue(
        id=IssueId("harbour-trams/2026-06-14"),
        theme=Theme(slug="harbour-trams", title="Harbour trams", subtitle="What the papers say together"),
        language="en",
        as_of="2026-06-14",
        since=None,
        articles=articles,
        unassigned=(),
        skipped=(Skipped("scan-004.pdf", "no text in it; run it through text recognition first"),),
        story=story,
    )
