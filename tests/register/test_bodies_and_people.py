"""Bodies and people of many documents in both kinds of register."""

from __future__ import annotations

from dataclasses import replace

from cases import make_case

from luoshi.identities.people import Identity
from luoshi.model import Case, Commitment, Origin, Person, Post, Records, Span, Stated
from luoshi.register import Given, Register

GIVEN = Given(None, None, "1")


def said(
    name: str, date: str, place: str, *, people: dict[str, tuple[str, ...]] | None = None, lead: tuple[str, ...] = ()
) -> Case:
    """A document of a place with people and their posts, and a commitment for each body that leads one."""
    case = make_case(name)
    document = replace(
        case.document,
        date=Stated(date, Origin.GIVEN) if date else None,
        place=Stated(place, Origin.GIVEN) if place else None,
    )
    records = Records(
        people=[
            Person(who, tuple(Post(post, Span(n, n + 1)) for n, post in enumerate(posts)), (Span(5, 7),))
            for who, posts in (people or {}).items()
        ],
        commitments=[
            Commitment(Span(n, n + 1), (), lead=(body,), cooperating=("市财政局",)) for n, body in enumerate(lead)
        ],
    )
    return replace(case, document=document, records=records)


def posts_of(people: list[Identity]) -> list[list[str]]:
    return sorted([post for post, _, _ in person.posts] for person in people)


def test_bodies_of_documents_of_one_city_are_one(where: str) -> None:
    with Register(where) as register:
        register.put(said("a", "2025-01", "武汉市", lead=("市发改委", "市水务局")), GIVEN)
        register.put(said("b", "2026-01", "武汉市", lead=("市发展和改革委员会",)), GIVEN)
        register.put(said("c", "2026-01", "宜昌市", lead=("市发改委",)), GIVEN)
        found = {actor.body.full_name: actor for actor in register.bodies()}
        assert found["武汉市发展和改革委员会"].lead == 2
        assert dict(found["武汉市发展和改革委员会"].names) == {"市发改委": 1, "市发展和改革委员会": 1}
        assert found["宜昌市发展和改革委员会"].lead == 1
        assert (found["武汉市财政局"].cooperating, len(found["武汉市财政局"].documents)) == (3, 2)


def test_bodies_of_documents_without_a_place_are_kept_apart() -> None:
    with Register("sqlite://") as register:
        for name in "ab":
            register.put(said(name, "2025-01", "", lead=("市发改委",)), GIVEN)
        assert [actor.lead for actor in register.bodies() if actor.lead] == [1, 1]


def test_a_person_has_the_posts_of_all_documents(where: str) -> None:
    with Register(where) as register:
        register.put(said("a", "2024-03", "武汉市", people={"刘明": ("市财政局局长",)}), GIVEN)
        register.put(said("b", "2025-03", "武汉市", people={"刘明": ("市财政局党组书记", "市财政局局长")}), GIVEN)
        register.put(said("c", "2026-03", "武汉市", people={"刘明": ("市商务局局长",), "王芳": ("市长",)}), GIVEN)
        (liu,) = register.people("刘明")
        assert liu.posts == [
            ("武汉市财政局局长", "2024-03", "2025-03"),
            ("武汉市财政局党组书记", "2025-03", "2025-03"),
            ("武汉市商务局局长", "2026-03", "2026-03"),
        ]
        assert liu.documents == ["a", "b", "c"]
        assert [person.name for person in register.people()] == ["刘明", "王芳"]


def test_people_of_one_name_in_two_places_are_two(where: str) -> None:
    with Register(where) as register:
        register.put(said("a", "2024-03", "武汉市", people={"刘明": ("市财政局局长",)}), GIVEN)
        register.put(said("b", "2025-03", "宜昌市", people={"刘明": ("市财政局局长",)}), GIVEN)
        assert posts_of(register.people()) == [["宜昌市财政局局长"], ["武汉市财政局局长"]]


def test_who_holds_two_posts_by_turns_is_two() -> None:
    with Register("sqlite://") as register:
        for name, date, post in (
            ("a", "2024", "市财政局局长"),
            ("b", "2025", "市商务局局长"),
            ("c", "2026", "市财政局局长"),
        ):
            register.put(said(name, date, "武汉市", people={"刘明": (post,)}), GIVEN)
        assert posts_of(register.people()) == [["武汉市商务局局长"], ["武汉市财政局局长"]]


def test_a_post_of_the_country_is_one_in_documents_of_all_places() -> None:
    with Register("sqlite://") as register:
        for name, place in (("a", "武汉市"), ("b", "山东省")):
            register.put(said(name, "2025-01", place, people={"李江": ("总书记",)}), GIVEN)
        assert [person.posts for person in register.people()] == [[("总书记", "2025-01", "2025-01")]]
