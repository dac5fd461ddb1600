"""Texts with errors made on purpose, to count how many the checks find."""
