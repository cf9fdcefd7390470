"""Names of people and organisations in Chinese and English text, by shape and company. Pure.

Nothing is looked up in a list of known people. A Chinese spelling of a foreign
name is known by its dot or by the Latin name in brackets behind it, a Chinese
name by its surname together with an office before or a verb of speech behind
it, a Latin name by its capitals together with a given name, an office or such
a verb. A shape without company is no name: a missed one does less harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.language import _bodies, _latin_names, alternatives
from digest.language import _name_data as data
from digest.language._name import LATIN_NAME, ROLES, SAYS, SURNAME, ends_office
from digest.language._name import Kind as Kind
from digest.language._name import Name as Name
from digest.language._scan import STARTS, is_word, part_of_speech
from digest.language.cues import cue
from digest.language.known_organisations import KNOWN_ORGANISATIONS
from digest.language.transliteration import likeness


def find(text: str) -> list[Name]:
    """The names in *text* (Chinese in simplified form), ascending, not overlapping.

    Short second mentions (苏茨克维尔, Lin) carry no sign of their own and are not
    found here: look for the parts of names already found, with `parts`.
    """
    found: list[Name] = []
    if _HAN.search(text):
        if _ANY_DOT.search(text):
            found += _dotted(text)
        if "(" in text or "（" in text:
            found += _glossed(text, found)
        found += _native(text)
        if _QUOTES.search(text):
            found += _beside_quoted(text)
        found += map(_organisation, _bodies.chinese(text))
    if _CAPITAL.search(text):
        found += _latin_names.latin(text)
        found += _latin_names.also_known(text)
        found += map(_organisation, _bodies.english(text))
    if _MAY_KNOW.may(text):
        found += _known(text)
    return _apart(found) if len(found) > 1 else found


def parts(name: str) -> tuple[str, ...]:
    """The parts of a full name by which it may be mentioned again: given name first, surname last.

    (伊利亚, 苏茨克维尔); (Daniel, Kokotajlo); a Chinese name has none.
    """
    if _HAN.search(name):
        pieces = re.split(f"[{DOTS}]|(?<=[A-Z])\\.", name)
    else:
        pieces = [piece for piece in name.split() if not re.fullmatch(r"[A-Z]\.?", piece)]
    return tuple(piece for piece in pieces if piece) if len(pieces) > 1 else ()


def is_place(name: str) -> bool:
    return name in data.PLACES


def is_common(part: str) -> bool:
    """Whether a part of a Latin name is an English word that stands everywhere: He of He Yining."""
    return part.lower() in data.NOT_NAMES


DOTS = data.DOTS
_HAN, _QUOTES = re.compile(r"[\u4e00-\u9fff]"), re.compile("[“「]")
_CAPITAL = re.compile("[A-ZÀ-Þ]")
SPELLING = f"(?:彼得|保(?=[罗拉利])|铁(?=木)|让(?=[{DOTS}])|[" + "".join(sorted(data.TRANSLITERATION)) + "])"
"""One character that spells foreign names; 得 does in 彼得 only, 保 in 保罗 and its like, 让 before a dot."""
_DOTTED = re.compile(rf"{SPELLING}{{1,7}}(?:[{DOTS}]{SPELLING}{{1,7}}){{1,3}}")
_BRACKET = re.compile(
    rf"(?P<name>[\u4e00-\u9fff{DOTS}]{{2,20}})[ ]?[(（][ ]?(?P<gloss>{LATIN_NAME}"
    rf"|[A-Z][A-Za-z’'\-]+[a-z](?: [A-Za-z]\b)?"
    r"(?: [A-Za-z]\b)?)[ ]?[)）]"
)
_GIVEN = (
    "(?:(?!发[出表布文言现]|至今|近[日来]|随即|立即|当[时场天]|首次|再次|一[直再]|从未|早[就已]|终于|连[日夜])(?!["
    + "".join(sorted(data.NOT_IN_GIVEN_NAMES))
    + "])[\u4e00-\u9fff])"
)
_SPEECH = alternatives.pattern(data.SPEECH_ZH)
_AFTER_NAME = (
    rf"(?![{DOTS}])(?=$|[^\u4e00-\u9fff]|[的和与及在于将已曾等说表称认指透宣告向对从被为是因随也则还今昨去当前日并又就都未没率带亲到出入接提强呼共双至]"
    f"|{_SPEECH})"
)
_OFFICE_NAME = re.compile(rf"(?:{ROLES})(?P<name>{SURNAME}{_GIVEN}{{1,2}}){_AFTER_NAME}")
_OFFICE_SPELLED = re.compile(rf"(?:{ROLES})(?P<name>{SPELLING}{{3,6}}){_AFTER_NAME}")
"""A foreign name without its dot: 财务长辛斯纳."""
_SPEAKING_NAME = re.compile(
    rf"(?:^|(?<=[，。！？；：、“”（）《》]))(?P<name>{SURNAME}{_GIVEN}{{1,2}})(?=(?:[日昨今]?[天日]?|随后|当场|还|也|则|曾)(?:{_SPEECH}))"
)
_BESIDE_QUOTED = re.compile(
    rf"[，。！？…][”」](?={SURNAME})(?=[^，。；：“”「」]{{2,18}}(?:{_SPEECH}|[说道问答]))"
    rf"|(?:^|(?<=[，。！？；：”」]))(?={SURNAME})(?=[^，。；：“”「」的]{{2,18}}(?:{_SPEECH}|[说道问答叹])[：，]?[“「])"
)
_AGED_NAME = re.compile(
    rf"(?P<name>{SURNAME}{_GIVEN}{{1,2}})(?=[（(](?:[男女]，|化名|[0-9]{{1,3}}岁)|，(?:今年)?[0-9]{{2}}岁[，。])"
)
_KIN = re.compile(
    "的(?:父亲|母亲|[爸妈]{2}|妻子|丈夫|遗孀|儿子|女儿|哥哥|弟弟|姐姐|妹妹|家属|家人|同学|邻居)"
)
_RELATED_NAME = re.compile(
    rf"(?:^|(?<=[，。！？；：、“”]))(?P<name>{SURNAME}{_GIVEN}{{2}})(?={_KIN.pattern})"
)
"""Who has an age (陈国雄（58岁）) or kin."""
_DESCRIBED_NAME = re.compile(
    rf"(?<=的)(?P<name>{SURNAME}{_GIVEN}{{2}})(?=(?:[也还则又]|告诉)?(?:{_SPEECH})[，：])"
)
"""暂时主持公司的|孟嘉树|说，.."""
"""Where somebody's words end whose name may follow, or a clause starts that leads to them."""
_ANY_DOT = re.compile(f"[{DOTS}]")
_ADVERBS = frozenset("曾向于从时应常单连全乐")
"""Surnames that are more often a word of their own."""


_KNOWN = re.compile(
    alternatives.pattern(
        (name for row in KNOWN_ORGANISATIONS for name in row),
        ends=lambda name: "" if _HAN.match(name) else rf"(?<![A-Za-z]{re.escape(name)})(?![A-Za-z])",
    )
)
_MAY_KNOW = cue("|".join(re.escape(name) for row in KNOWN_ORGANISATIONS for name in row))
FOLLOWS = (
    "(?:"
    "加入|加大|加速|强调|希望|通过|提出|提到|提前|提供|提议|考虑|本周|本月|本人|明确|特别|特意|达成|同意|亲自|因为|因此|因(?![·霍斯尔哈茨德贝])|尤其|比[^·]|来自|来到|基于"
    "|列出|列为|列举|采访|采取|采用|采购|可能|可以|礼貌|计划|马上|西部|南部|东部|史无|什么|若|易|许多|许诺|力|思考|理由|宁愿|当|万|海外|高度|普遍|丰富|简单|简称|连续|连同|伍|提|加|坦言|坦承|约(?=\\d)|里(?=面)|达(?=到|\\d)"
    ")"
)
"""What often stands behind a name and starts with a character that names use, too."""
_FOLLOWS = re.compile(FOLLOWS)


def _dotted(text: str) -> Iterator[Name]:
    for match in _DOTTED.finditer(text):
        if text.rfind("《", 0, match.start()) > text.rfind("》", 0, match.start()):
            continue  # a title
        start = _after_office(text, match.start(), match.end())
        end = _before_word(text, match)
        written = text[start:end]
        if not _ANY_DOT.search(written) or written[-1] in DOTS:
            continue
        gloss = gloss_behind(text, end)
        yield Name(start, end, written, "person", gloss, "gloss" if gloss else "dot")


def _after_office(text: str, start: int, end: int) -> int:
    """Where the name starts when its first characters belong to an office."""
    dot = _ANY_DOT.search(text, start, end)
    last = dot.start() if dot else end
    return next((place for place in range(last - 1, start, -1) if ends_office(text, place)), start)


def _before_word(text: str, match: re.Match[str]) -> int:
    """Where the name ends when the word behind it starts with a character names use, too."""
    last_dot = max(match.group().rfind(dot) for dot in DOTS) + match.start()
    for place in range(last_dot + 2, match.end()):
        if _FOLLOWS.match(text, place):
            return place
    return match.end()


def gloss_behind(text: str, end: int) -> str:
    """The Latin name in brackets that follows at *end*, or ""."""
    behind = _GLOSS.match(text, end)
    return behind.group(1) if behind else ""


_GLOSS = re.compile(
    rf"[ ]?[(（][ ]?({LATIN_NAME}|[A-Z][a-z]+(?:[A-Z][a-z]*)*(?: [A-Z])?(?: [a-z])?)[ ]?[)）]"
)


def _glossed(text: str, dotted: list[Name]) -> Iterator[Name]:
    ends = {name.end for name in dotted}
    for match in _BRACKET.finditer(text):
        if match.end("name") in ends:
            continue
        gloss, end = match["gloss"], match.end("name")
        start = _spelling_start(text, match.start("name"), end, gloss)
        if start is not None:
            person = " " in gloss or ends_office(text, start)
            organisation = gloss.split()[-1].lower() in data.ORGANISATIONS_EN or (
                not person and _of_a_firm(text, start, match.end())
            )
            kind: Kind = "organisation" if organisation else "person" if person else "unknown"
            yield Name(start, end, text[start:end], kind, gloss, "gloss")
        elif body := _glossed_body(text, match.start("name"), end, gloss):
            yield Name(end - len(body), end, body, "organisation", gloss, "gloss")


def _glossed_body(text: str, start: int, end: int, gloss: str) -> str:
    """The body's name that *gloss* translates or spells, by its trade, or "": |赫维亚再保险（Helvia Re）."""
    written = _BEFORE_BODY.split(text[start:end])[-1]
    trade = _ENDS_BODY.search(written)
    if not trade or len(written) < _LEAST_BODY or not trade.start():
        return ""
    first, *rest = gloss.split()
    kinds = data.ORGANISATIONS_EN | data.TRADES_EN.keys()
    if rest and not kinds.isdisjoint({rest[-1].lower(), rest[-1].lower().rstrip("s")}):
        return written
    for place in range(trade.start() - 1):
        # 再保险 is a trade, too; the name before it spells the first word.
        for stop in range(trade.start(), max(place + 1, trade.start() - 2), -1):
            spelled = written[place:stop]
            if data.TRANSLITERATION.issuperset(spelled) and likeness(spelled, first) >= _SPELLS_BODY:
                return written[place:]
    return ""


_BEFORE_BODY = re.compile(
    "[的了被让给向由与及对在从]|(?<=..)和|是(?!否)|商(?!业|务|会|城|场|厦)|巨头|对手|(?:公司|集团|企业)(?=[\u4e00-\u9fff]{3})"
)
"""What may stand before the name of a body: 卫星通讯商|海燕网络."""
_ENDS_BODY = re.compile(
    f"(?:{alternatives.pattern([*data.TRADES_ZH, *data.ORGANISATIONS_ZH, '公司', '集团', '网络'])})+$"
)
_LEAST_BODY, _SPELLS_BODY = 4, 0.75
_CALLED_FIRM = re.compile("(?:(?:生产|制造|供应|开发|运营|承包|厂)商|公司|集团|企业|巨头|车企|药企|品牌)$")
_ITS_OFFICER = re.compile(rf"(?:{ROLES}|行政总裁)(?:{SURNAME}|{SPELLING}{{2}})")


def _of_a_firm(text: str, start: int, end: int) -> bool:
    """Whether what stands at [start, end) is a firm: 生产商|夏迪文（Haldimann）|行政总裁乌斯·夏迪文."""
    return bool(_CALLED_FIRM.search(text, 0, start) or _ITS_OFFICER.match(text, end))


def _spelling_start(text: str, start: int, end: int, gloss: str) -> int | None:
    """Where a name that ends at *end* starts, by how well it spells a part of *gloss*; or None."""
    if text[start:end] in data.PLACES or any(text[start:end].endswith(place) for place in data.PLACES):
        return None
    pieces = [piece for piece in gloss.split() if len(piece) > 2]
    best: tuple[float, int] | None = None
    for place in range(max(start, end - 7), end - 1):
        written = text[place:end]
        if not data.TRANSLITERATION.issuperset(written):
            continue
        fit = max((likeness(written, piece) for piece in pieces), default=0.0)
        # Longest first: 特曼 sounds a little more like Altman than 奥特曼, but the author wrote three.
        if fit >= 0.7 and (best is None or fit > best[0] + 0.12):
            best = fit, place
    if best:
        return best[1]
    native = _NATIVE_BEFORE.search(text, max(0, end - 10), end) if " " in gloss else None
    return native.start(1) if native else None


_NATIVE_BEFORE = re.compile(rf"(?:^|{ROLES}|[^\u4e00-\u9fff])({SURNAME}{_GIVEN}{{1,2}})$")


_MAY_SPEAK, _MAY_HAVE_OFFICE = (cue("|".join(words)) for words in (data.SPEECH_ZH, data.ROLES_ZH))
_OFFICER = re.compile(f"{SURNAME}{_GIVEN}|{SPELLING}{{3}}")
_MAY_END_OFFICE = re.compile(f"[{''.join(sorted({role[-1] for role in data.ROLES_ZH}))}]")


def _patterns(text: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """Of those that find Chinese people, the ones that may find one in *text*."""
    if _MAY_SPEAK.may(text):
        yield _SPEAKING_NAME, "speech"
        yield _DESCRIBED_NAME, "speech"
    if _has_officer(text):
        yield _OFFICE_NAME, "office"
        yield _OFFICE_SPELLED, "office"
    if "岁" in text or "化名" in text:
        yield _AGED_NAME, "age"
    if _KIN.search(text):
        yield _RELATED_NAME, "kin"


def _has_officer(text: str) -> bool:
    """Whether what may be a name stands behind an office; without it `_NATIVE` is not worth the search."""
    return _MAY_HAVE_OFFICE.may(text) and any(
        _OFFICER.match(text, found.end()) and ends_office(text, found.end())
        for found in _MAY_END_OFFICE.finditer(text)
    )


def _native(text: str) -> Iterator[Name]:
    for pattern, evidence in _patterns(text):
        for match in pattern.finditer(text):
            name = match["name"]
            if _is_no_name(name):
                continue
            # Two characters with one sign are too often a word: 员工|高呼, 学生|时期.
            foreign = data.TRANSLITERATION.issuperset(name)
            if len(name) > 2 or foreign or evidence in ("speech", "age") or SAYS.match(text, match.end()):
                yield Name(match.start("name"), match.end("name"), name, "person", "", evidence)


def _beside_quoted(text: str) -> Iterator[Name]:
    """Who stands beside a quotation, where words begin behind the name.

    “..，”|柳青禾|笑着说; |柳青禾|在电话里说：“..”. What is said has somebody
    who says it; so no office need stand by.
    """
    for match in _BESIDE_QUOTED.finditer(text):
        start = match.end()
        family = 2 if text[start : start + 2] in data.COMPOUND_SURNAMES else 1
        for end in (start + family + 2, start + family + 1):
            name = text[start:end]
            if not (_is_given(name[family:]) and _word_starts(text, end)) or _is_no_name(name):
                continue
            if is_word(name[:2]) or is_word(name) or part_of_speech(text[end : end + 2]).startswith("n"):
                continue  # 华熙|生物科技
            if text[end] in "和与及":  # 孟庆和|说
                break
            yield Name(start, end, name, "person", "", "speech")
            break


def _is_given(given: str) -> bool:
    return _ALL_HAN.fullmatch(given) is not None and not data.NOT_IN_GIVEN_NAMES.intersection(given)


_ALL_HAN = re.compile(r"[\u4e00-\u9fff]{1,2}")


def _word_starts(text: str, place: int) -> bool:
    """Where a word may start; 着 or 了 stands behind a verb: 笑着, 沉默了."""
    return (
        text[place : place + 1] in STARTS
        or is_word(text[place : place + 2])
        or text[place + 1 : place + 2] in ("着", "了")
    )


def _is_no_name(name: str) -> bool:
    """Whether it is a place, ends an office, addresses somebody (周|师傅) or is two words (曾|反复)."""
    if name in data.PLACES or ends_office(name, len(name)) or (len(name) == 2 and is_word(name)):
        return True
    return name[1:] in data.ADDRESSES_ZH or (name[0] in _ADVERBS and is_word(name[1:]))


def _organisation(body: _bodies.Body) -> Name:
    return Name(body.start, body.end, body.text, "organisation", body.gloss, body.evidence)


def _known(text: str) -> Iterator[Name]:
    for match in _KNOWN.finditer(text):
        yield Name(match.start(), match.end(), match.group(), "organisation", "", "known")


_STRENGTH = {
    "gloss": 0,
    "known": 1,
    "dot": 2,
    "office": 3,
    "age": 3,
    "kin": 4,
    "speech": 4,
    "given-name": 5,
    "initials": 5,
    "headed": 5,
    "reading": 6,
    "suffix": 6,
    "company": 6,
    "called": 6,
    "medium": 6,
    "capitals": 7,
}


def _apart(found: list[Name]) -> list[Name]:
    """The strongest of names that overlap, in order of place."""
    taken: list[Name] = []
    for name in sorted(found, key=lambda each: (_STRENGTH[each.evidence], each.start - each.end, each.start)):
        if all(name.end <= other.start or other.end <= name.start for other in taken):
            taken.append(name)
    return sorted(taken, key=lambda each: each.start)
