"""The wheel holds all the program needs, and opening the window loads no torch."""

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DATA = "ganlab_gui/_data"
FREE_OF_TORCH = ("views", "figures", "app", "experiment", "core.measures", "core.theory")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*build, "--directory", folder], cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return [path.relative_to(ROOT) for path in found if path.suffix != ".pyc"]


def test_wheel_holds_code_presets_and_resources(wheel: zipfile.ZipFile) -> None:
    code = {path.as_posix() for path in files(ROOT / "ganlab_gui")}
    data = {
        f"{DATA}/{p.as_posix()}" for name in ("presets", "resources") for p in files(ROOT / name)
    }
    names = set(wheel.namelist())
    assert code | data <= names
    others = {name for name in names - code - data if ".dist-info/" not in name}
    assert not others, "nothing else travels, tests least of all"
    assert {"presets", "resources"} == {name.split("/")[2] for name in data}
    assert any(name.endswith("SC-Regular.otf") for name in data)


def test_wheel_tells_its_python_licence_and_command(wheel: zipfile.ZipFile) -> None:
    (folder,) = {n.split("/")[0] for n in wheel.namelist() if ".dist-info/" in n}
    metadata = message_from_string(wheel.read(f"{folder}/METADATA").decode())
    assert set(metadata["Requires-Python"].split(",")) == {">=3.11", "<3.14"}
    assert metadata["License-Expression"] == "MIT"
    required = metadata.get_all("Requires-Dist") or []
    assert any(line.startswith("pyside6-essentials<6.12,>=6.11") for line in required)
    assert "ganlab-gui = ganlab_gui.cli:main" in wheel.read(f"{folder}/entry_points.txt").decode()
    assert f"{folder}/licenses/LICENSE" in wheel.namelist()


def test_wheel_starts_and_finds_its_presets_away_from_the_checkout(
    wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    wheel.extractall(tmp_path / "site")
    code = (
        "import json, ganlab_gui; from ganlab_gui import resources as r;"
        "print(json.dumps([ganlab_gui.__file__, sorted(p.name for p in r.presets_dir().iterdir()),"
        " str(r.resource('fonts/OFL.txt'))]))"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    package, presets, licence = json.loads(python(code, cwd=tmp_path, env=environment))
    assert Path(package).is_relative_to(tmp_path)
    assert Path(licence).is_relative_to(tmp_path)
    assert presets == sorted(path.name for path in (ROOT / "presets").iterdir())
    listing = subprocess.run(
        [sys.executable, "-m", "ganlab_gui", "presets"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "lessons" in presets
    named = [name for name in presets if name.endswith(".toml")]
    assert all(name.removesuffix(".toml") in listing.stdout for name in named)


def python(code: str, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    """What a fresh interpreter prints."""
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def loaded(imports: str) -> set[str]:
    """The top-level modules in a fresh interpreter after `imports`."""
    code = f"{imports}\nimport sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    return set(python(code).split())


def test_importing_the_package_loads_neither_torch_nor_qt() -> None:
    modules = loaded("import ganlab_gui, ganlab_gui.__main__, ganlab_gui.doctor, ganlab_gui.cli")
    assert modules.isdisjoint({"torch", "PySide6", "pyqtgraph", "matplotlib", "numpy"})


@pytest.mark.parametrize("package", FREE_OF_TORCH)
def test_no_module_of_the_window_loads_torch(package: str) -> None:
    every_module = (
        "import importlib, pkgutil\n"
        f"package = importlib.import_module('ganlab_gui.{package}')\n"
        "for found in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "    importlib.import_module(found.name)"
    )
    assert "torch" not in loaded(every_module)


def test_the_window_opens_without_what_only_theory_needs() -> None:
    modules = loaded("import ganlab_gui.app.window")
    assert modules.isdisjoint({"scipy", "matplotlib", "torch"})


def test_nothing_loads_dask_before_a_cluster_is_asked_for() -> None:
    modules = loaded(
        "import ganlab_gui.app.grid_window, ganlab_gui.commands_sweep;"
        "from ganlab_gui.lab.sweep.cluster import Cluster; Cluster('tcp://host:8786')"
    )
    assert modules.isdisjoint({"dask", "distributed", "torch"})


def test_snapshot_and_history_load_no_torch() -> None:
    assert "torch" not in loaded("import ganlab_gui.lab.snapshot, ganlab_gui.lab.history")


def test_every_pin_satisfies_what_the_project_declares() -> None:
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / ".constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if "==" in line)
    versions = {canonicalize_name(name): version for name, version in pins.items()}
    for line in project["dependencies"] + project["optional-dependencies"]["dev"]:
        wanted = Requirement(line)
        assert wanted.specifier.contains(versions[canonicalize_name(wanted.name)]), line
