"""The same tests everywhere: no settings of the machine, no chance."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

for _name in [name for name in os.environ if name.startswith("PLANTRACK_") or name == "COLUMNS"]:
    del os.environ[_name]

# Where the runtime for browsers is kept, which is fetched once, though tests have homes of their own.
os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))

# The same few examples each time; `pytest --hypothesis-profile thorough` takes many, and others each time.
settings.register_profile("same-every-time", derandomize=True, deadline=None, print_blob=False, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=1000)
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


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch):
    """What is served until somebody presses Ctrl-C is served, and no browser is opened."""
    monkeypatch.setattr("plantrack.browser.serving.until_stopped", lambda: None)
    monkeypatch.setattr("webbrowser.open", lambda address: address)
