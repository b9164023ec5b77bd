"""The text of a generator's program: no more of it than the generator at hand needs."""

import shlex
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from ganlab_gui.experiment.labels import CHOICE_LABELS
from ganlab_gui.experiment.schema import Experiment

AXES = ("x", "y")
WIDTH = 96


@dataclass(frozen=True)
class Facts:
    """What the program says and does.

    ``modules`` are the calls that make one network's layers, none for the Dirac-GAN's single
    number; ``box`` is the centre and half width (dim,) of scaled data; ``shares`` are how often
    each class is in the data, empty where the game is not conditional.
    """

    experiment: Experiment
    name: str
    step: int
    seeds: tuple[int, ...]
    diverged_at: tuple[int | None, ...]
    modules: tuple[str, ...]
    dim: int
    generators: int
    averaged: bool
    box: tuple[list[float], list[float]] | None
    shares: tuple[float, ...]

    @property
    def dirac(self) -> bool:
        return self.experiment.data.name == "dirac"

    @property
    def kind(self) -> str:
        """What a sample's kind is called; "" where all are of one."""
        return "class" if self.shares else "generator" if self.generators > 1 else ""


def program(facts: Facts, weights: str, digest: str) -> str:
    """The whole file. ``weights`` are lines of base64, or empty where a file beside it, of that
    SHA-256 ``digest``, has them."""
    parts = ["\n\n".join([_head(facts), _imports(facts, digest), _constants(facts, digest)])]
    if "Maxout()" in facts.modules:
        parts.append(MAXOUT)
    if facts.modules:
        parts.append(_network(facts))
    parts += [_generator(facts), _build(facts, digest), _noise(facts), _sample(facts), _main(facts)]
    if weights:
        parts.append(f'WEIGHTS = """\n{weights}\n"""')
    parts.append('if __name__ == "__main__":\n    main()')
    return "\n\n\n".join(part.rstrip() for part in parts) + "\n"


def _head(facts: Facts) -> str:
    e = facts.experiment
    data, loss = (CHOICE_LABELS.get(n, n) for n in (e.data.name, e.objective.name))
    seeds = f"seed {facts.seeds[0]}" + (f" to {facts.seeds[-1]}" if len(facts.seeds) > 1 else "")
    lines = [
        *_wrapped(f"{_plain(e.title)}: samples from a generator, in plain PyTorch."),
        "",
        f"Trained for {facts.step} steps on {_plain(data)}, with the loss {_plain(loss)}, {seeds}.",
        *_notes(facts),
        "",
        *(_imported(facts) if facts.name.isidentifier() else ()),
        f"    python {shlex.quote(_plain(facts.name))}.py 1000 --seed 1 --out points.csv",
    ]
    return '"""' + "\n".join(lines) + '\n"""'


def _imported(facts: Facts) -> Iterator[str]:
    yield f"    import {facts.name}"
    yield ""
    yield f"    points = {facts.name}.sample(1000)  # a tensor (1000, {facts.dim})"
    yield f"    network = {facts.name}.build()  # an nn.Module, to go on with"
    yield ""
    yield "or, to a table,"
    yield ""


def _notes(facts: Facts) -> Iterator[str]:
    norm = facts.experiment.generator.norm
    if facts.modules and norm == "batch":
        yield "Batch norm stands still, at the mean and variance over 2000 samples."
    if facts.modules and norm == "spectral":
        yield "Spectral norm is worked into the weights: each is divided by its largest singular"
        yield "value."
    if facts.averaged:
        yield "With averaged=True: the running average of the generator's weights."
    for run, at in enumerate(facts.diverged_at):
        if at is not None:
            yield f"Run {run} diverged at step {at}: these are its last finite weights."


def _plain(text: str) -> str:
    """Text that is safe in a docstring, whatever a title says."""
    kept = "".join(c if c.isprintable() else " " for c in text).strip()
    return kept.replace("\\", "\\\\").replace('"' * 3, "'" * 3) or "Untitled"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent="    ", break_long_words=False)


def _imports(facts: Facts, digest: str) -> str:
    lines = ["import argparse"]
    lines += ["import hashlib"] if digest else ["import base64"]
    lines += ["from pathlib import Path", "", "import torch", "from torch import nn"]
    if facts.shares:
        lines.append("from torch.nn.functional import one_hot")
    return "\n".join(lines)


def _constants(facts: Facts, digest: str) -> str:
    noise = facts.experiment.noise
    law = "standard Gaussian" if noise.name == "gaussian" else "uniform on [-1, 1]"
    lines = [
        f"NOISE = {noise.dim}  # numbers in one z, {law}",
        f"DIM = {facts.dim}  # numbers in one sample",
        f"RUNS = {len(facts.seeds)}",
    ]
    if facts.generators > 1:
        lines.append(f"GENERATORS = {facts.generators}  # sample j is made by number j mod this")
    if facts.shares:
        shares = ", ".join(f"{share:.6g}" for share in facts.shares)
        lines.append("# How often each class is in the data.")
        lines += _wrapped(f"SHARES = [{shares}]")
    if digest:
        lines.append(f'SHA256 = "{digest}"  # of the file with the weights')
    return "\n".join(lines)


MAXOUT = '''class Maxout(nn.Module):
    """Each unit is the largest of 5 linear pieces, which lie side by side."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.unflatten(-1, (-1, 5)).amax(-1)'''


def _network(facts: Facts) -> str:
    modules = "\n".join(f"        {call}," for call in facts.modules)
    said = "The layers of one generator." if facts.generators > 1 else "The generator's layers."
    return (
        f'def network() -> nn.Sequential:\n    """{said}"""\n'
        f"    return nn.Sequential(\n{modules}\n    )"
    )


def _generator(facts: Facts) -> str:
    label = ", label: torch.Tensor" if facts.shares else ""
    width = f"(n, {facts.experiment.noise.dim})"
    told = " and labels (n,)" if facts.shares else ""
    lines = [
        "class Generator(nn.Module):",
        f'    """Noise {width}{told} to samples (n, {facts.dim})."""',
        "",
        "    def __init__(self) -> None:",
        "        super().__init__()",
        *(f"        {line}" for line in _members(facts)),
        "",
        f"    def forward(self, z: torch.Tensor{label}) -> torch.Tensor:",
        *(f"        {line}" for line in _forward(facts)),
    ]
    return "\n".join(lines)


def _members(facts: Facts) -> Iterator[str]:
    if facts.dirac:
        yield "self.theta = nn.Parameter(torch.zeros(1))"
    elif facts.generators > 1:
        yield "self.nets = nn.ModuleList(network() for _ in range(GENERATORS))"
    else:
        yield "self.net = network()"
    if facts.box is not None:
        yield "# The data's box, which the network sees as [-1, 1]."
        for name, values in zip(("centre", "half_width"), facts.box, strict=True):
            numbers = ", ".join(f"{value:#.9g}" for value in values)
            yield f'self.register_buffer("{name}", torch.tensor([{numbers}]), persistent=False)'


def _forward(facts: Facts) -> Iterator[str]:
    if facts.dirac:
        yield "return self.theta.expand(len(z), 1)  # the same point, whatever z"
        return
    if facts.shares:
        yield f"z = torch.cat([z, one_hot(label, {len(facts.shares)}).to(z)], dim=1)"
    if facts.generators > 1:
        yield "x = z.new_empty(len(z), DIM)"
        yield "for k, net in enumerate(self.nets):"
        yield "    x[k::GENERATORS] = net(z[k::GENERATORS])"
    elif facts.box is None:
        yield "return self.net(z)"
        return
    else:
        yield "x = self.net(z)"
    yield "return x" if facts.box is None else "return self.centre + self.half_width * x"


def _build(facts: Facts, digest: str) -> str:
    averaged = ", averaged: bool = False" if facts.averaged else ""
    which = "run + RUNS * averaged" if facts.averaged else "run"
    if digest:
        read = """    raw = Path(__file__).with_suffix(".weights").read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA256:
        raise ValueError("the .weights file beside this program is not its own")"""
    else:
        read = "    raw = base64.b64decode(WEIGHTS)"
    players = "2 * RUNS" if facts.averaged else "RUNS"
    return f'''def build(run: int = 0{averaged}) -> Generator:
    """The trained generator of a run, counted from 0, ready to be asked for samples."""
    if not 0 <= run < RUNS:
        raise ValueError(f"run {{run}}: there are the runs 0 to {{RUNS - 1}}")
{read}
    # A row of float32 for every run: all its tensors, one after the other.
    rows = torch.frombuffer(bytearray(raw), dtype=torch.float32).view({players}, -1)
    generator = Generator()
    state = generator.state_dict()
    parts = rows[{which}].split([tensor.numel() for tensor in state.values()])
    named = zip(state.items(), parts)
    generator.load_state_dict({{name: part.view(old.shape) for (name, old), part in named}})
    return generator.eval()'''


def _noise(facts: Facts) -> str:
    drawn = "torch.randn(n, NOISE, generator=g)"
    if facts.experiment.noise.name == "uniform":
        drawn = "torch.rand(n, NOISE, generator=g) * 2 - 1"
    if not facts.shares:
        return f'''def noise(n: int, seed: int = 0) -> torch.Tensor:
    """(n, {facts.experiment.noise.dim}) fresh noise."""
    g = torch.Generator().manual_seed(seed)
    return {drawn}'''
    return f'''def noise(n: int, seed: int = 0) -> "tuple[torch.Tensor, torch.Tensor]":
    """(n, {facts.experiment.noise.dim}) fresh noise, and (n,) labels as often as in the data."""
    g = torch.Generator().manual_seed(seed)
    z = {drawn}
    return z, torch.multinomial(torch.tensor(SHARES), n, replacement=True, generator=g)'''


def _sample(facts: Facts) -> str:
    averaged = ", averaged: bool = False" if facts.averaged else ""
    passed = ", averaged" if facts.averaged else ""
    inputs = "*noise(n, seed)" if facts.shares else "noise(n, seed)"
    if not facts.shares:
        return f'''@torch.no_grad()
def sample(n: int, seed: int = 0, run: int = 0{averaged}) -> torch.Tensor:
    """(n, {facts.dim}) samples of a run; another seed gives others."""
    return build(run{passed})({inputs})'''
    return f'''@torch.no_grad()
def sample(
    n: int, seed: int = 0, run: int = 0{averaged}, label: "int | None" = None
) -> torch.Tensor:
    """(n, {facts.dim}) samples of a run, of one class where ``label`` asks for it, from 0."""
    z, labels = noise(n, seed)
    if label is not None:
        labels = torch.full_like(labels, label)
    return build(run{passed})(z, labels)'''


def _main(facts: Facts) -> str:
    lines = [
        "def main() -> None:",
        '    parser = argparse.ArgumentParser(description="Samples of the generator, as CSV.")',
        '    parser.add_argument("n", type=int, nargs="?", default=1000, help="how many")',
        '    parser.add_argument("--seed", type=int, default=0, help="of the noise")',
        '    parser.add_argument("--run", type=int, default=0, help="counted from 0")',
        *(f"    {line}" for line in _options(facts)),
        '    parser.add_argument("--out", type=Path, help="a file; else they are printed")',
        "    options = parser.parse_args()",
        *(f"    {line}" for line in _table(facts)),
        "    if options.out:",
        '        options.out.write_text("\\n".join(lines) + "\\n")',
        "    else:",
        '        print(*lines, sep="\\n")',
    ]
    return "\n".join(lines)


def _options(facts: Facts) -> Iterator[str]:
    if facts.averaged:
        yield 'parser.add_argument("--averaged", action="store_true", help="the averaged weights")'
    if facts.shares:
        yield 'parser.add_argument("--label", type=int, help="one class alone, counted from 0")'


def _table(facts: Facts) -> Iterator[str]:
    """Lines of the program that make ``lines``, the table's."""
    given = "options.n, options.seed, options.run"
    given += ", options.averaged" if facts.averaged else ""
    given += ", label=options.label" if facts.shares else ""
    yield f"points = sample({given})"
    yield 'rows = [",".join(f"{value:.9g}" for value in point) for point in points.tolist()]'
    if facts.shares:
        yield "labels = noise(options.n, options.seed)[1].tolist()"
        yield "if options.label is not None:"
        yield "    labels = [options.label] * options.n"
        yield 'rows = [f"{row},{label}" for row, label in zip(rows, labels)]'
    elif facts.generators > 1:
        yield 'rows = [f"{row},{j % GENERATORS}" for j, row in enumerate(rows)]'
    names = [*AXES[: facts.dim], *([facts.kind] if facts.kind else [])]
    yield f'lines = ["{",".join(names)}", *rows]'
