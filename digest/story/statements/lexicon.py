"""The few words the story understands: what happened, what is denied, what is still open.

All of it looks at folded text (simplified, lower case); `FORCED` at any. Chinese
words are simplified, English ones lower-case stems as
`digest.language.words` cuts and this module folds them. An action groups words
that tell the same event: an article that says 辞职 and one that says 离职 agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from digest.language import mixed
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.language.pairs import Texts
from digest.language.remembered import Remembered

_ACTIONS = {
    "leave": "辞呈 离职 不干了 离开 辞职 辞去 出走 跳槽 退出 卸任 请辞 离任 跑路 离队 告别 辞任 退休 引退"
    " 下台 退任"
    " resign resigned resigns resigning resignation quit quits depart departed departs departure leave leaves"
    " leaving left retire retired retires retirement",
    "dismiss": "解雇 开除 罢免 免去 辞退 免职 撤职 炒掉 革职 解职 赶下台 罢黜 撤换 解除劳动合同 解约"
    " fire fired fires firing dismiss dismissed dismissal oust ousted ouster sack sacked",
    "reinstate": "复职 回归 重返 回到 重回 官复原职 reinstate reinstated reinstatement",
    "appoint": "任命 担任 接任 接替 出任 就任 上任 继任 接掌 升任 晋升 提升为"
    " appoint appointed appoints appointment succeed succeeds succeeded successor promoted",
    "join": "加入 加盟 入职 join joined joins joining",
    "found": "成立 创立 办起 建成 创办 组建 设立 创建 共同创办 founded founding establish established set-up",
    "dissolve": "解散 撤销 关闭 停办 停业 disband disbanded dissolve dissolved dissolves shutter shuttered",
    "launch": "启动 发布 推出 上线 面世 亮相 开售 发售 发射 升空"
    " launch launched launches release released releases unveil"
    " unveiled unveils",
    "invest": "投资 注资 融资 入股 invest invested invests investment",
    "acquire": "收购 并购 acquire acquired acquires acquisition takeover",
    "promise": "承诺 许诺 保证 答应 允诺 promise promised promises pledge pledged pledges vowed commitment",
    "sue": "起诉 诉讼 控告 提告 状告 sue sued sues lawsuit",
    "agree": "签署 达成 签约 agree agreed agreement signed deal accord",
    "strike": "罢工 停工 怠工 strike strikes striking walkout stoppage",
    "die": "死亡 遇难 身亡 丧生 罹难 去世 逝世 离世 病逝 辞世 过世 病故 猝死 谢世 死者 遇难者 死"
    " die died dies dead death deaths kill killed",
    "injure": "受伤 伤者 轻伤 重伤 送医 送院 住院 injure injured injuries hurt wound wounded"
    " hospitalised hospitalized",
    "missing": "失踪 失联 下落不明 missing unaccounted",
    "rescue": "获救 救出 救起 脱险 生还 搜救 营救 rescue rescued saved survivors",
    "sink": "沉没 倾覆 翻沉 翻船 沉船 下沉 sink sank sunk sinking capsize capsized",
    "collide": "相撞 碰撞 撞上 撞击 collide collided collision",
    "burn": "起火 火灾 着火 烧起来 自燃 大火 失火 fire-broke blaze burned",
    "explode": "爆炸 explode exploded explosion blast",
    "collapse": "坍塌 倒塌 垮塌 collapse collapsed",
    "evacuate": "疏散 撤离 转移 evacuate evacuated evacuation",
    "arrest": "逮捕 拘留 被捕 刑拘 拘捕 arrest arrested detain detained custody",
    "investigate": "调查 立案 彻查 investigate investigated investigation probe inquiry",
    "rise": "上涨 增长 上升 增加 攀升 大涨 翻倍 rise rises rose risen grew increase increased climbed surged",
    "fall": "下跌 下降 减少 下滑 大跌 暴跌 缩减 fall falls fell fallen drop dropped decline declined plunged",
    "suspend": "暂停 停产 中止 停运 停航 停用 关停 停掉 停摆 叫停 停滞 冻结"
    " freeze freezes froze frozen suspend suspended suspends halt halted halts idled",
    "resume": "恢复 复工 重启 复航 复产 resume resumed resumes reopen reopened restart restarted",
    "approve": "批准 通过 获批 approve approved approves approval passed",
    "reject": "拒绝 否决 驳回 reject rejected rejects refuse refused refuses declined-to",
    "split": "分裂 决裂 split",
    "win": "获胜 夺冠 赢得 胜出 获奖 夺得 摘得 win won wins victory crowned",
    "lose": "落败 失利 败诉 lost lose loses defeat",
    "vote": "投票 表决 vote voted votes ballot",
    "pay": "赔偿 支付 赔付 罚款 pay paid pays compensate compensation fined fine",
    "open": "开业 开幕 通车 启用 开通 开馆 opened opening inaugurated",
    "depart": "出发 启航 离港 起飞 sailed",
    "recall": "召回 recall recalled",
    "allot": "分配 拥有 配给 获得 分到 拨给 allot allotted allocate allocated receive received got",
    "attack": "袭击 攻击 轰炸 attack attacked attacks strikes-on shelled",
    "postpone": "推迟 延期 延后 postpone postponed delay delayed delays",
    "cancel": "取消 cancel cancelled canceled cancels",
    "quake": "地震 强震 quake quakes earthquake earthquakes",
    "flood": "洪水 洪灾 决堤 淹水 溃坝 flood floods flooded flooding",
    "land": "登陆 着陆 降落 landfall landing landed touchdown",
    "erupt": "喷发 erupt erupted eruption",
    "crash": "坠毁 坠机 坠落 crash crashed crashes",
    "ban": "禁赛 停赛 禁止 封杀 取缔 ban bans banned",
    "appeal": "上诉 申诉 抗诉 appeal appealed appeals",
    "rule": "裁定 判决 裁决 宣判 判处 判刑 被判 获刑 定罪 ruled ruling verdict convicted sentenced acquitted",
    "settle": "和解 settle settled settlement",
    "test": "药检 阳性 验出 检出 tested",
    "bid": "接洽 洽购 求购 竞购 要约 报价 bid bids approached",
    "merge": "合并 merge merged merger",
    "spin-off": "拆分 分拆 剥离 spun spin-off",
    "cut": "裁员 裁撤 减薪 layoff layoffs",
    "raise": "上调 提价 涨价 加息 hike hiked",
    "lower": "下调 降价 降息 slashed lowered",
    "disclose": "披露 曝光 公布 disclosed revealed leaked",
    "meet": "会面 会晤 会谈 会见 met",
    "visit": "访问 出访 visit visited visits",
    "elect": "当选 胜选 elected",
    "warn": "警告 预警 示警 warned warns warning",
    "protest": "抗议 示威 游行 protest protests protested",
    "withdraw": "撤回 撤出 退市 withdraw withdrew withdrawn",
    "apologise": "道歉 致歉 apologized apologised apology",
    "build": "开工 动工 投产 兴建",
    "charge": "公诉 指控 检控 charged indicted indictment",
    "release": "获释 释放 取保 保释 出狱 bail freed paroled",
    "extradite": "引渡 extradite extradited extradition",
    "search": "搜查 查封 查抄 raid raided raids seized",
    "bankrupt": "破产 bankrupt bankruptcy insolvency insolvent",
    "steal": "被盗 失窃 盗窃 行窃 窃案 盗案 抢劫 被抢 失盗"
    " stole stolen theft thefts thieves robbed robbery heist",
    "report": "举报 检举",
}

OPPOSED = frozenset(
    frozenset(pair)
    for pair in (
        ("dissolve", "appoint"), ("dissolve", "found"), ("cancel", "postpone"), ("cancel", "open"),
        ("suspend", "resume"), ("approve", "reject"), ("win", "lose"), ("dismiss", "leave"),
        ("rise", "fall"), ("raise", "lower"), ("merge", "spin-off"), ("withdraw", "bid"),
    )
)  # fmt: skip
"""Actions that cannot both be the outcome of one occasion."""

FORCED = regex(
    r"(?:迫使|逼迫|被迫|逼走)[^。；]{0,24}(?:辞职|离职|离开|下台|辞任)"
    r"|\bforced (?:out|to (?:resign|quit|leave|step))"
)
"""Who is made to resign is dismissed."""
ONCE = frozenset({"leave", "die", "dismiss", "reinstate", "join", "appoint", "arrest"})
"""What a person does, or suffers, about once in a story: two reports of it are of one event."""

SUFFERED = frozenset({"dismiss", "appoint", "arrest", "rescue"})
"""What is done to somebody, who may stand behind the verb."""

SAYS = frozenset(
    "宣布 表示 认为 指出 透露 报道 报导 显示 发布 称 据悉 消息 名为 said say told report announc".split()
)
"""That somebody said something, or how it is called."""

NEGATION = cue(
    r"从未|从来没|不会|不能|无法|不愿|不肯|并未|未曾|尚未|没有|没能|未能|并非|并没|并无|不再|毫无|未(?=[分兑获得按经达予作收发付拿支])|没(?=兑现|[给拿得收付])",
    r"never | not | no | none | nor | without | failed to | didn't | wasn't | weren't | "
    r"hasn't | haven't | isn't | don't | couldn't | won't | doesn't | aren't | can't | wouldn't",
    end=r"\b",
)
DENIAL = cue(
    r"否认|驳斥|辟谣|不实|子虚乌有|予以澄清",
    r"den(?:y|ies|ied|ying) | disput(?:es|ed) | refut(?:e|es|ed) | "
    r"rejected (?:claims|reports|the claim) | rebuffed",
    end=r"\b",
)
RESPONSE = cue("回应|坚称|声明称|发言人表示|反驳|responded|insist(?:s|ed)|in a statement")
PROMISE = cue(
    r"承诺|许诺|计划|打算|将(?:会|为|把|要|于)|会把|要用于|拟|(?<![a-z])promis|pledg|plan(?:s|ned)? to",
    r"will\b",
)
HEDGE = cue(
    r"可能|或许|也许|据说|传闻|猜测|推测|如果|假如|倘若",
    r"may | might | could | if | reportedly | rumou?r",
)
UNREAL = cue(
    r"是否|能否|会不会|努力|试图|推动|要求|呼吁|希望|支持|如果|假如|即使|是不是|可能|或许|计划|打算|拟|将(?!军|领|士)|承诺|威胁|拒绝|阻止|避免|必然|终将|注定",
    r"whether | if | may | might | could | would | will | should | plan\w* | promis\w* | "
    r"threat\w* | refus\w* | hop(?:e|es|ed|ing) | try | trying | tried | push\w* | urg\w* | "
    r"call(?:s|ed)? for",
    end=r"\b",
)
"""What is said with these near has not happened by that."""
NOT_SO = regex(
    r"不是|并非|没有|并未|从未|不存在|不符|无关|\b(?:not|never|no)\b|n't\b",
)
"""Negation that turns an answer into a denial."""
REASON = cue(
    r"原因|焦点|关键是|起因|导火索|缘于|源于|归咎|是因为|由于|导致",
    r"because | reason | due to | cause[ds]? | blamed? | stem(?:s|med) from",
    end=r"\b",
)
NOT_BECAUSE = regex(
    r"(?:而非|而不是|并非因为|不是因为|与[^，。]{1,12}无关|not because of|rather than"
    r"|nothing to do with|and not)[^。]*",
)
"""The reason that is said not to be one."""


@cache
def action_of(word: str) -> str | None:
    """The action a folded word tells, or None."""
    return _BY_WORD.get(word)


_BY_WORD = {word: action for action, words in _ACTIONS.items() for word in words.split()}

_WORDS = mixed.Words(_BY_WORD, regex(r"\w+"))

_Acts = tuple[tuple[int, int, str], ...]


def acts(folded: str) -> _Acts:
    """Where a folded text tells an action, start and end, and which; ascending."""
    return _ACTS[folded]


def read(texts: Texts) -> None:
    """Find the actions of many folded texts at once."""
    told = zip(texts, texts.have_letters, _WORDS.chinese.find_in_each(texts), strict=True)
    for folded, latin, found in told:
        _ACTS[folded] = _acts(found if _WORDS.only_chinese(folded, latin) else _WORDS.find(folded))


def _acts(found: Iterable[tuple[int, str]]) -> _Acts:
    return tuple((place, place + len(word), _BY_WORD[word]) for place, word in found)


_ACTS = Remembered(lambda folded: _acts(_WORDS.find(folded)))


def actions(folded: str) -> frozenset[str]:
    """The actions that a folded (simplified, lower-case) sentence tells."""
    told = {action for _, _, action in acts(folded)}
    return frozenset(told | {"dismiss"}) if "leave" in told and FORCED.search(folded) else frozenset(told)
