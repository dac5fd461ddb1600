"""Small cases made by hand for the checks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from luoshi.flows import plain_flow
from luoshi.model import Case, Document, Records


def make_case(text: str, records: Records | None = None) -> Case:
    """A document of ``text``, read just as it stands."""
    document = Document("page", "page.txt", text, digest="0" * 64)
    return Case(document, plain_flow(document), records or Records())


@pytest.fixture
def case_of() -> Callable[..., Case]:
    """Builds a case from a text and, where a check needs them, records."""
    return make_case
