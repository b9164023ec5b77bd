"""The benchmark compares like with like, and its figures say whether they are met."""

import json

import pytest
import torch
from torch import nn

from ganlab_gui.lab.bench import Figure, Ours, PlainLoop, headless, rate, report, work


def test_figures_say_whether_they_are_met() -> None:
    assert Figure("speed", 1.5, 1.4, "×").met is True
    assert Figure("speed", 1.3, 1.4, "×").met is False
    assert Figure("lateness", 12, 16, "ms", at_least=False).met is True
    assert Figure("lateness", 17, 16, "ms", at_least=False).met is False
    assert Figure("memory", None, 50, "MB", at_least=False).met is None
    assert Figure("speed", 1.5, 1.4, "×").cells()[1:4] == ("1.5 ×", "≥ 1.4 ×", "met")
    assert Figure("memory", None, 50, "MB").cells()[1] == "–"


@pytest.mark.parametrize(("width", "batch"), [(8, 10), (16, 20)])
def test_both_sides_have_the_same_networks_data_and_optimizers(width: int, batch: int) -> None:
    plain, ours = PlainLoop(width, batch), Ours(work(width, batch)).trainer
    for player in ("generator", "discriminator"):
        counted = sum(p.numel() for p in getattr(plain, player).parameters())
        assert counted == getattr(ours.game, player).flat.numel()
    assert ours.experiment.training.batch == plain.batch
    for slot in ("g_optimizer", "d_optimizer"):
        theirs, mine = getattr(plain, slot), getattr(ours.game, slot)
        assert type(theirs) is type(mine) is torch.optim.Adam
        for name in ("lr", "betas"):
            assert theirs.param_groups[0][name] == mine.param_groups[0][name]
    drawn = torch.cat([plain.data() for _ in range(400)])
    modes = ours.distribution.modes
    distance = torch.cdist(drawn, torch.as_tensor(modes.centres, dtype=drawn.dtype)).min(1).values
    spread = distance.square().mean().sqrt() / 2**0.5
    assert float(spread) == pytest.approx(float(modes.stds[0]), rel=0.1)


def test_the_plain_loop_learns_on_fresh_data_and_reads_its_losses_seldom() -> None:
    plain = PlainLoop(8, 10)
    before = nn.utils.parameters_to_vector(plain.generator.parameters()).clone()
    plain.step(200)
    assert plain.steps == 200
    assert len(plain.losses) == 2
    after = nn.utils.parameters_to_vector(plain.generator.parameters())
    assert not torch.equal(before, after)


def test_rate_counts_the_steps_taken() -> None:
    taken: list[int] = []
    assert rate(taken.append, 0.01) > 0
    assert set(taken) == {32}


def test_the_report_holds_machine_and_figures() -> None:
    told = json.loads(report([Figure("speed", 1.5, 1.4, "×"), Figure("memory", None, 50, "MB")]))
    assert told["machine"]["torch"] == torch.__version__
    assert [figure["met"] for figure in told["figures"]] == [True, None]


@pytest.mark.slow
def test_every_figure_without_a_window_is_measured() -> None:
    found = list(headless(quick=True))
    assert len(found) == 3
    assert all(figure.measured and figure.measured > 0 for figure in found)
