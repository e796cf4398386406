"""Parts of the true-up's benchmark: made-up charts, the bare statement, workers."""
