"""NPZ files of arrays and plain values: exact, readable by NumPy alone, and safe to read."""

import io
import json
import pickle
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from ganlab_gui.experiment.io import load_preset, with_values
from ganlab_gui.lab.pack import PackError, pack, unpack
from ganlab_gui.lab.packed import (
    pack_scene,
    pack_snapshot,
    share,
    sizes_of,
    unpack_scene,
    unpack_snapshot,
)
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import FIELDS, Needs, Scene, Snapshot
from ganlab_gui.lab.trainer import Trainer

ALL = Needs(frozenset(FIELDS), 40, 12, ())


def picture(preset: str, steps: int = 2) -> tuple[Scene, Snapshot]:
    experiment = with_values(load_preset(preset), {"training.batch": 16})
    trainer = Trainer(experiment, "cpu")
    trainer.step(steps)
    probe = Probe(trainer)
    return probe.scene(), probe.snapshot(ALL)


def same(a: object, b: object) -> bool:
    for name, mine in vars(a).items():
        theirs = getattr(b, name)
        if isinstance(mine, np.ndarray):
            if mine.dtype != theirs.dtype or mine.tobytes() != theirs.tobytes():
                return False
        elif mine != theirs:
            return False
    return True


@given(
    st.dictionaries(
        st.text("abcxyz_0", min_size=1, max_size=8),
        arrays_of.arrays(
            st.sampled_from([np.float32, np.float64, np.int64, np.uint8, np.bool_]),
            arrays_of.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
        ),
        max_size=4,
    ),
    st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5) | st.none()),
)
def test_everything_comes_back(arrays: dict[str, np.ndarray], meta: dict[str, object]) -> None:
    data = pack(arrays, meta)
    assert data == pack(arrays, meta)
    found, plain = unpack(data)
    assert plain == meta
    assert set(found) == set(arrays)
    for name, array in arrays.items():
        assert found[name].shape == array.shape
        assert found[name].tobytes() == array.tobytes()


def test_numpy_reads_it_alone() -> None:
    with np.load(io.BytesIO(pack({"x": np.eye(2)}, {"step": 3}))) as file:
        np.testing.assert_array_equal(file["x"], np.eye(2))
        assert json.loads(file["meta.json"]) == {"step": 3}


@pytest.mark.parametrize("preset", ["ring", "figure-1", "dirac-gan", "cgan-ring", "mad-gan-1d"])
def test_pictures_and_scenes_come_back(preset: str) -> None:
    scene, snapshot = picture(preset)
    assert same(snapshot, unpack_snapshot(pack_snapshot(snapshot)))
    assert same(scene, unpack_scene(pack_scene(scene)))


def test_arrays_alike_are_held_once() -> None:
    _, first = picture("ring", 2)
    _, second = picture("ring", 3)
    shared = share(second, first)
    assert shared.real is first.real
    assert shared.p_data is first.p_data
    assert shared.fake is second.fake
    assert sizes_of(shared, first) < sizes_of(second)
    assert same(shared, second)


def reshaped(snapshot: Snapshot) -> Snapshot:
    assert snapshot.fake is not None
    return replace(snapshot, fake=snapshot.fake[:, :-1, :1])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda s: replace(s, dim=1), "shape"),
        (reshaped, "its fake has the wrong shape"),
        (lambda s: replace(s, xs=s.xs.astype(np.int64)), "its xs"),
        (lambda s: replace(s, step="7"), "its step"),
        (lambda s: replace(s, runs=(-1,)), "its runs"),
    ],
)
def test_a_picture_that_does_not_fit_together_is_refused(change, sentence: str) -> None:
    _, snapshot = picture("ring")
    with pytest.raises(PackError, match=sentence):
        unpack_snapshot(pack_snapshot(change(snapshot)))


def zipped(name: str, content: bytes, how: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def header(text: str) -> bytes:
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"PK", b"not a zip",
        zipped("x.npy", b"no header"),
        zipped("x.npy", header("{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999,)}")),
        zipped("x.npy", header("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}")),
        zipped("x.npy", header("{'descr': '|O', 'fortran_order': False, 'shape': ()}")
               + pickle.dumps(print)),
        zipped("x.npy", header("__import__('os').getpid()")),
        zipped("meta.json", b"[1]"), zipped("meta.json", b"{"), zipped("meta.json", b"[" * 100_000),
        zipped("x.exe", b""),
        zipped("x.npy", bytes(10_000), zipfile.ZIP_DEFLATED),
    ],
)  # fmt: skip
def test_what_is_no_pack_is_refused(data: bytes) -> None:
    with pytest.raises(PackError):
        unpack(data)
