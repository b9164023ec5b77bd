"""Data of your own: a file of numbers, or a density drawn by hand."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.experiment.table import (
    Header,
    Table,
    class_names,
    read_labelled,
    standardise,
    table_dimension,
)
from ganlab_gui.experiment.toys import GROUP, Coordinate


class File(Settings):
    """Your own numbers: one or two columns of a CSV, TSV or NPZ file."""

    name: Literal["file"] = "file"
    path: Annotated[
        str,
        Field(max_length=4096, description="A CSV, TSV or NPZ file of up to 1 000 000 rows."),
        Knob("File", GROUP),
    ] = ""
    columns: Annotated[
        tuple[Annotated[int, Field(ge=1, le=10_000)], ...],
        Field(
            strict=False,
            max_length=2,
            description="One or two columns, counted from 1; empty takes the first numeric ones.",
        ),
        Knob("Columns", GROUP),
    ] = ()
    standardise: Annotated[
        bool,
        Field(description="Shift and scale every column to mean 0 and standard deviation 1."),
        Knob("Standardise", GROUP, formula="(x − mean) / std"),
    ] = False
    header: Annotated[
        Header,
        Field(description="Whether the first line names the columns; auto looks for itself."),
        Knob("Header", GROUP),
    ] = "auto"
    label_column: Annotated[
        int,
        Field(
            ge=0,
            le=10_000,
            description="A column of 2 to 64 different whole numbers or texts that names each row's"
            " class, counted from 1; 0 is none.",
        ),
        Knob("Label column", GROUP, slider=(0, 10)),
    ] = 0

    @property
    def dim(self) -> int:
        """1 or 2: how many columns are taken.

        Where ``columns`` is empty this looks at the top of the file, so it may raise TableError.
        """
        return len(self.columns) or table_dimension(self.path, self.header, self.label_column)

    @property
    def parts(self) -> int:
        """How many different labels there are, 1 without a column of labels.

        With one this reads the file where it has changed, so it may raise TableError.
        """
        if not self.label_column:
            return 1
        return len(class_names(self.path, self.columns, self.header, self.label_column))

    def read(self) -> Table:
        """The file's rows as training takes them, with their labels. Raises TableError."""
        table = read_labelled(self.path, self.columns, self.header, self.label_column)
        if not self.standardise:
            return table
        return table._replace(values=standardise(table.values, self.path))


class Stroke(Settings):
    """One stroke of the brush: the points it went through, in data units, and the brush."""

    points: Annotated[
        tuple[Annotated[tuple[Coordinate, Coordinate], Field(strict=False)], ...],
        Field(
            strict=False,
            min_length=1,
            max_length=100_000,
            description="Where the brush went, (x, y) each.",
        ),
    ]
    size: Annotated[float, Field(gt=0, le=1000, description="Diameter of the brush.")] = 0.4
    softness: Annotated[
        float, Field(ge=0, le=1, description="0 is a hard disc, 1 fades from the centre on.")
    ] = 0.5
    erase: Annotated[bool, Field(description="Whether the stroke erases.")] = False


class Drawn(Settings):
    """A density drawn by hand."""

    name: Literal["drawn"] = "drawn"
    dim: ClassVar[int] = 2
    parts: ClassVar[int] = 1
    strokes: Annotated[
        tuple[Stroke, ...],
        Field(
            strict=False,
            max_length=10_000,
            description="The strokes in the order they were drawn.",
        ),
        Knob("Strokes", GROUP),
    ] = ()
    extent: Annotated[
        float,
        Field(ge=0.001, le=1000, description="Half the side of the square that can be drawn on."),
        Knob("Half width", GROUP, slider=(1, 10)),
    ] = 3.0
