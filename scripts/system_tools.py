"""Install the programs that `make verify` looks at pages with: ``python scripts/system_tools.py``.

Only where it may: as root on a system with Debian's apt. Elsewhere, and where that fails, it names
what is left out and goes on: the tests that need the program are skipped by name.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["TOOLS", "Tool", "install", "missing_tools"]


@dataclass(frozen=True, kw_only=True)
class Tool:
    """A program, and what it is for.

    Parameters
    ----------
    command : str
        How it is called.
    packages : tuple of str
        Debian's packages that bring it.
    purpose : str
        What is left out without it.
    """

    command: str
    packages: tuple[str, ...]
    purpose: str


TOOLS: Final = (
    Tool(
        command="soffice",
        packages=("libreoffice-writer-nogui", "libreoffice-calc-nogui", "fonts-urw-base35"),
        purpose="Word and Excel files opened by another program",
    ),
    Tool(command="pdftotext", packages=("poppler-utils",), purpose="pages counted and read"),
)


def missing_tools(
    tools: Sequence[Tool] = TOOLS, find: Callable[[str], str | None] = shutil.which
) -> list[Tool]:
    """Return the tools that are not on the path."""
    return [tool for tool in tools if find(tool.command) is None]


def install(
    tools: Sequence[Tool],
    *,
    is_allowed: bool,
    run: Callable[..., "subprocess.CompletedProcess[bytes]"] = subprocess.run,
) -> None:
    """Install Debian's packages where that is allowed.

    Parameters
    ----------
    tools : sequence of Tool
        What is missing.
    is_allowed : bool
        Whether packages may be installed here.
    run : callable, default=subprocess.run
        Starts a program.
    """
    if not tools or not is_allowed:
        return
    names = [name for tool in tools for name in tool.packages]
    apt = ["apt-get", "--quiet=2", "--no-install-recommends"]
    quietly = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "check": False}
    # Lists of packages may be old; without the network they stay so, and the next line fails.
    run([*apt, "update"], capture_output=True, **quietly)
    run([*apt, "install", "--yes", *names], capture_output=True, **quietly)


def main() -> None:
    """Install what is missing, and name what still is."""
    is_allowed = getattr(os, "geteuid", lambda: 1)() == 0 and shutil.which("apt-get") is not None
    install(missing_tools(), is_allowed=is_allowed)
    for tool in missing_tools():
        print(f"Without {tool.command} it is left out: {tool.purpose}.")


if __name__ == "__main__":
    main()
