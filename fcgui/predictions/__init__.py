"""The page of predictions: every row of a table with the network's answer, followed while it learns."""
