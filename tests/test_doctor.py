"""What the doctor says, with the real libraries and folders of this machine."""

import subprocess
import sys
from pathlib import Path

import pytest

from ganlab_gui import doctor

ROOT = Path(__file__).resolve().parents[1]
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux only")


@on_linux
def test_missing_libraries_are_named_by_their_package() -> None:
    libraries = {"libc6": ("libc.so.6",), "libnothing1": ("libc.so.6", "libnothing.so.1")}
    assert doctor.missing_packages(libraries) == ["libnothing1"]
    assert doctor.install_line(["a", "b"]) == "sudo apt-get install a b"


@on_linux
def test_check_of_libraries_ends_with_two_and_one_install_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(doctor.LIBRARIES, "offscreen", {"libnothing1": ("libnothing.so.1",)})
    assert doctor.main(["--libraries", "offscreen"]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.splitlines()[-1].strip() == "sudo apt-get install libnothing1"
    assert doctor.main(["--missing-packages", "offscreen"]) == 0
    assert capsys.readouterr().out == "libnothing1\n"


def test_everything_the_tests_need_is_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor.main(["--libraries", "offscreen"]) == 0
    assert capsys.readouterr().err == ""


@on_linux
@pytest.mark.parametrize(
    ("variables", "opens"),
    [
        ({}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ""}, False),
    ],
)
def test_without_a_display_one_sentence_names_the_command(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], opens: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    message = doctor.no_display_message()
    if opens:
        assert message is None
    else:
        assert message is not None
        assert "\n" not in message
        assert message.endswith("ganlab-gui train PRESET --steps N --out DIR")


@on_linux
def test_x11_libraries_are_asked_for_only_where_qt_uses_x11(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(doctor.LIBRARIES, "offscreen", {})
    monkeypatch.setitem(doctor.LIBRARIES, "window", {"libnothing1": ("libnothing.so.1",)})
    assert doctor.missing_libraries_message() is None
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert doctor.missing_libraries_message() is None
    monkeypatch.delenv("WAYLAND_DISPLAY")
    message = doctor.missing_libraries_message()
    assert message is not None
    assert message.endswith("sudo apt-get install libnothing1")


def test_report_tells_versions_folders_and_presets() -> None:
    facts = doctor.report()
    assert facts["PySide6-Essentials"].startswith("6.11.")
    assert facts["torch"][0].isdigit()
    assert facts["cores"] >= 1
    assert not facts["cuda"].startswith("unknown")
    assert facts["presets"] == sorted(path.stem for path in (ROOT / "presets").glob("*.toml"))
    lines = doctor.text(facts)
    assert all(name in lines for name in facts)
    missing = facts["missing libraries"]
    assert ("sudo apt-get install" in lines) == bool(missing)


def test_doctor_needs_the_standard_library_only() -> None:
    code = "import ganlab_gui.doctor as d; d.main(['--missing-packages', 'window'])"
    subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, check=True)
