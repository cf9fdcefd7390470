"""reStructuredText: its marks are edits, its directives set aside, what stands in a box of its own stays."""

from __future__ import annotations

import pytest

from digest.intake import read_bytes
from digest.intake.raw import edited
from digest.model import Article

TEXT = """五号线回来了
############

:date: 2018-12-30
:tags: 转录, 电车
:author: 林溪(石螺社区)

第一段说 `电车`_ 又开了，**重点** 和 ``code_x`` 以及 Zircon_ 都在，snake_case_name 不动，3 * 4 也不动。

.. _电车: https://example.org/tram
.. image:: https://example.org/a.jpg
   :alt: 一辆电车

.. container:: align-center

  停在站台上的电车

第二段见 `石螺网 <https://example.org/x>`_ 的报道。

下一部分
--------

.. note::

  这一段写在框里，也是作者的。

..
  .. image:: 没有写完的

.. code-block:: python

  print("tram")

| 诗的一行
| 诗的另一行
"""


def read(text: str, path: str) -> Article:
    return read_bytes(text.encode(), path)[0]


@pytest.mark.parametrize("path", ["a.rst", "a.txt"])
def test_what_a_line_is_and_says(path: str) -> None:
    found = {line.text.strip(): line.role for line in read(TEXT, path).lines if line.text.strip()}
    assert found["五号线回来了"] == "title"
    assert found["下一部分"] == "heading"
    assert found["停在站台上的电车"] == "caption"
    assert found["这一段写在框里，也是作者的。"] == found["诗的一行"] == ""
    assert (
        found["第一段说电车又开了，重点 和 code_x 以及 Zircon 都在，snake_case_name 不动，3 * 4 也不动。"]
        == found["第二段见石螺网 的报道。"]
        == ""
    )
    aside = [text for text, role in found.items() if role == "aside"]
    assert {":date: 2018-12-30", ":alt: 一辆电车", ".. image:: 没有写完的", 'print("tram")'} <= set(aside)
    assert not any(text.startswith(("..", ":", "##")) for text, role in found.items() if role != "aside")


def test_fields_below_the_title_are_claims() -> None:
    claims = read(TEXT, "a.rst").metadata
    assert (claims.authors, claims.publisher, claims.published) == (("林溪",), "石螺社区", "2018-12-30")


def test_every_line_is_its_source_edited() -> None:
    found = read(TEXT, "a.rst")
    assert all(edited(found.text, line.start, line.end, line.edits) == line.text for line in found.lines)


@pytest.mark.parametrize(
    "text",
    [
        "他写道 .. 然后停了\n\n.. 两个点\n\n一行字\n----\n另一行",
        "标题\n====\n\n:note: 没有别的\n\n一段话，又一段话。",
    ],
)
def test_a_text_with_two_dots_or_a_line_below_its_title_is_a_text(text: str) -> None:
    assert read(text, "a.txt").format == "txt"
