"""The commands: each takes its arguments apart, calls the library and prints (docs/getting-started.md).

The library is imported where a command needs it: ``luoshi --help`` must not wait for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from luoshi import __version__
from luoshi.check_command import add_to as add_check_command
from luoshi.cli import Code, debugging, say
from luoshi.errors import OutputError
from luoshi.identity_commands import add_to as add_identity_commands
from luoshi.indicator_commands import add_to as add_indicator_commands
from luoshi.ledger_commands import add_to as add_ledger_commands
from luoshi.options import DEFAULT_REGISTER, Debug, checked_date
from luoshi.standard_output import StandardOutput
from luoshi.tasks_command import add_to as add_tasks_command

if TYPE_CHECKING:
    from luoshi.inputs import Input, Inputs

Line = dict[str, Any]

app = typer.Typer(
    help="Luoshi (落实) ties what a government said it would do, and what it said was done, to the exact words.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # Rich takes half a second to lay out a help page
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    TEXT = "text"
    JSONL = "jsonl"


class EvalFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


class RecordType(StrEnum):
    DOCUMENT = "document"
    FIGURE = "figure"
    TARGET = "target"
    PERSON = "person"
    REMARK = "remark"
    COMMITMENT = "commitment"
    ACCOMPLISHMENT = "accomplishment"
    PROGRAMME = "programme"
    FINDING = "finding"


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"luoshi {__version__}")
        raise typer.Exit


def _checked_place(value: str | None) -> str | None:
    return (value.strip() or None) if value else None


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help='Files or folders; "-" is standard input.')]
Date = Annotated[
    str | None,
    typer.Option(callback=checked_date, metavar="DATE", help="When they were published: 2025-08-20, 2025-08 or 2025."),
]
Place = Annotated[
    str | None,
    typer.Option(callback=_checked_place, metavar="PLACE", help="The place they speak of, as 武汉市."),
]
TextColumn = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Each row of a CSV, JSONL or Parquet file is a document: its text's column."),
]
IdColumn = Annotated[str | None, typer.Option(metavar="NAME", help="The column that names the document of a row.")]
DateColumn = Annotated[str | None, typer.Option(metavar="NAME", help="The column with the date of publication.")]
PlaceColumn = Annotated[str | None, typer.Option(metavar="NAME", help="The column with the place.")]


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@app.command("run")
def run_command(
    *,
    paths: Paths,
    date: Date = None,
    place: Place = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    place_column: PlaceColumn = None,
    register: Annotated[
        str, typer.Option(metavar="FILE-OR-URL", help="Where the records are kept; made where there is none.")
    ] = DEFAULT_REGISTER,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for the pages.")] = Path("luoshi-out"),
    jobs: Annotated[int, typer.Option(min=1, help="How many documents are read at once.")] = 1,
    output: Annotated[
        Format, typer.Option("--format", help="A summary, or what was registered as JSON Lines.")
    ] = Format.TEXT,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show only what failed.")] = False,
    debug: Debug = False,
) -> None:
    """Read documents, register what they say, and write the page."""
    from luoshi.runs import Options, run
    from luoshi.terminal import Terminal

    inputs = _gathered(paths, text_column, id_column, date_column, place_column)
    options = Options(date, place, register, out, jobs, lines=output is Format.JSONL)
    stdout = StandardOutput()
    terminal = Terminal(stdout if output is Format.TEXT else None, quiet=quiet, debug=debugging())
    with closing(run(inputs, options)) as outcomes, terminal.progress(outcomes, inputs.total) as noted:
        try:
            for outcome in noted:
                stdout.write(outcome.lines)
        except OutputError as error:
            if not terminal.begun or stdout.closed:
                raise
            terminal.fail(str(error))  # the overview, after all else was done
    terminal.summarise(options)
    raise typer.Exit(Code.FAILED if terminal.failed else Code.DONE)


@app.command("extract")
def extract_command(
    paths: Paths,
    date: Date = None,
    place: Place = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    place_column: PlaceColumn = None,
    types: Annotated[
        list[RecordType] | None, typer.Option("--type", help="Only lines of this type; may be given several times.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Add to each figure which rule gave each of its fields.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Write what documents say as JSON Lines."""
    from luoshi.pipeline import process, reasons_of
    from luoshi.publishing.jsonl import lines

    wanted = set(types or RecordType)

    def records(item: Input) -> Iterator[Line]:
        case = process(item, date=date, place=place)
        found = lines(case, reasons_of(case) if explain else None)
        return (line for line in found if line["type"] in wanted)

    _print_each(_gathered(paths, text_column, id_column, date_column, place_column), records)


@app.command("repair")
def repair_command(
    paths: Paths, text_column: TextColumn = None, id_column: IdColumn = None, debug: Debug = False
) -> None:
    """Write where texts are damaged as JSON Lines."""
    from luoshi.pipeline import examine
    from luoshi.publishing.jsonl import finding_line
    from luoshi.record_ids import Namer, finding_ids

    def damage(item: Input) -> Iterator[Line]:
        document, findings = examine(item)
        ids = finding_ids(Namer(document.digest, document.text), findings)
        return (finding_line(document, *pair) for pair in zip(findings, ids, strict=True))

    _print_each(_gathered(paths, text_column, id_column), damage)


@app.command("eval")
def eval_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of labelled documents.")],
    predictions: Annotated[
        Path, typer.Argument(metavar="PREDICTIONS", help="Figures as JSON Lines, as luoshi extract writes them.")
    ],
    output: Annotated[EvalFormat, typer.Option("--format", help="A table, or one JSON object.")] = EvalFormat.TEXT,
    debug: Debug = False,
) -> None:
    """Score figures against hand-labelled passages (docs/quality.md)."""
    from luoshi.evaluation import evaluate, read_lines

    scores = evaluate(gold, read_lines(predictions)).as_dict()
    if output is EvalFormat.JSON:
        StandardOutput().write([json.dumps(scores, ensure_ascii=False)])
        return
    fields = scores.pop("fields")
    rows = [
        f"{name.replace('_', ' '):<12}{value:.3f}" if isinstance(value, float) else f"{name:<12}{value}"
        for name, value in scores.items()
    ]
    StandardOutput().write([*rows, "fields", *(f"  {name:<10}{value:.3f}" for name, value in fields.items())])


add_ledger_commands(app)
add_check_command(app)
add_indicator_commands(app)
add_identity_commands(app)
add_tasks_command(app)

# ------------------------------------------------------------------------------------------- what they share


def _gathered(
    paths: list[str], text: str | None, id_: str | None, date: str | None = None, place: str | None = None
) -> Inputs:
    from luoshi.inputs import gather
    from luoshi.readers import Columns

    if not text and (id_ or date or place):
        raise typer.BadParameter("the columns of a table of texts need --text-column, which names the texts' own.")
    return gather(paths, Columns(text, id_, date, place) if text else None)


def _print_each(inputs: Inputs, records: Callable[[Input], Iterator[Line]]) -> None:
    """Prints the records of every document; says what could not be read and goes on."""
    from luoshi.failures import Failure, failure_of
    from luoshi.publishing.jsonl import encode

    stdout, code = StandardOutput(), Code.DONE
    for item in inputs:
        failure = Failure(item.problem) if item.problem else None
        try:
            if not failure:
                stdout.write(encode(line) for line in records(item))
        except OutputError:
            raise
        except Exception as error:
            failure = failure_of(item.source, error)
        if failure:
            code = Code.FAILED
            say(failure.trace if failure.trace and debugging() else failure.reason)
        if stdout.closed:
            break
    raise typer.Exit(code)
