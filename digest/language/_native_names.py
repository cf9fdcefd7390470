"""Names of people in Chinese characters, by what stands beside them. Pure, for `names`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.language import _name_data as data
from digest.language import alternatives
from digest.language._name import ROLES, SAYS, SPELLING, SURNAME, Name, ends_office
from digest.language._scan import STARTS, is_word, part_of_speech
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.language.pairs import Texts
from digest.language.remembered import Remembered

_GIVEN = (
    "(?:(?!发[出表布文言现]|至今|近[日来]|随即|立即|当[时场天]|首次|再次|一[直再]|从未|早[就已]|终于|连[日夜])(?!["
    + "".join(sorted(data.NOT_IN_GIVEN_NAMES))
    + "])[\u4e00-\u9fff])"
)
_SPEECH = alternatives.pattern(data.SPEECH_ZH)
_AFTER_NAME = (
    rf"(?![{data.DOTS}])(?=$|[^\u4e00-\u9fff]|[的和与及在于将已曾等说表称认指透宣告向对从被为是因随也则还今昨去当前日并又就都未没率带亲到出入接提强呼共双至]"
    f"|{_SPEECH})"
)
_OFFICE_NAME = regex(rf"(?:{ROLES})(?P<name>{SURNAME}{_GIVEN}{{1,2}}){_AFTER_NAME}")
_OFFICE_SPELLED = regex(rf"(?:{ROLES})(?P<name>{SPELLING}{{3,6}}){_AFTER_NAME}")
"""A foreign name without its dot: 财务长辛斯纳."""
_SPEAKING_NAME = regex(
    rf"(?:^|(?<=[，。！？；：、“”（）《》]))(?P<name>{SURNAME}{_GIVEN}{{1,2}})(?=(?:[日昨今]?[天日]?|随后|当场|还|也|则|曾)(?:{_SPEECH}))"
)
_BESIDE_QUOTED = regex(
    rf"[，。！？…][”」](?={SURNAME})(?=[^，。；：“”「」]{{2,18}}(?:{_SPEECH}|[说道问答]))"
    rf"|(?:^|(?<=[，。！？；：”」]))(?={SURNAME})(?=[^，。；：“”「」的]{{2,18}}(?:{_SPEECH}|[说道问答叹])[：，]?[“「])"
)
"""Where somebody's words end whose name may follow, or a clause starts that leads to them."""
_AGED_NAME = regex(
    rf"(?P<name>{SURNAME}{_GIVEN}{{1,2}})(?=[（(](?:[男女]，|化名|[0-9]{{1,3}}岁)|，(?:今年)?[0-9]{{2}}岁[，。])"
)
"""陈国雄（58岁）."""
_MAY_BE_AGED = regex("岁|化名|[（(][男女]，")
_KIN = regex("的(?:父亲|母亲|[爸妈]{2}|妻子|丈夫|遗孀|儿子|女儿|哥哥|弟弟|姐姐|妹妹|家属|家人|同学|邻居)")
_RELATED_NAME = regex(rf"(?:^|(?<=[，。！？；：、“”]))(?P<name>{SURNAME}{_GIVEN}{{2}})(?={_KIN.pattern})")
_DESCRIBED_NAME = regex(
    rf"(?<=的)(?P<name>{SURNAME}{_GIVEN}{{2}})(?=(?:[也还则又]|告诉)?(?:{_SPEECH})[，：])"
)
"""暂时主持公司的|孟嘉树|说，.."""
NATIVE_BEFORE = regex(rf"(?:^|{ROLES}|[^\u4e00-\u9fff])({SURNAME}{_GIVEN}{{1,2}})$")
"""A name that ends where the text does: before the brackets with its Latin form."""
_ADVERBS = frozenset("曾向于从时应常单连全乐")
"""Surnames that are more often a word of their own."""
_QUOTES = regex("[“「]")
_ALL_HAN = regex(r"[\u4e00-\u9fff]{1,2}")
_SPEAKS = "|".join(data.SPEECH_ZH)
_MAY_SPEAK = cue(_SPEAKS)
BESIDE = f"{_SPEAKS}|{_MAY_BE_AGED.pattern}|{_KIN.pattern}"
"""None is found without one of these, an office or a quotation mark."""
_OFFICER = regex(f"{SURNAME}{_GIVEN}|{SPELLING}{{3}}")
_OFFICE_WORDS = alternatives.Pairs(data.ROLES_ZH)
_OFFICES = Remembered(lambda text: _OFFICE_WORDS.everywhere_in_each(Texts([text]))[0])


def read(texts: Texts) -> None:
    """Find the offices in many texts at once."""
    _OFFICES.update(zip(texts, _OFFICE_WORDS.everywhere_in_each(texts), strict=True))


def find(text: str) -> Iterator[Name]:
    """Those with an office, a verb of speech, an age or kin beside them."""
    for matches, evidence in _matches(text):
        for match in matches:
            name = match["name"]
            if _is_no_name(name):
                continue
            # Two characters with one sign are too often a word: 员工|高呼, 学生|时期.
            foreign = data.TRANSLITERATION.issuperset(name)
            if len(name) > 2 or foreign or evidence in ("speech", "age") or SAYS.match(text, match.end()):
                yield Name(match.start("name"), match.end("name"), name, "person", "", evidence)


def beside_quoted(text: str) -> Iterator[Name]:
    """Who stands beside a quotation, where words begin behind the name.

    “..，”|柳青禾|笑着说; |柳青禾|在电话里说：“..”. What is said has somebody
    who says it; so no office need stand by.
    """
    if not _QUOTES.search(text):
        return
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


def _matches(text: str) -> Iterator[tuple[Iterator[re.Match[str]], str]]:
    """What may be Chinese people, by each kind of evidence that *text* has."""
    if _MAY_SPEAK.may(text):
        yield _SPEAKING_NAME.finditer(text), "speech"
        yield _DESCRIBED_NAME.finditer(text), "speech"
    if _has_officer(text):
        yield _at_offices(_OFFICE_NAME, text), "office"
        yield _at_offices(_OFFICE_SPELLED, text), "office"
    if _MAY_BE_AGED.search(text):
        yield _AGED_NAME.finditer(text), "age"
    if _KIN.search(text):
        yield _RELATED_NAME.finditer(text), "kin"


def _at_offices(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """As `finditer` of a *pattern* that starts with an office: not a hundred of them tried at each place."""
    end = 0
    for place in dict.fromkeys(place for place, _ in offices(text)):
        match = pattern.match(text, place) if place >= end else None
        if match:
            end = match.end()
            yield match


def _has_officer(text: str) -> bool:
    """Whether what may be a name stands behind an office; without it none is worth the search."""
    return any(_OFFICER.match(text, place + len(office)) for place, office in offices(text))


def offices(text: str) -> Sequence[tuple[int, str]]:
    """The offices in *text*, each with its place."""
    return _OFFICES[text]


def _is_given(given: str) -> bool:
    return _ALL_HAN.fullmatch(given) is not None and not data.NOT_IN_GIVEN_NAMES.intersection(given)


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
