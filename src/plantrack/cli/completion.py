"""`plantrack completion`."""

import click

from plantrack.cli.command import command
from plantrack.cli.output import write_answer


@command("completion")
@click.argument("shell", type=click.Choice(["bash", "fish", "zsh"]))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Print the script by which a shell completes plantrack: commands, options, versions, points, names.

    For bash, put `eval "$(plantrack completion bash)"` into ~/.bashrc. For zsh, put `eval "$(plantrack completion
    zsh)"` into ~/.zshrc, after compinit. For fish, write it to ~/.config/fish/completions/plantrack.fish.

    \b
    plantrack completion bash
    plantrack completion fish
    """
    from plantrack.cli.shells import script

    write_answer(script(shell, ctx.find_root().command))
