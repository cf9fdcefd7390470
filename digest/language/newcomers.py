"""Chinese names that no dictionary knows, by the company they keep all over a collection. Pure.

One sentence seldom proves that two or three characters are a name; all texts
of a story together do. A person has an office or an age in front, or is the
reading of a Latin name that another article prints; the name ends where words
begin. A firm is what stands both alone and before the name of a trade (星澜,
星澜汽车), and does what firms do, as no common word does.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from digest.language import _firm_readings, _firms, alternatives
from digest.language import _name_data as data
from digest.language._name import SURNAME
from digest.language._scan import LEADS, STARTS, Scan, is_word, part_of_speech, weight
from digest.language.lazy import regex
from digest.language.transliteration import reads

head = _firm_readings.head

_HAN = regex("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Names met, in simplified characters: people, and firms by their short name.

    ``firms`` gives the long names of each (星澜: 星澜汽车), longest first; one
    whose short name is a common word has its long name as the short one. ``read``
    pairs firms with the Latin names that are their reading (启明证券, Qiming Securities).
    """

    people: frozenset[str] = frozenset()
    firms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    read: tuple[tuple[str, str], ...] = ()


def find(texts: Iterable[str], latin: Collection[str] = (), bodies: Collection[str] = ()) -> Newcomers:
    """Newcomers in the simplified *texts* of one story; *latin* are Latin names met in them.

    *bodies* are those of them that organisations have.
    """
    # What agencies report stands in many articles word for word, and bears witness once.
    text = "\n".join(dict.fromkeys(texts))
    if not _HAN.search(text):
        return Newcomers()
    scan = Scan(text)
    firms = dict(sorted(_firms.find(scan)))
    read = set(_firm_readings.readings(scan, firms, latin))
    for short, name, long in _firm_readings.read_as(scan, bodies):
        if not any(short == head(firm) for firm in firms):
            firms[short] = long or (short,)
            read.add((short, name))
    firms.update((name, (name,)) for name, _ in sorted(read) if name not in firms)
    people = {
        name
        for name in _people(scan) | _readings(scan, latin) | _subjects(scan)
        # 康岳 speaks as people do, but is a group; 康岳医 is no name, either.
        if not any(name.startswith(firm) or firm.startswith(name) for firm in firms)
    }
    return Newcomers(frozenset(people), firms, tuple(sorted(read)))


# --- people ---------------------------------------------------------------------------

_STARTS_NAME = regex(SURNAME)
_OPEN_SURNAMES = frozenset(surname[0] for surname in (*data.SURNAMES, *data.COMPOUND_SURNAMES))
_CROWD = regex(alternatives.pattern(data.CROWD_ZH) + "$")
_OFFICES = (set(data.ROLES_ZH) | set(data.ROLES_MORE_ZH)) - set(data.BYLINE_ZH) | {"名叫", "叫做"}
_AGED = "岁(?<=[0-9一二三四五六七八九十]岁)的"
_OFFICE = regex(rf"(?:{alternatives.pattern(_OFFICES)}|{_AGED})(?={SURNAME})")
_ACTS = regex(
    rf"(?:[日昨今]?[天日]?|随后|当场|还|也|则|曾|已经?|再次|昨晚)"
    rf"(?:{alternatives.pattern([*data.SPEECH_ZH, '接受', '回答', '辞去', '否决', '批评'])})"
)
_OFTEN = 3
_GOVERNS = frozenset("在对向把被将则也已曾与和的")
_RARE_IN_NAMES = frozenset(
    "之以可一明月能先为向前成和年时士人公家路科应长度万百千亿零三五七九十作里回日天至近乐"
)
"""Given names have these, but so have the words behind a surname: they need a second place."""
_WORDS_TOO = frozenset("向于从时应常万单连全成白明代方高包温能安乐")
_NEVER_IN_NAMES = data.NOT_IN_GIVEN_NAMES - _RARE_IN_NAMES


def _people(scan: Scan) -> set[str]:
    """Those with an office, a kinship or an age in front."""
    found = set()
    read = 0
    for place in scan.starting({*_OFFICES, "岁的"}, _OPEN_SURNAMES):
        cue = _OFFICE.match(scan.text, place) if place >= read else None
        if not cue:
            continue
        read = cue.end()
        name = _name_at(scan, cue.end())
        if not name:
            continue
        behind = cue.end() + len(name)
        alone = len(scan.places(name)) == 1
        stop = not _HAN.match(scan.text[behind : behind + 1])
        acts = _ACTS.match(scan.text, behind)
        short = len(name) == 2
        stop = stop or scan.text[behind] in _GOVERNS
        # Office and name of two characters, met once, are too often a word: 员工|高呼.
        if (short or _CROWD.search(cue.group())) and alone and not (stop or acts):
            continue
        if _CROWD.search(cue.group()) and alone and not acts:
            continue
        found.add(name)
    return found


_SUBJECT = regex(rf"[，。！？；：、“”「」\n](?=({SURNAME}[\u4e00-\u9fff]{{1,2}}))")
_HUMAN = regex(
    "[^，。；！？：“”「」\n]{0,6}(?:说(?![明法服])|告诉|回忆|笑|哭|记得|觉得|想起|点头|摇头|坐[在到]|站[在到]|走[到进出在]|住在|穿着"
    "|问|叹|妻子|丈夫|父亲|母亲|儿子|女儿|妈妈|爸爸|同事|同学|邻居)"
    "|[^，。；！？：“”「」\n]{0,10}写道|没有回答|：(?=[^\n]{4})|，?(?:今年)?[0-9一二三四五六七八九十]{1,3}岁"
)
"""Behind a name: what people do and have, and neither firms nor places."""
_LEAST_SUBJECT, _LEAST_MET = 2, 3
_SHORT_SUBJECT, _SHORT_MET = 3, 5


def _subjects(scan: Scan) -> set[str]:
    """Those with whom clauses open over and over, and who do what people do: no office need stand by."""
    counts: Counter[str] = Counter()
    for (opening,) in (match.groups() for match in _SUBJECT.finditer("\n" + scan.text)):
        counts.update({opening[:2], opening[:3]})
    found: set[str] = set()
    for name, count in sorted(counts.items(), key=lambda row: (-len(row[0]), row[0])):
        short = len(name) < 3
        if count < (_SHORT_SUBJECT if short else _LEAST_SUBJECT) or not _firms.ALL_HAN.fullmatch(name):
            continue
        if any(longer.startswith(name) for longer in found) or not _is_personal(scan, name, short):
            continue
        found.add(name)
    return found


def _is_personal(scan: Scan, name: str, short: bool) -> bool:
    given, met = name[1:], len(scan.places(name))
    if met < (_SHORT_MET if short else _LEAST_SUBJECT) or is_word(name) or is_word(name[:2]):
        return False
    if given in data.ADDRESSES_ZH | _OFFICES or name in data.PLACES or _NEVER_IN_NAMES.intersection(given):
        return False
    if min(scan.closed(name), scan.open(name)) < _MOSTLY:
        return False
    if len(scan.behind(name, _HUMAN)) > short:
        return True
    # Who is called he or she soon after; a place is where something is, or whence it comes.
    word = is_word(given) and weight(given) < _TELLING  # 白|名单
    called = not word and len(scan.behind(name, _CALLED_HE)) >= _LEAST_SUBJECT
    return not short and called and met >= _LEAST_MET and not scan.before(name, _LOCATIVE)


_MOSTLY, _TELLING = 0.55, 9.0
_CALLED_HE = regex(r"[^“”\n]{1,40}(?<![其吉])[他她](?!们|人|国|乡|日)")
_LOCATIVE = regex("[在到去从于赴离]$")


def _name_at(scan: Scan, start: int) -> str:
    """The name of two or three characters (more with a double surname) that starts there, or ""."""
    surname = _STARTS_NAME.match(scan.text, start)
    if not surname:
        return ""
    end = surname.end()
    longer, shorter = (_sound(scan, scan.text[start : end + given], len(surname.group())) for given in (2, 1))
    # 关凯|曾遇到: where the third character may be a word of its own, the shorter name is the safer,
    # unless it always stands there (孟庆和).
    often = len(scan.places(scan.text[start : end + 2]))
    always = often >= _OFTEN and often == len(scan.places(scan.text[start : end + 1]))
    own_word = scan.text[end + 1 : end + 2] in STARTS and shorter >= 0.5 and not always
    if longer > 0.5 and longer >= shorter and not own_word:
        return scan.text[start : end + 2]
    return scan.text[start : end + 1] if shorter >= 0.5 else ""


def _sound(scan: Scan, name: str, family: int) -> float:
    """How often *name* ends where a word may start, 0 for what is no name."""
    given = name[family:]
    if not _firms.ALL_HAN.fullmatch(name) or _NEVER_IN_NAMES.intersection(given) or is_word(name):
        return 0.0
    if name in data.PLACES or given in data.ADDRESSES_ZH:
        return 0.0
    rare = _RARE_IN_NAMES.intersection(given) or is_word(name[:2])
    if rare and (len(given) < 2 or len(scan.places(name)) < 2 or is_word(given)):
        return 0.0
    if (
        len(scan.places(name)) < 2
        and len(given) > 1
        and is_word(given)
        and part_of_speech(given).startswith("v")
    ):
        return 0.0  # 患者|费填补..
    # 首席工程师|向全体..: a surname that is a preposition, too, says nothing.
    if name[0] in _WORDS_TOO and (is_word(given) or len(scan.places(name)) < 2 or name[0] in LEADS):
        return 0.0
    return scan.closed(name)


def _readings(scan: Scan, latin: Iterable[str]) -> set[str]:
    """Those whose reading is a Latin name of another text: 贾鹏, Jia Peng."""
    found: set[str] = set()
    read: dict[str, dict[str, set[str]]] = {}
    for name in latin:
        pieces = name.lower().split()
        letters = re.sub("[^a-z]", "", name.lower().replace("ü", "v"))
        if not 2 <= len(pieces) <= 3 or not 4 <= len(letters) <= 18:
            continue
        for family in {pieces[0], pieces[-1]} & _families().keys():
            if family not in read:
                read[family] = _read_as(scan, family)
            given = letters.removeprefix(family) if pieces[0] == family else letters.removesuffix(family)
            found.update(filter(lambda written: _fits(scan, written), read[family].get(given, ())))
    return found


def _read_as(scan: Scan, family: str) -> dict[str, set[str]]:
    """What may be a name with a surname read as *family*, by the reading of the rest."""
    found: dict[str, set[str]] = defaultdict(set)
    for surname in _families()[family]:
        for first, second in _behind(scan.text, surname):
            reading = reads(first)
            found[reading].add(surname + first)
            if second:
                found[reading + reads(second)].add(surname + first + second)
    return found


def _behind(text: str, surname: str) -> Iterator[tuple[str, str]]:
    """The Chinese character behind each *surname*, and the one behind that, if it is one, or ""."""
    place = text.find(surname)
    while place >= 0:
        end = place + len(surname)
        first, second = text[end : end + 1], text[end + 1 : end + 2]
        if _HAN.match(first):
            yield first, second if _HAN.match(second) else ""
        place = text.find(surname, end)


def _fits(scan: Scan, written: str) -> bool:
    return (
        len(written) > 1
        and _firms.ALL_HAN.fullmatch(written) is not None
        and not is_word(written)
        # A given name of two characters that is read so needs no other sign: 祁大有, Qi Dayou.
        and (len(written) > 2 or not _NEVER_IN_NAMES.intersection(written[1:]))
        and scan.closed(written) >= 0.5
    )


@lru_cache(maxsize=1)
def _families() -> dict[str, list[str]]:
    """Surnames by their reading."""
    found: dict[str, list[str]] = {}
    for surname in sorted(data.SURNAMES):
        found.setdefault(reads(surname), []).append(surname)
    return found
