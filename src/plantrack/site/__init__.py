"""Static pages of a corpus: what `plantrack site build` writes. Imported when a site is asked for."""

from plantrack.differences.related import PAIRS
from plantrack.site.building import SiteBuilt, build_site

__all__ = ["PAIRS", "SiteBuilt", "build_site"]
