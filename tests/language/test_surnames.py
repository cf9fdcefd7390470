"""How surnames are written in Latin letters."""

from digest.language import _name_data as data
from digest.language import surnames
from digest.language.readings import commonest


def test_the_readings_that_are_listed_are_those_of_pypinyin():
    """They save the time to load it; who adds a surname adds its reading to ``surnames.toml``."""
    families, syllables = surnames.in_pinyin()

    assert families == set(map(commonest, data.SURNAMES))
    assert syllables == set(map(commonest, data.TRANSLITERATION))
