"""The two pages on Python, from the signatures and docstrings of the public names and of the types they return."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import griffe

import plantrack

PACKAGE = griffe.load("plantrack", search_paths=[str(Path(__file__).parents[1] / "src")])
TYPES_PAGE = "python-types.md"
_PATH = re.compile(r"docs/reference/([\w-]+\.md)")


def functions_page() -> Iterator[str]:
    """The functions and the errors, by the alphabet."""
    yield from ("# Python", "", "Every command is a function of the same name, after `import plantrack`.")
    yield f"What the functions return: [Python types]({TYPES_PAGE})."
    for name in sorted(plantrack.__all__):
        public = _public(name)
        if isinstance(public, griffe.Function):
            yield from ("", f"## `{name}{_arguments(public)}`", "", *_docstring(public))
        else:
            yield from ("", f"## `{name}`", "", *_docstring(public))


def types_page() -> Iterator[str]:
    """The types that the functions return, and those of their fields, by the alphabet."""
    yield from ("# Python types", "", "What the [functions](python.md) return, and what that is made of.")
    yield "Every value is frozen: fields are read, never set. What they mean in a diff is told in"
    yield "[The diff as JSON](diff-json.md), and in a corpus in [File format](file-format.md)."
    for name, each in sorted(_returned().items()):
        yield from ("", f"## {name}", "", *_docstring(each))
        rows = [
            f"| `{field.name}` | {_cell(_annotation(field.annotation))} | {_cell(_meaning(field))} |"
            for field in _fields(each)
        ]
        if rows:
            yield from ("", "| field | type | meaning |", "| --- | --- | --- |", *rows)


def _public(name: str) -> griffe.Object:
    """What a public name stands for; the package looks it up when it is first used, so its home is asked for."""
    found = _at(f"{plantrack._HOMES[name]}.{name}")  # noqa: SLF001 - the one list of public names
    if found is None:
        raise LookupError(name)
    return found


def _returned() -> dict[str, griffe.Class]:
    """Every class of plantrack that a public function returns, or a field of such a class holds."""
    functions = [public for public in map(_public, plantrack.__all__) if isinstance(public, griffe.Function)]
    waiting: list[griffe.Expr | str | None] = [function.returns for function in functions]
    found: dict[str, griffe.Class] = {}
    seen: set[str] = set()
    while waiting:
        for each in _parts(waiting.pop()):
            if isinstance(each, griffe.Class) and found.setdefault(each.name, each) is not each:
                message = f"two types of one name: {each.path}, {found[each.name].path}"
                raise ValueError(message)
            if isinstance(each, griffe.Class):
                waiting += [field.annotation for field in _fields(each) if each.path not in seen]
                seen.add(each.path)
    return found


def _parts(annotation: griffe.Expr | str | None) -> Iterator[str | griffe.Class]:
    """An annotation piece by piece: classes of plantrack as such, its other names by what they stand for."""
    if isinstance(annotation, griffe.ExprSubscript) and str(annotation.left) == "Annotated":
        yield from _parts(annotation.slice.elements[0])
    elif isinstance(annotation, griffe.ExprName):
        named = _at(annotation.canonical_path)
        if isinstance(named, griffe.Class):
            yield named
        elif isinstance(named, griffe.Attribute):
            yield from _parts(named.value)
        else:
            yield annotation.name
    elif isinstance(annotation, griffe.Expr):
        for each in annotation.iterate(flat=False):
            yield from _parts(each)
    elif annotation is not None:
        yield annotation


def _at(path: str) -> griffe.Object | None:
    """What a path inside the package leads to; None outside."""
    inside = path.removeprefix("plantrack.")
    if inside == path:
        return None
    found = PACKAGE[inside]
    return found.final_target if isinstance(found, griffe.Alias) else found


def _fields(each: griffe.Class) -> list[griffe.Attribute]:
    members = [one.final_target if isinstance(one, griffe.Alias) else one for one in each.all_members.values()]
    return [one for one in members if isinstance(one, griffe.Attribute) and one.annotation and one.name[0] != "_"]


def _annotation(annotation: griffe.Expr | str | None, page: str = "") -> str:
    """An annotation as code, linked to the types it names: the code itself, if it names one."""
    parts = list(_parts(annotation))
    code = "`" + "".join(part if isinstance(part, str) else part.name for part in parts) + "`"
    classes = dict.fromkeys(part.name for part in parts if not isinstance(part, str))
    if len(classes) == 1:
        return f"[{code}]({page}#{next(iter(classes)).lower()})"
    links = ", ".join(f"[{name}]({page}#{name.lower()})" for name in classes)
    return f"{code} ({links})" if links else code


def _arguments(function: griffe.Function) -> str:
    """The arguments of a function, without the annotations that its docstring says in words."""
    shown, only_named = [], False
    stars = {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}
    for each in function.parameters:
        if each.kind is griffe.ParameterKind.keyword_only and not only_named:
            shown.append("*")
        only_named = only_named or each.kind in (griffe.ParameterKind.keyword_only, griffe.ParameterKind.var_positional)
        default = f"={each.default}" if each.default is not None and each.kind not in stars else ""
        shown.append(f"{stars.get(each.kind, '')}{each.name}{default}")
    return f"({', '.join(shown)})"


def _docstring(each: griffe.Object) -> Iterator[str]:
    sections = each.docstring.parse("google") if each.docstring else []
    returned = [one for one in sections if isinstance(one, griffe.DocstringSectionReturns)]
    for section in sections:
        if section not in returned:
            yield from _section(section)
    if isinstance(each, griffe.Function):
        meant = " ".join(_joined(one.description) for section in returned for one in section.value)
        yield from ("", f"Returns {_annotation(each.returns, TYPES_PAGE)}" + (f": {meant}" if meant else "."))


def _section(section: griffe.DocstringSection) -> Iterable[str]:
    if isinstance(section, griffe.DocstringSectionText):
        return (_PATH.sub(r"[\1](\1)", section.value),)
    if isinstance(section, griffe.DocstringSectionParameters | griffe.DocstringSectionAttributes):
        return ("", *(f"- `{one.name}`: {_joined(one.description)}" for one in section.value))
    if isinstance(section, griffe.DocstringSectionRaises):
        return ("", *(f"Raises `{one.annotation}`: {_joined(one.description)}" for one in section.value))
    if isinstance(section, griffe.DocstringSectionExamples):
        return ("", "```pycon", *(text for _kind, text in section.value), "```")
    if isinstance(section, griffe.DocstringSectionAdmonition) and section.value.kind == "example":
        return ("", "```pycon", section.value.description, "```")
    message = f"a section of a docstring that no page shows yet: {section.kind.value}"
    raise ValueError(message)


def _meaning(field: griffe.Attribute) -> str:
    return _joined(field.docstring.value) if field.docstring else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _joined(text: str) -> str:
    """Text on one line, with links in place of the paths of pages beside this one."""
    return _PATH.sub(r"[\1](\1)", " ".join(text.split()))
