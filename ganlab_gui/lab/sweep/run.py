"""A grid from its folder through a runner: what is missing is trained, and kept as it comes."""

from collections.abc import Iterator

from ganlab_gui.lab.sweep.events import Event, Finished, Noticed, Runner
from ganlab_gui.lab.sweep.folder import Folder


def runner_of(
    workers: int | None = None, cluster: str | None = None, polite: bool = False
) -> Runner:
    """This machine's cores, or the dask cluster at an address; ``polite`` stands back for others.

    Raises ExperimentError where the cluster cannot be used.
    """
    if cluster is None:
        from ganlab_gui.lab.sweep.pool import Pool

        return Pool(workers, polite)
    from ganlab_gui.lab.sweep.cluster import Cluster

    return Cluster(cluster)


def sweep(folder: Folder, runner: Runner) -> Iterator[Event]:
    """Train the cells of ``folder`` that have no result yet.

    A result is on the disk before its Finished is told. Raises ExperimentError where somebody else
    trains in the folder or the runner cannot begin, SaveError where a result cannot be kept.
    """
    with folder.locked():
        found, said = folder.results()
        for sentence in said:
            yield Noticed(sentence)
        missing = [cell for cell in folder.grid.cells if cell not in found]
        for event in runner.run({cell: folder.job(cell) for cell in missing}):
            if isinstance(event, Finished):
                folder.write(event.cell, event.data)
            yield event
