"""What runs under `make fuzz` alone is no test: its engine is an extra."""

collect_ignore = ["run_fuzz.py"]
