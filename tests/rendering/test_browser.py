"""Pages in a real browser: nothing over the edge, no type too small, styled or bare."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess

import pytest

from digest.rendering import Links, render
from digest.rendering._sample import sample
from digest.web.preview import viewed
from tests.rendering.helpers import changed

WIDTHS = (320, 375, 600, 700, 1200)
LINKS = Links("https://news.example.org/a/", "https://news.example.org/u/x", "https://news.example.org/")

MEASURE = """
addEventListener("load", () => {
  const found = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentDocument, root = page.documentElement;
    const shown = [...page.body.querySelectorAll("*")].filter(e => e.offsetParent !== null);
    const said = shown.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim().length > 1));
    return {
      view: frame.title,
      over: root.scrollWidth - root.clientWidth,
      outside: shown.filter(e => e.getBoundingClientRect().right > root.clientWidth + 1).length,
      least: Math.min(...said.map(e => parseFloat(getComputedStyle(e).fontSize))),
      texts: said.length,
      height: root.scrollHeight,
    };
  });
  document.body.innerHTML = "<pre id=found></pre>";
  document.getElementById("found").textContent = JSON.stringify(found);
});
"""


@pytest.fixture(scope="module")
def views(tmp_path_factory):
    """Every look and language at every width, styled and bare, measured in one run of the browser."""
    frames = []
    for look in ("ledger", "paper", "plain"):
        for language in ("zh-Hans", "en"):
            page = render(sample(language), look=look, links=LINKS).html
            for kind in ("mail", "bare"):
                content = html.escape(viewed(page, kind))
                for width in WIDTHS:
                    title = f"{look} {language} {kind} {width}"
                    attributes = f'title="{title}" width="{width}" height="900"'
                    frames.append(f'<iframe {attributes} srcdoc="{content}"></iframe>')
    address = "https://news.example.org/" + "a" * 150
    page = html.escape(render(changed(sample(), lambda kept: kept and kept + address), links=LINKS).html)
    frames.append(f'<iframe title="long words" width="320" height="900" srcdoc="{page}"></iframe>')
    file = tmp_path_factory.mktemp("browser") / "frames.html"
    file.write_text(f"<meta charset=utf-8><script>{MEASURE}</script>" + "".join(frames), "utf-8")
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    done = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", file.as_uri()],
        capture_output=True, text=True, timeout=600, check=True,
    )  # fmt: skip
    written = re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)[1]
    return json.loads(html.unescape(written))


pytestmark = pytest.mark.chromium


def test_nothing_runs_over_the_edge_at_any_width(views):
    assert len(views) == 61
    assert [each for each in views if each["over"] > 0 or each["outside"]] == []


def test_no_type_is_smaller_than_13_pixels(views):
    assert all(each["texts"] > 20 for each in views)
    assert [each for each in views if each["least"] < 13] == []
