"""``python -m ganlab_gui``. Workers import this module again: it does nothing on import."""

import sys

if __name__ == "__main__":
    from ganlab_gui.cli import main

    sys.exit(main())
