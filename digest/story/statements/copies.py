"""What all copies of a sentence answer alike is asked once. Pure.

What agencies report stands in many articles word for word.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from digest.story.statements.material import Material, Statement

T = TypeVar("T")


def once_for_copies(question: Callable[[Material, Statement], T]) -> Callable[[Material, Statement], T]:
    """*question* with its answers kept in `Material.answers`, by `Statement.alike`.

    It may look at all that copies have in common, but not at their articles.
    """

    @wraps(question)
    def asked(material: Material, statement: Statement) -> T:
        answers: dict[int, T] = material.answers[asked]
        if statement.alike not in answers:
            answers[statement.alike] = question(material, statement)
        return answers[statement.alike]

    return asked
