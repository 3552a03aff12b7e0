"""One function for each part: from its figures to Markdown, or to plots."""
