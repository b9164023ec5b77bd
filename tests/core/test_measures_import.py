"""What the window pays for importing the measures."""

import subprocess
import sys


def test_scipy_and_torch_are_imported_only_when_needed():
    code = (
        "import sys, ganlab_gui.core.measures, ganlab_gui.core.theory\n"
        "print(sorted({'scipy', 'torch'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
