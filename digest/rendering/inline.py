"""Write a page's styles into its elements: what mail programs keep when they drop the style sheet."""

from __future__ import annotations

import logging
import os

from digest.errors import RenderError


def inlined(html: str, css: str, place: str) -> str:
    """*html* with *css* in ``style`` attributes; its own ``<style>`` elements marked ``ignore`` stay.

    Raises `RenderError` when the page cannot be read.
    """
    from lxml.etree import LxmlError

    # Its cache holds 128 rules and selectors, fewer than one of our sheets has: full,
    # it parses the sheet again for each page, three times the work. Read at its import.
    os.environ.setdefault("PREMAILER_CACHE_MAXSIZE", "4096")
    from premailer import Premailer

    # cssutils reports every property it does not know (mso-*, text-wrap) on standard error.
    logging.getLogger("CSSUTILS").setLevel(logging.CRITICAL)
    try:
        page: str = Premailer(
            html,
            css_text=css,
            strip_important=False,
            disable_validation=True,
            allow_network=False,
            disable_leftover_css=True,
            keep_style_tags=False,
            # Copied onto <body> and <div>, where they are no valid HTML; templates set them on cells.
            disable_basic_attributes=["width", "height", "align", "valign"],
            cssutils_logging_level=logging.CRITICAL,
        ).transform(pretty_print=False)
    except (LxmlError, ValueError) as error:
        raise RenderError(
            place, f"styles cannot be written into the page ({error})", "check its style.css"
        ) from error
    return page
