"""Files to values: YAML of a corpus, and numbered points of a text."""
