"""Pages whose text and order are known: texts of our own, typeset by Chromium, and how well programs read them."""
