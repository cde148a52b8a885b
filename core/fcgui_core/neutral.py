"""Text that a spreadsheet would take for a formula, made harmless before it is written into a table."""

from __future__ import annotations

from fcgui_core.cells import is_number

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def neutral(text: str) -> str:
    """Return the text with an apostrophe before it if a spreadsheet would take it for a formula.

    A number (-1.5, +3, -1,5) is none. https://owasp.org/www-community/attacks/CSV_Injection
    """
    if not text.startswith(FORMULA_SIGNS) or is_number(text) or is_number(text, ","):
        return text
    return f"'{text}"
