"""What a mail answers, below the line that says who wrote it, is not the sender's."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.cleaning import clean
from digest.intake import read_bytes

OWN = "燈塔的鑰匙我昨天交給了鎮公所，他們答應星期一派人來看透鏡，請你不要再擔心。"
ASKED = "燈塔的鑰匙現在在誰手裡，星期一之前一定要有人去看透鏡，不然就來不及了。"


@pytest.mark.parametrize(
    "attribution",
    [
        "在2024年3月12日星期二 UTC+8 17:11:38<linhai> 寫道：",
        "林海 <lin@harbour.example> 於 2024年3月12日 週二 17:11寫道：",
        "On Tuesday, March 12, 2024 at 5:11:19 PM UTC+8 linhai wrote:",
    ],
)
@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_below_who_wrote_it_in_chinese_stands_what_is_answered(
    attribution: str, suffix: str, tmp_path: Path
) -> None:
    file = tmp_path / f"mail.{suffix}"
    file.write_text(
        "\n\n".join(("# Re: 石螺島的燈塔", OWN, OWN.replace("星期一", "星期三"), attribution, f"> {ASKED}")),
        "utf-8",
    )

    told = [sentence.text for sentence in clean(read_bytes(file.read_bytes(), file.name)[0]).sentences]

    assert not any("来不及" in text or "写道" in text or "wrote" in text for text in told)
    assert any("星期三" in text for text in told)


def test_a_quotation_above_it_is_the_senders(tmp_path: Path) -> None:
    file = tmp_path / "mail.md"
    file.write_text(
        f"# Re: 石螺島的燈塔\n\n> {ASKED}\n\n{OWN}\n\n在2024年3月12日 17:11 linhai 寫道：\n\n> 好。\n",
        "utf-8",
    )

    assert any(
        "来不及" in sentence.text for sentence in clean(read_bytes(file.read_bytes(), file.name)[0]).sentences
    )
