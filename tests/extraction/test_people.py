"""Names, posts and what follows from them: people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from luoshi.extraction import names, people, posts
from luoshi.extraction.people import find_people
from luoshi.flows import plain_flow
from luoshi.model import Document, Flow, Person, Piece, Repetition, Span


def read(text: str) -> list[Person]:
    document = Document("t", "t", text, "")
    return find_people(document, plain_flow(document))[0]


@pytest.mark.parametrize(("text", "at", "name"), names.EXAMPLES)
def test_a_name_ends_where_its_example_says(text: str, at: int, name: str) -> None:
    assert text[at : names.name_at(text, at) or at] == name


@pytest.mark.parametrize(("phrase", "expected"), posts.EXAMPLES)
def test_posts_are_completed_with_their_bodies(phrase: str, expected: tuple[str, ...]) -> None:
    assert tuple(post.name for post in posts.read_posts(phrase, len(phrase))) == expected


@pytest.mark.parametrize(("text", "expected"), people.EXAMPLES)
def test_people_of_each_example(text: str, expected: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    assert tuple((person.name, tuple(post.name for post in person.posts)) for person in read(text)) == expected


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("市发展和改革委员会主任", "市发展和改革委员会"),
        ("东湖区委书记", "东湖区委"),
        ("市直机关工委分管宣传工作的副书记", "市直机关工委"),
        ("四级调研员", ""),
    ],
)
def test_the_body_of_a_post(post: str, body: str) -> None:
    assert posts.body_of(post) == body


def test_a_post_points_at_its_own_words() -> None:
    text = "市水务局党组书记、局长林平说，要守住底线。"
    assert [post.span.of(text) for post in read(text)[0].posts] == ["市水务局党组书记", "局长"]


def test_a_later_mention_by_name_alone_belongs_to_the_same_person() -> None:
    text = "市长林平到会。会后林平走访了社区。"
    (person,) = read(text)
    assert [span.of(text) for span in person.mentions] == ["林平", "林平"]
    assert len(person.posts) == 1


def test_further_posts_of_one_name_are_kept_in_order() -> None:
    text = "市水务局办公室主任林平说，防汛要抓细。二级主任科员林平已到现场。"
    assert [post.name for post in read(text)[0].posts] == ["市水务局办公室主任", "二级主任科员"]


def test_a_post_that_only_shortens_another_is_left_out() -> None:
    assert [post.name for post in read("临江省省长 林平\n省长林平作政府工作报告。")[0].posts] == ["临江省省长"]


def test_a_row_of_names_shares_the_post() -> None:
    found = read("市领导林平、陈明、欧阳立参加会议。")
    assert [(person.name, person.posts[0].name) for person in found] == [
        ("林平", "市领导"),
        ("陈明", "市领导"),
        ("欧阳立", "市领导"),
    ]


def test_a_role_alone_is_believed_only_before_a_verb_of_speaking() -> None:
    assert [person.name for person in read("居民陈明说，路宽了。居民高兴，学生成长。")] == ["陈明"]


def test_a_name_in_a_body_of_thought_is_no_mention() -> None:
    text = "总书记习近平到会。坚持习近平新时代中国特色社会主义思想。"
    assert [len(person.mentions) for person in read(text)] == [1]


def test_a_title_behind_the_name_is_a_post() -> None:
    assert [(p.name, p.posts[0].name) for p in read("新技术获奖，李明院士团队到场。")] == [("李明", "院士")]


def test_repeated_stretches_hold_further_mentions_and_no_further_person() -> None:
    text = "区长林平到会。\n区长林平到会。"
    document = Document("t", "t", text, "")
    repetition = Repetition(Span(8, 15), Span(0, 7))
    (person,), _ = find_people(document, Flow(text[:7], (Piece(0, 0, 7),), (repetition,)))
    assert [(span.start, span.of(text)) for span in person.mentions] == [(2, "林平"), (10, "林平")]


def test_spans_are_those_of_the_document_when_the_reading_order_differs() -> None:
    text = "表示，要抓落实。\n区长林平"
    document = Document("t", "t", text, "")
    flow = Flow(text[9:] + text[:8], (Piece(0, 9, 4), Piece(4, 0, 8)))
    (person,), (remark,) = find_people(document, flow)
    assert [span.of(text) for span in person.mentions] == ["林平"]
    assert [span.of(text) for span in remark.words] == ["要抓落实。"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "市长质量奖揭晓，局长负责制落实，河长制见成效。",
        "各位代表高度关注，委员普遍认为要加快。",
        "主任和书记都到了，党组成员参加。",
        "好品临江·商行四海品牌打响。",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert read(text) == []


def test_the_speakers_of_the_newspaper_page(eval_data: Path) -> None:
    text = (eval_data / "corpus" / "seed" / "page.txt").read_bytes().decode("utf-8")
    gold = json.loads((eval_data / "gold" / "seed" / "people-and-programmes.json").read_text("utf-8"))
    found = {person.name: [post.name for post in person.posts] for person in read(text)}
    assert {speaker["name"]: found.get(speaker["name"]) for speaker in gold["speakers"]} == {
        speaker["name"]: speaker["posts"] for speaker in gold["speakers"]
    }


def test_an_article_gives_everybody_with_all_posts_and_nobody_else() -> None:
    text = """临江日报讯（记者 何晓燕 通讯员 马骏）7月28日，市委书记高远、市委副书记、市长宋文博出席会议并讲话。
“成绩来之不易。”市委委员、南湖区委书记、南湖高新区党工委书记欧阳雪说，“下一步，南湖区将新建园区3个。”
她表示，南湖区要把招商引资作为“一号工程”。
市政协副主席、市工商联主席，临江港务集团董事长钱立群认为，报告振奋人心。
“要让群众得实惠。”来自基层一线的党代表、东风社区党委书记、居委会主任江小红深有感触地说。
“从严治党永远在路上。”市纪委副书记、市监委副主任方正强调，对违纪问题露头就打。
市委常委、常务副市长石磊；市委常委、政法委书记段文涛出席。中国工程院院士邬贺铨应邀作报告。
市民王女士说，希望公园建得更多。退休教师老李说，盼望早日通车。
局长信箱开通，主任医师坐诊，书记带头领办，市长热线12345受理诉求。
"""
    document = Document("t", "t", text, "")
    people, remarks = find_people(document, plain_flow(document))
    posts = {person.name: [post.name for post in person.posts] for person in people}
    assert list(posts) == [
        "何晓燕",
        "马骏",
        "高远",
        "宋文博",
        "欧阳雪",
        "钱立群",
        "江小红",
        "方正",
        "石磊",
        "段文涛",
        "邬贺铨",
    ]
    assert posts["欧阳雪"] == ["市委委员", "南湖区委书记", "南湖高新区党工委书记"]
    assert posts["钱立群"] == ["市政协副主席", "市工商联主席", "临江港务集团董事长"]
    assert posts["江小红"] == ["党代表", "东风社区党委书记", "东风社区居委会主任"]
    assert posts["段文涛"] == ["市委常委", "市委政法委书记"]
    said = [(remark.speaker, remark.direct, "".join(span.of(text) for span in remark.words)) for remark in remarks]
    assert said == [
        ("欧阳雪", True, "成绩来之不易。"),
        ("欧阳雪", True, "下一步，南湖区将新建园区3个。"),
        ("欧阳雪", False, "南湖区要把招商引资作为“一号工程”。"),
        ("钱立群", False, "报告振奋人心。"),
        ("江小红", True, "要让群众得实惠。"),
        ("方正", True, "从严治党永远在路上。"),
        ("方正", False, "对违纪问题露头就打。"),
    ]
