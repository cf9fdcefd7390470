# ruff: noqa: E501 - a sentence of a story stays on one line
"""Two invented events, each told by several articles in several scripts, and one article of neither."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from digest.language import script, sentences
from digest.model import (
    Article,
    ArticleId,
    Document,
    KeyPoint,
    Precision,
    Published,
    Receipt,
    Sentence,
    Summary,
    TextKind,
)

FERRY = {
    "morning-post": (
        "客轮深夜翻沉，搜救仍在继续",
        "2025-03-09",
        """
        3月8日深夜，载有146人的客轮“海澜号”在青屿岛以东海域翻沉。海事部门表示，事故已造成12人死亡，另有9人失踪。
        船长林国栋被救起后送往医院。据海澜航运公司介绍，林国栋在该航线工作已有11年。
        青屿市海事局局长周慧敏在发布会上说：“我们接到求救信号时，船体已经严重倾斜，留给乘客的时间只有几分钟。”
        海澜航运公司成立于2006年，目前经营4条岛际航线。2025年2月，该公司刚刚完成对“海澜号”的年度检修。
        公司否认客轮超载，称当晚的载客数没有超过核定人数。
        事故原因尚不清楚，调查组预计在4月公布初步结论。
        """,
    ),
    "island-daily": (
        "海瀾號翻沉事故：倖存者講述最後十分鐘",
        "2025-03-10",
        """
        客輪「海瀾號」3月8日深夜在青嶼島附近翻沉，至今已有14人死亡，7人失蹤。
        多名倖存者表示，當晚船上乘客遠遠超過座位數，走道裡都坐滿了人。
        一名倖存者對記者說：「船身傾斜後不到十分鐘就翻了，我們根本來不及穿救生衣。」
        船長林國棟3月10日被警方拘留。警方說，客輪當晚超載約30人。
        這起事故意味著岛際航運的安全監管面臨前所未有的質疑。
        2019年，同一家公司的另一艘客輪「海晴號」曾在附近海域擱淺，沒有人員傷亡。
        """,
    ),
    "harbour-times": (
        "Captain of capsized ferry detained as death toll rises",
        "2025-03-11",
        """
        The captain of the ferry Hailan, Lin Guodong, was detained on March 10, two days after the vessel capsized off Qingyu Island.
        At least 14 people died and seven are still missing, the maritime bureau said on Tuesday.
        Zhou Huimin, director of the Qingyu maritime bureau, said: "The distress call came when the ship was already listing badly."
        The Hailan Shipping Company was founded in 2006 and runs four routes between the islands.
        It denied that the ferry was overloaded, saying the number of passengers was within the permitted limit.
        Investigators plan to publish first findings in April, and it remains unclear why the ferry turned over so quickly.
        """,
    ),
    "evening-net": (
        "青屿客轮事故追踪：船长被拘，航线停航",
        "2025-03-12",
        """
        “海澜号”客轮翻沉事故发生4天后，青屿岛全部岛际航线于3月12日停航。
        警方通报，船长林国栋因涉嫌重大责任事故罪，已于3月10日被拘留。
        截至3月12日，事故已造成15人死亡，6人失踪。
        海事局局长周慧敏表示，停航期间将对所有客轮进行安全检查，何时复航有待进一步评估。
        专家指出，这次事故标志着岛际客运必须告别依靠人工清点乘客的年代。
        """,
    ),
}

STRIKE = {
    "tech-weekly": (
        "晶圆厂罢工进入第二周",
        "2025-06-18",
        """
        6月9日，晶衡科技位于临川的晶圆厂约2400名工人开始罢工，要求加薪8%。
        晶衡科技首席执行官马丁·凯勒(Martin Keller)表示，公司愿意谈判，但加薪幅度不会超过5%。
        工会主席陈淑芬说：“过去三年物价涨了一成，我们的工资一分没动。”
        2024年11月，晶衡科技曾承诺在2025年上半年调整薪资，但没有兑现。
        该厂每月产能约为6万片晶圆，占公司总产能的35%。
        罢工何时结束仍不清楚，双方计划于6月20日重新谈判。
        """,
    ),
    "union-herald": (
        "晶衡罷工：工會稱三千人參加",
        "2025-06-17",
        """
        晶衡科技臨川廠的罷工6月9日開始，工會表示參加罷工的工人有3100名。
        工會主席陳淑芬說，執行長馬丁·凱勒去年11月親口答應調薪，但承諾至今沒有兌現。
        公司6月16日宣布，臨川廠部分生產線暫停運轉。
        這場罷工讓晶片供應鏈面臨新的不確定。
        """,
    ),
    "wire": (
        "Chip plant strike enters second week",
        "2025-06-19",
        """
        Workers at Jingheng Technology's Linchuan plant walked out on June 9 to demand a raise of 8 percent.
        Chief executive Martin Keller said on Wednesday that the company would not go beyond 5 percent.
        The plant makes about 60,000 wafers a month, 35 percent of the company's capacity.
        Chen Shufen, who chairs the union, said: "Prices have gone up by a tenth and our wages have not moved."
        Talks are scheduled to resume on June 20.
        """,
    ),
}

GARDEN = (
    "城市花园里的百年老树",
    "2025-03-10",
    """
    城北公园的一棵老榕树今年迎来一百岁生日。园艺师每天为它浇水、修剪枝条。
    附近的居民说，夏天在树下乘凉是他们一天中最惬意的时候。公园还为老树举办了摄影展。
    """,
)


def document(
    name: str,
    title: str | None,
    published: str | None,
    body: str,
    *,
    kind: TextKind = "news",
    retells: tuple[str, ...] = (),
    traits: dict[str, frozenset[str]] | None = None,
) -> Document:
    """A document as cleaning would give it: a line a paragraph, no edits."""
    text = "\n".join(line.strip() for line in body.strip().splitlines())
    found: list[Sentence] = []
    start = 0
    for paragraph, line in enumerate(text.split("\n")):
        for left, right in sentences.split(line):
            written = line[left:right]
            marks = (traits or {}).get(written, frozenset())
            found.append(Sentence(written, start + left, start + right, (), paragraph, marks))
        start += len(line) + 1
    sha = hashlib.sha256(f"{name}{text}".encode()).hexdigest()
    article = Article(ArticleId(sha[:16]), f"{name}.txt", "txt", "utf-8", sha, text, ())
    precision: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
    judged = Published(published, precision[len(published)], False, "the test") if published else None
    english = text.isascii()
    return Document(
        article,
        title,
        (),
        name,
        judged,
        "en" if english else "zh",
        script.script_of(text),
        kind,
        tuple(found),
        Receipt((), {}),
        retells,
    )


def ferry() -> list[Document]:
    return [document(name, *told) for name, told in FERRY.items()]


def strike() -> list[Document]:
    return [document(name, *told) for name, told in STRIKE.items()]


def garden() -> Document:
    return document("garden", *GARDEN)


def summaries(documents: Sequence[Document], points: int = 0) -> list[Summary]:
    """Summaries whose key points are the first *points* sentences."""
    return [
        Summary(each, tuple(KeyPoint(i, each.sentences[i]) for i in range(points)), "lead")
        for each in documents
    ]
