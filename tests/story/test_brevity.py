"""A digest is shorter than what it digests: the best rows of each section, as far as the room goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest import story
from digest.model import SECTIONS, ArticleId, Event, Excerpt, Span, Story, Theme, sentences_of
from digest.story import brevity
from digest.story.statements import gathering
from tests.story.events import ferry, summaries

THEME = Theme("t", "T")
TOLD = story.tell(summaries(ferry()), THEME, as_of="2025-12-31")


def length(told, sections=SECTIONS):
    return sum(len(each.text) for section in sections for each in told.excerpts(section))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.99])
def test_no_more_is_told_than_there_is_room_for_and_the_rest_is_named(share):
    room = share * length(TOLD)

    told, gone = brevity.within(TOLD, room, SECTIONS)

    assert length(told) <= room
    assert length(told) + sum(len(each.text) for each in gone) == length(TOLD)
    for section in SECTIONS:
        rows = iter(getattr(TOLD, section))
        assert all(row in rows for row in getattr(told, section)), "in the order of the story"


def test_a_story_that_has_room_is_told_whole():
    assert brevity.within(TOLD, length(TOLD), SECTIONS) == (TOLD, ())


def test_every_section_has_its_best_row_before_one_has_all():
    told, _ = brevity.within(TOLD, 0.5 * length(TOLD), SECTIONS)

    assert any(len(getattr(told, section)) < len(getattr(TOLD, section)) for section in SECTIONS)
    for section in ("lead", "points", "differ"):
        assert getattr(told, section)[:1] == getattr(TOLD, section)[:1]


def test_the_first_row_stands_however_little_room_there_is():
    told, _ = brevity.within(TOLD, 1, SECTIONS)

    assert [told.lead, told.points] == [TOLD.lead[:1], ()]


def test_what_stands_above_already_goes_first():
    told, gone = brevity.within(TOLD, length(TOLD) - 1, SECTIONS)
    above = {(each.article, each.source.start) for each in (*told.excerpts("points"), *told.excerpts("lead"))}
    above |= {(each.article, each.source.start) for each in told.excerpts("timeline")}

    assert gone
    assert all((each.article, each.source.start) in above for each in gone)


def test_a_section_that_the_page_does_not_show_takes_no_room():
    shown = ("lead", "timeline")
    told, gone = brevity.within(TOLD, length(TOLD, shown), shown)

    assert (told, gone) == (TOLD, ())


def test_a_row_of_every_section_has_its_sentences():
    assert all(sentences_of(row) for section in SECTIONS for row in getattr(TOLD, section))


def test_what_is_taken_back_is_not_printed():
    """So the list of articles may have it."""
    read = gathering.read(ferry())
    statement = read.statements[0]
    excerpt = read.excerpt(statement, "lead")

    read.take_back([excerpt])

    assert read.used[statement.place] == 0


def test_another_day_comes_before_a_second_row_of_a_day():
    events = {date: event(date) for date in ("2025-03-08", "2025-03-09", "2024-11")}
    again = event("2025-03-08")
    told = replace(Story(), timeline=(*events.values(), again))

    short, _ = brevity.within(told, 3 * len(again.sentence.text), SECTIONS)

    assert [row.date for row in short.timeline] == list(events)


def event(date):
    text = "客轮公司宣布解雇总裁。"
    excerpt = Excerpt(text, ArticleId("a"), Span(0, len(text)), (), "timeline")
    return Event(date, "day", False, excerpt, (ArticleId("a"),))
