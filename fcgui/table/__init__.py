"""The page "Table": its columns and rows, what is known about them, and what can be put right."""
