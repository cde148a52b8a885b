"""Dialogs with more than a question in them."""
