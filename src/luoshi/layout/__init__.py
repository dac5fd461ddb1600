"""From lines of print with their places on pages to a text in reading order that knows where each line stood.

Readers of PDF files and of pictures give sheets (``luoshi.layout.sheets``); ``compose`` gives the text.
"""

from luoshi.layout.arranging import arrange
from luoshi.layout.composing import Composed, compose
from luoshi.layout.sheets import Line, Paragraph, Rect, Sheet

__all__ = ["Composed", "Line", "Paragraph", "Rect", "Sheet", "arrange", "compose"]
