"""The README's table of objectives is the code's own."""

from pathlib import Path

import pytest

from ganlab_gui.core.models.objectives import OBJECTIVES, objective_of
from ganlab_gui.core.models.table import formula, markdown
from ganlab_gui.experiment.schema import Objective

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_lists_the_objectives_as_the_code_has_them():
    block = README.read_text("utf-8").split("<!-- objectives -->\n")[1]
    assert block.split("\n<!-- /objectives -->")[0] == markdown()


def test_every_objective_has_a_row_of_five_cells():
    rows = markdown().splitlines()[2:]
    for name in OBJECTIVES:
        assert any(row.startswith(f"| `{name}` |") for row in rows), name
    assert all(row.count(" | ") == 4 for row in rows)


def test_a_formula_is_split_from_its_source():
    critic = objective_of(Objective(name="wasserstein"))
    assert formula(critic.g_loss) == ("−E s(G(z))", "Arjovsky et al. 2017, Algorithm 1")


def test_a_docstring_without_a_source_is_refused_by_its_text():
    def undocumented(real, fake):
        """Some loss."""

    with pytest.raises(ValueError, match="Some loss"):
        formula(undocumented)
