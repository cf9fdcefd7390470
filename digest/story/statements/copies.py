"""What all copies of a sentence answer alike is asked once. Pure.

What agencies report stands in many articles word for word: each copy tells the
same, of somebody in it, too, whatever is known of its article.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from digest.story.statements.material import Material, Statement

Of = TypeVarTuple("Of")
T = TypeVar("T")
_Question = Callable[[Material, Statement, *Of], T]


def once_for_copies(question: _Question[*Of, T]) -> _Question[*Of, T]:
    """*question* with its answers kept in `Material.answers`, by `Statement.alike` and whom else it is of.

    It may look at all that copies have in common, but not at their articles.
    What has no number (a sentence of the last issue, one dated anew) is asked each time.
    """

    @wraps(question)
    def asked(material: Material, statement: Statement, /, *of: *Of) -> T:
        if statement.alike < 0:
            return question(material, statement, *of)
        answers: dict[object, T] = material.answers[asked]
        key = (statement.alike, of) if of else statement.alike
        if key not in answers:
            answers[key] = question(material, statement, *of)
        return answers[key]

    return asked
