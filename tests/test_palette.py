"""Colours of generators and classes: enough of them, and tellable apart by the colour-blind."""

import numpy as np
import pytest

from ganlab_gui.palette import PALETTES

VISIONS = {
    "usual": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
               [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
               [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
               [0.004733, 0.691367, 0.303900]],
}  # fmt: skip
"""Linear RGB as seen (Machado et al. 2009, severity 1)."""
TO_LMS = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
          [0.0883024619, 0.2817188376, 0.6299787005]]  # fmt: skip
TO_LAB = [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
          [0.0259040371, 0.7827717662, -0.8086757660]]  # fmt: skip


def oklab(colours, vision):
    """(n, 3) of hex colours as seen by ``vision`` (Ottosson 2020)."""
    rgb = np.array([[int(c[i : i + 2], 16) / 255 for i in (1, 3, 5)] for c in colours])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    seen = np.clip(linear @ np.array(VISIONS[vision]).T, 0, 1)
    return np.cbrt(seen @ np.array(TO_LMS).T) @ np.array(TO_LAB).T


def nearest(a, b):
    return np.linalg.norm(a[:, None] - b[None], axis=-1)


@pytest.mark.parametrize("name", PALETTES)
def test_a_lone_generator_has_the_generators_colour_and_sixteen_differ(name):
    palette = PALETTES[name]
    assert palette.kind(0) == palette.generated
    assert len(set(palette.kinds)) == 16
    assert palette.kind(17) == palette.kinds[1]


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("name", PALETTES)
def test_the_first_eight_are_told_apart(name, vision):
    palette = PALETTES[name]
    seen = oklab(palette.kinds[:8], vision)
    apart = nearest(seen, seen) + np.eye(8)
    assert apart.min() > 0.05
    others = oklab([palette.data, palette.panel, palette.action], vision)
    assert nearest(seen, others).min() > 0.05
    assert nearest(seen[1:], oklab([palette.discriminator], vision)).min() > 0.05
