"""`python -m plantrack`, and the program itself: quiet when it is stopped while it still loads."""

import sys


def main() -> None:
    """Run the command line."""
    try:
        from plantrack.cli import main as command

        command(prog_name="plantrack")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
