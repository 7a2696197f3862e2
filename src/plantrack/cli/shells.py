"""What bash, zsh and fish need to complete a command line of plantrack, and what they are answered.

A script hands over the line as far as the cursor and reads `kind TAB value TAB description`, a line each. Nothing else
reaches the prompt: what goes wrong is silence. Names come from files of others, so only those are offered that are
words of plain characters; quotation is left to the shell where it does it itself, and done here for bash.
"""

import os
import re
from typing import ClassVar

import click
from click.shell_completion import CompletionItem, ShellComplete, add_completion_class, split_arg_string

from plantrack.plain import one_line

VARIABLE = "_PLANTRACK_COMPLETE"
_PLAIN = re.compile(r"(?:--?)?\w[\w .,:@~#/+-]*")
"""Characters that no shell takes for anything but themselves, once spaces are quoted and in the middle of a word."""
_MOST_DESCRIBED = 60

BASH = """\
_plantrack_completion() {
    local kind value about
    COMPREPLY=()
    while IFS=$'\\t' read -r kind value about; do
        case $kind in
            plain) COMPREPLY+=("$value") ;;
            file) compopt -o default 2>/dev/null ;;
            dir) compopt -o dirnames 2>/dev/null ;;
        esac
    done < <(_PLANTRACK_LINE="${COMP_LINE:0:COMP_POINT}" _PLANTRACK_BREAKS="$COMP_WORDBREAKS" \\
        %(complete_var)s=bash_complete "${1/#\\~/$HOME}" 2>/dev/null)
}
complete -o nosort -F _plantrack_completion %(prog_name)s 2>/dev/null || complete -F _plantrack_completion %(prog_name)s
"""
ZSH = """\
#compdef %(prog_name)s
_plantrack_completion() {
    local kind value about
    local -a described
    local -i files=0 folders=0
    while IFS=$'\\t' read -r kind value about; do
        case $kind in
            plain) described+=("${value//:/\\\\:}${about:+:$about}") ;;
            file) files=1 ;;
            dir) folders=1 ;;
        esac
    done < <(_PLANTRACK_LINE="${(j: :)words[1,CURRENT-1]}" _PLANTRACK_WORD="${(Q)PREFIX}" \\
        %(complete_var)s=zsh_complete "${(Q)words[1]}" 2>/dev/null)
    (( $#described )) && _describe -V plantrack described
    (( files )) && _files
    (( folders )) && _files -/
    return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _plantrack_completion "$@"
else
    compdef _plantrack_completion %(prog_name)s
fi
"""
FISH = """\
function _plantrack_completion
    set -lx _PLANTRACK_LINE (commandline -cp | string collect)
    set -lx %(complete_var)s fish_complete
    for line in (%(prog_name)s 2>/dev/null)
        set -l part (string split -m 2 \\t -- $line)
        switch $part[1]
            case plain
                printf '%%s\\t%%s\\n' $part[2] $part[3]
            case file
                __fish_complete_path (commandline -ct)
            case dir
                __fish_complete_directories (commandline -ct)
        end
    end
end
complete --no-files --keep-order --command %(prog_name)s --arguments '(_plantrack_completion)'
"""


class _Shell(ShellComplete):
    """Reads the line, and answers in one form for all shells."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The whole words after the program's name, and what was begun of the next one."""
        line = os.environ.get("_PLANTRACK_LINE", "")
        word = os.environ.get("_PLANTRACK_WORD")
        if word is not None:
            return split_arg_string(line)[1:], word
        # A word that was begun ends where a letter more would go.
        *before, begun = split_arg_string(f"{line}x")
        return before[1:], begun[:-1]

    def complete(self) -> str:
        """Everything that could stand there, a line each; nothing where anything is wrong."""
        try:
            args, incomplete = self.get_completion_args()
            items = self.get_completions(args, incomplete)
        except Exception:  # noqa: BLE001 - a prompt is no place for problems
            return ""
        return "\n".join(self.format_completion(item) for item in items if _is_plain(item))

    def format_completion(self, item: "CompletionItem[str]") -> str:
        """Kind, value and description."""
        return f"{item.type}\t{self.written(item.value)}\t{one_line(item.help or '')[:_MOST_DESCRIBED]}"

    def written(self, value: str) -> str:
        """The value as the shell is to have it."""
        return value


class _Bash(_Shell):
    name: ClassVar[str] = "bash"
    source_template: ClassVar[str] = BASH

    def written(self, value: str) -> str:
        """The part of a word that bash replaces, which begins anew after `@` and `:`; spaces are quoted."""
        line, breaks = os.environ.get("_PLANTRACK_LINE", ""), os.environ.get("_PLANTRACK_BREAKS", "")
        begun = split_arg_string(f"{line}x")[-1][:-1]
        last = max((begun.rfind(sign) for sign in breaks if not sign.isspace()), default=-1)
        rest = value[last + 1 :] if value.startswith(begun[: last + 1]) else value
        return rest if _in_quotes(line) else rest.replace(" ", "\\ ")


class _Zsh(_Shell):
    name: ClassVar[str] = "zsh"
    source_template: ClassVar[str] = ZSH


class _Fish(_Shell):
    name: ClassVar[str] = "fish"
    source_template: ClassVar[str] = FISH


SHELLS: dict[str, type[_Shell]] = {each.name: each for each in (_Bash, _Fish, _Zsh)}
for _shell in SHELLS.values():
    add_completion_class(_shell)


def script(shell: str, command: click.Command) -> str:
    """The text that a shell reads once to complete `plantrack` from then on."""
    return SHELLS[shell](command, {}, "plantrack", VARIABLE).source()


def _is_plain(item: "CompletionItem[str]") -> bool:
    return item.type != "plain" or _PLAIN.fullmatch(item.value) is not None


def _in_quotes(line: str) -> bool:
    """Whether the line ends within quotation marks."""
    quote = ""
    escaped = False
    for sign in line:
        if escaped:
            escaped = False
        elif sign == "\\" and quote != "'":
            escaped = True
        elif sign in "'\"" and quote in ("", sign):
            quote = "" if quote else sign
    return bool(quote)
