"""The tables of a register: made on the first run, and brought up to date by the migrations where they are older."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Inspector, inspect, select, text

from luoshi.errors import RegisterError
from luoshi.register import schema

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

_BEFORE_MIGRATIONS = {"2": "0001"}
"""The revisions of registers that were made before there were migrations, by what they called their schema."""


def revision_of(connection: Connection) -> str | None:
    """The revision that a register says it has; None where there is no register."""
    tables = set(inspect(connection).get_table_names())
    if schema.version.name in tables:
        return connection.scalar(select(schema.version.c.version_num))
    if "register_meta" in tables:
        words = connection.scalar(text("SELECT value FROM register_meta WHERE name = 'schema'"))
        return _BEFORE_MIGRATIONS.get(words or "", f"unknown ({words})")
    return None


def prepare(connection: Connection, name: str) -> None:
    """Makes the tables where there are none, and upgrades older ones, inside the transaction of ``connection``.

    Raises RegisterError, naming the register as ``name``, where a newer Luoshi made it or it is none.
    """
    found = revision_of(connection)
    if found is None:
        _refuse_foreign(inspect(connection), name)
        schema.metadata.create_all(connection)
        stamp(connection, schema.REVISION)
    elif found != schema.REVISION:
        _upgrade(connection, found, name)


def _refuse_foreign(found: Inspector, name: str) -> None:
    tables = set(found.get_table_names())
    # a file is a register's own; a server's database may be shared, but not the names of tables
    if tables and (found.dialect.name == "sqlite" or tables & schema.metadata.tables.keys()):
        raise RegisterError(f"{name}: this is a database of another program, not a register of Luoshi.")


def stamp(connection: Connection, revision: str) -> None:
    """Notes the revision in a register that has none noted."""
    schema.version.create(connection, checkfirst=True)
    connection.execute(schema.version.insert().values(version_num=revision))


def _upgrade(connection: Connection, found: str, name: str) -> None:
    script = migrations()
    if found not in {revision.revision for revision in script.walk_revisions()}:
        raise RegisterError(
            f"{name}: the register has revision {found} of the schema and this Luoshi knows {schema.REVISION}: "
            "use the version of Luoshi that made it, or a newer one."
        )
    if not inspect(connection).has_table(schema.version.name):
        stamp(connection, found)
    migrate(connection, script)


def migrations() -> ScriptDirectory:
    """The migrations of this package."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(resources.files("luoshi.register") / "migrations"))


def migrate(connection: Connection, script: ScriptDirectory, to: str = "head") -> None:
    """Carries out the migrations that the register lacks, inside the transaction of ``connection``."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.runtime.migration import MigrationContext, RevisionStep

    def steps(found: Any, _context: MigrationContext) -> list[RevisionStep]:
        return script._upgrade_revs(to, found)  # there is no public name for it: alembic.command calls the same

    with EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()
