"""Spellings of names in groups, each group at most one person or organisation. Pure.

Joined by evidence in order of its strength (the user's aliases, a name in
brackets, the same letters, a part of a name, the sound), and kept apart by
the vetoes of `digest.story.names.groups`: a false merge is worse than a missed
one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from digest.language import _name_data, initialisms, newcomers, surnames
from digest.language._scan import part_of_speech
from digest.language.lazy import regex
from digest.language.transliteration import alike, likeness, pinyin
from digest.story.names.groups import Groups
from digest.story.names.offices import HELD_BY_ONE
from digest.story.names.spellings import (
    Spelling,
    abbreviates,
    all_latin,
    blocks_of,
    given_alike,
    native,
    near_ones,
    ocr,
    pinyin_alike,
    same_latin,
    sound_alike,
    surname_alike,
    two_given,
)

NATIVE = 3
"""Characters of a Chinese name long enough to be told by its sound alone."""
STRANGERS_FIT = 0.8
"""How well a Latin name that nothing shows to be a person's must fit one that is."""
SHARED_COMPANY = 1
"""A surname that sounds right needs so many named companions in common, in another source."""
_ONE_FIRM = 0.82
"""How alike the names of two firms of one trade must sound."""
_SPELLS = 0.86
"""How well a firm's Chinese name must spell its Latin one."""
_TURNED = 5
"""Characters of an institution's name that may stand in another order and be the same."""
_OF_ONE = regex(
    "的?(?P<office>总干事|秘书长|理事长|主席|会长|行长|署长|局长|院长|首席执行官|执行长|总裁)(?=[\u4e00-\u9fffA-Z])"
)
"""Offices that a body has one holder of, between the names of both."""
_STARTS_ALIKE, _LONGEST = 2, 20
"""Characters that two translations of a body's name share at least; those of the longest name looked for."""
_LEAST_BARE, _LEAST_OWN = 4, 6
"""Characters of an institution's name that say which it is without its place; that no town's and no
country's other has."""
_LEAST_DOTLESS = 4
_EVERYDAY = _name_data.WIDE_EN | _name_data.NOT_NAMES | _name_data.GIVEN_NAMES


def firm_of(latin: str) -> str:
    """The short name of a firm's long Latin one (Veltara of Veltara Motors), or ""."""
    first, *rest = latin.split()
    trade = bool(rest) and all(word.lower().strip(".") in _name_data.TRADES_EN for word in rest)
    return first if trade and first.lower() not in _EVERYDAY and latin.isascii() and len(first) > 3 else ""


class Register(Groups):
    """`Groups`, joined by the evidence there is: the strongest first."""

    def join_glosses(self) -> None:
        self.tied.update(frozenset(pair) for pair in self.glosses)
        for text, gloss in sorted(set(self.glosses)):
            self.join(text, gloss)

    def join_firms(self, new: newcomers.Newcomers) -> None:
        """Short and long names, those of one reading, and what institutions are called for short."""
        for short, long in new.firms.items():
            for name in long:
                if name in self.parent and short in self.parent:
                    self.join(short, name)
        for chinese, latin in new.read:
            if chinese in self.parent and latin in self.parent:
                self.join(chinese, latin)
        self._join_translated(new)
        self._join_spelled()
        self._join_initials()
        self._join_places()
        firms = [text for text in sorted(self.parent) if self.is_organisation(text)]
        by_first: dict[str, list[str]] = defaultdict(list)
        bodies: dict[str, list[str]] = defaultdict(list)
        for text in firms:
            if Spelling.of(text).latin:
                by_first[firm_of(text)].append(text)
            else:
                bodies[text.replace("委员会", "委")[-1]].append(text)
        for text in firms:
            owners = by_first.get(text, []) if text else []
            if len({self.root(owner) for owner in owners}) == 1:
                self.join(text, owners[0])
        for near in bodies.values():
            having = _having(near)
            # The longest first: when 市卫健委 is known to be 江州市卫生健康委员会, 卫健委 is no riddle.
            for text in sorted(near, key=lambda each: (-len(each), each)):
                likely = set.intersection(*(having[letter] for letter in text))
                owners = [near[place] for place in sorted(likely) if abbreviates(text, near[place])]
                if len({self.root(owner) for owner in owners}) == 1:
                    self.join(text, owners[0])

    def _join_translated(self, new: newcomers.Newcomers) -> None:
        """What two translators made of one name: 哈尔登海产 and 哈登海产, 联合渔民银行 and 渔民联合银行."""
        by_trade: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for short, long in sorted(new.firms.items()):
            head = newcomers.head(short)
            if _name_data.TRANSLITERATION.issuperset(head):
                for name in long:
                    if name in self.parent and name != head:
                        by_trade[name[len(head) :][:2]].append((head, name))
        for rivals in by_trade.values():
            for place, (head, name) in enumerate(rivals):
                for other, written in rivals[place + 1 :]:
                    if alike(head, other) >= _ONE_FIRM:
                        self.join(name, written, heard=True)
        by_letters: dict[str, list[str]] = defaultdict(list)
        for text in sorted(self.parent):
            if self.is_organisation(text) and len(text) >= _TURNED and not Spelling.of(text).latin:
                by_letters["".join(sorted(text))].append(text)
        for turned in by_letters.values():
            for text in turned[1:]:
                self.join(turned[0], text, heard=True)

    def _join_spelled(self) -> None:
        """A firm's foreign name in Chinese and the Latin one that it spells, where both are the only ones."""
        firms = [text for text in sorted(self.parent) if self.is_organisation(text)]
        spelled = [text for text in firms if len(text) > 2 and _name_data.TRANSLITERATION.issuperset(text)]
        latin = [text for text in firms if Spelling.of(text).latin] if spelled else []
        for text in spelled:
            heads = {name.split()[0]: name for name in latin if likeness(text, name.split()[0]) >= _SPELLS}
            if len(heads) == 1:
                self.join(text, *heads.values(), heard=True)

    def _join_initials(self) -> None:
        """A body and its initials, met by themselves, where no other body has them: WOWA."""
        owners: dict[str, set[str]] = defaultdict(set)
        for text in sorted(self.parent):
            if self.is_organisation(text) and Spelling.of(text).parts and text.isascii():
                for short in initialisms.initials(text):
                    owners[short].add(text)
        for short, bodies in sorted(owners.items()):
            if (
                len(short) >= initialisms.LEAST
                and short in self.parent
                and len(set(map(self.root, bodies))) == 1
            ):
                self.join(short, min(bodies))

    def _join_places(self) -> None:
        """A body with its country or its town in front, and without: 中国海岬科技大学, 海岬科技大学."""
        placed: dict[str, list[tuple[bool, str]]] = defaultdict(list)
        for text in sorted(self.parent):
            if self.is_organisation(text) and not Spelling.of(text).latin:
                for end in range(2, min(5, len(text) - _LEAST_BARE) + 1):
                    place, bare = text[:end], text[end:]
                    nation = place in _name_data.NATIONS_ZH
                    if (
                        bare in self.parent
                        and self.is_organisation(bare)
                        and (nation or part_of_speech(place.removesuffix("市")) == "ns")
                    ):
                        placed[bare].append((nation, text))
        for bare, those in sorted(placed.items()):
            nations = {self.root(text) for nation, text in those if nation}
            towns = {self.root(text) for nation, text in those if not nation}
            # A town and its country may be one body's, but not of every 最高法院; two towns are those of two.
            own = len(bare) >= _LEAST_OWN or len(nations | towns) < 2
            if max(len(nations), len(towns)) < 2 and own:
                for _, text in those:
                    self.join(bare, text)

    def join_homophones(self) -> None:
        """Chinese names that are read alike, surname alike and in other documents: 陆之衡, 陆之恒."""
        by_reading: dict[tuple[str, str], list[str]] = defaultdict(list)
        for text in sorted(self.parent):
            if self.is_person(text) and len(text) == NATIVE and native(text):
                by_reading[text[0], pinyin(text)[0]].append(text)
        for homophones in by_reading.values():
            for text in homophones[1:]:
                self.join(homophones[0], text, heard=True)

    def join_letters(self) -> None:
        """Latin names that differ by a slip. Blocked by the surname's letters, not all pairs."""
        blocks: dict[str, list[Spelling]] = defaultdict(list)
        for text in sorted(self.parent):
            spelling = Spelling.of(text)
            if spelling.latin and spelling.parts:
                blocks[ocr(spelling.surname)[:3]].append(spelling)
        for near in blocks.values():
            alike_: dict[str, list[Spelling]] = defaultdict(list)
            for one, other in combinations(near, 2):
                # No word of an institution's name may be left out: the Medical Association is another.
                bodies = self.is_organisation(one.text) or self.is_organisation(other.text)
                if same_latin(one, other) and not (bodies and len(one.parts) != len(other.parts)):
                    alike_[one.text].append(other)
                    alike_[other.text].append(one)
            meant = {text: self._meant(text, those) for text, those in alike_.items()}
            for text, those in meant.items():
                for other in those:
                    if text in {each.text for each in meant[other.text]}:
                        self.join(text, other.text)

    def _meant(self, text: str, those: Sequence[Spelling]) -> Sequence[Spelling]:
        """Whom of *those* a Latin name may mean: Chris the Christopher or Christine of its article."""
        here = [each for each in those if self.documents[each.text] & self.documents[text]]
        for near in (those, here):
            if not any(two_given(one, other) for one, other in combinations(near, 2)):
                return near
        return ()

    def join_parts(self) -> None:
        """A short name is the one full name of its document (else of all) that has it as a part."""
        self._join_dotless()
        full = [Spelling.of(text) for text in sorted(self.parent)]
        by_part: dict[str, set[str]] = defaultdict(set)
        for spelling in full:
            for part in spelling.parts:
                by_part[part].add(spelling.text)
        for spelling in full:
            if spelling.parts or spelling.text not in by_part:
                continue
            here = {
                text
                for text in by_part[spelling.text]
                if self.documents[text] & self.documents[spelling.text]
            }
            owners = {self.root(text) for text in here or by_part[spelling.text]}
            if self.is_organisation(spelling.text):  # Haldimann is a house and the name of its owner
                owners = {root for root in owners if not any(map(self.is_person, self.members[root]))}
            owner = min(owners) if len(owners) == 1 else self.leading(owners)
            if owner:
                self.join(spelling.text, owner)

    def _join_dotless(self) -> None:
        """卡洛斯·本特: 卡洛斯本特, whose dot was lost on the way."""
        for text in sorted(self.parent):
            plain = text.replace("·", "")
            if plain != text and len(plain) >= _LEAST_DOTLESS and plain in self.parent:
                self.join(text, plain)

    def join_sounds(self) -> None:
        """Whole names that sound alike; then short ones, when they keep the same company."""
        groups = self.groups()
        people = {
            root: [Spelling.of(text) for text in texts]
            for root, texts in groups.items()
            if any(self.kinds[text]["person"] for text in texts)
        }
        strangers = {
            root: [Spelling.of(text) for text in texts]
            for root, texts in groups.items()
            if root not in people and all(self.kinds[text]["unknown"] for text in texts)
        }
        everyone = {**people, **strangers}
        # Two that are written in Latin letters only are the business of `join_letters`;
        # and of two names one has parts, or they are not compared by sound.
        latin = {root for root, texts in everyone.items() if all_latin(texts)}
        whole = {root for root, texts in everyone.items() if not any(each.parts for each in texts)}
        blocks = {
            (no_latin, no_whole): blocks_of(
                {
                    root: texts
                    for root, texts in everyone.items()
                    if not ((no_latin and root in latin) or (no_whole and root in whole))
                }
            )
            for no_latin in (False, True)
            for no_whole in (False, True)
        }
        for root, spellings in sorted(people.items()):
            near = near_ones(spellings, blocks[root in latin, root in whole]) - {root}
            heard = []
            for other in sorted(near):
                if self.root(other) != self.root(root):
                    fit = max(self._fit(one, two) for one in spellings for two in everyone[other])
                    # Delivery Hero may be no person's name: it must sound like 菲尔·席勒 more than a little.
                    if fit and (other in people or fit >= STRANGERS_FIT):
                        heard.append((fit, other))
            # Two candidates that fit equally well are none, unless they are two spellings of one whole name.
            heard.sort(key=lambda each: (-each[0], each[1]))
            best = [other for fit, other in heard if fit >= heard[0][0] - 0.05]
            if all(self._spell_one(everyone[one], everyone[two]) for one, two in combinations(best, 2)):
                for other in best:
                    read = any(_is_reading(one, two) for one in spellings for two in everyone[other])
                    self.join(root, other, heard=not read)

    def join_surnames(self, offices: Callable[[str], frozenset[str]]) -> None:
        """Vivian Ruan and 阮知微: one surname, one office, and nobody else of that surname in the story."""
        chinese: dict[str, set[str]] = defaultdict(set)
        latin: dict[str, set[str]] = defaultdict(set)
        groups = self.groups()
        for root, texts in groups.items():
            if not any(map(self.is_person, texts)):
                continue
            if all_latin(Spelling.of(text) for text in texts):
                full = (Spelling.of(text) for text in texts)
                for each in full:
                    if each.parts:
                        latin[each.surname.lower()].add(root)
            for family in {surnames.surname(text) for text in texts if native(text)}:
                for reading in surnames.latin(family):
                    chinese[reading].add(root)
        for reading in sorted(latin.keys() & chinese.keys()):
            if len(latin[reading]) == len(chinese[reading]) == 1:
                (one,), (other,) = latin[reading], chinese[reading]
                held, company = (
                    frozenset().union(*map(of, groups[one])) & frozenset().union(*map(of, groups[other]))
                    for of in (offices, self.company_of)
                )
                # Engineers are many: two of one surname must keep the same company, too.
                if held & HELD_BY_ONE or (held and company):
                    self.join(one, other, heard=True)

    def join_officers(self, texts: Iterable[str]) -> None:
        """What two translators made of one body, whose one officer is one person: 世界防疫机构, 世界卫防组织.

        The names start alike, and no article uses both.
        """
        held: dict[tuple[str, str], set[str]] = defaultdict(set)
        for text in texts:
            for office in _OF_ONE.finditer(text):
                body = self.named(text, office.start(), -1, self.is_organisation)
                person = self.named(text, office.end(), 1, self.is_person)
                if body and person:
                    held[self.root(person), office["office"]].add(body)
        for bodies in held.values():
            by_start: dict[str, list[str]] = defaultdict(list)
            for text in sorted(bodies):
                own = _of_nation(text)
                by_start[own[:_STARTS_ALIKE]].append(text)
            for alike_ in by_start.values():
                for text in alike_[1:]:
                    self.join(alike_[0], text, heard=True)

    def named(self, text: str, place: int, step: int, is_kind: Callable[[str], bool]) -> str:
        """The longest name of the kind that ends (*step* -1) or starts (1) at *place*, or ""."""
        for length in range(_LONGEST, 1, -1):
            name = text[max(0, place - length) : place] if step < 0 else text[place : place + length]
            if name in self.parent and is_kind(name):
                return name
        return ""

    def _fit(self, one: Spelling, other: Spelling) -> float:
        whole = pinyin_alike(one, other) or sound_alike(one, other) or self._of_one_house(one, other)
        if whole:
            return whole
        if bool(one.parts) == bool(other.parts):
            return 0.0
        # Before the sound, which takes longer and seldom decides.
        if len(self.company_of(one.text) & self.company_of(other.text)) < SHARED_COMPANY:
            return 0.0
        fit = surname_alike(one, other)
        return fit - 0.1 if fit else 0.0

    def _spell_one(self, some: Sequence[Spelling], others: Sequence[Spelling]) -> bool:
        """Whether whole names sound alike of whom a third sounds like both: 瓦列娃 and 瓦利耶娃, Valieva."""
        return any(one.parts and two.parts and self._fit(one, two) for one in some for two in others)

    def _of_one_house(self, one: Spelling, other: Spelling) -> float:
        """0, or how alike given names sound of two whose surnames are one firm's: 夏迪文, Haldimann."""
        if not (one.parts and other.parts and {one.surname, other.surname} <= self.parent.keys()):
            return 0.0
        if one.surname == other.surname or self.root(one.surname) != self.root(other.surname):
            return 0.0
        return given_alike(one, other)


def _of_nation(body: str) -> str:
    """A body's name without its country: one person leads 中国|足协 and 中国|篮协."""
    return next((body[end:] for end in range(2, 6) if body[:end] in _name_data.NATIONS_ZH), body)


def _is_reading(one: Spelling, other: Spelling) -> bool:
    """Whether one is the other's name of three characters in Latin letters: an author may write both."""
    return NATIVE in (len(one.text), len(other.text)) and pinyin_alike(one, other) == 1.0


def _having(bodies: Sequence[str]) -> dict[str, set[int]]:
    """The places of *bodies* by each character: an institution has all those of its short name."""
    found: dict[str, set[int]] = defaultdict(set)
    for place, text in enumerate(bodies):
        for letter in text:
            found[letter].add(place)
    return found
