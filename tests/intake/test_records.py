"""What scrapers, spreadsheets and recognisers write down: records, tables, rows of a transcript."""

import json

import pytest

from digest import verify
from digest.errors import IntakeError
from digest.intake import read_bytes
from digest.model import Theme
from digest.pipeline import build, prepare

TEXT = "城西的电车回来了。周一早上，第一班车在六点零五分驶出车库。市长林溪说，修桥用了两年。"
RECORD = {
    "title": "电车回来了",
    "content": TEXT,
    "author": "林溪 记者",
    "source": "城西日报",
    "publish_time": "2024-05-23 08:00",
    "url": "https://example.org/1",
}


def read(value, name="a.json"):
    return read_bytes((value if isinstance(value, str) else json.dumps(value)).encode(), name)


def test_a_record_is_an_article_with_what_it_claims():
    (article,) = read(RECORD)
    assert (article.format, article.entry, article.text) == ("json", None, TEXT)
    claims = article.metadata
    assert (claims.title, claims.authors, claims.publisher) == ("电车回来了", ("林溪",), "城西日报")
    assert (claims.published, claims.url) == ("2024-05-23T08:00", "https://example.org/1")


@pytest.mark.parametrize(
    ("names", "values"),
    [
        (("headline", "articleBody", "datePublished"), ("T", TEXT, "2024-05-23")),
        (("Title", "Full Text", "Pub_Date"), ("T", TEXT, "2024/5/23")),
        (("标题", "正文", "发布时间"), ("T", TEXT, "2024年5月23日 08:00")),
        (("news_title", "content_html", "ctime"), ("T", f"<p>{TEXT}</p>", 1716422400)),
    ],
)
def test_the_fields_have_many_names(names, values):
    (article,) = read(dict(zip(names, values, strict=True)))
    assert (article.metadata.title, article.metadata.published[:10]) == ("T", "2024-05-23")
    assert [line.text for line in article.lines] == [TEXT]


@pytest.mark.parametrize(
    "value",
    [
        [RECORD, {**RECORD, "url": "https://example.org/2"}],
        {"code": 0, "data": {"list": [RECORD, {**RECORD, "url": "https://example.org/2"}]}},
        "\n".join(json.dumps({**RECORD, "url": f"https://example.org/{n}"}) for n in (1, 2)),
    ],
    ids=["a list", "the answer of an API", "one a line"],
)
def test_several_records_are_an_article_each_found_again_by_its_name(value):
    first, second = read(value)
    assert (first.entry, second.entry) == ("https://example.org/1", "https://example.org/2")
    assert first.id != second.id


def test_a_line_that_broke_off_is_skipped_by_its_number_and_costs_no_other(tmp_path):
    (tmp_path / "crawl.jsonl").write_text(json.dumps(RECORD) + '\n{"title": "二", "conte')
    prepared = prepare([tmp_path])
    assert [document.title for document in prepared.documents] == ["电车回来了"]
    (skipped,) = prepared.skipped
    assert "line 2, which is broken" in skipped.path


def test_a_text_in_pieces_is_one_text():
    (article,) = read({"title": "T", "content": ["第一段在这里。", {"type": "p", "text": "第二段在这里。"}]})
    assert article.text == "第一段在这里。\n第二段在这里。"


def test_a_stub_is_no_text_where_there_is_a_longer_one_and_a_summary_serves_for_want_of_all():
    (article,) = read({"content": "点击阅读", "full_text": TEXT})
    assert article.text == TEXT
    (article,) = read({"content": "", "summary": "只有摘要。"})
    assert article.text == "只有摘要。"


def test_a_whole_page_in_a_field_is_read_as_a_page():
    page = (
        "<!doctype html><title>电车回来了</title><nav><a href=/>首页</a></nav>"
        f"<article><p>{TEXT}</p></article>"
    )
    (article,) = read({"html": page, "url": "u"})
    assert [line.text for line in article.lines if line.role not in ("navigation", "aside")] == [TEXT]
    assert (article.metadata.title, article.metadata.url) == ("电车回来了", "u")


def test_what_is_saved_as_a_text_is_read_as_the_json_it_is():
    (article,) = read(RECORD, "a.txt")
    assert (article.format, article.text) == ("json", TEXT)
    (text,) = read(f"[导读] 电车。\n{TEXT}", "b.txt")
    assert text.format == "txt"


SAID = ("大家好", "今天聊电车", "车回来了")


@pytest.mark.parametrize(
    "rows",
    [
        [{"start": n, "duration": 1, "text": said} for n, said in enumerate(SAID)],
        {
            "text": "".join(SAID),
            "language": "zh",
            "segments": [{"start": n, "text": said} for n, said in enumerate(SAID)],
        },
        {"body": [{"from": n, "content": said} for n, said in enumerate(SAID)]},
        {
            "events": [
                {"tStartMs": n, "segs": [{"utf8": said[:2]}, {"utf8": said[2:]}]}
                for n, said in enumerate(SAID)
            ]
        },
    ],
    ids=["YouTube's API", "Whisper", "Bilibili", "YouTube's player"],
)
def test_the_rows_of_a_recogniser_are_one_transcript(rows):
    (article,) = read(rows)
    assert [(line.text, line.role) for line in article.lines] == [(said, "cue") for said in SAID]


def test_articles_with_a_time_each_are_no_transcript():
    rows = [{"start": n, "title": f"第{n}篇", "text": TEXT} for n in range(4)]
    assert len(read(rows)) == 4


def test_notes_and_comments_are_no_articles():
    with pytest.raises(IntakeError, match="JSON without an article"):
        read(
            {
                "rows": [
                    {"date": "2024-05-23", "text": "电车回来了。"},
                    {"file": "a.txt", "text": "桥修好了。"},
                ]
            }
        )
    assert len(read([{"text": TEXT * 3}, {"text": TEXT * 3 + "完。"}])) == 2


def test_a_table_is_an_article_a_row_and_a_cell_may_have_lines():
    table = f'标题,正文,作者,日期\n电车,"{TEXT}\n第二段也在这里。",林溪,2024年5月23日\n桥,{TEXT},,\n,,,\n'
    first, second = read(table, "t.csv")
    assert [line.text for line in first.lines] == [TEXT, "第二段也在这里。"]
    assert (first.format, first.entry, first.metadata.published) == ("csv", "电车", "2024-05-23")
    assert second.metadata.title == "桥"
    assert read(table.replace(",", ";"), "t.csv")[0].metadata.title == "电车"


def test_a_cell_may_be_longer_than_the_reader_of_tables_expects():
    (article,) = read(f"title;text\nT;{TEXT * 5000}\n", "t.csv")
    assert len(article.text) == len(TEXT) * 5000


def test_a_table_of_times_is_a_transcript():
    (article,) = read("start\tend\ttext\n0\t9\t大家好\n9\t20\t今天聊电车\n20\t30\t车回来了\n", "w.tsv")
    assert [line.role for line in article.lines] == ["cue"] * 3


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        ("{}", "a.json", "JSON without an article; digest reads JSON Feed, records such as"),
        ('[{"a": 1}]', "a.txt", "JSON without an article"),
        ("{broken", "a.json", "not JSON that can be read"),
        ("[" * 100_000, "a.json", "not JSON that can be read"),
        ("a,b\n1,2\n", "a.csv", "a table without a column of texts; call one content, text, body or 正文"),
        ("title,text\n", "a.csv", "a table without rows"),
    ],
)
def test_what_has_no_article_says_what_would_be_one(data, name, says):
    with pytest.raises(IntakeError) as caught:
        read(data, name)
    assert says in str(caught.value)


def test_sentences_out_of_a_record_are_found_again(tmp_path):
    text = f"{TEXT}重新开通的电车线路全长十二公里。市政府为修桥支付了三亿元。"
    (tmp_path / "crawl.jsonl").write_text(
        "\n".join(
            json.dumps({**RECORD, "content": text, "url": f"u{n}", "title": f"电车{n}"}) for n in (1, 2)
        )
    )
    issue = build([tmp_path], Theme("trams", "Trams"), as_of="2024-06-01")
    assert issue.excerpts
    assert verify(issue, [tmp_path]) == ()
