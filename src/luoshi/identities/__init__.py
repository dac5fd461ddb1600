"""Who acts: the bodies and people of many documents, each one thing however it is called (docs/register.md)."""
