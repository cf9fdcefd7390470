"""What ``import digest`` offers: the names of the contract, loaded when they are used, and no others."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import digest

CONTRACT = {"build", "clean", "read", "render", "send", "summarize", "verify"}


def test_the_public_names_are_the_contract_its_nouns_and_the_root_of_errors() -> None:
    nouns = {"Article", "Document", "Issue", "KeyPoint", "Rendering", "Theme"}
    assert set(digest.__all__) == CONTRACT | nouns | {"DigestError", "__version__"}


@pytest.mark.parametrize("name", sorted(digest.__all__))
def test_every_public_name_can_be_had_and_says_what_it_is(name: str) -> None:
    thing = getattr(digest, name)
    assert thing is not None
    if inspect.isfunction(thing) or inspect.isclass(thing):
        assert thing.__doc__, f"digest.{name} has no docstring"


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_no_module_takes_the_name_of_a_public_function(name: str) -> None:
    """An imported sub-module replaces the function of its name (``digest.clean``)."""
    __import__("digest.pipeline")
    assert inspect.isfunction(getattr(digest, name))


def test_a_name_that_does_not_exist_is_an_attribute_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match="'tiny'"):
        digest.tiny  # noqa: B018


def test_importing_digest_loads_no_module_but_itself() -> None:
    script = "import sys; import digest; print([m for m in sys.modules if m.startswith('digest')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['digest']"
