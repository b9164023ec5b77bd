"""A checkpoint goes on bit for bit, and a bad one is refused in one sentence."""

import io
import os
import pickle
import zipfile

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from ganlab_gui.experiment.io import ExperimentError, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import checkpoint
from ganlab_gui.lab.checkpoint import CheckpointError, dumps, load, loads, restore, save
from ganlab_gui.lab.history import MEASURE_COLUMNS, History, row_columns
from ganlab_gui.lab.trainer import Trainer
from ganlab_gui.lab.upgrade import LATER

SMALL = {"hidden": (8, 8)}


def experiment(**values):
    base = Experiment(generator=SMALL, discriminator=SMALL, training={"batch": 16})
    return with_values(base, {k.replace("__", "."): v for k, v in values.items()})


def both(optimizer):
    return {"generator_optimizer__name": optimizer, "discriminator_optimizer__name": optimizer}


CASES = {
    "adam": both("adam"),
    "rmsprop": both("rmsprop"),
    "momentum": both("momentum"),
    "sgd": both("sgd"),
    "three runs": {"runs": 3},
    "dropout": {"discriminator__dropout": 0.3},
    "gradient penalty": {"objective__name": "wasserstein", "penalty__name": "gradient"},
    "clip": {"objective__name": "wasserstein", "clip__c": 0.01},
    "one dimension": {"data__name": "gaussian", "noise__dim": 1},
    "uniform noise": {"noise__name": "uniform", "noise__dim": 5},
    "simultaneous": {"training__order": "simultaneous", "training__d_steps": 2},
    "maxout, no hidden": {"discriminator__activation": "maxout", "generator__hidden": ()},
    "spectral norm": {"discriminator__norm": "spectral", "generator__norm": "spectral"},
    "batch norm": {"generator__norm": "batch", "discriminator__norm": "layer"},
    "minibatch features": {"discriminator__minibatch_features": 3},
    "average": {"generator__average": 0.9, "runs": 2},
    "history": {"training__history": 100, "runs": 2},
    "half a history": {"training__history": 5_000},
    "several generators": {"generator__count": 3, "generator__average": 0.5, "runs": 2},
    "conditional": {"training__conditional": True, "training__history": 50},
    "pack": {"discriminator__pack": 3, "training__label_noise": 0.1},
    "energy": {"objective__name": "energy", "objective__pull_away": 0.1},
    "moment matching": {"objective__name": "moment-matching"},
    "instance noise": {"training__instance_noise": 0.5, "training__instance_noise_steps": 100},
    "unrolled": {"training__unroll": 2},
    "consensus": {"training__consensus": 0.1, "training__order": "simultaneous"},
    "dirac": {"data__name": "dirac", "noise__dim": 1, "runs": 3},
    "schedule": {"generator_optimizer__schedule": "cosine", "generator_optimizer__horizon": 100},
    "D frozen": {"training__d_until": 50},
}


def assert_same_rows(a, b, steps=200):
    a.rows(), b.rows()
    a.step(steps), b.step(steps)
    for mine, theirs in zip(a.rows(), b.rows(), strict=True):
        np.testing.assert_array_equal(mine, theirs)
    for player in ("generator", "discriminator"):
        for mine, theirs in zip(a.weights(player), b.weights(player), strict=True):
            assert torch.equal(mine, theirs)


@pytest.mark.parametrize("name", CASES)
def test_resumed_rows_are_the_uninterrupted_ones(name, tmp_path):
    trainer = Trainer(experiment(**CASES[name]), "cpu")
    trainer.step(37)
    save(tmp_path / "c.pt", trainer)
    resumed = restore(load(tmp_path / "c.pt"), "cpu")
    assert resumed.steps == 37
    assert resumed.experiment == trainer.experiment
    assert_same_rows(trainer, resumed)
    np.testing.assert_array_equal(trainer.samples(50), resumed.samples(50))


def test_saving_does_not_disturb_the_run():
    watched, alone = Trainer(experiment(), "cpu"), Trainer(experiment(), "cpu")
    watched.step(10), alone.step(10)
    dumps(watched)
    assert_same_rows(watched, alone, 50)


def test_resumes_after_hot_edits_and_keeps_them():
    trainer = Trainer(experiment(**{"runs": 3, "discriminator.dropout": 0.2}), "cpu")
    trainer.step(40)
    edits = {
        "training.d_steps": 3, "training.batch": 64, "discriminator_optimizer.name": "rmsprop",
        "generator_optimizer.lr": 3e-4, "generator_optimizer.beta1": 0.1, "penalty.name": "r1",
    }  # fmt: skip
    trainer.apply(with_values(trainer.experiment, edits))
    trainer.step(33)
    resumed = restore(loads(dumps(trainer)), "cpu")
    assert resumed.edits == trainer.edits
    assert {e.path for e in resumed.edits} == set(edits)
    assert_same_rows(trainer, resumed)


def test_resumes_after_single_updates_and_before_any():
    trainer = Trainer(experiment(), "cpu")
    assert_same_rows(restore(loads(dumps(trainer)), "cpu"), trainer, 20)
    trainer = Trainer(experiment(), "cpu")
    trainer.step_d()
    assert_same_rows(restore(loads(dumps(trainer)), "cpu"), trainer, 20)


def test_a_second_save_of_a_resumed_run_holds_the_same():
    trainer = Trainer(experiment(), "cpu")
    trainer.step(5)
    data = dumps(trainer)
    assert dumps(restore(loads(data), "cpu")) == data


def diverging():
    trainer = Trainer(experiment(runs=3, **both("sgd")), "cpu")
    trainer.step(5)
    # Run 2 alone is sent away: a weight so large that its scores overflow.
    trainer.game.discriminator.parameters[0].data[1] = 1e38
    trainer.load_state(trainer.state())
    trainer.step(20)
    assert [at is None for at in trainer.diverged_at] == [True, False, True]
    return trainer


def test_a_diverged_run_stays_stopped():
    trainer = diverging()
    resumed = restore(loads(dumps(trainer)), "cpu")
    assert resumed.diverged_at == trainer.diverged_at
    assert resumed.cause == trainer.cause != ""
    assert_same_rows(trainer, resumed, 30)


def curves(trainer):
    history = History(trainer.experiment.runs, 8, row_columns(trainer.experiment))
    history.rows.extend(*trainer.rows())
    runs = trainer.experiment.runs
    measured = np.random.default_rng(0).random((2, runs, len(MEASURE_COLUMNS)))
    history.measures.extend(np.array([0, 10]), measured)
    history.shares.extend(np.array([10]), np.full((1, runs, 8), 0.125))
    history.floors = {"js": (0.001, 0.002)}
    history.edits = list(trainer.edits)
    return history


def test_curves_come_back():
    trainer = Trainer(experiment(runs=2), "cpu")
    trainer.step(10)
    trainer.apply(with_values(trainer.experiment, {"training.d_steps": 2}))
    trainer.step(10)
    history = curves(trainer)
    back = loads(dumps(trainer, history)).history
    for name in ("rows", "measures", "shares"):
        mine, theirs = getattr(history, name), getattr(back, name)
        assert theirs.columns == mine.columns
        np.testing.assert_array_equal(theirs.steps, mine.steps)
        np.testing.assert_array_equal(theirs.values, mine.values)
    assert (back.floors, back.edits, back.modes) == (history.floors, history.edits, 8)
    assert loads(dumps(trainer)).history is None


def test_curves_later_than_the_state_are_forgotten():
    trainer = Trainer(experiment(), "cpu")
    trainer.step(10)
    early = trainer.state()
    trainer.step(10)
    history = curves(trainer)
    trainer.load_state(early)
    assert loads(dumps(trainer, history)).history.last_step == 10


# -- files of the first version --------------------------------------------------------------------

NINE = len(MEASURE_COLUMNS) - len(LATER)


def as_before(columns):
    """A rewriting to a file whose program took the first ``columns`` measures only."""

    def change(tree):
        if tree["history"] is not None:
            table = tree["history"]["measures"]
            table["columns"] = table["columns"][:columns]
            table["values"] = table["values"][:, :, :columns].clone()

    return change


def first_version(tree):
    """As version 1 had it: four streams, nine measures, and nothing of what came later."""
    tree["version"] = 1
    state = tree["state"]
    for name in ("g_vectors", "d_vectors", "average", "memory", "remembered"):
        del state[name]
    for name in ("blur", "flips", "recall"):
        del state["streams"][name]
    as_before(NINE)(tree)


@pytest.mark.parametrize("name", list(CASES)[:12])
def test_a_file_of_the_first_version_goes_on_bit_for_bit(name):
    trainer = Trainer(experiment(**CASES[name]), "cpu")
    trainer.step(37)
    resumed = restore(loads(rewritten(dumps(trainer), first_version)), "cpu")
    assert_same_rows(trainer, resumed, 60)


@pytest.mark.parametrize(
    ("change", "taken"), [(first_version, NINE), (as_before(NINE + 2), NINE + 2)]
)
def test_curves_of_before_come_back_without_the_measures_that_came_later(change, taken):
    trainer = Trainer(experiment(runs=2), "cpu")
    trainer.step(20)
    history = curves(trainer)
    back = loads(rewritten(dumps(trainer, history), change)).history
    assert back.measures.columns == MEASURE_COLUMNS
    old = back.measures.values[:, :, :taken]
    np.testing.assert_array_equal(old, history.measures.values[:, :, :taken])
    assert np.isnan(back.measures.values[:, :, taken:]).all()


def test_a_file_that_lacks_a_measure_of_the_first_version_is_refused():
    trainer = Trainer(experiment(), "cpu")
    trainer.step(10)
    with pytest.raises(CheckpointError, match="other columns"):
        loads(rewritten(dumps(trainer, curves(trainer)), as_before(NINE - 1)))


def test_a_diverged_run_of_the_first_version_stays_stopped():
    trainer = diverging()
    resumed = restore(loads(rewritten(dumps(trainer), first_version)), "cpu")
    assert resumed.diverged_at == trainer.diverged_at
    assert_same_rows(trainer, resumed, 20)


def test_what_the_first_version_did_not_know_draws_as_if_it_had():
    """The new streams start where a new experiment's do."""
    trainer = Trainer(experiment(), "cpu")
    trainer.step(10)
    resumed = restore(loads(rewritten(dumps(trainer), first_version)), "cpu")
    noisy = {"training.instance_noise": 0.5, "training.label_noise": 0.2}
    for t in (trainer, resumed):
        t.apply(with_values(t.experiment, noisy))
    assert_same_rows(trainer, resumed, 20)


# -- bad files -------------------------------------------------------------------------------------


PLAIN: dict[str, object] = {}
RICH = {
    "generator__average": 0.9, "generator__norm": "spectral", "training__history": 30,
    "training__conditional": True, "discriminator__minibatch_features": 2,
}  # fmt: skip


@pytest.fixture(scope="module", params=[PLAIN, RICH], ids=["plain", "rich"])
def whole(request):
    trainer = Trainer(experiment(runs=2, **request.param), "cpu")
    trainer.step(5)
    trainer.apply(with_values(trainer.experiment, {"training.d_steps": 2}))
    trainer.step(5)
    return dumps(trainer, curves(trainer))


def refused(data):
    with pytest.raises(CheckpointError) as caught:
        loads(data, "c.pt")
    sentence = str(caught.value)
    assert sentence.startswith("c.pt: ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def rewritten(data, change):
    """The file with its tree changed by ``change``, whole and with right sums."""
    tree = torch.load(io.BytesIO(data), weights_only=True)
    change(tree)
    stream = io.BytesIO()
    torch.save(tree, stream)
    return stream.getvalue()


def test_files_that_are_none_are_named(tmp_path):
    with pytest.raises(CheckpointError, match=r"none\.pt: no such file\."):
        load(tmp_path / "none.pt")
    with pytest.raises(CheckpointError, match="is a folder, not a checkpoint"):
        load(tmp_path)


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\x80\x02}q\x00.", b"PK", b"PK\x03\x04" * 9])
def test_other_bytes_are_no_checkpoint(data):
    assert "is not a checkpoint" in refused(data) or "is damaged" in refused(data)


def test_other_archives_are_no_checkpoint():
    stream = io.BytesIO()
    np.savez(stream, a=np.zeros(3))
    assert "is not a checkpoint of this program" in refused(stream.getvalue())
    stream = io.BytesIO()
    torch.save({"weights": torch.zeros(3)}, stream)
    assert "is not a checkpoint of this program" in refused(stream.getvalue())


class Malicious:
    def __reduce__(self):
        return os.system, ("touch malice-was-here",)


def test_a_pickle_that_runs_code_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    stream = io.BytesIO()
    torch.save({"format": checkpoint.FORMAT, "state": Malicious()}, stream)
    assert "it asks to run code" in refused(stream.getvalue())
    assert "is not a checkpoint" in refused(pickle.dumps(Malicious()))
    stream = io.BytesIO()
    torch.save(Malicious(), stream, _use_new_zipfile_serialization=False)
    assert "is not a checkpoint" in refused(stream.getvalue())
    assert list(tmp_path.iterdir()) == []


def test_a_newer_format_says_so(whole):
    newer = rewritten(whole, lambda tree: tree.update(version=3, state=None))
    assert "newer version of this program (format 3; this one reads up to 2)" in refused(newer)


def test_a_missing_data_file_is_named(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("x\n" + "\n".join(str(v) for v in range(50)))
    trainer = Trainer(experiment(**{"data.name": "file", "data.path": str(path)}), "cpu")
    trainer.step(3)
    data = dumps(trainer)
    assert loads(data).steps == 3
    path.unlink()
    assert "mine.csv" in refused(data)


def test_an_absent_device_is_the_devices_error(whole):
    if torch.cuda.is_available():
        pytest.skip("CUDA is here")
    with pytest.raises(ExperimentError, match="cuda is not available"):
        restore(loads(whole), "cuda")


@pytest.mark.parametrize("place", range(0, 101, 4))
def test_a_file_cut_anywhere_is_refused(whole, place):
    refused(whole[: (len(whole) - 1) * place // 100])


def same(a, b):
    return dumps(restore(a, "cpu")) == dumps(restore(b, "cpu"))


@settings(max_examples=75, deadline=None)
@given(st.data())
def test_flipped_bytes_are_refused_or_harmless(whole, data):
    broken = bytearray(whole)
    # Half of the places in the last part, where the archive keeps its own records.
    tail = st.integers(len(whole) - 6000, len(whole) - 1)
    places = st.lists(st.integers(0, len(whole) - 1) | tail, min_size=1, max_size=3)
    for place in data.draw(places):
        broken[place] ^= data.draw(st.integers(1, 255))
    try:
        back = loads(bytes(broken))
    except CheckpointError:
        return
    assert same(back, loads(whole))


def paths(tree, prefix=()):
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield (*prefix, key)
        if isinstance(value, dict | list):
            yield from paths(value, (*prefix, key))


def at(tree, path):
    for key in path:
        tree = tree[key]
    return tree


ODD = [
    None, -1, 0, 2**70, 1e300, float("nan"), "", "x" * 50, [], {}, (), [1, 2], {"a": 1}, True,
    torch.zeros(0), torch.zeros(3), torch.tensor(float("nan")), torch.tensor(-1.0),
    torch.zeros(1).expand(10**9), torch.zeros(3, dtype=torch.float64),
    torch.zeros(2, 5056, dtype=torch.uint8), torch.eye(3).to_sparse(),
    torch.zeros(4, 4).t(), torch.tensor(1.5),
]  # fmt: skip


def test_any_part_replaced_is_refused_or_runs(whole):
    tree = torch.load(io.BytesIO(whole), weights_only=True)
    rng = np.random.default_rng(0)
    for path in list(paths(tree)):
        for number in rng.choice(len(ODD), 3, replace=False):

            def change(tree, path=path, value=ODD[number]):
                at(tree, path[:-1])[path[-1]] = value

            try:
                trainer = restore(loads(rewritten(whole, change)), "cpu")
            except CheckpointError:
                continue
            trainer.step(2)
            assert len(trainer.rows()[0]) == 2


@pytest.mark.parametrize("version", [0, -1, 1.0, True, None, "1"])
def test_a_version_that_never_was_is_refused(whole, version):
    sentence = refused(rewritten(whole, lambda tree: tree.update(version=version)))
    assert "its header is not what this program writes" in sentence


def test_the_first_version_with_any_part_of_another_kind_is_refused_or_runs(whole):
    for key in ("state", "history"):
        for odd in (None, [], 3, {"measures": {}}, {"streams": 3}):

            def change(tree, key=key, odd=odd):
                first_version(tree)
                tree[key] = odd

            if (key, odd) != ("history", None):
                refused(rewritten(whole, change))


def test_averages_and_memories_are_there_where_the_experiment_has_them(whole):
    rich = torch.load(io.BytesIO(whole), weights_only=True)["state"]["average"] is not None
    for name, what in (("average", "its generator's average"), ("memory", "its memory")):
        other = None if rich else torch.zeros(4)
        sentence = refused(rewritten(whole, lambda t, n=name, o=other: t["state"].update({n: o})))
        assert what in sentence
    too_many = refused(rewritten(whole, lambda t: t["state"].update(remembered=31)))
    assert "its remembered is not a count" in too_many


def test_any_part_missing_is_refused(whole):
    tree = torch.load(io.BytesIO(whole), weights_only=True)
    optional = {("history",), ("history", "floors", "js")}
    for path in list(paths(tree)):
        if isinstance(path[-1], str) and path not in optional:
            refused(rewritten(whole, lambda tree, path=path: at(tree, path[:-1]).pop(path[-1])))


def test_weights_that_are_not_finite_are_refused(whole):
    def change(tree):
        tree["state"]["generator"][3] = float("inf")

    assert "its generator has weights that are not finite" in refused(rewritten(whole, change))


def test_a_huge_experiment_claims_no_memory(whole):
    def change(tree):
        wide = "hidden = [" + ", ".join(["4096"] * 16) + "]"
        text = tree["experiment"].replace("hidden = [8, 8]", wide)
        tree["experiment"] = text.replace("runs = 2", "runs = 256")

    assert "its generator has the shape" in refused(rewritten(whole, change))


def test_a_compressed_archive_is_refused(whole):
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(whole)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert "is not a checkpoint of this program" in refused(stream.getvalue())
