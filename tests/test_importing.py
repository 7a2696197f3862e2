"""A text becomes a version that reads back, and known points keep their ids."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from generated import texts, versions
from hypothesis import given
from small_corpus import SmallCorpus

import plantrack
from plantrack.cli import main
from plantrack.errors import UsageError
from plantrack.reading.documents import read_version
from plantrack.value import evolve
from plantrack.writing.documents import as_yaml

KNOWN = """
tank-cap:
  number: "1"
  summary: The army of Veldia keeps at most 100 tanks.
  text: The army of Veldia shall keep no more than 100 tanks.
camps:
  number: "2"
  summary: Arland closes its camps.
  text: Arland shall close its camps in the Hesk valley.
"""
LEAKED = """\
# A leaked paper

1. Arland shall close all camps in the Hesk valley.
2. The army of Veldia shall keep no more than 150 tanks.
3. Both sides shall exchange maps of their minefields.
"""


def known(version):
    """A reader's look-up that knows every name."""
    return read_version(as_yaml(version).encode(), file="v.yaml", look=lambda *_: None).value


@given(versions())
def test_a_version_written_and_read_again_is_the_same(version):
    assert known(version) == version


@given(texts())
def test_an_imported_text_reads_back_with_all_its_points(text):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.md")
        path.write_text(text)
        made = plantrack.import_text(path, plan="paper", version="2031-05-01").version
    assert known(made) == made
    assert [provision.number for provision in made.provisions.values()] == [
        line.partition(".")[0] for line in text.strip().splitlines()
    ]


@pytest.fixture
def corpus(tmp_path):
    small = SmallCorpus(tmp_path)
    small.version("draft", "2031-05-01", KNOWN, "text_basis: full_text\n")
    return small


@pytest.mark.usefixtures("corpus")
def test_points_that_the_family_knows_keep_their_ids_wherever_they_stand(tmp_path):
    (tmp_path / "leaked.md").write_text(LEAKED)
    imported = plantrack.import_text(
        tmp_path / "leaked.md", plan="draft", version="2031-06-01", newest=True, corpus=tmp_path
    )
    assert list(imported.version.provisions)[:2] == ["camps", "tank-cap"]
    assert set(imported.recognised) == {"camps", "tank-cap"}
    new = list(imported.version.provisions)[2]
    assert "maps" in new


def test_an_imported_version_stands_in_a_corpus_and_differs_as_the_text_does(corpus, tmp_path):
    (tmp_path / "leaked.md").write_text(LEAKED)
    version = plantrack.import_text(
        tmp_path / "leaked.md", plan="draft", version="2031-06-01", newest=True, corpus=tmp_path
    ).version
    (tmp_path / "plans" / "draft" / "2031-06-01.yaml").write_text(as_yaml(version))
    kinds = {change.kind for change in corpus.diff("draft@first", "draft").changes}
    assert {"quantity-raised", "provision-added"} <= kinds


@pytest.mark.parametrize(("plan", "version"), [("No Plan", "2031-05-01"), ("draft", "../x"), ("draft", "final")])
@pytest.mark.usefixtures("corpus")
def test_names_that_cannot_be_files_or_dates_are_refused(tmp_path, plan, version):
    (tmp_path / "leaked.md").write_text(LEAKED)
    with pytest.raises(UsageError):
        plantrack.import_text(tmp_path / "leaked.md", plan=plan, version=version, corpus=tmp_path)


@pytest.mark.usefixtures("corpus")
def test_a_version_that_is_no_date_takes_one(tmp_path):
    (tmp_path / "leaked.md").write_text(LEAKED)
    imported = plantrack.import_text(
        tmp_path / "leaked.md", plan="draft", version="final", date="2031-06", newest=True, corpus=tmp_path
    )
    assert imported.version.date == "2031-06"
    assert known(evolve(imported.version, plan="draft")) == imported.version


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path):
    curated = tmp_path / "curated.yaml"
    curated.write_text("curated by hand")
    text = tmp_path / "text.md"
    text.write_text("1. Stop.\n")
    command = ["import", str(text), "--plan", "p", "--version", "2031-05-01", "-o", str(curated)]
    refused = CliRunner().invoke(main, command)
    assert (refused.exit_code, curated.read_text()) == (2, "curated by hand")
    assert "is there already" in refused.output
    assert CliRunner().invoke(main, [*command, "--force"]).exit_code == 0
    assert "Stop." in curated.read_text()
