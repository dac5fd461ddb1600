"""Sentences and clauses, as undertakings and results are looked for in them."""

from __future__ import annotations

import re

SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?[”’」]*")
CLAUSE = re.compile(r"[^，,。！？!?；;：:\n]+")
LONGEST = 200
"""Characters of a clause; prose has no longer one."""
