"""Add sources, cut passages, and say what rests on them."""
