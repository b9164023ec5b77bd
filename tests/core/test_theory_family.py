"""The tree is one tree, placed as in the figure, and its costs are what is counted."""

import pytest

from ganlab_gui.core.theory.family import BRANCHES, LEAVES, ancestors, passes
from ganlab_gui.experiment.io import preset_names


def test_every_node_hangs_from_the_root():
    for name in (*LEAVES, *BRANCHES):
        above = list(ancestors(name))
        assert (above or [name])[-1] == "root"
        assert len(set(above)) == len(above)


@pytest.mark.parametrize(
    ("leaf", "way"),
    [
        ("belief-net", ("tractable", "explicit")),
        ("flow", ("tractable", "explicit")),
        ("vae", ("variational", "approximate", "explicit")),
        ("boltzmann", ("boltzmann-chain", "approximate", "explicit")),
        ("gsn", ("chain", "implicit")),
        ("gan", ("direct", "implicit")),
        ("moment-matching", ("direct", "implicit")),
    ],
)
def test_leaves_hang_where_figure_9_has_them(leaf, way):
    assert tuple(ancestors(leaf)) == (*way, "root")


def test_no_branch_is_bare_and_the_leaves_of_one_stand_together():
    order = list(LEAVES)
    for branch in BRANCHES:
        below = [k for k, leaf in enumerate(order) if branch in ancestors(leaf)]
        assert below == list(range(below[0], below[-1] + 1))


def test_passes_are_one_or_n_or_the_chain():
    assert {leaf: passes(leaf, 784, 50) for leaf in LEAVES} == {
        "belief-net": 784, "flow": 1, "vae": 1, "diffusion": 50, "boltzmann": 50, "gsn": 50,
        "moment-matching": 1, "gan": 1,
    }  # fmt: skip


def test_presets_are_those_of_the_lab():
    assert all(preset in preset_names() for leaf in LEAVES.values() for preset in leaf.presets)
