"""By what other name an author says somebody goes: 陆之衡（笔名海岬）; Anna Wu, born Wu Meiling. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from digest.language._scan import is_word
from digest.language.lazy import regex
from digest.story.names.groups import Met
from digest.story.names.spellings import Spelling, native

if TYPE_CHECKING:
    from digest.story.names.register import Register


class Tie(NamedTuple):
    """That ``other`` is the name of whoever is named right before ``end`` or, if it is -1, in ``among``.

    ``among`` is the stretch of the sentence behind a description: 笔名海岬的|诗人陆之衡离世.
    """

    other: str
    end: int
    among: tuple[int, int]


_WORD = "(?:笔名|本名|原名|真名|艺名|又名|化名|曾用名|别名|字号|别号|网名)"
"""What a name is called that a person has besides the one he is known by; an 外号 may be any noun."""
_NAME = '[“「『"]?(?P<other>[\u4e00-\u9fff·]{2,8}?)[”」』"]?'
_BEHIND = regex(
    rf"(?:[(（][ ]?|，)(?:又|也|原|曾)?(?:{_WORD}(?:为|是|叫作?|：)?|又称|[也原]叫){_NAME}[ ]?"
    r"(?=[)），。；])"
)
"""陆之衡|（本名陆海岬）, 陆之衡|，原名陆海岬，.."""
_WRITES_AS = regex(rf"(?:[^，。；的]{{0,8}})以(?:“|「)?{_NAME}(?:为|作为)(?:其|自己的)?(?:笔名|艺名)")
_DESCRIBED = regex(
    r"(?:笔名|艺名|本名|原名|真名)(?:为|是|叫)?"
    r"(?:[“「『\"](?P<quoted>[\u4e00-\u9fff·]{2,8})[”」』\"][^，。；的]{0,12}|(?P<bare>[\u4e00-\u9fff·]{2,8}))"
    r"的(?P<who>[^，。；的]{2,30})"
)
"""以笔名“海岬”写作多部小说的著名作家|陆之衡."""
_IS_CALLED = regex(
    "(?:家|者|诗人|作[者家]|歌手|演员|艺人|导演|记者|编剧|主持人|泰斗|大师|创[办始]人|教授)[^，。；的]*$"
)
_IS_HIS = regex(
    "父|母|儿子|女儿|女婿|儿媳|妻|夫人|丈夫|兄|弟|姐|妹|孙|友|徒|学生|助[手理]|同[事学]|秘书|律师|经纪|发言人"
)
"""Whom a description means: 笔名海岬的诗人|陆之衡, and not 笔名海岬的诗人好友|陆之衡."""
_LATIN = r"(?P<other>[A-Z][a-z]+(?: [A-Z][a-z]+(?:-[A-Za-z][a-z]+)?){1,3})"
_BEHIND_EN = regex(
    r"(?:, | \(|,? (?:who (?:is|was) )?)"
    r"(?:born|n[ée]e|a\.?k\.?a\.?|(?:also|better|formerly|professionally|widely) known "
    r"(?:by (?:his|her|their) (?:pen|stage|real|birth) name,? |as)"
    r"|whose (?:real|birth|pen|stage|original) name (?:is|was)"
    r"|(?:real|birth|pen|stage) name:?) ?"
    rf"{_LATIN}(?=[,.;)]| (?:in|on|at|who|and|is|was|has|had|died)\b)"
)


def ties(simple: str) -> Iterator[Tie]:
    """What the sentence ties to a name; whose it is, is for the register to say."""
    if simple.isascii() or "名" not in simple:
        for found in _BEHIND_EN.finditer(simple) if _MAY_TIE_EN.search(simple) else ():
            yield Tie(found["other"], found.start(), (0, 0))
        return
    for pattern in (_BEHIND, _WRITES_AS):
        for found in pattern.finditer(simple):
            yield Tie(found["other"], found.start(), (0, 0))
    for found in _DESCRIBED.finditer(simple):
        yield Tie(found["quoted"] or found["bare"], -1, found.span("who"))


def describes(between: str) -> bool:
    """Whether what stands *between* a pen name's 的 and a name says who its bearer is."""
    return not between or (_IS_CALLED.search(between) is not None and _IS_HIS.search(between) is None)


_MAY_TIE_EN = regex(r"\b(?:born|n[ée]e|known|name|a\.?k\.?a)\b")


def join(register: Register, texts: Iterable[tuple[int, str]]) -> None:
    """A person and what an author says is their other name, one in the *register*: 陆之衡（笔名海岬）.

    *texts*: documents with a sentence of theirs. Only the name of somebody who is known to be a
    person can have another, which has the shape of a name or is known to be somebody's.
    """
    for document, simple in texts:
        for tie in ties(simple):
            bearer, other = _bearer(register, simple, tie), tie.other
            if not bearer or other == bearer or register.is_organisation(other):
                continue
            spelling = Spelling.of(other)
            if other not in register.parent and (is_word(other) or not (spelling.parts or native(other))):
                continue
            register.add(Met((document,), spelling, "person", "", frozenset()))
            register.tied.add(frozenset((bearer, other)))
            register.join(bearer, other)


def _bearer(register: Register, simple: str, tie: Tie) -> str:
    """The person whom the sentence names where *tie* says, or ""."""
    if tie.end >= 0:
        return register.named(simple, tie.end, -1, register.is_person)
    start, end = tie.among
    for place in range(start, end):
        if name := register.named(simple, place, 1, register.is_person):
            return name if describes(simple[start:place]) else ""
    return ""
