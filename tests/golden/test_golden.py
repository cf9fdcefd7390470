"""A whole issue, sentence by sentence: every change of what is printed shows here as a diff to read.

After a change that is meant: ``pytest tests/golden --regenerate-golden``, then
read ``git diff tests/golden``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from digest import issue_json, pipeline, verification
from digest.model import Issue

HERE = Path(__file__).parent
AS_OF = "2024-11-22"


@pytest.fixture(scope="module")
def issue() -> Issue:
    root = HERE.parent.parent
    return pipeline.build([root / "seeds"], config=root / "config" / "digest.toml", as_of=AS_OF)


def _same(name: str, text: str, regenerate: bool) -> None:
    path = HERE / name
    if regenerate:
        path.write_text(text, "utf-8", newline="\n")
    assert text.splitlines() == path.read_text("utf-8").splitlines()


def test_the_issue_of_the_sample_articles_is_as_it_was_read_and_approved(
    issue: Issue, pytestconfig: pytest.Config
) -> None:
    _same("issue.json", issue_json.dump(issue), pytestconfig.getoption("--regenerate-golden"))


def test_its_text_version_is_as_it_was_read_and_approved(issue: Issue, pytestconfig: pytest.Config) -> None:
    _same("issue.txt", pipeline.render(issue).text, pytestconfig.getoption("--regenerate-golden"))


def test_every_sentence_of_it_is_found_again_in_its_source(issue: Issue) -> None:
    assert issue.excerpts
    assert verification.verify(issue, [HERE.parent.parent / "seeds"]) == ()


def test_it_survives_being_written_and_read(issue: Issue) -> None:
    assert issue_json.dump(issue_json.load(issue_json.dump(issue))) == issue_json.dump(issue)


JUNK = """
老虎机 百家乐 六合开奖 申请入驻 分享至 相关推荐 面馆 水库 石桥号 友情链接 长辈模式 视觉设计 tái wǎng (tai)
扫码 责任编辑 登录 相关阅读 北岸早报 液冷机柜 上一篇 下一篇 梅雨 免责声明 ICP 字号 点击 食堂
松果 黄牛 划重点 特约编译 Advertisement Enter_your_email morning_newsletter READ_MORE Most_Popular Copy_link
Cookie 隐私政策 图书馆的夜班 坐等 分享到 资料图 未经授权 举报电话 投资建议 investment_advice
Unsubscribe forward_it_to_a_friend LINE好友 停班停课 酒后不开车 资料照 综合报导 点赞 下封信再见
欢迎收听 All_rights You_are_receiving
""".split()
"""Words of the frames, the advertisements and the spam, none of which an author wrote; ``_`` is a blank."""


@pytest.mark.parametrize("junk", JUNK)
def test_no_dirt_of_the_sample_articles_is_printed(issue: Issue, junk: str) -> None:
    needle = junk.replace("_", " ").lower()
    assert not [each.text for each in issue.excerpts if needle in each.text.lower()]


TITLES = {
    "01-beian.txt": "OpenAI安全团队失去两位掌舵人，超级对齐计划提前散场",
    "02-shiqiao.txt": "九年之后，OpenAI的刹车去了哪里",
    "03-wuhou.txt": None,
    "04-huaixu.txt": "穆拉蒂辞职始末：OpenAI一天送走三位高管",
    "05-harbor-ledger.txt": "Thirteen AI insiders ask for the right to warn the public",
    "06-yantai.html": "九十天的安全委员会，和一份没人敢提的离职协议",
    "07-yunji.txt": "从非营利到1570亿美元：OpenAI还剩下多少初心",
    "09-quiet-signal.md": "What happened to the twenty percent",
    "10-haijia.txt": "两周走了两位安全主管 OpenAI「AGI准备团队」走入历史",
}
DATES = {
    "01-beian.txt": "2024-05-20",
    "02-shiqiao.txt": "2024-05-29",
    "03-wuhou.txt": "2024-05-23",
    "04-huaixu.txt": "2024-10-02",
    "05-harbor-ledger.txt": "2024-06-05",
    "06-yantai.html": "2024-09-18",
    "07-yunji.txt": "2024-10-08",
    "09-quiet-signal.md": "2024-05-27",
    "10-haijia.txt": "2024-11-12",
}


@pytest.mark.parametrize("path", TITLES)
def test_titles_and_dates_of_the_sample_articles_are_the_true_ones(issue: Issue, path: str) -> None:
    (article,) = [each for each in issue.articles if each.path == path]
    assert article.published is not None
    assert article.published.date == DATES[path]
    if TITLES[path] is not None:
        assert article.title is not None
        # A publisher's own tag before the headline may stay.
        assert article.title.replace("　", " ").removeprefix("【海岬日报】") == TITLES[path]


PUBLISHERS = {
    "01-beian.txt": "北岸科技",
    "02-shiqiao.txt": "石桥周刊",
    "03-wuhou.txt": "午后拆信",
    "04-huaixu.txt": "槐序财经",
    "05-harbor-ledger.txt": "The Harbor Ledger",
    "06-yantai.html": "砚台观察",
    "07-yunji.txt": "云脊评论",
    "09-quiet-signal.md": "Quiet Signal",
    "10-haijia.txt": "海岬日报",
}


@pytest.mark.parametrize("path", PUBLISHERS)
def test_publishers_of_the_sample_articles_are_the_true_ones_or_left_out(issue: Issue, path: str) -> None:
    (article,) = [each for each in issue.articles if each.path == path]
    assert article.publisher in (PUBLISHERS[path], None)


def test_the_reprint_is_folded_into_the_article_it_copies(issue: Issue) -> None:
    paths = [article.path for article in issue.articles]
    assert "08-chenxian.txt" not in paths
    (original,) = [article for article in issue.articles if article.path == "01-beian.txt"]
    assert original.also_published_by in (("晨线网",), ("08-chenxian.txt",))
