"""Feeds, messages, PDF and Word files: their texts, their claims, and what they must not do."""

import base64
import builtins
import io
import json

import feedparser
import pytest

from digest.errors import IntakeError
from digest.intake import read_bytes

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 version="2.0"><channel><title>城西日报</title><language>zh-cn</language>
<item><title>五号线 &amp; 大桥</title><guid>g1</guid><link>https://example.org/1</link>
<pubDate>Thu, 23 May 2024 08:00:00 GMT</pubDate><dc:creator>林溪</dc:creator>
<description>短的摘要</description>
<content:encoded>
<![CDATA[<p>第一段，<b>重</b>点在后。</p><p>第二段。</p>]]></content:encoded></item>
<item><title>机场</title><guid>g1</guid><author>zhou@example.org (周原)</author>
<description>只有文字。</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Daily Tram</title>
<entry><id>u1</id><title type="html">Line &lt;b&gt;five&lt;/b&gt;</title>
<author><name>Ann Hale</name></author>
<published>2024-01-02T03:04:05Z</published><link rel="self" href="https://example.org/me"/>
<link href="https://example.org/five"/><summary>Short.</summary>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>Line <b>five</b> is back.</p></div></content>
</entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Daily Tram",
        "language": "en",
        "items": [
            {"id": "1", "title": "Line five", "content_html": "<p>It is back.</p>", "url": "https://example.org/5",
             "date_published": "2024-01-02T03:04:05Z", "authors": [{"name": "Ann Hale"}]},
            {"id": 2, "content_text": "Plain text only."},
        ],
    }
)  # fmt: skip


def test_a_feed_is_an_article_an_entry_with_its_own_text_and_name():
    first, second = read_bytes(RSS.encode(), "daily.xml")

    assert first.entry == "g1"
    assert first.text == "<p>第一段，<b>重</b>点在后。</p><p>第二段。</p>"
    assert [line.text for line in first.lines] == ["第一段，重点在后。", "第二段。"]
    assert second.entry == "g1 (2)"
    assert second.id != first.id
    assert second.metadata.authors == ("周原",)


def test_what_an_entry_claims_is_kept():
    claims = read_bytes(RSS.encode(), "daily.rss")[0].metadata
    assert (claims.title, claims.authors, claims.publisher) == ("五号线 & 大桥", ("林溪",), "城西日报")
    assert (claims.published, claims.language) == ("2024-05-23T08:00:00+00:00", "zh")
    assert claims.url == "https://example.org/1"


def test_atom_with_xhtml_is_read():
    (entry,) = read_bytes(ATOM.encode(), "daily.atom")
    assert [line.text for line in entry.lines] == ["Line five is back."]
    assert (entry.metadata.title, entry.metadata.url) == ("Line five", "https://example.org/five")


def test_a_json_feed_is_read():
    first, second = read_bytes(JSON_FEED.encode(), "daily.json")
    assert [line.text for line in first.lines] == ["It is back."]
    assert (first.metadata.authors, first.metadata.publisher) == (("Ann Hale",), "The Daily Tram")
    assert (second.entry, second.text) == ("2", "Plain text only.")


@pytest.mark.parametrize("source", [RSS, ATOM])
def test_titles_links_and_number_of_entries_are_feedparser_s(source):
    oracle = feedparser.parse(source)
    ours = read_bytes(source.encode(), "daily.xml")
    assert len(ours) == len(oracle.entries)
    for article, entry in zip(ours, oracle.entries, strict=True):
        assert article.metadata.title.replace("<b>", "") == entry.title.replace("<b>", "").replace("</b>", "")
        if entry.get("link", "").startswith("http"):
            assert article.metadata.url == entry.link


def test_a_feed_cannot_read_files_or_blow_up(tmp_path):
    """XML entities are not followed, neither to a file nor a billion times."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    evil = (
        f'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "{"&a;" * 50}"><!ENTITY c "{"&b;" * 50}">'
        f'<!ENTITY d "{"&c;" * 50}"><!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<rss version='2.0'><channel><item><title>t</title><description>&x; &d; text</description></item>"
        "</channel></rss>"
    )
    (article,) = read_bytes(evil.encode(), "evil.xml")
    assert "the secret" not in article.text
    assert len(article.text) < 1000


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        ("<html><p>x</p></html>", "one.xml", "no feed (its root is <html>)"),
        ("<rss version='2.0'><channel><title>t</title></channel></rss>", "one.rss", "without entries"),
        ("only words", "one.xml", "no feed"),
    ],
)
def test_what_is_no_feed_says_so(data, name, says):
    with pytest.raises(IntakeError) as caught:
        read_bytes(data.encode(), name)
    assert says in str(caught.value)


# --- messages -------------------------------------------------------------------


def message(plain, page, charset="utf-8"):
    parts = [("text/plain", plain.encode(charset)), ("text/html", page.encode(charset))]
    body = "".join(
        f"--b\nContent-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: base64\n\n"
        f"{base64.b64encode(data).decode()}\n"
        for kind, data in parts
        if data
    )
    return (
        "From: Ann Hale <ann@example.org>\nSubject: =?utf-8?B?5LqU5Y+357q/?=\n"
        "Date: Thu, 23 May 2024 08:00:00 +0800\n"
        f'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n{body}--b--\n'
    ).encode()


def test_the_fuller_form_of_a_message_is_read():
    page = "<p>五号线周二恢复运营。</p><p>乘客很高兴。</p>"
    (from_page,) = read_bytes(message("请用浏览器打开", page, "gb18030"), "one.eml")
    (from_text,) = read_bytes(message("五号线周二恢复运营。\n乘客很高兴。\n", page), "one.eml")
    assert [line.text for line in from_page.lines] == ["五号线周二恢复运营。", "乘客很高兴。"]
    assert (from_page.entry, from_text.entry) == ("text/html", "text/plain")
    assert from_text.text == "五号线周二恢复运营。\n乘客很高兴。\n"


def test_a_message_s_head_is_its_claims():
    claims = read_bytes(message("正文。", ""), "one.eml")[0].metadata
    assert (claims.title, claims.authors, claims.published) == (
        "五号线",
        ("Ann Hale",),
        "2024-05-23T08:00:00+08:00",
    )


def test_an_attached_message_is_an_article_of_its_own():
    inner = message("转发的正文。", "").decode()
    outer = (
        'From: x@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="o"\n\n'
        "--o\nContent-Type: text/plain; charset=utf-8\n\n见附件。\n"
        f"--o\nContent-Type: message/rfc822\n\n{inner}\n--o--\n"
    )
    first, second = read_bytes(outer.encode(), "one.eml")
    assert [first.text.strip(), second.text.strip()] == ["见附件。", "转发的正文。"]
    assert second.entry == "message 1: text/plain"


def test_a_message_without_text_says_so():
    with pytest.raises(IntakeError, match="a message without text"):
        read_bytes(b"Subject: x\n\n", "one.eml")


# --- PDF and Word ----------------------------------------------------------------


def pdf(pages):
    """A PDF with a text layer, written by hand: one content stream a page."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        drawn = "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = io.StringIO(), []
    out.write("%PDF-1.4\n")
    for number, each in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{each}\nendobj\n")
    start = out.tell()
    out.write(
        f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010} 00000 n \n" for at in places)
    )
    out.write(f"trailer << /Root 1 0 R /Size {len(places) + 1} >>\nstartxref\n{start}\n%%EOF")
    return out.getvalue().encode("latin-1")


def test_a_pdf_s_lines_become_paragraphs_and_its_running_heads_navigation():
    pytest.importorskip("pypdf")
    text = [
        "Line five ran again on Tuesday after three years of silence, and the first",
        "tram left the depot at half past five with a crowd of forty pass-",
        "engers on board.",
        "The company spent less than it had planned, and it took eight months longer",
        "than anybody had been told.",
        "Nobody from the city hall answered the question of the fares on that morning",
    ]
    pages = [["The Daily Tram", *text[:3], "page 1"], ["The Daily Tram", *text[3:], "page 2"]]
    pages.append(["The Daily Tram", "or on the next.", "page 3"])

    (article,) = read_bytes(pdf(pages), "one.pdf")

    assert (article.entry, article.encoding) == ("text", "pdf")
    assert [line.text for line in article.lines if line.role == ""] == [
        f"{text[0]} tram left the depot at half past five with a crowd of forty passengers on board.",
        f"{text[3]} {text[4]}",
        f"{text[5]} or on the next.",
    ]
    assert {line.text for line in article.lines if line.role == "navigation"} == {
        "The Daily Tram", "page 1", "page 2", "page 3",
    }  # fmt: skip
    assert all(article.text[line.start : line.end] == line.text for line in article.lines)


def test_a_scan_and_a_broken_pdf_say_so():
    pytest.importorskip("pypdf")
    with pytest.raises(IntakeError, match="without a text layer"):
        read_bytes(pdf([[""]]), "one.pdf")
    with pytest.raises(IntakeError, match="a PDF that cannot be read"):
        read_bytes(b"%PDF-1.7 rubbish", "one.pdf")


def test_a_word_file_is_its_paragraphs_with_their_styles():
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.author = "林溪"
    document.add_heading("五号线回来了", level=0)
    document.add_paragraph("正文第一句。")
    document.add_heading("经过", level=1)
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "格子"
    kept = io.BytesIO()
    document.save(kept)

    (article,) = read_bytes(kept.getvalue(), "one.docx")

    found = [(line.role, line.text) for line in article.lines if line.text]
    assert found == [("title", "五号线回来了"), ("", "正文第一句。"), ("heading", "经过"), ("", "格子")]
    assert article.metadata.authors == ("林溪",)
    assert all(article.text[line.start : line.end] == line.text for line in article.lines)


@pytest.mark.parametrize(("name", "package"), [("pdf", "pypdf"), ("docx", "docx")])
def test_a_missing_extra_names_the_command_that_installs_it(name, package, monkeypatch):
    """The file becomes a row in `skipped`; the others are built."""
    real = builtins.__import__

    def without(wanted, *args, **kwargs):
        if wanted == package:
            raise ImportError(wanted)
        return real(wanted, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(IntakeError, match=rf"pip install 'article-digest\[{name}\]'"):
        read_bytes(b"anything", f"one.{name}")


def mailed(body: str, subject: str = "Fwd: The night line") -> bytes:
    head = (
        f"From: Tom Roe <tom@corp.example>\nSubject: {subject}\nDate: Mon, 18 Mar 2024 17:22:10 +0000\n"
        'MIME-Version: 1.0\nContent-Type: text/plain; charset="utf-8"\n\n'
    )
    return (head + body).encode()


FORWARDED = """FYI, worth a read. Tom

Begin forwarded message:

From: Ann Hale from The Night Line <line@mail.example>
Subject: Why nobody drives the night line
Date: March 17, 2024 at 7:02:44 AM GMT
To: tom@corp.example

The last tram left the depot on Friday with one passenger and a dog.
"""


def test_of_a_message_passed_on_the_inner_head_tells_who_wrote_it():
    (article,) = read_bytes(mailed(FORWARDED), "mail.eml")

    claims = article.metadata
    assert (claims.title, claims.authors, claims.publisher) == (
        "Why nobody drives the night line",
        ("Ann Hale",),
        "The Night Line",
    )
    roles = {line.text: line.role for line in article.lines}
    assert roles["FYI, worth a read. Tom"] == "aside"
    assert roles["Date: March 17, 2024 at 7:02:44 AM GMT"] == "byline"
    assert roles["The last tram left the depot on Friday with one passenger and a dog."] == ""


def test_a_forwarded_head_in_chinese_is_known_too():
    body = (
        "周末看看。\n\n---------- 转发的邮件 ------------\n发件人: 小满 <xm@mandu.example>\n"
        "发送日期: 2024年3月2日 08:00\n主题: 周末读什么\n\n霞浦的海带今年涨到每斤两块一。\n"
    )
    (article,) = read_bytes(mailed(body, "转发：周末读什么"), "mail.eml")

    assert (article.metadata.title, article.metadata.authors) == ("周末读什么", ("小满",))
    assert article.lines[-1].role == ""


def test_a_message_that_quotes_one_line_of_a_head_passes_nothing_on():
    (article,) = read_bytes(
        mailed("The board wrote:\nSubject: trams\nNobody answered.\n", "Trams"), "mail.eml"
    )

    assert {line.role for line in article.lines} == {""}
    assert article.metadata.authors == ("Tom Roe",)


def test_a_sender_that_is_a_paper_is_the_publisher():
    data = mailed("山东的电价今晚是负的。\n").replace(b"Tom Roe", "电力周报".encode())

    claims = read_bytes(data, "mail.eml")[0].metadata

    assert (claims.authors, claims.publisher) == ((), "电力周报")
