"""Word and Excel files whose bytes depend on what they say alone."""

import io
import re
import zipfile
from typing import Final

__all__ = ["reproducible_package"]

# The earliest time that an archive can tell, and the system that most of them name.
_TIME: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_CORE: Final = "docProps/core.xml"
_WHEN: Final = re.compile(rb"<dcterms:(created|modified)\b[^>]*?(/>|>.*?</dcterms:\1>)", re.DOTALL)


def reproducible_package(content: bytes) -> bytes:
    """Pack an Office file anew, without the times at which it was made.

    Parameters
    ----------
    content : bytes
        A file in .docx or .xlsx.

    Returns
    -------
    bytes
        The same parts in the same order.
    """
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=_TIME)
            entry.create_system = _UNIX
            entry.compress_type = zipfile.ZIP_DEFLATED
            part = source.read(name)
            target.writestr(entry, _WHEN.sub(b"", part) if name == _CORE else part)
    return stream.getvalue()
