"""Which sentence says most of a person or an organisation. Pure.

Best is the newest change of state of which the bearer is the subject: who
leaves, joins, founds, is named or dismissed, or what a firm does. A newer
article overrules an older one: that he stays is no news once he has left.
"""

from __future__ import annotations

from collections.abc import Collection

from digest.language import _name_data, alternatives, dates
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.names.entities import Entity
from digest.story.names.naming import naming
from digest.story.people import firms
from digest.story.people.speech import on_record
from digest.story.people.subjects import SUBJECT, first_place, named_at, stand, subject, with_whom
from digest.story.statements import choosing, lexicon, past, slots
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import Material, Statement

LEAST_FORM = 0.28
ENDS = frozenset({"leave", "die", "dismiss", "arrest"})
_STARTS = frozenset({"join", "found", "reinstate", "sue"})
_HOLDS = frozenset({"appoint", "promise"})
CHANGES = ENDS | _STARTS | _HOLDS
_FLEETING = frozenset({"appoint", "promise", "reinstate", "join"})
"""What is over once the bearer has left."""
_STEPS_LETTER = regex("[代理任假停]| over as ")
_STEPS = regex(
    r"(?:暂代|代任|署理|代行)[^，。]{0,6}(?:职|总裁|主席|主任|长)|留任|停职|休长?假"
    r"|(?:took|takes|taken) over as "
)
"""What is no leaving and no joining: who stands in for somebody, stays, is suspended or takes a leave."""
_STEPS_REACH = 12
_STALE, _LONG_AGO, _LEANING, _POINTING, _QUOTING = 0.45, 0.25, 0.6, 0.4, 0.5
_STALE_MONTHS = 4
"""What happened so long before its article is what the article looks back to."""


def usable(material: Material, statement: Statement, entity: Entity) -> bool:
    """Whether it may stand in a row of its own: 也是在这个月 is a riddle there, 许骏：很好 tells nothing."""
    text = statement.simple
    labelled = "：" in text[:_LABEL] and any(text.startswith(f"{name}：") for name in entity.spellings)
    return choosing.form(statement) >= LEAST_FORM and not (labelled or _THAT_DAY.match(text))


_LABEL = 12
"""Characters in which the label of a transcript's speaker ends."""


_THAT_DAY = regex("(?:也|就|正)?是?在?(?:这个?|同一?个?|当|那个?)(?:月|天|年|日)，")


@once_for_copies
def changes(material: Material, statement: Statement, entity: Entity) -> frozenset[str]:
    """The changes of the bearer's own state that the statement tells."""
    if lexicon.DENIAL.search(statement.folded):
        return frozenset()
    found = CHANGES & (statement.acts_of(entity.key) | _suffered_with(material, statement, entity))
    if entity.kind == "person" and is_judged(statement.simple, entity):
        found |= {"judge"}
    if entity.kind == "person" and _replaces(material, statement, entity):
        found |= {"appoint"}
    if "appoint" in found and _RELIEVED.search(statement.simple):
        found = (found - {"appoint"}) | {"dismiss"}
    if "die" in found and (on_record(statement, entity) or _is_no_own_death(statement)):
        found -= {"die"}  # who says something of a crash that killed 260 was not killed
    steps = _STEPS.search(statement.simple) if _STEPS_LETTER.search(statement.simple) else None
    if steps:
        before = max(
            (statement.simple.rfind(name, 0, steps.start()) for name in entity.spellings), default=-1
        )
        reach = _STEPS_REACH * (3 if statement.simple.isascii() else 1)
        if before >= 0 and steps.start() - before <= reach:
            found |= {"appoint"}
    return frozenset(found)


def _is_no_own_death(statement: Statement) -> bool:
    """他听到死亡人数攀升, 因过失致死罪被判刑: others died, if anybody."""
    rest = _OF_OTHERS.sub("", statement.folded)
    return rest != statement.folded and "die" not in lexicon.actions(rest)


_OF_OTHERS = regex(
    "(?:死亡|遇难|罹难|死难)(?:人数|数字|总数|率|名单|案例|病例|事故|者|家属)|致死罪?|死罪|死刑|死者|死伤(?:者|人数|事故)?"
)


def _replaces(material: Material, statement: Statement, entity: Entity) -> bool:
    """几天后，她被|何以宁|取代: he has her office now."""
    text, place = statement.simple, stand(material, statement, entity).place
    behind = place + len(named_at(text, place, entity))
    return text[:place].endswith(("被", "由")) and _TAKES_OVER.match(text, behind) is not None


_TAKES_OVER = regex("(?:[(（][^()（）]*[)）])?(?:取代|接替|接任|继任|替代)")


def _suffered_with(material: Material, statement: Statement, entity: Entity) -> frozenset[str]:
    """What is done to whoever is named with the entity in one breath: 董事会解雇了陆闻和|何以宁."""
    place = stand(material, statement, entity).place
    for key in statement.entities:
        suffered = statement.acts_of(key) & lexicon.SUFFERED if key != entity.key else frozenset()
        if suffered and key not in material.firms and with_whom(material, statement, key, 0, place) >= 0:
            return suffered
    return frozenset()


_RELIEVED = regex("(?:解除|撤销|免去|终止|取消)[^，。；]{0,8}(?:任命|委任)")
"""被解除了董事|任命: no appointment."""
_JUDGED = cue(
    "(?:被(?!告)|[遭获])[^，。；、]{0,14}?，?(?:判(?:处|决|刑|监|囚|入狱|有|无|死|[0-9一二三四五六七八九十])|禁赛|停赛|终身禁|定罪|起诉|检控|通缉|引渡|罚款|处罚)"
    "|获刑|入狱|服刑|被控|获释|保释|构成[^，。；]{2,12}罪"
    "|(?:刑期|禁赛期|停赛期)[^。；]{0,24}(?:减[至为少]|缩短|延长|改为)",
    "sentenced | convicted | banned | indicted | charged with | jailed | fined | acquitted | pleaded guilty"
    " | extradited",
    end=r"\b",
)
"""What a court, or who may punish, does to somebody."""
_JUDGES = regex("判[处决令](?:被告人?|犯人)?$")
_JUDGED_REACH = 30


def is_judged(simple: str, entity: Entity) -> bool:
    """Whether the bearer is who is judged: named last before the verdict, or right behind 判处."""
    folded = simple.lower()
    verdict = _JUDGED.search(folded)
    if verdict is None and "判" not in simple:
        return False
    for name in entity.spellings:
        place = simple.rfind(name, 0, verdict.start()) if verdict else -1
        behind = verdict.start() - place - len(name) if verdict and place >= 0 else -1
        reach = _JUDGED_REACH * (3 if simple.isascii() else 1)
        if 0 <= behind <= reach and not _OTHERS.search(simple, place + len(name), place + len(name) + behind):
            return True
        place = simple.find(name)
        if place >= 0 and _JUDGES.search(simple, 0, place):
            return True
    return False


_OTHERS = regex("的(?!是)|。|；|'s |’s ")
"""Between a name and a verdict: it is passed on somebody of his, or elsewhere."""


def starts(material: Material, statement: Statement, entity: Entity) -> bool:
    """Whether it tells where the entity is now: whom it has joined, what it has founded."""
    begun = changes(material, statement, entity) & {"join", "found"}
    return bool(begun) and not past.is_past(material, statement)


def changed(material: Material, statement: Statement, entity: Entity) -> bool:
    """Whether the statement is about the entity and tells a change of its state, or one that is settled."""
    if not (changes(material, statement, entity) or _TO_COME.search(statement.folded)):
        return False
    return subject(material, statement, entity) >= SUBJECT


def ended(material: Material, statements: Collection[Statement], entity: Entity) -> float:
    """The recency of the newest article that tells the bearer's leaving, and no return; or -1."""
    end = back = -1.0
    for each in statements:
        deeds = each.acts_of(entity.key)
        if "die" in deeds and _is_no_own_death(each):
            deeds -= {"die"}
        if deeds and not past.is_past(material, each) and subject(material, each, entity) >= SUBJECT:
            recency = material.recency[each.document]
            end = max(end, recency if deeds & ENDS else -1.0)
            back = max(back, recency if "reinstate" in deeds else -1.0)
    return end if end > back else -1.0


def says(material: Material, statement: Statement, entity: Entity, ended_at: float = -1.0) -> float:
    """Newest first, then: is the bearer what the sentence is about, and does it tell of a change?

    *ended_at*: since an article of that recency the bearer is known to have left.
    """
    about = subject(material, statement, entity)
    alone = 1.0 if len(material.telling(statement.entities)) < 4 else 0.5
    act = _act(material, statement, entity, about)
    recency = material.recency[statement.document]
    age = 1.0 - 0.6 * (_newest(material, entity) - recency)
    act *= _QUOTING if choosing.quotes(statement) else 1.0
    if past.is_past(material, statement):
        act *= _LONG_AGO
    elif _is_stale(material, statement):
        act *= _STALE
    changed = changes(material, statement, entity)
    act *= _outlived(changed, recency, ended_at)
    act *= _OVERRULED if "judge" in changed and recency < _judged(material, entity) else 1.0
    guess = 0.6 if lexicon.HEDGE.search(statement.folded) or "一旦" in statement.simple else 1.0
    form = min(_form(material, statement, entity), _LEANING if choosing.leans(statement) else 1.0)
    form *= (
        _POINTING
        if _points_back(material, statement) or _THIS_ONE.search(statement.simple)
        else _LATER
        if _AFTER.match(statement.simple)
        else 1.0
    )
    size = choosing.length(statement.text)
    brief = size <= _BRIEF or starts(material, statement, entity)
    form *= 1.0 if brief else 0.9 if size <= _FULL else _LENGTHY
    own_language = 0.85 if material.chinese and statement.folded.isascii() else 1.0
    return about * alone * act * age * guess * form * fresh(material, statement, entity) * own_language


def fresh(material: Material, statement: Statement, entity: Entity) -> float:
    """What is left of a sentence that other sections print, or whose news they tell: a quarter at least."""
    # Where somebody is now is told, whoever else's row tells it.
    if entity.key not in material.firms and starts(material, statement, entity):
        return 1.0
    # A change of theirs is what to know of them, whoever else tells it.
    known = entity.key in material.firms or changes(material, statement, entity)
    news = choosing.news_value if known else choosing.untold
    return 0.25 + 0.75 * news(material, statement)


def _newest(material: Material, entity: Entity) -> float:
    """The recency of the newest article that names the entity."""
    known: dict[str, float] = material.answers[_newest]
    if entity.key not in known:
        known[entity.key] = max(map(material.recency.__getitem__, entity.documents))
    return known[entity.key]


_OVERRULED = 0.6
"""What a verdict is worth once a newer article tells another, or the same again."""


def _judged(material: Material, entity: Entity) -> float:
    """The recency of the newest article that tells a verdict on the entity; or -1."""
    known: dict[str, float] = material.answers[_judged]
    if entity.key not in known:
        told = (each for each in naming(material, entity) if "judge" in changes(material, each, entity))
        known[entity.key] = max((material.recency[each.document] for each in told), default=-1.0)
    return known[entity.key]


def _points_back(material: Material, statement: Statement) -> bool:
    """Whether 他 stands before any name: 据他的导师辛顿透露.. is about one whom another sentence names."""
    people = [key for key in statement.entities if key not in material.firms]
    if (
        len(people) == 1
        and statement.folded.isascii()
        and _ANOTHER.search(choosing.outside_quotes(statement))
    ):
        return True
    who = _SOMEBODY.search(statement.folded)
    if who is None:
        return False
    before = statement.simple[: who.start()]
    return not any(name in before for key in people for name in material.spellings.get(key, ()))


_THIS_ONE = regex(
    "[将会要].{0,6}(?:此次|本次|该次|这次)[^，。；]{0,4}(?:大会|会议|董事会|股东会|听证会|投票|表决)"
)
"""将在此次股东大会上讨论..: of which meeting, and it may be over."""
_AFTER = regex(
    "[一两二三四五六七八九十几0-9]+个?(?:小时|天|周|星期|月|年)(?:之?后|以后)，|(?:次日|翌日|隔天|第二天)，"
)
_LATER = 0.7
"""What a sentence is worth that counts from another's day: 四天之后，她辞职."""
_ANOTHER = regex(r"\b(?:him|them)\b|\bm(?:s|rs|iss)\b\.? .*\b(?:he|his)\b|\bmr\b\.? .*\b(?:she|her)\b")
"""In a sentence that names one person: who is told of besides is named elsewhere (Mr Sha told him so)."""
_SOMEBODY = cue("[他她](?<![其吉].)(?!人|们|国|乡|日)", "he | she | his | her", end=r"\b")
_WHO = 0.6
"""What a sentence that tells no deed is worth when it does not say who its bearer is."""
_APPOSED = regex(
    r"(?:[(（][^()（）]*[)）])?(?:[，,][ ]?(?:an?|the|who|which)\b|是"
    "|，[^，。；]{0,12}(?:[者员人师家手]|[部局处校院署队厂行会社]长|主任|主席|总裁)[，。])"
)


def says_who(statement: Statement, entity: Entity) -> bool:
    """Whether an office stands beside the name: 检查员伊内斯·卡胡; Lin Mei, a judge."""
    text = statement.simple
    place = max(0, first_place(text, entity))
    before = text[:place].rstrip()
    return (
        _OFFICE_BEFORE.search(before) is not None
        or before.rsplit(" ", 1)[-1].lower() in _name_data.ROLES_EN
        or _APPOSED.match(text, place + len(named_at(text, place, entity))) is not None
    )


_OFFICES = {*_name_data.ROLES_ZH, *_name_data.ROLES_MORE_ZH, "官", "前锋", "门将", "队医"}
_OFFICE_BEFORE = regex(f"{alternatives.pattern(sorted(_OFFICES))}$")


def _form(material: Material, statement: Statement, entity: Entity) -> float:
    """Who has left is told even by a sentence that opens with what it does not name: 这些压力导致她离职."""
    if changes(material, statement, entity) & (ENDS | _STARTS) or _TO_COME.search(statement.folded):
        return choosing.form_beside_name(statement)
    return choosing.form(statement)


_TOLD_AGAIN = 0.25
"""Share of a story's time in which articles tell again that somebody left who is elsewhere already."""


def _outlived(changed: frozenset[str], recency: float, ended_at: float) -> float:
    """What is left of a state once the bearer has left; who joins or founds something then is there now."""
    if changed & _STARTS and recency + _TOLD_AGAIN >= ended_at >= 0:
        return 1.5
    if recency > ended_at or changed & ENDS:
        return 1.0
    if recency == ended_at:
        return 0.15 if changed else 0.6
    return 0.3 if changed & _FLEETING else 0.7 if changed else 0.45


def _act(material: Material, statement: Statement, entity: Entity, about: float) -> float:
    if entity.key in material.firms:
        central = material.central.get(statement.place, 0.0)
        return max(_MENTIONED, firms.acts(material, statement, entity)) * (0.5 + central)
    place = stand(material, statement, entity).place
    changed = changes(material, statement, entity) if about >= SUBJECT else frozenset()
    if changed and is_planned(statement):
        return _PLANNED
    if changed:
        return (1.25 if changed & (ENDS | _STARTS) else 1.1) + 0.1 * (len(changed) > 1)
    # An English subject may be explained between commas before its verb.
    clause = statement.folded if statement.folded.isascii() else slots.clause_at(statement, place)
    if about >= SUBJECT and _TO_COME.search(clause) and not lexicon.DENIAL.search(clause):
        return 1.05
    of_now = not (choosing.leans(statement) or past.is_past(material, statement))
    # What he plans stands behind his name: 何以宁|将..; not 预计将被停飞的737，何以宁..
    plans = of_now and not _ASKS.search(clause) and _plans(statement, entity, clause)
    if about >= SUBJECT and (plans or statement.acts_of(entity.key)):
        return 0.75
    known = 1.0 if says_who(statement, entity) else _WHO
    if on_record(statement, entity):
        return 0.7 * known
    if _TRAIT.search(statement.folded) or _SILENT.search(clause):
        return 0.1 * known
    return (
        _ROLE if _IS.match(statement.simple, place + len(named_at(statement.simple, place, entity))) else 0.15
    ) * known


_SILENT = regex(
    "(?:没有|未|不|拒绝|并未|尚未)[^，。；]{0,4}(?:回应|回复|回答|置评|评论|表态)"
    r"|\b(?:declined to|did not|didn’t|didn't|refused to) (?:comment|respond|answer|reply)"
)
"""Who does not answer has told nothing."""
_ROLE = 0.3
"""What a sentence is worth that says what somebody is."""
_IS = regex(
    "(?:[(（][^()（）]*[)）])?(?:则|就|也|曾|还)?(?:是|出任|担任)(?!否|不是|因|为|在|以|由|从)"
    "| (?:is|was) (?:an?|the) "
)


def is_planned(statement: Statement) -> bool:
    """Whether others have still to decide on the change of state that it speaks of."""
    return _NOT_YET.search(statement.simple) is not None


def _plans(statement: Statement, entity: Entity, clause: str) -> bool:
    found = lexicon.PROMISE.search(clause)
    name = next((each.lower() for each in entity.spellings if each.lower() in clause), "")
    return found is not None and bool(name) and clause.find(name) < found.start()


_MENTIONED = 0.05
"""What a sentence is worth in which a firm does nothing; few have no other (`firms.is_in`)."""
_BRIEF, _FULL, _LENGTHY = 50, 75, 0.75
"""Lengths in Chinese characters, and what a longer sentence is worth: a row tells one thing of one."""
_NOT_YET = regex(
    "(?:讨论|审议|表决|考虑|商讨|决定|计划|拟|打算|试图|要求|提议|建议|提案|议案|是否)[^。；]{0,30}(?:罢免|解除|免去|解雇|撤换|任命)(?!了)"
    "|(?:罢免|解除|免去|解雇|撤换)[^，。；]{0,12}(?:提案|议案|动议|建议|计划)"
    "|(?:尝试|试图)[^。；]{0,24}(?:复职|回归|重返|回到)"
)
_PLANNED = 0.3
"""A change of state on which others have still to decide: less than one that is told, more than a trait."""
_ASKS = regex(r"是否|能否|\bwhether\b|unclear")
_TO_COME = regex(
    r"将(?:[于在][^，。]{1,12})?(?:接替|接任|出任|担任|就任|加入|加盟|离开|离职|辞去|卸任|退休|复职|回归)"
    r"|\bwill (?:succeed|replace|join|leave|resign|step (?:down|aside)|return|take over|become)\b"
)
"""A change of state that is settled."""
_TRAIT = regex(r"\d岁|出生于|毕业于|年龄|性格|\baged? \d|\bborn in\b|years? old\b")
"""What somebody is like, or was before the story."""


_YEARS_AGO = regex("[一两二三四五六七八九十几0-9]+年多?[之以]?前|\\byears? ago\\b")


def _is_stale(material: Material, statement: Statement) -> bool:
    if _YEARS_AGO.search(statement.simple):
        return True
    now, told = material.known.get(statement.document, ""), choosing.last_told(statement)
    return len(now) > 6 and len(told) > 6 and dates.months_between(told, now) > _STALE_MONTHS
