"""Files to values: YAML of a corpus."""
