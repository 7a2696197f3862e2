"""The same tests everywhere: no settings of the machine, no chance."""

import os

import pytest
from hypothesis import settings

for _name in [name for name in os.environ if name.startswith("PLANTRACK_") or name == "COLUMNS"]:
    del os.environ[_name]

settings.register_profile("same-every-time", derandomize=True, deadline=None, print_blob=False)
settings.load_profile("same-every-time")


def pytest_addoption(parser):
    parser.addoption(
        "--rewrite", action="store_true", help="write the golden files anew, to be read before they are kept"
    )


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """Sites that no test changes, each built when it is first asked for."""
    from site_pages import Sites

    return Sites(tmp_path_factory.mktemp("sites"))
