"""Registers of an older schema are brought up to date; the migrations give just the tables that a new register has."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from cases import make_case
from sqlalchemy import Engine, create_engine, event, inspect, text

from luoshi.errors import RegisterError
from luoshi.model import Case
from luoshi.register import Given, Register, schema
from luoshi.register.engine import open_engine, register_url, writing
from luoshi.register.upgrading import migrate, migrations, revision_of, stamp
from luoshi.rows import rows_of

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::sqlalchemy.exc.SAWarning")

GIVEN = Given(None, None, "1")


_NEW = ("title", "action", "object", "theme", "programmes", "lead", "cooperating")


def old_case(**more: int) -> Case:
    """A case without what the first schema did not know."""
    case = make_case(**more)  # type: ignore[arg-type]
    known = {"programmes": (), "lead": (), "cooperating": (), "bodies": ()}
    empty = {**dict.fromkeys(_NEW, ""), **known}
    promises = [replace(promise, **empty) for promise in case.records.commitments]  # type: ignore[arg-type]
    return replace(case, records=replace(case.records, commitments=promises, accomplishments=[]))


def bare(where: str) -> Engine:
    """An engine on a database as it is, without making a register of it; SQLite's transactions hold tables too."""
    engine = create_engine(register_url(where))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda raw, _: setattr(raw, "isolation_level", None))
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def make_old(where: str, case: Case) -> None:
    """A register as it was made before there were migrations, with one case."""
    engine = bare(where)
    with engine.begin() as connection:
        migrate(connection, migrations(), "0001")
        schema.version.drop(connection)
        put_old(connection, case)
    engine.dispose()


def put_old(connection: object, case: Case) -> None:
    rows = rows_of(case)
    for name, values in old_rows(rows.document, rows.owned).items():
        for row in values:
            marks = ", ".join(f":{column}" for column in row)
            connection.execute(text(f"INSERT INTO {name} ({', '.join(row)}) VALUES ({marks})"), row)  # type: ignore[attr-defined]


def old_rows(document: dict, owned: dict) -> dict[str, list[dict]]:  # type: ignore[type-arg]
    """The rows of today as the first schema had them: no ids, and every span in a row of its own."""
    found = {"documents": [{**document, "id": 1, "slug": "report", "version": "0"}]}
    for table in schema.metadata.sorted_tables:
        names = table.columns.keys()[1:]
        for values in owned.get(table.name, []):
            row = dict(zip([name for name in names if name != "wording"], values, strict=True))
            row.pop("record_id", None)
            row.pop("speaks_of", None)
            row |= {name: bool(row[name]) for name in ("checkable", "direct") if name in row}
            for new in _NEW if table.name == "commitments" else ():
                del row[new]
            for role in ("evidence", "indicator", "period", "place"):
                start, end = row.pop(f"{role}_start", None), row.pop(f"{role}_end", None)
                if start is not None:
                    spans = {"figures": "figure_spans", "commitments": "commitment_spans"}[table.name]
                    place = {"document_id": 1, "number": row["number"], "role": role, "position": 0}
                    found.setdefault(spans, []).append({**place, "start_offset": start, "end_offset": end})
            found.setdefault(table.name, []).append({"document_id": 1, **row})
    return dict(sorted(found.items(), key=lambda item: item[0].endswith("_spans")))


def columns(engine: Engine) -> dict[str, dict[str, tuple[str, bool, object]]]:
    found = inspect(engine)
    return {
        table: {c["name"]: (str(c["type"]), c["nullable"], c["default"]) for c in found.get_columns(table)}
        for table in found.get_table_names()
    }


def indexes(engine: Engine) -> set[tuple[str, str]]:
    asked = {
        "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
        "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()",
    }[engine.dialect.name]
    with engine.connect() as connection:
        name = connection.scalar(text("SELECT current_schema()")) if engine.dialect.name == "postgresql" else "-"
        return {(row[0], row[1].replace(f"{name}.", "")) for row in connection.execute(text(asked))}


def test_the_migrations_give_the_schema(where: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    engine = bare(where)
    with engine.begin() as connection:
        migrate(connection, migrations())
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.metadata) == []
        assert revision_of(connection) == schema.REVISION
    engine.dispose()


def test_a_migrated_register_has_the_columns_and_indexes_of_a_new_one(tmp_path: Path, postgresql_url: str) -> None:
    from postgresql import empty_schema

    for old, new in [
        (str(tmp_path / "old.db"), str(tmp_path / "new.db")),
        (empty_schema(postgresql_url), empty_schema(postgresql_url)),
    ]:
        migrated, made = bare(old), open_engine(register_url(new))
        with migrated.begin() as connection:
            migrate(connection, migrations())
        assert columns(migrated) == columns(made)
        assert indexes(migrated) == indexes(made)
        migrated.dispose()
        made.dispose()


def test_the_newest_revision_is_the_one_that_new_registers_get() -> None:
    assert migrations().get_current_head() == schema.REVISION


def test_a_register_from_before_migrations_is_upgraded_when_it_is_opened(where: str, tmp_path: Path) -> None:
    case = old_case(figures=4)
    make_old(where, case)
    with Register(where) as register:
        assert register.case(1) == case
        upgraded = register.figures()
        assert [entry.place for entry in upgraded] == ["青川市"] * 4
        assert register.put(case, GIVEN).change == "replaced"
        assert register.figures() == upgraded
    with Register(tmp_path / "new.db") as fresh:
        fresh.put(case, GIVEN)
        assert [entry.record_id for entry in fresh.figures()] == [entry.record_id for entry in upgraded]
    with open_engine(register_url(where)).begin() as connection:
        assert revision_of(connection) == schema.REVISION
        assert not inspect(connection).has_table("register_meta")


def test_all_records_get_the_ids_that_reading_anew_gives(where: str) -> None:
    case = old_case(figures=3)
    make_old(where, case)

    def ids() -> list[object]:
        engine = bare(where)
        with engine.connect() as connection:
            tables = ("figures", "people", "remarks", "commitments", "programmes", "findings")
            asked = " UNION ALL ".join(f"SELECT '{table}', number, record_id FROM {table}" for table in tables)
            rows = sorted(map(tuple, connection.execute(text(asked))))
        engine.dispose()
        return rows

    with Register(where) as register:
        upgraded = ids()
        register.put(case, GIVEN)
    assert ids() == upgraded
    assert len({row[2] for row in upgraded}) == len(upgraded)  # type: ignore[index]


def test_an_upgrade_that_fails_leaves_the_register_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = str(tmp_path / "luoshi.db")
    make_old(file, old_case())
    before = Path(file).read_bytes()
    monkeypatch.setattr("luoshi.record_ids.Namer.at", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        Register(file)
    assert Path(file).read_bytes() == before


@pytest.mark.parametrize("revision", ["9999", "unheard of"])
def test_a_newer_register_is_refused(where: str, revision: str) -> None:
    Register(where).close()
    engine = bare(where)
    with engine.begin() as connection:
        connection.execute(schema.version.update().values(version_num=revision))
    engine.dispose()
    with pytest.raises(RegisterError, match=f"has revision {revision} .* or a newer one\\.$"):
        Register(where)


def test_a_register_of_an_unknown_schema_before_migrations_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "luoshi.db"
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("CREATE TABLE register_meta (name TEXT, value TEXT)")
        raw.execute("INSERT INTO register_meta VALUES ('schema', '1')")
    with pytest.raises(RegisterError, match=r"has revision unknown \(1\)"):
        Register(file)


def test_a_stamp_is_one_row(tmp_path: Path) -> None:
    engine = bare(str(tmp_path / "luoshi.db"))
    with writing(engine) as connection:
        stamp(connection, "0001")
        assert connection.execute(schema.version.select()).all() == [("0001",)]
    engine.dispose()
