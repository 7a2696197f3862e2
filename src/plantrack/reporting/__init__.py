"""A comparison in, text out; nothing here decides what anything means."""
