"""Reports for people: Markdown and HTML, from papers that are compared."""

from plantrack.publishing.attributions import Demand
from plantrack.publishing.composing import compose, compose_compared
from plantrack.publishing.markdown import report_as_markdown
from plantrack.publishing.values import Report

__all__ = ["Demand", "Report", "compose", "compose_compared", "report_as_markdown"]
