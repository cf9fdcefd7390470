"""Who says what in a sentence, whoever it is: people, bodies, logs and papers speak alike."""

from digest.story.differences.attributions import attributions, other_speakers


def said(text):
    return [(each.who, text[each.start : each.end].strip(" ，；。.;,")) for each in attributions(text)]


def test_each_speaker_has_his_own_content():
    assert said("船东说引擎早就坏了，海事局则坚称出港前一切正常。") == [
        ("船东", "引擎早就坏了"),
        ("海事局", "出港前一切正常"),
    ]


def test_a_paper_speaks_as_a_person_does():
    assert said("值班日志写的却是十四分钟。") == [("值班日志", "十四分钟")]
    assert said("the harbour log has the call at 4.07am.") == [("the harbour log", "the call at 4.07am")]


def test_a_verb_that_is_a_noun_here_says_nothing():
    assert said("船长的声明说，离开是他自己的意愿。") == [("船长的声明", "离开是他自己的意愿")]


def test_who_insists_that_something_is_so_speaks_and_who_perseveres_does_not():
    assert said("警方坚持门是锁着的。") == [("警方", "门是锁着的")]
    assert said("警方坚持夜间巡逻。") == []


def test_who_is_named_behind_the_content():
    assert said("仓里还有四十箱，管理员说；会计说只有三十箱。") == [
        ("管理员", "仓里还有四十箱"),
        ("会计", "只有三十箱"),
    ]


def test_who_is_quoted_inside_a_quotation_speaks_within_anothers_word():
    assert [who for who, _ in said("船长回应：“船东说可以出港，我就出港了。”")] == ["船长"]


def test_an_auxiliary_is_no_speaker():
    assert said("no passenger will be denied a seat.") == []


def test_a_pronoun_is_another_side_only_where_it_cannot_be_the_one_before():
    body, he = attributions("馆方说他睡着了，他说没有。")
    person, again = attributions("林国栋说船没有超载，他说天气太差。")

    assert other_speakers(body, he)
    assert not other_speakers(person, again)
