"""What a first attempt would be made of: `python naive.py OLD.yaml NEW.yaml`."""

import sys
from pathlib import Path
from typing import Any

import cattrs
import jinja2
import yaml
from attrs import frozen
from deepdiff import DeepDiff
from rich.console import Console


@frozen
class Version:
    """The few fields that a first attempt would type."""

    title: str
    provisions: dict[str, dict[str, Any]]


old, new = (cattrs.structure(yaml.safe_load(Path(name).read_text(encoding="utf-8")), Version) for name in sys.argv[1:3])
found = DeepDiff(old.provisions, new.provisions, ignore_order=True)
page = jinja2.Template("{{ old }} and {{ new }}\n{% for line in lines %}{{ line }}\n{% endfor %}")
Console().print(page.render(old=old.title, new=new.title, lines=found.pretty().splitlines()), markup=False)
