"""The history of the schema as Alembic migrations; ``luoshi.register.upgrading`` carries them out.

They are run from the package, without ``env.py`` and ``alembic.ini``. A migration that has been released is never
changed, and takes no table from ``schema.py``, which goes on changing after it.
"""
