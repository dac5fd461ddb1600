"""What people say of commitments: how a task stands, and whether a result that was proposed is the result. Kept by the ids of
records, so that it stays when documents are read anew."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, Table, and_, literal, select

from luoshi.errors import RegisterError
from luoshi.record_ids import document_id
from luoshi.register import schema
from luoshi.register.locating import is_in, where_id
from luoshi.said import Confirmed, Decided, Decision, FollowUp, Said, TaskNote, TaskStatus

_NOTES, _DECISIONS = schema.task_notes, schema.result_decisions


def say(connection: Connection, record_id: str, status: TaskStatus | None, remark: str, by: str) -> bool:
    """Notes how a commitment stands, in the place of what was noted before; says whether that changed anything.

    Raises RegisterError where there is no such commitment.
    """
    _check(connection, schema.commitments, record_id)
    before = connection.execute(select(_NOTES).where(_NOTES.c.record_id == record_id)).first()
    said = "" if status is None else status.value
    if before is not None and (before.status, before.remark) == (said, remark):
        return False
    connection.execute(_NOTES.delete().where(_NOTES.c.record_id == record_id))
    if said or remark:
        row = {"record_id": record_id, "status": said, "remark": remark, "said_at": _now(), "said_by": by}
        connection.execute(_NOTES.insert().values(row))
    return before is not None or bool(said or remark)


def decide(connection: Connection, record_id: str, result_id: str, decision: Decision | None, by: str) -> bool:
    """Notes whether an accomplishment is the result of a commitment; None takes back what was said. Says whether that
    changed anything. Raises RegisterError where there is no such record.
    """
    _check(connection, schema.commitments, record_id)
    _check(connection, schema.accomplishments, result_id)
    same = and_(_DECISIONS.c.record_id == record_id, _DECISIONS.c.result_id == result_id)
    before = connection.scalar(select(_DECISIONS.c.decision).where(same))
    if before == (decision and decision.value):
        return False
    connection.execute(_DECISIONS.delete().where(same))
    if decision is not None:
        row = {"record_id": record_id, "result_id": result_id, "decision": decision.value}
        connection.execute(_DECISIONS.insert().values({**row, "said_at": _now(), "said_by": by}))
    return True


def all_in(connection: Connection) -> FollowUp:
    """All that people said, also of records that are not there any more."""
    return FollowUp(
        {
            row.record_id: TaskNote(
                TaskStatus(row.status) if row.status else None, row.remark, row.said_at, row.said_by
            )
            for row in connection.execute(select(_NOTES))
        },
        {
            (row.record_id, row.result_id): Decided(Decision(row.decision), row.said_at, row.said_by)
            for row in connection.execute(select(_DECISIONS))
        },
    )


def by_document(connection: Connection) -> dict[str, dict[str, Said]]:
    """What people said of commitments, by the ids of their documents and then by their own."""
    follow_up = all_in(connection)
    results: dict[str, list[Confirmed]] = {}
    for (record_id, result_id), decided in follow_up.decisions.items():
        if decided.decision is Decision.CONFIRMED and (found := _words(connection, result_id)):
            results.setdefault(record_id, []).append(found)
    said: dict[str, dict[str, Said]] = {}
    for record_id in follow_up.notes.keys() | results.keys():
        own = said.setdefault(record_id.partition("-")[0], {})
        own[record_id] = Said(follow_up.notes.get(record_id), tuple(results.get(record_id, ())))
    return said


def _words(connection: Connection, result_id: str) -> Confirmed | None:
    table, documents = schema.accomplishments, schema.documents
    asked = select(table.c.start_offset, table.c.end_offset, documents.c.text, documents.c.name)
    found = asked.join(documents, documents.c.id == table.c.document_id).where(where_id(table, result_id))
    row = connection.execute(found).first()
    return Confirmed("".join(row.text[row.start_offset : row.end_offset].split()), row.name) if row else None


def any_in(connection: Connection) -> bool:
    """Whether anybody said anything."""
    return any(
        connection.execute(select(literal(1)).select_from(table).limit(1)).first() is not None
        for table in (_NOTES, _DECISIONS)
    )


def carry_over(connection: Connection, older: str, newer: str) -> bool:
    """Gives what was said of a document's records, by its digest, to the records of a newer version that have the same
    words in the same surroundings; says whether there was any.
    """
    carried = False
    before, after = document_id(older), document_id(newer)
    for table, owner, column in (
        (_NOTES, schema.commitments, "record_id"),
        (_DECISIONS, schema.commitments, "record_id"),
        (_DECISIONS, schema.accomplishments, "result_id"),
    ):
        keys = [key.name for key in table.primary_key]
        there = {tuple(row) for row in connection.execute(select(*(table.c[key] for key in keys)))}
        own = table.c[column].startswith(f"{before}-", autoescape=True)
        for row in connection.execute(select(table).where(own)).mappings().all():
            moved = {**row, column: after + row[column].removeprefix(before)}
            if tuple(moved[key] for key in keys) not in there and is_in(connection, owner, moved[column]):
                connection.execute(table.insert().values(moved))
                carried = True
    return carried


def _check(connection: Connection, table: Table, record_id: str) -> None:
    if not is_in(connection, table, record_id):
        kind = table.name.removesuffix("s")
        raise RegisterError(f"There is no {kind} {record_id} in this register.")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
