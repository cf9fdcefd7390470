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
from digest.story.people import firms
from digest.story.people.subjects import IN_IT, SUBJECT, named_at, stand, subject
from digest.story.statements import choosing, lexicon, past, slots
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import Material, Statement

LEAST_FORM = 0.28
_ENDS = frozenset({"leave", "die", "dismiss", "arrest"})
_STARTS = frozenset({"join", "found", "reinstate", "sue"})
_HOLDS = frozenset({"appoint", "promise"})
CHANGES = _ENDS | _STARTS | _HOLDS
_FLEETING = frozenset({"appoint", "promise", "reinstate", "join"})
"""What is over once the bearer has left."""
_STEPS_LETTER = regex("[代理任假停]| over as ")
_STEPS = regex(
    r"(?:暂代|代任|署理|代行)[^，。]{0,6}(?:职|总裁|主席|主任|长)|留任|停职|休长?假"
    r"|(?:took|takes|taken) over as "
)
"""What is no leaving and no joining: who stands in for somebody, stays, is suspended or takes a leave."""
_STEPS_REACH = 12
_SPEAKS = (
    r"(?!称赞|称为|说法|说服)(?:表示|指出|宣布|透露|强调|称|说(?!话)|写道|告诉|回应|坦言|承认|否认|警告|呼吁|坚称|坚持(?=自己|认为|说)|质疑|反驳|证实"
    r"|重申|批评)"
)
_ON_RECORD = regex(
    r"[ ]?(?:[(（][^()（）]*[)）])?(?:[^，。；“「曾听没未拒不]{0,8}?"
    rf"|(?:(?!的)[^，。；：“「曾听]){{2,12}}，(?:但|并|只|又|则|也|还|仅)?){_SPEAKS}"
    r"|(?:, [^.;,]{3,60},|,?[^.;,]{0,20}) (?:said|told|says|wrote|argued|warned)\b"
)
_SAID = regex(r"[,?!.][”\"] (?:said|says|added|adds|wrote|recalled|explained) (?:[\w-]+ ){0,3}$")
"""“..,” said |Lin Mei."""
_QUOTES = "“", '"'
_STALE, _LONG_AGO, _LEANING, _POINTING, _QUOTING = 0.45, 0.25, 0.6, 0.4, 0.6
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


def on_record(statement: Statement, entity: Entity) -> bool:
    """Whether the entity speaks there: 发言人沈婧回应说."""
    text = statement.simple
    place = min((found for name in entity.spellings if (found := text.find(name)) >= 0), default=-1)
    if place < 0:
        return False
    behind = place + len(named_at(text, place, entity))
    return _ON_RECORD.match(text, behind) is not None or _SAID.search(text, 0, place) is not None


def speaks(material: Material, statement: Statement, entity: Entity) -> bool:
    """Whether the entity is on record there, and not only whom something is known from."""
    if not on_record(statement, entity):
        return False
    return subject(material, statement, entity) >= IN_IT or statement.simple.startswith(_QUOTES)


@once_for_copies
def changes(material: Material, statement: Statement, entity: Entity) -> frozenset[str]:
    """The changes of the bearer's own state that the statement tells."""
    if lexicon.DENIAL.search(statement.folded):
        return frozenset()
    found = CHANGES & statement.acts_of(entity.key)
    if entity.kind == "person" and is_judged(statement.simple, entity):
        found |= {"judge"}
    steps = _STEPS.search(statement.simple) if _STEPS_LETTER.search(statement.simple) else None
    if steps:
        before = max(
            (statement.simple.rfind(name, 0, steps.start()) for name in entity.spellings), default=-1
        )
        reach = _STEPS_REACH * (3 if statement.simple.isascii() else 1)
        if before >= 0 and steps.start() - before <= reach:
            found |= {"appoint"}
    return frozenset(found)


_JUDGED = cue(
    "[被遭获][^，。；、]{0,14}?，?(?:判(?:处|决|刑|监|囚|入狱|有|无|死|[0-9一二三四五六七八九十])|禁赛|停赛|终身禁|定罪|起诉|检控|通缉|引渡|罚款|处罚)"
    "|获刑|入狱|服刑|被控|获释|保释|构成[^，。；]{2,12}罪",
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
        if deeds and not past.is_past(material, each) and subject(material, each, entity) >= SUBJECT:
            recency = material.recency[each.document]
            end = max(end, recency if deeds & _ENDS else -1.0)
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
    act *= _outlived(changes(material, statement, entity), recency, ended_at)
    guess = 0.6 if lexicon.HEDGE.search(statement.folded) else 1.0
    form = min(_form(material, statement, entity), _LEANING if choosing.leans(statement) else 1.0)
    form *= (
        _POINTING if _points_back(material, statement) else _LATER if _AFTER.match(statement.simple) else 1.0
    )
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


def _says_who(statement: Statement, entity: Entity) -> bool:
    """Whether an office stands beside the name: 检查员伊内斯·卡胡; Lin Mei, a judge."""
    text = statement.simple
    place = min((found for name in entity.spellings if (found := text.find(name)) >= 0), default=0)
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
    if changes(material, statement, entity) & (_ENDS | _STARTS) or _TO_COME.search(statement.folded):
        return choosing.form_beside_name(statement)
    return choosing.form(statement)


def _outlived(changed: frozenset[str], recency: float, ended_at: float) -> float:
    """What is left of a state once the bearer has left; who joins or founds something then is there now."""
    if changed & _STARTS and recency >= ended_at >= 0:
        return 1.5
    if recency > ended_at or changed & _ENDS:
        return 1.0
    if recency == ended_at:
        return 0.15 if changed else 0.6
    return 0.3 if changed & _FLEETING else 0.7


def _act(material: Material, statement: Statement, entity: Entity, about: float) -> float:
    if entity.key in material.firms:
        central = material.central.get(statement.place, 0.0)
        return firms.acts(material, statement, entity) * (0.5 + central)
    place = stand(material, statement, entity).place
    changed = changes(material, statement, entity) if about >= SUBJECT else frozenset()
    if changed:
        return (1.25 if changed & (_ENDS | _STARTS) else 1.1) + 0.1 * (len(changed) > 1)
    # An English subject may be explained between commas before its verb.
    clause = statement.folded if statement.folded.isascii() else slots.clause_at(statement, place)
    if about >= SUBJECT and _TO_COME.search(clause) and not lexicon.DENIAL.search(clause):
        return 1.05
    of_now = not (choosing.leans(statement) or past.is_past(material, statement))
    plans = of_now and not _ASKS.search(clause) and lexicon.PROMISE.search(clause)
    if about >= SUBJECT and (plans or statement.acts_of(entity.key)):
        return 0.75
    known = 1.0 if _says_who(statement, entity) else _WHO
    if on_record(statement, entity):
        return 0.7 * known
    return (0.1 if _TRAIT.search(statement.folded) else 0.15) * known


_ASKS = regex(r"是否|能否|\bwhether\b|unclear")
_TO_COME = regex(
    r"将(?:[于在][^，。]{1,12})?(?:接替|接任|出任|担任|就任|加入|加盟|离开|离职|辞去|卸任|退休|复职|回归)"
    r"|\bwill (?:succeed|replace|join|leave|resign|step (?:down|aside)|return|take over|become)\b"
)
"""A change of state that is settled."""
_TRAIT = regex(r"\d岁|出生于|毕业于|年龄|性格|\baged? \d|\bborn in\b|years? old\b")
"""What somebody is like, or was before the story."""


def _is_stale(material: Material, statement: Statement) -> bool:
    now, told = material.known.get(statement.document, ""), choosing.last_told(statement)
    return len(now) > 6 and len(told) > 6 and dates.months_between(told, now) > _STALE_MONTHS
