"""Articles that were saved anew: `check` finds every passage again, and says of none wrongly that it is gone.

Words that a page prints twice, and that only the paragraph beside them tells apart, are not placed for certain once a
new caption stands between.
"""

import random
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from plantrack.cli import main
from plantrack.corpus import find_corpus

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not any(ARTICLES.glob("*.txt")), reason="the articles are not at hand")

PLAIN_MARKS = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u2014": "-", "\xa0": " "})
FINE_MARKS = str.maketrans({"'": "\u2019", "-": "\u2010"})


def plain(paragraph, _):
    return paragraph.translate(PLAIN_MARKS)


def typeset(paragraph, chance):
    """Other marks, no-break spaces, soft hyphens and zero-width spaces, as a site's typesetter puts them."""
    words = re.sub(r'"([^"]*)"', "\u201e\\1\u201c", paragraph.translate(FINE_MARKS)).split(" ")
    words = [word[:3] + "\xad" + word[3:] if len(word) > 7 and chance.random() < 0.5 else word for word in words]
    return "".join(word + chance.choice([" ", "\xa0", "  ", " \u200b"]) for word in words)


def saved_again(text, rewrite, seed):
    """The text with other white space and marks and new captions, and where each paragraph went."""
    chance = random.Random(seed)
    lines, went, number = ["A caption that was not there", ""], {}, 1
    paragraphs = [line for line in text.split("\n") if line.strip()]
    for old, paragraph in enumerate(paragraphs, 1):
        if chance.random() < 0.2:
            lines += [f"Picture {chance.randrange(1000)}: the view from the hill", ""]
            number += 1
        number += 1
        went[old] = number
        lines += [rewrite(paragraph, chance), ""]
    return "\r\n".join(lines), went


@pytest.fixture(params=[plain, typeset])
def saved(request, tmp_path):
    """A corpus with its articles as they were saved again, and by source where each paragraph went."""
    for name in ("plans", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("texts"))
    texts = tmp_path / "seeds" / "texts"
    texts.mkdir()
    corpus, moves = find_corpus(tmp_path), {}
    for source in map(corpus.source, corpus.source_ids):
        if source.text is not None:
            text = (ARTICLES / source.file).read_text(encoding="utf-8")
            again, moves[source.id] = saved_again(text, request.param, source.id)
            (texts / source.file).write_bytes(again.encode())
    return tmp_path, moves


def check(root, *options):
    done = CliRunner().invoke(
        main, ["check", "--corpus", str(root), "--texts", str(root / "seeds" / "texts"), *options]
    )
    return done.exit_code, done.output


def not_certain(answer):
    """Passages that are told from the same words elsewhere by what a new caption now stands before."""
    listed = re.findall(r":\d+: (\S+): (.*)", answer)
    uncertain = ("not beside what told them from others", "nothing tells which is meant")
    assert all(any(words in what for words in uncertain) for _, what in listed), answer
    return [path for path, _ in listed]


def passages_with_a_place(root):
    corpus = find_corpus(root)
    return [
        (source_id, passage)
        for source_id in corpus.source_ids
        for passage in corpus.source(source_id).passages.values()
        if passage.position is not None
    ]


def test_check_finds_every_passage_in_articles_saved_again_and_calls_none_gone(saved):
    root, _ = saved
    _, answer = check(root)
    assert "not found" not in answer
    assert len(not_certain(answer)) <= 2, answer


def test_check_writes_where_the_passages_stand_and_stands_by_it(saved):
    root, moves = saved
    before = passages_with_a_place(root)
    assert len(before) > 130
    left = not_certain(check(root, "--reanchor")[1])
    after = passages_with_a_place(root)
    assert len(after) == len(before)
    for (source_id, old), (_, new) in zip(before, after, strict=True):
        if f"{source_id}.passages.{old.id}" in left:
            assert new == old
        else:
            assert new.paragraph == moves[source_id][old.paragraph], (source_id, old.id)
    again = check(root)[1]
    assert f"{len(after)} passages with a place in a text: {len(after) - len(left)} where the record says" in again


def test_a_figure_altered_in_an_article_saved_again_is_still_listed(saved):
    root, _ = saved
    for path in (root / "seeds" / "texts").glob("003*.txt"):
        text = path.read_bytes().decode()
        assert "600,000" in text
        path.write_bytes(text.replace("600,000", "800,000").encode())
    code, answer = check(root)
    assert code == 1
    listed = [line for line in answer.splitlines() if "no longer stand" in line]
    assert listed
    assert all("gb-news-2025-11-26.passages." in line for line in listed)
    assert all("800,000" in line for line in listed)
