"""plantrack: what changed in substance between versions of a peace proposal, who says so, and what is not known."""
