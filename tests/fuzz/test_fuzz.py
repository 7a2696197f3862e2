"""A small run of the fuzzer's targets, without its guidance; `make fuzz` runs them for longer."""

import fuzz_targets
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

EXAMPLES = {"wordings": 60, "records": 120, "documents": 40, "options": 80, "papers": 12, "pdf": 6}


@pytest.mark.parametrize("name", fuzz_targets.TARGETS)
def test_inputs_that_nobody_would_write_end_in_an_answer_or_a_clear_refusal(name):
    @settings(max_examples=EXAMPLES[name], deadline=None)
    @given(st.binary(max_size=300))
    def each(data):
        fuzz_targets.run(name, data)

    each()


@pytest.mark.parametrize(
    ("name", "text"), [("roman", "\u0130. Arland pays.\n\n\u0131. Belmark pays."), ("bytes", "1. a\x9bb\ufffe")]
)
def test_what_was_found_stays_found(name, text, tmp_path):
    path = tmp_path / f"{name}\x9b\ufffe.md"
    path.write_text(text, encoding="utf-8")
    made = fuzz_targets.import_text(path, plan="river", version="2031", corpus=fuzz_targets.find_corpus()).version
    written = fuzz_targets.as_yaml(made).encode()
    assert fuzz_targets.files.read_version(written, file="x.yaml", plan="river", version="2031").value == made


def test_words_that_moved_out_of_no_list_are_compared():
    old = "shall pound pound pound pound m so phrase overt hertz observe km when appropriate besides pound"
    new = "shall pound pound pound pound m so phrase besides pound overt hertz observe km when appropriate"
    fuzz_targets.assert_accounted_for(old, new, fuzz_targets.compared(old, new))
