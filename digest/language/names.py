"""Names of people and organisations in Chinese and English text, by shape and company. Pure.

Nothing is looked up in a list of known people. A Chinese spelling of a foreign
name is known by its dot or by the Latin name in brackets behind it, a Latin
name by its capitals together with a given name, an office or a verb of speech.
A shape without company is no name: a missed one does less harm. Chinese people
are found in a whole story at once, by `digest.language.people`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from digest.language import _bodies, _latin_names, alternatives
from digest.language import _name_data as data
from digest.language._name import LATIN_NAME, ROLES, SURNAME, ends_office
from digest.language._name import SPELLING as SPELLING
from digest.language._name import Kind as Kind
from digest.language._name import Name as Name
from digest.language._scan import is_word, word_starts
from digest.language.cues import cue
from digest.language.known_organisations import KNOWN_ORGANISATIONS
from digest.language.lazy import regex
from digest.language.pairs import Texts
from digest.language.remembered import Remembered
from digest.language.script import has_han
from digest.language.transliteration import likeness


def find(text: str) -> list[Name]:
    """The names in *text* (Chinese in simplified form), ascending, not overlapping.

    Short second mentions (苏茨克维尔, Lin) carry no sign of their own and are not
    found here: look for the parts of names already found, with `parts`.
    """
    found: list[Name] = []
    if not (
        _MARK.may(text)
        or _bodies.last_words(text)
        or _MET[text]
        or _LETTER.search(text)
        or _MAY_END_OFFICE.search(text)
        or _OF_JAPAN.search(text)
    ):
        return found
    if has_han(text):
        if _ANY_DOT.search(text):
            found += _dotted(text)
        if "(" in text or "（" in text:
            found += _glossed(text, found)
        found += _officers(text)
        found += _japanese(text)
        found += map(_organisation, _bodies.chinese(text))
    if _CAPITAL.search(text):
        found += _latin_names.latin(text)
        found += _latin_names.also_known(text)
        found += map(_organisation, _bodies.english(text))
    if _MET[text]:
        found += _known(text)
    return _apart(found) if len(found) > 1 else found


def read(texts: Texts) -> None:
    """Look for the words beside names in many texts at once: one by one takes far longer."""
    _bodies.read(texts)
    _MET.update(zip(texts, _KNOWN_NAMES.everywhere_in_each(texts), strict=True))


def parts(name: str) -> tuple[str, ...]:
    """The parts of a full name by which it may be mentioned again: given name first, surname last.

    (伊利亚, 苏茨克维尔); (Daniel, Kokotajlo); a Chinese name has none.
    """
    if has_han(name):
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
_CAPITAL = regex("[A-ZÀ-Þ]")
_DOTTED = regex(rf"{SPELLING}{{1,7}}(?:[{DOTS}]{SPELLING}{{1,7}}){{1,3}}")
_BRACKET = regex(
    rf"(?P<name>[\u4e00-\u9fff{DOTS}]{{2,20}})[ ]?[(（][ ]?(?P<gloss>{LATIN_NAME}"
    rf"|[A-Z][A-Za-z’'\-]+[a-z](?: [A-Za-z]\b)?"
    r"(?: [A-Za-z]\b)?)[ ]?[)）]"
)
_ANY_DOT = regex(f"[{DOTS}]")
_HAN_BEFORE = regex(r"[\u4e00-\u9fff]+\Z")
_KNOWN_NAMES = alternatives.Pairs(name for row in KNOWN_ORGANISATIONS for name in row)
_MET = Remembered(lambda text: _KNOWN_NAMES.everywhere_in_each(Texts([text]))[0])
_LETTER = regex("[A-Za-zÀ-Þ]")
_MARK = cue(f"[{DOTS}(（]|{_bodies.BESIDE}")
"""Without one of these, a letter, an office, a known name or the last word of a body there is no name."""
FOLLOWS = (
    "(?:"
    "加入|加大|加速|强调|希望|通过|提出|提到|提前|提供|提议|考虑|本周|本月|本人|明确|特别|特意|达成|同意|亲自|因为|因此|因(?![·霍斯尔哈茨德贝])|尤其|比[^·]|来自|来到|基于"
    "|列出|列为|列举|采访|采取|采用|采购|可能|可以|礼貌|计划|马上|西部|南部|东部|史无|什么|若|易|许多|许诺|力|思考|理由|宁愿|当|万|海外|高度|普遍|丰富|简单|简称|连续|连同|伍|提|加|坦言|坦承|约(?=\\d)|里(?=面)|达(?=到|\\d)"
    ")"
)
"""What often stands behind a name and starts with a character that names use, too."""
_FOLLOWS = regex(FOLLOWS)


def _dotted(text: str) -> Iterator[Name]:
    has_titles = "《" in text
    for match in _DOTTED.finditer(text):
        if has_titles and text.rfind("《", 0, match.start()) > text.rfind("》", 0, match.start()):
            continue  # a title
        start = _after_office(text, match.start(), match.end())
        end = _before_word(text, match)
        written = text[start:end]
        if not _ANY_DOT.search(written) or written[-1] in DOTS:
            continue
        gloss = gloss_behind(text, end)
        yield Name(start, end, written, "person", gloss, "gloss" if gloss else "dot")


def _after_office(text: str, start: int, end: int) -> int:
    """Where the name starts when its first characters are an office's, or end a word: 亿|万富翁|埃隆·.."""
    dot = _ANY_DOT.search(text, start, end)
    last = dot.start() if dot else end
    office = next((place for place in range(last - 1, start, -1) if ends_office(text, place)), start)
    return office if office > start else _behind_word(text, start, last)


_LOOK_BACK = 6


def _behind_word(text: str, start: int, last: int) -> int:
    """Where the word ends that goes on over *start*, if it ends before *last*; else *start*."""
    from digest.language import words

    before = _HAN_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    if before is None:
        return start
    place = before.start()
    for word, _ in words.tagged(text[place:last]):
        end = place + len(word)
        if end > start:
            return end if place < start and end < last and is_word(word) else start
        place = end
    return start


def _before_word(text: str, match: re.Match[str]) -> int:
    """Where the name ends when the word behind it starts with a character names use, too."""
    last_dot = max(match.group().rfind(dot) for dot in DOTS) + match.start()
    for place in range(last_dot + 2, match.end()):
        if _FOLLOWS.match(text, place) and not (place == last_dot + 2 and text[place] == "比"):
            return place  # but for 奥马尔·|拉比: who is measured by somebody has more of a name than 拉
    return match.end()


def _officers(text: str) -> Iterator[Name]:
    """Foreign names without their dot, behind an office: 财务长|辛斯纳|与.."""
    for match in _MAY_END_OFFICE.finditer(text):
        spelled = _SPELLED.match(text, match.end())
        if spelled and ends_office(text, match.end()):
            ends = range(match.end() + _LEAST_SPELLED, spelled.end() + 1)
            if end := next((place for place in ends if word_starts(text, place)), 0):
                yield Name(match.end(), end, text[match.end() : end], "person", "", "office")


_LEAST_SPELLED = 3
_SPELLED = regex(f"{SPELLING}{{{_LEAST_SPELLED},6}}")
_MAY_END_OFFICE = regex(f"[{''.join(sorted({role[-1] for role in data.ROLES_ZH}))}](?={SPELLING})")


def _japanese(text: str) -> Iterator[Name]:
    """A Japanese name behind an office: 首相|岸田文雄, where 田文雄 would be a Chinese one."""
    for match in _OF_JAPAN.finditer(text):
        start, given = match.start("family"), match.end()
        if not ends_office(text, start) or word_starts(text, given):
            continue
        ends = (given + length for length in _GIVEN_LENGTHS)
        whole = (end for end in ends if _HAN_ONLY.fullmatch(text, given, end) and word_starts(text, end))
        if end := next(whole, 0):
            yield Name(start, end, text[start:end], "person", gloss_behind(text, end), "japanese")


_OF_JAPAN = regex(
    f"(?<=[{''.join(sorted({role[-1] for role in data.ROLES_ZH}))}])"
    f"(?P<family>{alternatives.pattern(sorted(data.JAPANESE_SURNAMES))})"
)
_GIVEN_LENGTHS = 2, 3
_HAN_ONLY = regex(r"[\u4e00-\u9fff]+")


def gloss_behind(text: str, end: int) -> str:
    """The Latin name in brackets that follows at *end*, or ""."""
    behind = _GLOSS.match(text, end)
    return behind.group(1) if behind else ""


_OF_A_PLACE = regex("(?:位于|[\u4e00-\u9fff]{1,3}[省州郡县])$")
"""In front of a town: 德州|波卡契卡(Boca Chica)."""
_GLOSS = regex(rf"[ ]?[(（][ ]?({LATIN_NAME}|[A-Z][a-z]+(?:[A-Z][a-z]*)*(?: [A-Z])?(?: [a-z])?)[ ]?[)）]")


def _glossed(text: str, dotted: list[Name]) -> Iterator[Name]:
    ends = {name.end for name in dotted}
    for match in _BRACKET.finditer(text):
        if match.end("name") in ends:
            continue
        gloss, end = match["gloss"], match.end("name")
        start = _spelling_start(text, match.start("name"), end, gloss)
        if start is not None:
            person = ends_office(text, start) or (
                " " in gloss and not _OF_A_PLACE.search(text, max(0, start - 4), start)
            )
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


_BEFORE_BODY = regex(
    "[的了被让给向由与及对在从于]|(?<=..)和|是(?!否)|商(?!业|务|会|城|场|厦)|巨头|对手|(?:公司|集团|企业)(?=[\u4e00-\u9fff]{3})"
)
"""What may stand before the name of a body: 卫星通讯商|海燕网络."""
_ENDS_BODY = regex(
    f"(?:{alternatives.pattern([*data.TRADES_ZH, *data.ORGANISATIONS_ZH, '公司', '集团', '网络'])})+$"
)
_LEAST_BODY, _SPELLS_BODY = 4, 0.75
_CALLED_FIRM = regex("(?:(?:生产|制造|供应|开发|运营|承包|厂)商|公司|集团|企业|巨头|车企|药企|品牌)$")
_ITS_OFFICER = regex(rf"(?:{ROLES}|行政总裁)(?:{SURNAME}|{SPELLING}{{2}})")


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
        # 富豪|马斯特, not 富|豪马斯特.
        if fit >= 0.7 and (best is None or fit > best[0] + 0.12 or ends_office(text, place)):
            best = fit, place
    if best:
        return _given_before(text, max(start, best[1] - 4), best[1], pieces)
    native = _NATIVE_BEFORE.search(text, max(0, end - 10), end) if " " in gloss else None
    return native.start(1) if native else None


def _given_before(text: str, start: int, end: int, pieces: list[str]) -> int:
    """Where a given name starts before a surname without a dot (负责人|菲尔|斯宾塞), else *end*."""
    if len(pieces) > 1:
        for place in range(start, end - 1):
            written = text[place:end]
            if data.TRANSLITERATION.issuperset(written) and likeness(written, pieces[0]) >= _GIVEN_FITS:
                return place
    return end


_GIVEN_FITS = 0.75
_NATIVE_BEFORE = regex(rf"(?:^|{ROLES}|[^\u4e00-\u9fff])({SURNAME}[\u4e00-\u9fff]{{1,2}})$")


def _organisation(body: _bodies.Body) -> Name:
    return Name(body.start, body.end, body.text, "organisation", body.gloss, body.evidence)


def _known(text: str) -> Iterator[Name]:
    end = 0
    for place, name in _MET[text]:
        if place >= end and (has_han(name[0]) or not _in_word(text, place, place + len(name))):
            end = place + len(name)
            yield Name(place, end, name, "organisation", "", "known")


def _in_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin word goes on before *start* or at *end*."""
    return any(
        each.isascii() and each.isalpha() for each in (text[max(0, start - 1) : start], text[end : end + 1])
    )


_STRENGTH = {
    "gloss": 0,
    "known": 1,
    "dot": 2,
    "headed": 3,
    "office": 3,
    "japanese": 3,
    "speech": 4,
    "given-name": 5,
    "initials": 5,
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
    if any(each.evidence == "known" for each in found):
        found = _not_within(found)
    for name in sorted(found, key=lambda each: (_STRENGTH[each.evidence], each.start - each.end, each.start)):
        at = bisect_left(taken, name.start, key=lambda each: each.start)
        if (not at or taken[at - 1].end <= name.start) and all(
            name.end <= next_.start for next_ in taken[at : at + 1]
        ):
            taken.insert(at, name)
    return taken


def _not_within(found: list[Name]) -> list[Name]:
    """*found* less the known names that only end another's: City |University of Hong Kong."""
    latin = [each for each in found if each.evidence in _OF_BODIES and each.text.isascii()]
    return [
        each for each in found if not (each.evidence == "known" and any(_owns(one, each) for one in latin))
    ]


_OF_BODIES = "headed", "suffix", "gloss"


def _owns(body: Name, known: Name) -> bool:
    if body.kind != "organisation" or not body.start < known.start < known.end <= body.end:
        return False
    before = body.text[: known.start - body.start].lower().split()
    return not _OF_ITS_COUNTRY.issuperset(before)


_OF_ITS_COUNTRY = data.WIDE_EN | data.NATIONAL_EN | frozenset("the u.s. us u.k. uk".split())
"""The U.S. |Federal Reserve: the same body."""
