"""Training that is looked at on the way, against training that is not."""

import numpy as np
from support.taped import SMALL

from ganlab_gui.lab.snapshot import Needs
from ganlab_gui.lab.take import Take, pictures
from ganlab_gui.lab.trainer import Trainer

LOOK = Needs(frozenset({"samples"}), 20)


def test_looking_does_not_change_what_is_trained():
    take = Take(SMALL, 40, "cpu", ("js",))
    seen = []
    for step in (0, 7, 40):
        take.to(step)
        seen.append(take.look(LOOK).step)
    plain = Trainer(SMALL, "cpu")
    plain.step(40)
    steps, values = plain.rows()
    assert seen == [0, 7, 40]
    np.testing.assert_array_equal(take.history.rows.steps, steps)
    np.testing.assert_array_equal(take.history.rows.values, values)
    for mine, theirs in zip(take.trainer.weights("generator"), plain.weights("generator"),
                            strict=True):  # fmt: skip
        assert bool((mine == theirs).all())


def test_measures_are_read_on_the_way_and_only_those_asked_for():
    take = Take(SMALL, 200, "cpu", ("modes_captured",))
    take.to(10)
    assert take.history.measures.steps.tolist() == [0, 2, 4, 6, 8, 10]
    assert np.isfinite(take.history.measures.column("modes_captured")).all()
    assert np.isnan(take.history.measures.column("w1")).all()
    take.find_floors()
    assert set(take.history.floors) <= {"modes_captured"}
    assert take.history.end == 200


def test_pictures_have_all_that_figures_show():
    take = Take(SMALL, 5, "cpu", ())
    found = pictures(take, [0, 5])
    assert [picture.step for picture in found] == [0, 5]
    assert len(take.history.measures) == 0
    for picture in found:
        assert picture.fake is not None
        assert picture.p_generated is not None
