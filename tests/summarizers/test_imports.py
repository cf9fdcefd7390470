"""What loading costs: nothing heavy before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = "['nltk', 'scipy', 'jieba', 'rjieba', 'sumy', 'numpy', 'pypinyin', 'requests']"


def loaded_after(code: str, watched: str = HEAVY) -> set[str]:
    probe = f"import sys\n{code}\nprint(*(name for name in {watched} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    return set(done.stdout.split())


def test_importing_the_summarizers_loads_nothing_heavy():
    assert loaded_after("import digest.summarizers; digest.summarizers.METHODS.names()") == set()


@pytest.mark.parametrize(
    "text", ["The council voted 31 to 4 for trams. It rained.", "市议会通过了议案。下雨了。"]
)
def test_salience_needs_neither_nltk_nor_scipy_nor_a_dictionary(text):
    code = f"from digest.summarizers import rank_sentences; assert rank_sentences({text!r})"

    assert loaded_after(code) <= {"numpy"}


def test_sumys_methods_need_no_download_and_print_nothing():
    code = (
        "from digest.summarizers import rank_sentences; rank_sentences('Trams return. Rain.', method='lsa')"
    )

    assert "scipy" not in loaded_after(code)
