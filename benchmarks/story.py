"""How long the story takes, beside cutting the same sentences into words.

    python benchmarks/story.py [ARTICLES | FOLDER] [OTHERS]

The articles are those of a folder, or made up: each reports some of a few hundred shared facts in
one of several wordings, with its own filler between, so that agreement,
people and dates have work to do. Prints seconds of processor time and the
ratios to rjieba's and to jieba's cutting of the same text. Dictionaries
(jieba's, the frequencies of words, readings) are loaded before the clock
starts, on all sides: they cost a process once, whatever the number of articles.

The story is told in processes of its own: as the first, which also compiles
the patterns that it asks, and after one of other articles (of the folder
OTHERS, or the sample seeds and made-up ones), as a service tells the next.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from digest import pipeline, story
from digest.language import people, readings, senses, sentences, words
from digest.model import Article, ArticleId, Document, Published, Receipt, Sentence, Summary, Theme
from digest.shipped import shipped

GIVEN = "卡洛斯 安娜 保罗 奥列格 玛丽亚 理查德 埃琳娜 托马斯 索菲亚 维克多".split()
SURNAMES = "门德斯 林德奎斯特 哈特曼 佩特罗夫 凯勒 霍尔 马尔科娃 贝克尔 里瓦斯 桑托罗".split()
FIRMS = "海岸集团 晶衡科技 远帆航运 北原电力 青禾农业 天弓汽车 云岭矿业 白鹭医药".split()
ACTS = [
    "{day}，{who}宣布从{firm}离职。",
    "{firm}在{day}解雇了{who}。",
    "{who}{day}加入{firm}，担任首席执行官。",
    "{firm}{day}宣布投资{money}亿元建设新厂。",
    "{firm}承诺拿出{share}%的利润用于安全。",
    "{who}表示：“{firm}的安全团队从未得到承诺的{share}%预算，这让我无法留下。”",
]
FILLER = (
    "工人 会议 市场 价格 报告 城市 学校 道路 计划 河流 研究 医院 港口 技术 居民 天气 政府 价值 公园 铁路"
).split()


def articles(count: int, seed: int = 1) -> list[Document]:
    """*count* articles of about 3,500 characters each."""
    chance = random.Random(seed)  # the same articles every time
    facts = [_fact(chance) for _ in range(300)]
    return [_document(number, chance, facts) for number in range(count)]


def _fact(chance: random.Random) -> str:
    day = f"{chance.randint(1, 5)}月{chance.randint(1, 28)}日"
    who = f"{chance.choice(GIVEN)}·{chance.choice(SURNAMES)}"
    return chance.choice(ACTS).format(
        day=day, who=who, firm=chance.choice(FIRMS), money=chance.randint(2, 90), share=chance.randint(5, 60)
    )


def _document(number: int, chance: random.Random, facts: list[str]) -> Document:
    body = []
    for _ in range(25):
        body.append(chance.choice(facts))
        body.append("".join(chance.choices(FILLER, k=chance.randint(30, 70))) + "。")
    text = "".join(body)
    sha = hashlib.sha256(f"{number}{text}".encode()).hexdigest()
    cut = tuple(Sentence(text[a:b], a, b, (), 0) for a, b in sentences.split(text))
    article = Article(ArticleId(sha[:16]), f"{number}.txt", "txt", "utf-8", sha, text, ())
    published = Published("2025-06-01", "day", False, "made up")
    return Document(article, None, (), None, published, "zh", "Hans", "news", cut, Receipt((), {}))


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


THEME = Theme("t", "T", query=("海岸集团", "离职", "安全"))


def main(documents: Sequence[Document], others: Sequence[Document]) -> None:
    import jieba

    told = [sentence.text for document in documents for sentence in document.sentences]
    jieba.initialize()
    _load()
    ours = seconds(lambda: [words.content_words(text) for text in told])
    reference = seconds(lambda: [jieba.lcut(text) for text in told])
    assign = seconds(lambda: story.assign(documents, [THEME]))
    characters = sum(map(len, told))
    print(f"{len(documents)} articles, {len(told)} sentences, {characters} characters")
    print(f"cutting into words  {ours:6.2f} s   (jieba itself {reference:.2f} s)")
    print(f"assign              {assign:6.2f} s")
    for which, before in (("first", ()), ("later", others)):
        tell = _in_a_process_of_its_own(documents, before)
        ratios = f"{tell / reference:.2f} of jieba, {tell / ours:.1f} of rjieba"
        print(f"tell, {which:5}         {tell:6.2f} s   {ratios}")


def _in_a_process_of_its_own(documents: Sequence[Document], before: Sequence[Document]) -> float:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_tell, documents, before).result()


def _tell(documents: Sequence[Document], before: Sequence[Document]) -> float:
    """Seconds that the story takes, told after that of the articles *before*."""
    _load()
    story.tell(_bare(before), THEME, as_of="2025-06-02")
    summaries = _bare(documents)
    return seconds(lambda: story.tell(summaries, THEME, as_of="2025-06-02"))


def _bare(documents: Sequence[Document]) -> list[Summary]:
    return [Summary(document, (), "lead") for document in documents]


def _load() -> None:
    """The dictionaries."""
    words.content_words("读取词典")
    words.tagged("词典")
    words.idf("词典")
    readings.commonest("词")
    senses.senses({"词典"})
    people.shipped()


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else "100"
    chosen = articles(int(given)) if given.isdecimal() else pipeline.prepare([given]).documents
    other = pipeline.prepare([sys.argv[2] if len(sys.argv) > 2 else shipped("seeds")]).documents
    main(chosen, [*other, *articles(5, seed=2)])
