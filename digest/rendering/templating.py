"""Templates: Jinja in its sandbox, escaping HTML, refusing names that do not exist."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from digest.errors import RenderError
from digest.rendering.names import columns
from digest.rendering.words import words
from digest.rendering.wrapping import wrap
from digest.shipped import shipped

if TYPE_CHECKING:
    from jinja2 import Environment


def fill(name: str, folders: tuple[Path, ...], language: str, values: Mapping[str, object]) -> str:
    """The template *name*, from the first of *folders* that has it. `RenderError` says file and line."""
    from jinja2 import TemplateError
    from jinja2.exceptions import SecurityError

    try:
        return environment(folders, language).get_template(name).render(values)
    except SecurityError as error:
        raise RenderError(
            _place(error, name), f"not allowed in a template: {error}", "use the page's own fields"
        ) from error
    except TemplateError as error:
        raise RenderError(
            _place(error, name), str(error) or type(error).__name__, "see templates/README.md"
        ) from error
    except (TypeError, ValueError, KeyError, AttributeError, ZeroDivisionError, OverflowError) as error:
        # What a mistake in a template raises, once it runs.
        fact = f"{type(error).__name__}: {error}"
        raise RenderError(_place(error, name), fact, "see templates/README.md") from error


@lru_cache(maxsize=16)
def environment(folders: tuple[Path, ...], language: str) -> Environment:
    """One environment for a search path and a language; a changed template is read again.

    A path that leads through any folder of a user's is watched by the sandbox as a whole.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    # The sandbox watches every attribute, a third of the time of a page; our own templates need no watching.
    ours = all(shipped("templates") in folder.parents for folder in folders)
    made = (Environment if ours else ImmutableSandboxedEnvironment)(
        loader=FileSystemLoader(folders),
        autoescape=lambda name: not (name or "").endswith((".txt", ".md")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=True,
    )
    tongue = words(language)
    made.globals = {"t": tongue, "tn": tongue.count, "join": tongue.join, "gap": tongue.gap}
    made.globals["right_to_left"] = right_to_left
    made.filters |= {"width": columns, "wrap": wrap, "markdown": markdown}
    return made


_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def right_to_left(language: str) -> bool:
    """Whether a BCP 47 tag is of a language written so: else its full stops stand at the wrong end."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#|~!&$])")
_STARTS = re.compile(r"^(\s*)(?:(\d+)([.)])|([-+=>]))(?=\s|$|[-=])")


def markdown(text: str) -> str:
    """*text* with every mark escaped that CommonMark would read as its own, links and HTML among them."""
    text = _MARKDOWN.sub(r"\\\1", text)
    return _STARTS.sub(lambda m: m[1] + (f"{m[2]}\\{m[3]}" if m[2] else f"\\{m[4]}"), text)


def _place(error: BaseException, name: str) -> str:
    """File and line of the template that failed, from the error or from the frames of the template code."""
    line, file = getattr(error, "lineno", None), getattr(error, "filename", None)
    step = error.__traceback__
    while step and not line:
        code = step.tb_frame.f_code.co_filename
        if code.endswith((".html", ".xhtml", ".txt", ".md")):
            # The innermost template is the one that is wrong, not those that include it.
            file, place = code, step.tb_lineno
            name = f"{file}:{place}"
        step = step.tb_next
    return f"{file or name}:{line}" if line else name
