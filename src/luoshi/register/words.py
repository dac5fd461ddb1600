"""Text that every database can hold."""

from __future__ import annotations

from sqlalchemy import Dialect
from sqlalchemy import Text as PlainText
from sqlalchemy.types import TypeDecorator

_STAND_IN = "\ufdd0"
"""For U+0000, which PostgreSQL cannot hold. It is no character either, and as long: offsets stay right."""


class _WithoutNul(TypeDecorator[str]):
    impl = PlainText
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return value.replace("\0", _STAND_IN) if value else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return value.replace(_STAND_IN, "\0") if value else value


Text = PlainText().with_variant(_WithoutNul(), "postgresql")
