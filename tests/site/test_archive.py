"""The archive: a pure function of the issues, whose links lead somewhere from anywhere."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import feedparser
import pytest
from lxml import etree

from digest import issue_json
from digest.errors import ConfigError
from digest.rendering.site import build
from tests.site.helpers import archive, issue

BASE = "https://news.example.org/digests/"


class Links(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL))

    def handle_starttag(self, tag, attrs):
        self.found += [(tag, value) for name, value in attrs if name in ("href", "src")]


def test_the_same_issues_give_the_same_bytes():
    assert dict(build(archive(), BASE)) == dict(build(archive(), BASE))


def test_the_order_in_which_issues_come_does_not_matter():
    assert dict(build(archive(), BASE)) == dict(build(archive()[::-1], BASE))


def test_a_new_issue_changes_no_page_of_an_older_one():
    before = dict(build(archive()[:-1], BASE))
    after = dict(build(archive(), BASE))

    changed = {name for name in before if before[name] != after[name]}
    assert not any(name.count("/") == 2 for name in changed)
    assert changed <= {
        "index.html", "atom.xml", "feed.json", "search-index.js", "sitemap.xml",
        "night-markets/index.html", "night-markets/atom.xml", "night-markets/feed.json",
    }  # fmt: skip


def test_every_issue_has_its_page_its_text_and_its_json():
    files = dict(build(archive(), BASE))

    for each in archive():
        page = files[f"{each.id}/index.html"].decode()
        assert all(excerpt.text in page for excerpt in each.excerpts)
        assert files[f"{each.id}/index.txt"]
        assert issue_json.load(files[f"{each.id}/issue.json"].decode()).id == each.id


@pytest.mark.parametrize("base", [BASE, ""])
def test_every_link_between_pages_is_relative_and_leads_to_a_file(base):
    """Only so do the pages work from a folder and under any address."""
    files = dict(build(archive(), base))

    for name, content in files.items():
        if name.endswith(".html"):
            for tag, address in Links(content.decode()).found:
                if tag == "link" and address.startswith("https://"):
                    assert address == f"{BASE}{dirname(name)}/", "a page's own permanent address"
                else:
                    assert "://" not in address
                    assert normpath(join(dirname(name), unquote(address))) in files, (name, address)


def test_without_an_address_there_is_no_sitemap_and_feeds_lead_to_files():
    files = dict(build(archive(), ""))

    assert "sitemap.xml" not in files
    links = [entry.link for entry in feedparser.parse(files["atom.xml"]).entries]
    assert all(link in files for link in links)
    below = [row["url"] for row in json.loads(files["night-markets/feed.json"])["items"]]
    assert all(normpath(join("night-markets", link)) in files for link in below)


def test_the_feed_is_valid_atom():
    """RFC 4287: what feed and entry must have, once each."""
    content = dict(build(archive(), BASE))["atom.xml"]

    parsed = feedparser.parse(content)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    root = etree.fromstring(content)
    atom = "{http://www.w3.org/2005/Atom}"
    for element in (root, *root.iter(f"{atom}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(atom + name)) == 1
    assert root.find(f"{atom}author/{atom}name") is not None
    times = [entry.find(f"{atom}updated").text for entry in root.iter(f"{atom}entry")]
    assert times == sorted(times, reverse=True)
    assert root.find(f"{atom}updated").text == times[0] == "2026-06-14T18:00:00Z"
    ids = [entry.find(f"{atom}id").text for entry in root.iter(f"{atom}entry")]
    assert len(set(ids)) == len(ids) == len(archive())


def test_the_json_feed_has_what_version_1_1_asks_for():
    feed = json.loads(dict(build(archive(), BASE))["feed.json"])

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["feed_url"] == f"{BASE}feed.json"
    assert all(row["id"] and row["content_text"] and row["url"].startswith(BASE) for row in feed["items"])


def test_an_entry_keeps_its_name_when_the_site_moves():
    here, there = (
        json.loads(dict(build(archive(), base))["feed.json"]) for base in (BASE, "https://b.example/")
    )

    assert [row["id"] for row in here["items"]] == [row["id"] for row in there["items"]]


def test_the_sitemap_lists_the_index_and_every_page():
    root = etree.fromstring(dict(build(archive(), BASE))["sitemap.xml"])

    places = [element.text for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert set(places) == {BASE, *(f"{BASE}{each.id}/" for each in archive())}


def test_the_search_knows_every_title_and_point():
    files = dict(build(archive(), BASE))
    written = files["search-index.js"].decode()

    rows = json.loads(written.removeprefix("window.digestIndex=").rstrip().removesuffix(";"))
    assert rows[0][0] == "harbour-trams/2026-06-14T1800/index.html"
    words = next(row[4] for row in rows if row[0].startswith("harbour-trams/2026-05-31"))
    for article in archive()[0].articles:
        assert not article.title or article.title in words
    for point in archive()[0].story.points:
        assert point.sentences[0].text in words


def test_the_index_shows_the_newest_issue_first():
    html = dict(build(archive(), BASE))["index.html"].decode()

    places = [html.index(f'href="{each.id}/index.html"') for each in archive()]
    assert places[2] < places[1] < places[3] < places[0]


def test_one_theme_needs_no_page_of_themes():
    files = dict(build(archive()[:3], BASE))

    assert "harbour-trams/index.html" not in files
    assert "<h1>港湾电车</h1>" in files["index.html"].decode()


def test_nothing_is_built_of_no_issue():
    assert list(build([], BASE)) == []


def test_the_same_issue_twice_is_refused():
    with pytest.raises(ConfigError, match="twice"):
        list(build([issue(), issue()], BASE))


@pytest.mark.parametrize(
    "name", ["../x", "a/../b", "a", "a/b/c", "a/", "/b", "a/b?c", "a/b#c", "a\\b/c", "a/b\n"]
)
def test_an_id_that_is_no_path_of_a_page_is_refused(name):
    with pytest.raises(ConfigError, match="no path of a page"):
        list(build([replace(issue(), id=name)], BASE))


def test_issues_are_read_one_by_one():
    """Memory must not grow with the pages of the archive."""
    asked = []

    def read():
        for each in archive():
            asked.append(each.id)
            yield each

    files = build(read(), BASE)

    next(files)
    assert len(asked) == 1
