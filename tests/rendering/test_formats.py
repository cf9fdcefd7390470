"""The files of an issue: each format is found by its name, and the same every time."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

import pytest
from lxml import etree

from digest.errors import ConfigError
from digest.rendering import WRITERS, render
from digest.rendering._sample import sample

XHTML = {"h": "http://www.w3.org/1999/xhtml"}


@pytest.mark.parametrize("name", WRITERS.names())
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_format_writes_the_same_bytes_again(name, language):
    issue = sample(language)
    writer = WRITERS.get(name)

    content = writer.write(issue, render(issue))

    assert writer.suffix == f".{name}"
    assert content == writer.write(sample(language), render(sample(language)))


def test_the_formats_are_these():
    assert WRITERS.names() == ("epub", "html", "json", "md", "txt")
    with pytest.raises(ConfigError, match="did you mean 'html'"):
        WRITERS.get("htm")


def test_json_is_the_issue_itself():
    issue = sample()

    assert json.loads(WRITERS.get("json").write(issue, render(issue)))["id"] == issue.id


def test_markdown_has_a_heading_for_each_section_and_every_sentence():
    issue = sample()

    written = WRITERS.get("md").write(issue, render(issue)).decode()

    assert written.startswith("# 港湾电车\n")
    assert written.count("\n## ") == len(issue.theme.sections)
    assert all(
        excerpt.text.replace("-", "\\-")[:8].replace("\\-", "-") in written for excerpt in issue.excerpts
    )
    assert "\n\n\n" not in written


@pytest.fixture
def book():
    issue = sample()
    return zipfile.ZipFile(BytesIO(WRITERS.get("epub").write(issue, render(issue))))


def test_a_book_begins_with_its_kind_uncompressed(book):
    """Readers look for it at a fixed place in the file (OCF 3.3, 4.3)."""
    first = book.infolist()[0]

    assert (first.filename, first.compress_type, first.header_offset) == ("mimetype", zipfile.ZIP_STORED, 0)
    assert book.read("mimetype") == b"application/epub+zip"


def test_a_books_contents_lead_to_places_that_exist(book):
    contents = etree.fromstring(book.read("book/contents.xhtml"))
    targets = [link.get("href").partition("#") for link in contents.iterfind(".//h:a", XHTML)]
    issue = etree.fromstring(book.read("book/issue.xhtml"))
    names = {element.get("id") for element in issue.iter() if element.get("id")}

    assert {file for file, _, _ in targets} == {"issue.xhtml"}
    assert {name for _, _, name in targets if name} == names
    assert len(names) == 11


def test_a_book_lists_every_file_it_holds(book):
    package = etree.fromstring(book.read("book/package.opf"))
    listed = {item.get("href") for item in package.iter("{http://www.idpf.org/2007/opf}item")}

    assert {f"book/{name}" for name in listed} | {
        "mimetype",
        "META-INF/container.xml",
        "book/package.opf",
    } == set(book.namelist())
