"""What all copies of a sentence answer alike is asked once. Pure.

What agencies report stands in many articles word for word: of somebody in it
each copy tells the same, whatever is known of its article.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from digest.story.names.entities import Entity
from digest.story.statements.material import Material, Statement

T = TypeVar("T")
_Question = Callable[[Material, Statement, Entity], T]


def once_for_copies(question: _Question[T]) -> _Question[T]:
    """*question* with its answers kept in `Material.answers`, by `Statement.alike` and entity.

    It may look at all that copies have in common, but not at their articles.
    """

    @wraps(question)
    def asked(material: Material, statement: Statement, entity: Entity) -> T:
        answers: dict[tuple[int, str], T] = material.answers[asked]
        key = statement.alike, entity.key
        if key not in answers:
            answers[key] = question(material, statement, entity)
        return answers[key]

    return asked
