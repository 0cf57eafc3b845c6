"""The command ``lapor-lab``: verbs, and failures as one line.

Verbs import what they need when they run, so that ``--help`` answers at once.
"""

import os
import sys
import traceback
from pathlib import Path
from typing import Any, Final

import typer

from lapor_lab.cli.assess import assess
from lapor_lab.cli.compare import compare
from lapor_lab.cli.demo import demo
from lapor_lab.cli.doctor import doctor
from lapor_lab.cli.generate import generate
from lapor_lab.cli.import_ import import_
from lapor_lab.cli.lab import lab
from lapor_lab.cli.mask import mask
from lapor_lab.cli.topics import topics
from lapor_lab.cli.whatif import whatif
from lapor_lab.errors import LaporLabError

__all__ = ["app", "main"]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=(
        "Perangkat latihan dan pembandingan penanganan pengaduan. "
        "lapor-lab bukan produk resmi KemenPANRB."
    ),
)
for verb in (demo, generate, import_, mask, compare, topics, whatif, assess, lab, doctor):
    app.command(name=verb.__name__.rstrip("_"))(verb)

_DETAILS: Final = "LAPOR_LAB_DEBUG"
# The parser's own failures, whichever version of the parser typer brings.
_USAGE_ERROR: Final[type[Exception]] = typer.BadParameter.__bases__[0]


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; a failure is one line on standard error and exit 1.

    Parameters
    ----------
    arguments : list of str or None, default=None
        Words of the command line; None for the process's own.
    """
    try:
        code = app(args=arguments, prog_name="lapor-lab", standalone_mode=False)
    except LaporLabError as error:
        from lapor_lab.cli.screen import describe_error

        _fail(describe_error(error))
    except _USAGE_ERROR as error:
        _fail(_describe_usage(error))
    except (KeyboardInterrupt, typer.Abort):
        _fail("Dihentikan. Tidak ada berkas setengah jadi.")
    except Exception as error:
        if os.environ.get(_DETAILS):
            raise
        # Not what the error says: it may quote a cell of the user's file.
        place = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__}, {Path(place.filename).name} baris {place.lineno}"
        _fail(
            f"Kesalahan yang tidak terduga ({fault}). "
            f"Ini cacat lapor-lab: jalankan lagi dengan {_DETAILS}=1, lalu laporkan rinciannya."
        )
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str) -> None:
    sys.stderr.write(message + "\n")
    sys.exit(1)


def _describe_usage(error: Any) -> str:
    kind = type(error).__name__
    context: Any = getattr(error, "ctx", None)
    verb = context.command_path if context is not None else "lapor-lab"
    more = f"Lihat: {verb} --help"
    if kind == "NoArgsIsHelpError":
        sys.stdout.write(context.get_help() + "\n")
        return f"Belum ada perintah. {more}"
    if hasattr(error, "option_name"):
        fault = "tidak dikenal" if kind == "NoSuchOption" else "perlu diberi nilai"
        return f"Opsi {error.option_name} {fault}. {more}"
    parameter = getattr(error, "param", None)
    if parameter is not None:
        is_option = parameter.opts[0].startswith("-")
        named = parameter.opts[0] if is_option else parameter.metavar or parameter.name.upper()
        return f"{'Belum ditulis' if kind == 'MissingParameter' else 'Tidak sah'}: {named}. {more}"
    if hasattr(getattr(context, "command", None), "commands"):
        return f"Perintah tidak dikenal. Pilih salah satu: {', '.join(context.command.commands)}."
    return f"Perintah ditulis keliru. {more}"
