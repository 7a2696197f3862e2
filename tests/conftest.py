"""The same tests everywhere: no settings of the machine, no chance."""

import os

from hypothesis import settings

for _name in [name for name in os.environ if name.startswith("PLANTRACK_") or name == "COLUMNS"]:
    del os.environ[_name]

settings.register_profile("same-every-time", derandomize=True, deadline=None, print_blob=False)
settings.load_profile("same-every-time")


def pytest_addoption(parser):
    parser.addoption(
        "--rewrite", action="store_true", help="write the golden files anew, to be read before they are kept"
    )
