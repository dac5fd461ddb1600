"""The same programme under its variants in several documents."""

from __future__ import annotations

import pytest

from luoshi.progress.programmes import EXAMPLES, Named, joined, key_in


def named(*names: str, place: str = "青澜市", document: int = 1) -> list[Named]:
    return [Named(document, number, name, place) for number, name in enumerate(names)]


@pytest.mark.parametrize(("names", "programmes"), EXAMPLES)
def test_which_names_are_one_programme(names: tuple[str, ...], programmes: tuple[tuple[str, ...], ...]) -> None:
    assert sorted(tuple(item.name for item in group.named) for group in joined(named(*names))) == sorted(programmes)


def test_a_programme_is_called_as_it_is_called_most_often() -> None:
    items = [*named("产业倍增行动"), *named("产业倍增行动", document=2), *named("“产业倍增”战略", document=3)]
    (group,) = joined(items)
    assert (group.name, group.variants) == ("产业倍增行动", ("“产业倍增”战略",))
    assert [item.document for item in group.named] == [1, 2, 3]


def test_a_short_form_stands_for_what_its_document_says() -> None:
    long = Named(1, 0, "滨水岸线综合提升工程", "青澜市", ("水岸工程",))
    (group,) = joined([long, *named("“水岸”工程", document=2, place="宁川市")])
    assert (group.name, group.variants, len(group.keys)) == ("滨水岸线综合提升工程", ("“水岸”工程",), 2)


def test_forms_that_are_said_to_stand_for_each_other_are_one() -> None:
    one = Named(1, 0, "水岸提升工程", "青澜市", ("绿岸工程",))
    other = Named(2, 0, "绿岸工程", "青澜市", ("水岸提升工程",))
    assert sum(len(group.named) for group in joined([one, other])) == 2


def test_numerals_stand_for_a_longer_name_only_in_its_own_place() -> None:
    items = [*named("“百县千镇万村”工程"), *named("“百千万”工程", place="宁川市", document=2)]
    assert len(joined(items)) == 2


def test_what_only_counts_is_another_programme_in_each_place() -> None:
    items = [*named("“五大战略”"), *named("“五大战略”", place="宁川市", document=2)]
    assert len(joined(items)) == 2
    assert key_in("“965”", "青澜市") != key_in("“965”", "宁川市")
    assert key_in("“云桥”行动", "青澜市") == key_in("云桥行动", "宁川市")
