"""The words of quantities: scales, units, and what makes a number an approximate one. Pure, for `numbers`."""

from __future__ import annotations

from decimal import Decimal

from digest.language import alternatives
from digest.language._quantity import Bound
from digest.language.money import CURRENCIES, MARKS

BLANK = r"[ \t\u00a0\u3000]?"
DIGITS = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_POWERS = {
    2: ("百", "hundred"),
    3: ("千", "thousand", "k"),
    4: ("万", "萬"),
    5: ("十万", "十萬"),
    6: ("百万", "百萬", "million", "mn", "m"),
    7: ("千万", "千萬"),
    8: ("亿", "億"),
    9: ("billion", "bn", "b"),
    12: ("万亿", "萬億", "兆", "trillion", "tn", "t"),
}
SCALES = {word: 10**power for power, words in _POWERS.items() for word in words}
_PLAIN_CLASSIFIERS = "个件项款台辆部张篇封条所座场轮票例份宗艘架户栋页颗"
READ_ON = "粒头匹尾棵株枚根支枝片幅卷册本首集层间扇列节趟起桩笔批组队套双对箱袋瓶罐桶包只席幕把"
"""Classifiers that also open words (支付, 集合, 起诉): what follows decides."""
_CLASSIFIERS = _PLAIN_CLASSIFIERS + READ_ON
_MEASURES = {
    **dict.fromkeys(
        ("%", "％", "percent", "per cent", "个百分点", "個百分點", "percentage points"), "percent"
    ),
    **dict.fromkeys(("人", "名", "位", "个人", "個人", "人次", "people", "person", "persons"), "person"),
    **dict.fromkeys("员工 用户 乘客 居民 村民 观众 游客 学生 患者".split(), "person"),
    **dict.fromkeys(
        "employees employee staff staffers workers researchers"
        " users passengers residents students patients crew sailors miners soldiers survivors victims players"
        " teachers guests visitors claimants creditors shareholders members children villagers"
        " customers".split(),
        "person",
    ),
    **dict.fromkeys(("家", "companies", "company", "firms"), "company"),
    **dict.fromkeys(("年", "years", "year", "周年", "週年"), "year"),
    **dict.fromkeys(("个月", "個月", "months", "month"), "month"),
    **dict.fromkeys(("周", "週", "个星期", "個星期", "weeks", "week"), "week"),
    **dict.fromkeys(("天", "days", "day"), "day"),
    **dict.fromkeys(("小时", "小時", "个小时", "個小時", "hours", "hour"), "hour"),
    **dict.fromkeys(("分钟", "分鐘", "minutes", "minute"), "minute"),
    **dict.fromkeys(("秒", "秒钟", "秒鐘", "seconds", "second"), "second"),
    **dict.fromkeys(("岁", "歲", "years old", "year-old"), "year-old"),
    **dict.fromkeys(("倍", "times"), "times"),
    **dict.fromkeys(("公里", "kilometers", "kilometres", "km"), "km"),
    **dict.fromkeys(("米", "meters", "metres"), "m"),
    **dict.fromkeys(("吨", "噸", "tons", "tonnes"), "t"),
    **dict.fromkeys(("公斤", "千克", "kg", "kilograms"), "kg"),
    **dict.fromkeys(("股", "shares"), "share"),
    **dict.fromkeys(("次",), "time"),
    **dict.fromkeys(("平方公里", "square kilometers", "square kilometres"), "km2"),
    **dict.fromkeys(("平方米", "平米", "square meters", "square metres"), "m2"),
    **dict.fromkeys(("厘米", "centimeters", "centimetres", "cm"), "cm"),
    **dict.fromkeys(("毫米", "millimeters", "millimetres", "mm"), "mm"),
    **dict(zip(_CLASSIFIERS, _CLASSIFIERS, strict=True)),
    **dict(
        zip(
            "個項臺輛張條場輪戶棟頁顆頭對層組隊雙間筆節",
            "个项台辆张条场轮户栋页颗头对层组队双间笔节",
            strict=True,
        )
    ),
}
CONVERTED = {
    **dict.fromkeys(("英里", "miles", "mile"), ("km", Decimal("1.609344"))),
    **dict.fromkeys(("海里", "浬", "nautical miles"), ("km", Decimal("1.852"))),
    **dict.fromkeys(("英尺", "feet", "foot"), ("m", Decimal("0.3048"))),
}
"""Units told in others: what 332 miles are to those who write 535 公里 is about 530 km."""
UNITS = {**CURRENCIES, **_MEASURES, **{word: unit for word, (unit, _) in CONVERTED.items()}}
ZH_UNITS = [unit for unit in UNITS if not unit.isascii() or unit in ("%", "％")]
EN_UNITS = [unit for unit in UNITS if unit.isascii() and unit[0].isalpha() and unit.islower()]
ZH_SCALES = [scale for scale in SCALES if not scale.isascii()]
EN_SCALES = [scale for scale in SCALES if scale.isascii()]
_BOUNDS: dict[Bound, str] = {
    "over": "超过 超過 逾 more·than over",
    "near": "近 将近 將近 接近 不到 不足 less·than fewer·than nearly almost under",
    "about": "约 約 约为 約為 大约 大約 about around some roughly approximately",
    "least": "至少 不少于 不少於 不低于 at·least no·fewer·than no·less·than not·less·than",
    "most": "最多 至多 不会超过 不會超過 不会多于 不超过 不超過 up·to at·most no·more·than not·more·than",
}
BOUND_OF: dict[str, Bound] = {
    word.replace("·", " "): bound for bound, words in _BOUNDS.items() for word in words.split()
} | {"上": "over", "数": "about", "數": "about", "高达": "", "高達": ""}
# 上百 and 数十 are about a number, 附上 3 份 and 次数 5 are not.
_LONG_ABOUT_ZH = [word for word in BOUND_OF if not word.isascii() and word not in "上数數"]
ABOUT_ZH = rf"(?P<about>{alternatives.pattern(_LONG_ABOUT_ZH)}|[上数數](?=[十百千万萬亿億]))?"
ABOUT_EN = rf"(?P<about>\b(?i:{alternatives.pattern([word for word in BOUND_OF if word.isascii()])})\s)?"
MARK = rf"(?P<mark>{MARKS})"

NOT_INSIDE = r"(?<!\d[,，](?=\d{3}(?!\d)))"
"""Behind the comma of Kr186,000 no number begins."""


def converted(value: Decimal, unit: str) -> Decimal:
    """So many kilometres or metres, to two digits."""
    exact = value * CONVERTED[unit][1]
    return exact.quantize(Decimal(1).scaleb(exact.adjusted() - 1))
