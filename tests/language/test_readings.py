"""Readings of Chinese characters without pypinyin's start: the same that it gives."""

import subprocess
import sys
import tomllib
from importlib.metadata import version

import pytest
from pypinyin import Style, lazy_pinyin

from digest.language import readings

TEXTS = [
    "林国栋",
    "苏茨克维尔",
    "吕绿女",
    "嗯",
    "重庆",
    "长孙无忌",
    "一丘之貉的长城",
    "银行行长",
    "尔克·特德斯",
    "OpenAI的人",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_readings_are_those_of_pypinyin(text):
    assert readings.syllables(text) == lazy_pinyin(text)
    assert readings.heads(text) == lazy_pinyin(text, style=Style.INITIALS, strict=False)
    assert readings.wade_giles(text) == lazy_pinyin(text, style=Style.WADEGILES)


def test_what_is_stored_is_what_the_installed_pypinyin_says():
    """After an update of pypinyin: ``from digest.language.readings import store; store()``."""
    stored = readings._FILE.read_text("utf-8")
    of = tomllib.loads(stored)["pypinyin"]
    if of != version("pypinyin"):
        pytest.skip(f"stored by pypinyin {of}, {version('pypinyin')} is installed")

    assert stored == readings.written()


def test_pypinyin_is_loaded_only_for_a_phrase_that_is_read_in_a_way_of_its_own():
    """行 is xing, but for 银行."""
    script = (
        "import sys; from digest.language import readings;"
        "readings.syllables('林国栋'); readings.wade_giles('马斯克'); print('pypinyin' in sys.modules);"
        "print(readings.syllables('银行'), 'pypinyin' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert told.stdout.split("\n")[:2] == ["False", "['yin', 'hang'] True"]
