"""Luoshi (落实): the ledger between what a government said it would do and what it later said was done."""

__version__ = "0.1.0"
