"""A matrix as one HTML page: a table, no script, nothing loaded from elsewhere."""

from plantrack.differences.matrix import DIFFERENCES, PRESENCES, Matrix
from plantrack.plain import printable
from plantrack.reporting.matrix_markdown import title_of
from plantrack.reporting.matrix_words import caveats, cells_of, count_line, legend_lines, paper_words, row_name

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<style>
:root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fff; --line: #d0d0d6; --quiet: #5f5f68;
  --differs: #e3ecfb; --open: #efe6fa; --absent: #f0f0f2; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf0; --paper: #17171a; --line: #3c3c44; --quiet: #a6a6b0;
    --differs: #1d2f4d; --open: #35264a; --absent: #232327; }
}
body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.45 system-ui, sans-serif; }
h1 { font-size: 1.3rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--quiet); padding-bottom: .5rem; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; min-width: 9rem; }
th .number { font-weight: normal; color: var(--quiet); }
thead th { border-bottom-width: 2px; }
td.differs { background: var(--differs); }
td.may-differ { background: var(--open); }
td.says-nothing { color: var(--quiet); }
td.is-absent { background: var(--absent); }
dt { font-weight: 600; }
dd { margin: 0 0 .4rem; color: var(--quiet); }
@media (max-width: 45rem) {
  .wide { overflow: visible; }
  table, caption, tbody, tr, th, td { display: block; }
  thead { display: none; }
  th, td { border-width: 0 1px 1px; }
  tbody th { border-top-width: 1px; margin-top: 1rem; }
  td::before { content: attr(data-of); display: block; color: var(--quiet); font-size: .85rem; }
}
@media print { body { max-width: none; margin: 0; } .wide { overflow: visible; } tr { break-inside: avoid; } }
</style>
</head>
<body>
<h1>{{ title }}</h1>
<dl>
{% for name, words in papers -%}
<dt>{{ name }}</dt>
<dd>{{ words }}</dd>
{% endfor -%}
</dl>
<ul>
{% for mark, meaning in legend -%}
<li>{{ mark }} {{ meaning }}</li>
{% endfor -%}
{% for said in caveats -%}
<li>{{ said }}</li>
{% endfor -%}
</ul>
<div class="wide" role="region" aria-label="Provisions by versions" tabindex="0">
<table>
<caption>{{ counted }}</caption>
<thead>
<tr><th scope="col">Provision</th>
{%- for name, _ in papers %}<th scope="col">{{ name }}</th>{% endfor %}</tr>
</thead>
<tbody>
{% for row in rows -%}
<tr id="{{ row.anchor }}"><th scope="row"><span class="number">{{ row.number }}</span> {{ row.label }}</th>
{%- for cell in row.cells %}
<td class="{{ cell.kind }}" data-of="{{ cell.of }}" title="{{ cell.meaning }}">{{ cell.words }}</td>
{%- endfor %}</tr>
{% endfor -%}
</tbody>
</table>
</div>
</body>
</html>
"""
_KINDS = {
    "certain": "differs",
    "unopposed": "differs",
    "possible": "may-differ",
    "learned": "may-differ",
    "unexplained": "may-differ",
}
_SILENT = {
    "absent": "is-absent",
    "removed": "is-absent",
    "not_reported": "says-nothing",
    "spoken_of": "says-nothing",
    "by_topic": "says-nothing",
    "parts_only": "says-nothing",
}


def matrix_as_html(matrix: Matrix) -> str:
    """A page with one table. Colours tell kinds of cells apart, and none of them is a verdict."""
    from jinja2 import Environment

    base = matrix.versions[matrix.baseline]
    page = Environment(autoescape=True, keep_trailing_newline=True).from_string(_PAGE)
    return page.render(
        title=printable(title_of(matrix)),
        papers=[(printable(paper.ref), paper_words(paper)) for paper in matrix.versions],
        counted=printable(count_line(matrix, base.ref)),
        rows=[
            {
                "anchor": f"row-{place}",
                "number": row_name(row)[0],
                "label": row_name(row)[1],
                "cells": [
                    {
                        "of": printable(paper.ref),
                        "words": words,
                        "kind": _KINDS.get(cell.difference) or _SILENT.get(cell.presence, "stands"),
                        "meaning": f"{PRESENCES[cell.presence]}; {DIFFERENCES[cell.difference]}",
                    }
                    for paper, cell, words in zip(
                        matrix.versions, row.cells, cells_of(row, matrix, whole=True), strict=True
                    )
                ],
            }
            for place, row in enumerate(matrix.rows, start=1)
        ],
        legend=[(mark, printable(meaning)) for mark, meaning in legend_lines(matrix, base.ref)],
        caveats=[printable(said) for said in caveats(matrix)],
    )
