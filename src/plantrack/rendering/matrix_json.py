"""The machine-readable matrix, `plantrack-compare/1`."""

from collections.abc import Sequence

from plantrack.answers.matrix_words import cell_words, row_name
from plantrack.corpus import Paper
from plantrack.differences.matrix import Cell, Matrix
from plantrack.differences.result import Change
from plantrack.rendering.diff_json import as_json, change_form, gap_form

SCHEMA = "plantrack-compare/1"


def matrix_as_json(matrix: Matrix) -> str:
    """A matrix as JSON text, in a fixed order, with a line end."""
    return as_json(
        {
            "schema": SCHEMA,
            "versions": [_version(*pair) for pair in zip(matrix.versions, matrix.beside, strict=True)],
            "baseline": matrix.baseline,
            "rows": [
                {
                    "id": row.id,
                    "ids": list(row.ids),
                    "number": row.provision.number,
                    "label": row_name(row)[1],
                    "topics": list(row.topics),
                    "cells": [_cell(cell) for cell in row.cells],
                }
                for row in matrix.rows
            ],
            "left_out": matrix.left_out,
            "notes": list(matrix.notes),
        }
    )


def _version(paper: Paper, beside: Sequence[Change]) -> dict[str, object]:
    version = paper.version
    return {
        "ref": paper.ref, "title": version.title, "date": version.date or None, "text_basis": version.text_basis,
        "beside_points": [change_form(change) for change in beside],
    }  # fmt: skip


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "presence": cell.presence,
        "difference": cell.difference,
        "words": cell_words(cell, whole=True),
        "ids": [one.id for one in cell.provisions],
        "numbers": [one.number for one in cell.provisions],
        "changes": [change_form(change) for change in cell.changes],
        "unreported": [gap_form(gap) for gap in cell.gaps],
        "passages": [*dict.fromkeys(item.passage for state in cell.states for item in state.evidence)],
    }
