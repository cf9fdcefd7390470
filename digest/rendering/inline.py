"""Write a page's styles into its elements: what mail programs keep when they drop the style sheet."""

from __future__ import annotations

import logging
import re

from digest.errors import RenderError

_BODY_WIDTH = re.compile(r'(<body\b[^>]*?) width="[^"]*"')


def inlined(html: str, css: str, place: str) -> str:
    """*html* with *css* in ``style`` attributes; its own ``<style>`` elements marked ``ignore`` stay.

    Raises `RenderError` when the page cannot be read.
    """
    from lxml.etree import LxmlError
    from premailer import Premailer

    # cssutils reports every property it does not know (mso-*, text-wrap) on standard error.
    logging.getLogger("CSSUTILS").setLevel(logging.CRITICAL)
    try:
        page = Premailer(
            html,
            css_text=css,
            strip_important=False,
            disable_validation=True,
            allow_network=False,
            disable_leftover_css=True,
            keep_style_tags=False,
            cssutils_logging_level=logging.CRITICAL,
        ).transform(pretty_print=False)
    except (LxmlError, ValueError) as error:
        raise RenderError(
            place, f"styles cannot be written into the page ({error})", "check its style.css"
        ) from error
    # A width on <body> is no valid HTML; premailer copies it from nowhere else.
    return _BODY_WIDTH.sub(r"\1", page)
