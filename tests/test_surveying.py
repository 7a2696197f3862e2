"""Questions over many papers: the same answer whoever works, resumed where it stopped, and nothing lost with a worker."""

import json
import os
import shutil
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jsonschema
import pytest

import plantrack
from plantrack.errors import InputError, UsageError
from plantrack.schemas import schema_for
from plantrack.surveying.precedents import find_precedents
from plantrack.surveying.spreading import spread, workers

ROOT = Path(__file__).parents[1]
RIVER = ROOT / "examples" / "river"
MINSK = ROOT / "examples" / "minsk"
HESK = ROOT / "examples" / "hesk"
PRISONERS = "All prisoners shall be released."


def test_a_clause_is_found_in_its_own_paper_first_and_then_as_it_was_changed():
    found = plantrack.precedents(PRISONERS, RIVER, ROOT / "examples" / "oss")
    (first, second) = found.found[:2]
    assert (Path(first.clause.file).name, first.likeness) == ("old.md", 1.0)
    assert Path(second.clause.file).name == "new.md"
    assert second.likeness < first.likeness
    assert found.files > 5


def test_a_point_of_a_paper_can_be_asked_about():
    assert plantrack.precedents(str(RIVER / "old.md"), RIVER, point="4") == plantrack.precedents(PRISONERS, RIVER)


def test_what_is_not_like_it_is_not_found():
    assert plantrack.precedents("Goats graze free of charge on the northern meadows.", RIVER).found == ()


def test_a_paper_that_cannot_be_read_is_told_and_stops_nothing(tmp_path):
    shutil.copy(RIVER / "old.md", tmp_path)
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    found = plantrack.precedents(PRISONERS, tmp_path)
    assert len(found.found) == 1
    assert [problem.file for problem in found.unread] == [str(tmp_path / "broken.docx")]


@pytest.mark.parametrize(("asked", "place"), [("the", RIVER), (PRISONERS, ROOT / "src/plantrack/language")])
def test_what_cannot_be_asked_is_refused(asked, place, tmp_path):
    with pytest.raises(UsageError):
        plantrack.precedents(asked, tmp_path if "language" in str(place) else place)


def test_processes_give_the_same_answer():
    with workers() as alone, workers(jobs=2) as two:
        assert find_precedents(PRISONERS, [RIVER, MINSK], two) == find_precedents(PRISONERS, [RIVER, MINSK], alone)


def test_any_executor_keeps_the_order():
    def slow_at_first(number):
        time.sleep(0.05 if number == 0 else 0)
        return number

    with ThreadPoolExecutor(8) as pool:
        assert list(spread(slow_at_first, range(300), pool)) == list(range(300))


def test_pairs_are_written_a_line_each_and_each_holds_its_diff(tmp_path):
    written = tmp_path / "pairs.jsonl"
    done = plantrack.pairs(MINSK, output=written, which="all")
    lines = [json.loads(line) for line in written.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == done.pairs > 0
    for line in lines:
        assert [line["diff"]["old"]["ref"], line["diff"]["new"]["ref"]] == line["pair"]
        jsonschema.validate(line, schema_for("pairs"))


def test_pairs_go_on_where_they_were_cut_off(tmp_path):
    whole, cut = tmp_path / "whole.jsonl", tmp_path / "cut.jsonl"
    plantrack.pairs(MINSK, HESK, output=whole, which="all")
    data = whole.read_bytes()
    first = data.index(b"\n") + 1
    cut.write_bytes(data[: first + 100])
    done = plantrack.pairs(MINSK, HESK, output=cut, which="all")
    assert done.before == 1
    assert cut.read_bytes() == data


def test_a_file_of_other_pairs_is_left_alone(tmp_path):
    mine = tmp_path / "mine.jsonl"
    mine.write_text('{"a": 1}\n')
    with pytest.raises(InputError, match="lines of other papers"):
        plantrack.pairs(MINSK, output=mine)
    assert mine.read_text() == '{"a": 1}\n'


def test_a_scheduler_that_is_not_there_is_a_sentence(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("plantrack.surveying.spreading._SECONDS", 1)
    with pytest.raises(UsageError, match="no scheduler answers there"), workers(scheduler="tcp://127.0.0.1:9"):
        pass


def test_a_cluster_loses_a_worker_in_the_middle_and_nothing_else(tmp_path):
    distributed = pytest.importorskip("distributed")
    alone, spread_out = tmp_path / "alone.jsonl", tmp_path / "spread.jsonl"
    corpora = [MINSK, HESK, MINSK, HESK] * 8
    plantrack.pairs(*corpora, output=alone, which="all")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        killed = []

        def kill():
            while not (spread_out.exists() and spread_out.stat().st_size):
                time.sleep(0.02)
            killed.append(cluster.workers[0].pid)
            os.kill(killed[0], signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        plantrack.pairs(*corpora, output=spread_out, which="all", scheduler=cluster.scheduler_address)
        killer.join()
    assert killed
    assert spread_out.read_bytes() == alone.read_bytes()
