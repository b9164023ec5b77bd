"""Equal bit for bit."""

from typing import Any

import numpy as np
import torch


def same(a: Any, b: Any) -> bool:
    """Whether two nests of dicts, lists, tensors, arrays and plain values are one bit for bit."""
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, torch.Tensor):
        return same(a.detach().numpy(), b.detach().numpy())
    if isinstance(a, np.ndarray):
        return (a.shape, a.dtype, a.tobytes()) == (b.shape, b.dtype, b.tobytes())
    return bool(a == b) or (a != a and b != b)  # two that are no number
