"""Start a corpus, a plan, a version or a source: files that pass every check and say what can be added to them."""

from plantrack.starting.files import Started, start_corpus, start_plan, start_source, start_version

__all__ = ["Started", "start_corpus", "start_plan", "start_source", "start_version"]
