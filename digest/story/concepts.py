"""What two languages call the same: words of news, Chinese and English, by concept. Pure.

No word is common to a Chinese and an English report; these, with names, acts,
numbers and dates, are what both have. Words are folded (simplified, lower
case). Acts have words of their own (`digest.story.lexicon`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from digest.language import alternatives

_CONCEPTS = {
    "supply": "供应 供货 供应商 supply supplies supplied supplier suppliers",
    "sole": "独家 唯一 单一 sole exclusive exclusively",
    "defect": "缺陷 瑕疵 质量问题 隐患 故障 defect defects defective faulty flaw flaws flawed",
    "replace": "更换 替换 换新 replace replaced replaces replacing replacement",
    "publish": "发表 刊登 刊发 发文 长文 文章 publish published publishes essay article",
    "notice": "通知 notice notified",
    "memo": "备忘录 memo memorandum",
    "e-mail": "邮件 email emails e-mail e-mails",
    "letter": "公开信 联名信 信件 信函 letter letters",
    "export": "出口 海外 境外 shipped exported exports overseas abroad",
    "blame": "归咎 怪罪 起因 责任在 blame blames blamed fault",
    "reply": "回复 答复 回信 回音 复函 reply replied replies answer answered",
    "provision": "拨备 计提 预留 拨出 set-aside provision provisions write-down writedown",
    "fund": "补偿金 赔偿金 基金 资金 fund funds compensation",
    "free": "免费 free",
    "threshold": "阈值 门槛 threshold thresholds",
    "update": "升级 更新 upgrade upgraded update updated updates",
    "hospital": "医院 hospital hospitals",
    "patient": "患者 病人 patient patients",
    "doctor": "医生 医师 大夫 doctor doctors physician radiologist surgeon",
    "share": "股价 股票 shares stock",
    "regulator": "监管 监管部门 市监总局 药监局 监督管理 regulator regulators watchdog",
    "court": "法院 法庭 court",
    "hearing": "开庭 庭审 听证 hearing trial",
    "arbitration": "仲裁 arbitration tribunal",
    "board": "董事会 董事 board directors",
    "union": "工会 union",
    "police": "警方 公安 警察 police",
    "prosecutor": "检方 检察 prosecutor prosecutors",
    "tariff": "关税 tariff tariffs",
    "price": "价格 售价 票价 price prices fare",
    "profit": "利润 盈利 profit profits",
    "revenue": "营收 收入 revenue",
    "loss": "亏损 loss losses",
    "sale": "销量 销售 sales",
    "factory": "工厂 厂房 factory factories plant plants",
    "wage": "工资 薪资 薪水 wage wages salary",
    "job": "岗位 职位 jobs",
    "debt": "债务 债权 debt debts",
    "election": "选举 大选 election elections",
    "safety": "安全 safety",
    "quality": "质量 品质 quality",
    "software": "软件 software",
    "user": "用户 user users subscribers",
    "vehicle": "汽车 车辆 轿车 vehicle vehicles car cars",
    "train": "列车 火车 train trains",
    "ship": "客轮 轮船 船只 渡轮 ship ferry vessel",
    "aircraft": "飞机 客机 航班 plane aircraft flight",
    "bridge": "大桥 桥梁 bridge",
    "school": "学校 中学 小学 school schools",
    "child": "儿童 孩子 child children",
    "worker": "工人 员工 职工 worker workers staff employees",
    "shareholder": "股东 shareholder shareholders",
    "battery": "电池 电芯 battery batteries cell cells",
    "engineer": "工程师 engineer engineers",
    "founder": "创始人 创办人 founder co-founder founded",
    "chief-executive": "首席执行官 行政总裁 ceo chief-executive",
    "chair": "董事长 主席 chairman chairwoman chair",
    "president": "总裁 总统 president",
    "spokesperson": "发言人 spokesman spokeswoman spokesperson",
    "analyst": "分析师 分析员 analyst analysts",
    "algorithm": "算法 演算法 algorithm algorithms",
    "scan": "扫描 影像 片子 scan scans",
    "sensitivity": "灵敏度 sensitivity",
    "review": "复核 复查 复检 复测 review recheck",
    "bidder": "买方 收购方 竞购方 bidder bidders buyer buyers",
    "stake": "股份 股权 持股 stake shareholding",
    "licence": "牌照 许可证 执照 licence license permit",
    "contract": "合同 合约 contract contracts",
    "customer": "客户 顾客 customer customers client clients",
    "apartment": "住宅 公寓 apartment apartments flats",
    "road": "公路 高速 道路 road highway motorway",
    "storm": "台风 飓风 暴雨 typhoon hurricane storm",
    "vaccine": "疫苗 vaccine vaccines",
    "virus": "病毒 virus",
    "drug": "药物 药品 新药 drug drugs medicine",
    "water": "供水 饮用水 自来水 water",
    "power": "电力 停电 电网 power electricity outage",
    "army": "军队 士兵 部队 army troops soldiers",
    "missile": "导弹 missile missiles",
    "ceasefire": "停火 ceasefire truce",
    "hostage": "人质 hostage hostages",
    "border": "边境 border",
    "match": "比赛 决赛 match final game",
    "coach": "教练 主帅 coach manager",
    "film": "电影 影片 film movie",
    "merger": "并购 merger",
    "price-cut": "降价 折扣 discount discounts",
    "budget": "预算 budget",
    "minister": "部长 大臣 minister secretary",
}  # fmt: skip
"""Chinese words, and English ones as they stand in a text; - for a space."""
_BY_WORD = {
    word.replace("-", " ") if word in ("set-aside", "chief-executive") else word: concept
    for concept, words in _CONCEPTS.items()
    for word in words.split()
}
_IN_TEXT = re.compile(
    alternatives.pattern(
        _BY_WORD,
        starts=lambda letter: rf"(?<![a-z0-9]{letter})" if letter.isascii() else "",
        ends=lambda word: r"\b" if word.isascii() else "",
    )
)
_HAN = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile(r"\w+")
_ODD = ("_", *sorted(word for word in _BY_WORD if word.isascii() and not word.isalpha()))
"""What is no whole word, or stands beside one that is none."""


def words_of(folded: str, concept: str) -> tuple[int, int] | None:
    """Where a folded text first speaks of *concept*."""
    told = _IN_TEXT.finditer(folded)
    return next((each.span() for each in told if _BY_WORD[each.group()] == concept), None)


OFFICES = frozenset(
    "founder chief-executive chair president spokesperson analyst engineer doctor minister coach prosecutor"
    " shareholder".split()
)
"""Concepts that say who somebody is."""


@lru_cache(maxsize=16_384)
def told(folded: str) -> Mapping[str, str]:
    """The concepts that a folded text speaks of, each with the first of its words there."""
    # English words are looked up in a quarter of the time in which the pattern tries all its branches.
    whole = not _HAN.search(folded) and not any(map(folded.__contains__, _ODD))
    found: dict[str, str] = {}
    for word in filter(_BY_WORD.__contains__, _WORD.findall(folded)) if whole else _IN_TEXT.findall(folded):
        found.setdefault(_BY_WORD[word], word)
    return found


def concepts(folded: str) -> frozenset[str]:
    """The concepts that a folded text speaks of."""
    return frozenset(told(folded))
