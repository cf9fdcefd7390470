"""Articles as hostile as real pages: what is the site's stands in double braces, the body between.

Each is small and of one kind of page; the first and the last sentence of the
body, every line of the site, and what the page says about itself are checked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from digest.cleaning import clean
from digest.errors import UnusableText
from digest.language.script import simplify

from .articles import article


@dataclass(frozen=True)
class Page:
    name: str
    marked: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None

    @property
    def text(self) -> str:
        return self.marked.replace("{{", "").replace("}}", "")

    @property
    def junk(self) -> list[str]:
        return [tight(each) for each in re.findall(r"\{\{(.*?)\}\}", self.marked)]

    @property
    def body(self) -> list[str]:
        lines = re.sub(r"\{\{.*?\}\}", "\n", self.marked).split("\n")
        return [tight(line) for line in lines if len(line) > 16 and line.strip() != self.title]


def tight(text: str) -> str:
    return re.sub(r"\s+", "", simplify(text)).lower()


PAGES = (
    Page(
        "local paper of Taiwan",
        """{{即時 熱門 政治 社會 生活 健康 國際 地方}}
{{為達最佳瀏覽效果，建議使用 Chrome 或 Firefox 的瀏覽器。}}
老街店家共用一口烤爐 每月省下三成瓦斯
{{2023/11/08 09:15}}
{{〔記者邱子涵／湖口報導〕}}湖口老街的六家餅店從九月起共用一口烤爐，三個月下來瓦斯費省了三成。
{{請繼續往下閱讀...}}
輪到的店家清晨四點生火，其他五家把麵團推過來排隊，最慢的一家要等到上午九點。
餅店老闆娘范春梅說，起初大家怕味道混在一起，後來發現烤過花生餅的爐子反而比較香。
{{不用抽 不用搶 現在用APP看新聞 保證天天中獎}}　{{點我下載APP}}
鎮公所打算明年春天再修一口爐子，讓外地的學徒也有地方練習。
{{☆飲酒過量  有害健康☆}}
{{相關新聞}}
{{阿伯的紅豆餅一顆五元賣了四十年}}""",
        "老街店家共用一口烤爐 每月省下三成瓦斯",
        ("邱子涵",),
        "2023-11-08",
    ),
    Page(
        "post on a board, wrapped",
        """{{作者}}nightferry (夜船){{看板}}{{Boat-life}}
{{標題}}[分享] 第一次開船過黑水溝的紀錄
{{時間}}Tue Mar  7 20:11:45 2023

出發前三天看了六次預報，浪高從兩米二降到一米四，才敢跟碼頭登記出港的時間。

夜裡兩點風向突然轉北，船身開始左右搖，我把主帆縮到第二個縮帆點，速度從七節掉
到五節，反而舒服很多。

進港前一小時看到燈塔的光，全船四個人沒有一個說話，直到繫好纜繩才有人開始哭。

{{--}}
{{※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 10.1.2.3 (臺灣)}}
{{推 seadog7: 太勇敢了吧 03/07 20:30}}
{{→ nightferry: 其實是腿軟 03/07 20:41}}""",
        None,
        ("nightferry",),
        "2023-03-07",
    ),
    Page(
        "account on a chat platform",
        """渔村的图书馆只有一百二十本书
{{原创}} 宋以南 {{海边纪事}} {{2022年10月05日 08:00}} {{福建}}
{{点击上方蓝字，关注我们}}
石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的，一共摆了一百二十本书。
管理员是六十岁的船长，他每个月初一把书搬出来晒一次，借书的人要在本子上写下潮水的高度。
{{老人在甲板上晒书。作者供图}}
去年台风来的那天，他先把书背上岸，再回头去系缆绳，第二天船还在，书也一本没少。
{{今日话题：你小时候最爱去的图书馆是什么样子？欢迎在评论区留言}}
{{作者：宋以南，自由撰稿人，关注海岛生活}}
{{#海岛# #图书馆#}}""",
        "渔村的图书馆只有一百二十本书",
        ("宋以南",),
        "2022-10-05",
    ),
    Page(
        "transcript copied from a player",
        """{{0:00}}
{{[Music]}}
0:05
in the spring of 1971 a baker in Lyon stopped using machines
0:12
he had lost two of his ovens in a fire and could not pay for new ones
0:20
so he built one out of the bricks that were left in the yard
{{[Laughter]}}
0:27
the neighbours thought that he had gone mad
0:33
but the bread tasted better and they came back every morning
0:41
within a year he was selling four hundred loaves a day
0:48
and he never bought a machine again
0:55
his daughter runs the place now and she kept the oven
1:02
you can still see the black bricks at the back of the shop
{{1:09}}
{{[Applause]}}""",
    ),
    Page(
        "English daily with a promotion in the text",
        """{{Skip to main contentSkip to navigation}}
Village saves its post office by moving it into the pub
{{Harriet Cole Rural affairs correspondent}}
{{Tue 5 Mar 2024 07.30 GMT}}
{{Share}}
A village in the Pennines has saved its post office by moving the counter into the only pub that was left.
The pub now opens at nine in the morning, and the landlord says that pensions are paid under the dartboard.
{{skip past newsletter promotion}}
{{Sign up to Morning Briefing}}
{{Free daily newsletter}}
{{Our experts pick ten tales worth telling, and explain why they matter}}
{{Privacy Notice: Newsletters may contain information about charities and online ads.}}
{{after newsletter promotion}}
Parcels are kept in the old cellar, which turned out to be the driest room in the building.
The council will decide in June whether three other villages in the valley may copy the idea.
{{Explore more on these topics}}
{{Rural affairs}}""",
        "Village saves its post office by moving it into the pub",
        ("Harriet Cole",),
        "2024-03-05",
    ),
    Page(
        "page of a content farm",
        """{{当前位置：首页 > 生活 > 正文}}
盐田里的最后一批工人
{{说到阳台养花的浇水方法，很多新手都不太懂，一般来说多肉植物每隔十天左右浇一次透水就可以，夏天高温的时候要放在通风的地方，并且不要让叶子里积水。}}
作者：丁未然
白沙盐场还剩下十一名工人，他们的平均年龄是五十八岁，最年轻的一位也干了二十六年。
晒盐的季节从四月开始，工人们每天要把卤水从一块盐田赶到另一块盐田，一共赶七次。
盐场去年的产量是九百吨，只有二十年前的百分之六，大部分盐田已经改成了养虾的池子。
{{以上就是小编为大家整理的全部内容，希望对大家有所帮助。}}
场长说，等这批工人退休，盐场就会变成一座博物馆，门票里包括一小袋盐。
{{本站所有文章均来自网络，如有侵权请联系站长删除}}""",
        "盐田里的最后一批工人",
        ("丁未然",),
    ),
    Page(
        "pinyin behind the words",
        """山谷里的风车
{{shān gǔ lǐ de fēng chē}}
风车 fēng chē 立在山谷里的岔路口，四片叶子每分钟转十二圈。
磨坊主说，它一天可以磨三百斤荞麦 qiáo mài，够全村人吃一个星期。
去年冬天的大雪 dà xuě 压断了一片叶子，木匠用了九天才把它修好。
春天来的时候，第一袋面粉被送给了木匠。""",
        "山谷里的风车",
    ),
    Page(
        "forum",
        """{{Board index}} ‹ {{Bicycles}} ‹ {{Workshop}}
{{Post Reply}} {{Print view}}
{{by ironspoke »}} {{Mon May 02, 2022 7:40 pm}}
The creak in my bottom bracket turned out to be nothing of the kind, and it took me a month to find out.
I replaced the bearings twice and greased every bolt on the crank, but the noise came back on each climb.
In the end a friend held the saddle while I pedalled, and the creak stopped at once.
A drop of oil on the rails of the saddle was all that it had needed.
{{Last edited by ironspoke on Tue May 03, 2022 6:10 am, edited 1 time in total.}}
{{You do not have the required permissions to view the files attached to this post.}}
{{Posts: 88}}
{{Who is online}}
{{Powered by phpBB® Forum Software © phpBB Limited}}""",
        None,
        (),
    ),
)

named = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@named
def test_nothing_of_the_site_is_a_sentence(page: Page) -> None:
    quotable = [tight(each.text) for each in clean(article(page.text)).sentences if each.quotable]

    assert [
        junk for junk in page.junk for text in quotable if (len(junk) > 4 and junk in text) or junk == text
    ] == []


@named
def test_the_body_is_kept_from_its_first_sentence_to_its_last(page: Page) -> None:
    if page.name == "post on a board, wrapped":
        return
    quotable = "".join(tight(each.text) for each in clean(article(page.text)).sentences if each.quotable)

    kept = re.sub(r"[a-zà-ǜ]+(?=[，。\u4e00-\u9fff])", "", quotable) if "pinyin" in page.name else quotable
    wanted = [re.sub(r"[a-zà-ǜ]", "", line) if "pinyin" in page.name else line for line in page.body]
    assert [line for line in wanted if line not in kept and not line.startswith(("作者", "〔"))] == []


@named
def test_what_the_page_says_of_itself_is_read_or_left_open(page: Page) -> None:
    document = clean(article(page.text))

    if page.title:
        assert document.title == simplify(page.title)
    assert document.authors == page.authors
    assert (document.published.date if document.published else None) == page.published


def test_a_wrapped_sentence_is_one_again() -> None:
    wrapped = next(page for page in PAGES if page.name == "post on a board, wrapped")
    first = "夜裡把錨放下去的時候，水深只有四米，船底離沙洲不到一個人的高度，我們輪流守到"
    night = f"\n\n{first}\n天亮才敢睡。\n\n進港"

    document = clean(article(wrapped.text.replace("\n\n進港", night, 1)))

    assert any(
        "速度从七节掉到五节，反而舒服很多。" in each.text for each in document.sentences if each.quotable
    )


def test_a_text_whose_words_a_program_replaced_is_refused() -> None:
    spun = (
        "比来，跟着野生智能手艺的倏地推行，没有小的企业起头存眷其正在农业上的利用。据先容，它可以或许低落用度。\n"
        "正在曩昔的三年里，很多农场投进年夜量资金，但愿经由过程机械解决人手坚苦的题目。异时，结果其实不抱负。\n"
        "专家指出，农场不克不及自觉跟风，当局也应供给撑持，鞭策相干的培训，如许才能够真正壮年夜起来。\n"
        "若何使用这些机械，今朝仍是一个没有断摸索的进程，各个农场的环境也没有同。"
    )
    with pytest.raises(UnusableText, match="replaced its words"):
        clean(article(spun))


def test_so_is_one_with_the_words_of_another_table() -> None:
    spun = (
        "泛博的渔民一向没有法知足于简略的册本，渔村的黉舍里，白叟与怙恃皆来听课，讲堂里良多人站着。\n"
        "海岬镇的通知布告先容了很是较着的成效：新的举措措施惹起存眷，国表里的船厂筹算采办同样的灯。\n"
        "专家以为，如许的夸姣光景可以或许感化每个人，衡宇上的灯也会倏地点亮，匡助人们糊口得欢愉。"
    )
    with pytest.raises(UnusableText, match="replaced its words"):
        clean(article(spun))


def test_so_is_one_whose_signs_were_swapped_one_by_one() -> None:
    spun = (
        "吾们在石螺岛上住了三年，看过各栽灯塔，也读过不少关于灯塔的幼说。\n"
        "多所周知，这栽塔是渔民的路标，幼编挑醒行家，夜里不要一幼我上塔。\n"
        "县里请求厉格管理，挑升服务，参不雅的人也要先登记，逆馈的意见贴在墙上。"
    )
    with pytest.raises(UnusableText, match="replaced its words"):
        clean(article(spun))


def test_a_writer_of_old_fashioned_words_is_not_refused() -> None:
    text = (
        "比来的天气冷得很早，院子里的柿子还没有红透，就被一场霜打落了一半。曩昔的这个时候，祖父已经在修炉子了。\n"
        "他修炉子从不求人，先把烟道拆下来，用稻草捆成的刷子通一遍，再拿黄泥把裂缝一条一条补好。\n"
        "今朝我也学着他的样子，可是泥总是和得太稀，补上去的地方第二天就裂开，只好重新再来。\n"
        "母亲笑我手笨，说祖父年轻时第一次修炉子，把整面墙都熏黑了，被曾祖母骂了三天。"
    )
    assert len(clean(article(text)).sentences) >= 5
