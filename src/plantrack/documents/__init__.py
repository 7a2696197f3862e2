"""Any document that people have, in one shape: blocks in order, each with its kind and its place in the source."""
