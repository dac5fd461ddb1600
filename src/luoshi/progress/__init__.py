"""Targets beside results: which result answers a target, what that says of it, and places side by side."""
