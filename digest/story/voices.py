"""Which side speaks in a sentence: a body, a person, a paper; and whether two are the same side. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from digest.language._name import SURNAME
from digest.story.material import Material, Statement

_SAYS = re.compile(
    r"告诉|说(?!法|明书|起来|好)|讲(?!究|述|座|课|义)|称(?!为|之|号|职|赞|呼)|表示|坚持|透露|承认|回忆|记得|指出|强调|反驳|解释|澄清|更正"
    r"|写着|写的是|显示|写明|质疑|归咎|归因|否认|声明|认为|估[计算]|统计|说法|口径|版本|立场|答复|结论"
    r"|\b(?:sa(?:id|ys?)|told|tells?|insist(?:s|ed)?|maintain(?:s|ed)?|claim(?:s|ed)?|show(?:s|ed|n)?|puts?|recall(?:s|ed)?"
    r"|gave|gives|blam(?:es|ed)|argu(?:es|ed)|contend(?:s|ed)?|attribut(?:es|ed)|acknowledged|admit(?:s|ted)?"
    r"|counter(?:s|ed)|den(?:y|ies|ied)|disput(?:es|ed)|account|explanation|version)\b"
)
PAPER = re.compile(
    r"文件|记录|笔录|日志|协议|合同|照片|录音|录像|视频|邮件|档案|回执|账本|账目|流水|报表|监控|表格|数据|图纸|那张纸|库存表|通知书"
    r"|\b(?:documents?|records?|logs?|e-?mails?|photographs?|photos|footage|filings?|receipts?|spreadsheets?|data|contract"
    r"|minutes|memos?)\b"
)
_PEOPLE = re.compile(
    r"员工|雇员|职员|工人|职工|家属|居民|村民|官员|阁员|业主|车主|用户|乘客|律师|证人|目击|知情|人士|经理|司机|师傅|医生|护士|患者"
    r"|病人|学生|家长|球员|队员|队友|教练|专家|学者|工程师|研究员|科学家|分析师|工会|朋友|同事|高管|高层|前任?[^，]{0,4}[官长裁]|维修工"
    r"|[两二三四五六七八九十几数多\d]+[名位](?!第)|股东|债权人|投资人|参加了[^，]{0,10}的人|读过[^，]{0,8}的人|监事"
    r"|董事(?![会长])"
    r"|\b(?:employees|workers|staff|residents|relatives|lawyers?|witness(?:es)?|sources?|people|union|customers"
    r"|passengers|patients|players|engineers|scientists|doctors|nurses|drivers?|experts?|former \w+"
    r"|insiders?|survivors?|families)\b"
)
_BODY = re.compile(
    r"公司|集团|俱乐部|球会|企业|医院|校方|学校|厂方|厂家|官方|警方|院方|船方|店方|馆方|平台|政府|部门|当局|管理局|监管|委员会"
    r"|理事会|董事会|发言人|公告|声明|通报|招股书|新闻稿|市场"
    r"|\b(?:company|firm|club|group|hospital|school|university|police|government|officials?|regulators?|council|board"
    r"|ministry|agency|authorit(?:y|ies)|spokes\w+|statement|prospectus|manufacturer|operator|airline)\b"
)
_NAME = re.compile(rf"{SURNAME}[\u4e00-\u9fff]{{1,2}}(?:的(?:律师|朋友)?)?")
"""Somebody whom nobody else names."""
_STATE = re.compile(
    r"官方|警方|公安|政府|部门|当局|管理局|监管|监督|委员会|理事会|通报|检方|检察|法院|法庭|市监|卫健委|应急|消防|气象台|调查组|海事"
    r"|\b(?:police|government|officials?|regulators?|council|ministry|agency|authorit(?:y|ies)|commission|prosecutors?)\b"
)
_CLAUSE_MARK = re.compile(r"[，。；：,;:]")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it: ``kind`` is state, body, people, paper, "" of nobody told; ``keys`` the entities named."""

    kind: str
    keys: frozenset[str]
    text: str

    def other_than(self, one: Voice) -> bool:
        """Another side, for sure: other names, or of another kind."""
        if self.keys and one.keys:
            return self.keys.isdisjoint(one.keys)
        if self.kind == one.kind == "people" and self._named != one._named:
            # 哈伦说.. 两名员工说: who is named, and others who are not.
            return not _SAME.search((one if self._named else self).text)
        return bool(self.kind and one.kind) and self.kind != one.kind

    @property
    def _named(self) -> bool:
        return bool(self.keys) or _NAME.fullmatch(self.text.strip()) is not None


_SAME = re.compile(r"[这该他她]|本人|自己|\b(?:he|she|they|the|this)\b")


_NOBODY = Voice("", frozenset(), "")


def voice(material: Material, statement: Statement, start: int = 0) -> Voice:
    """The side that the first verb of saying from *start* on belongs to."""
    found = _said(statement.folded, start)
    if not found:
        return _NOBODY
    begins, ends = found
    text = _whole_subject(statement.simple[begins:ends])
    keys = frozenset(
        key for key in statement.entities if any(name in text for name in material.spellings.get(key, ()))
    )
    return Voice(_kind(material, text.lower(), keys), keys, text)


_ASIDE = re.compile(r"接受|通过|(?<![现存])在|[向对给](?!方|手)")


def _whole_subject(text: str) -> str:
    """Who speaks, not to whom or where: 他|曾接受电视台采访称."""
    subject = _ASIDE.split(text, maxsplit=1)[0]
    return subject if subject.strip() else text


def _kind(material: Material, text: str, keys: frozenset[str]) -> str:
    if PAPER.search(text):
        return "paper"
    if (
        _PEOPLE.search(text)
        or _NAME.fullmatch(text.strip())
        or any(key not in material.firms for key in keys)
    ):
        return "people"
    if _STATE.search(text):
        return "state"
    return "body" if _BODY.search(text) or keys else ""


@lru_cache(maxsize=4096)
def _said(folded: str, start: int) -> tuple[int, int] | None:
    """Where the subject of the first verb of saying stands: from the mark before it to the verb."""
    verb = _SAYS.search(folded, start)
    if not verb:
        return None
    begins = start
    for mark in _CLAUSE_MARK.finditer(folded, start, verb.start()):
        begins = mark.end()
    if not folded[begins : verb.start()].strip(" ”」并又也还"):
        begins = (
            start  # Their prospectus, withdrawn in July, blamed: the subject stands before what is put in
        )
    return begins, verb.start()
