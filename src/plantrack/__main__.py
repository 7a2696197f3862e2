"""`python -m plantrack`, and the program itself: quiet when it is stopped while it still loads."""

import gc
import sys

_BETWEEN_COLLECTIONS = 200_000
"""Objects that are made before Python looks for some to throw away; its own 700 cost a short command a tenth."""


def main() -> None:
    """Run the command line."""
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    try:
        from plantrack.cli import main as command

        command(prog_name="plantrack")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
