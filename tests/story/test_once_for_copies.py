"""What is asked once for all copies of a sentence, and of which sentences that is not true."""

from types import SimpleNamespace

import pytest

from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import Material


@once_for_copies
def words(material, statement):
    return statement.simple.split()


@pytest.mark.parametrize(("alike", "second"), [(3, ["one"]), (-1, ["another"])])
def test_only_copies_have_one_answer(alike, second):
    """What has no number (a sentence of the last issue, one dated anew) is no copy of another such."""
    material = Material((), [], True, ())

    told = [words(material, SimpleNamespace(simple=each, alike=alike)) for each in ("one", "another")]

    assert told == [["one"], second]
