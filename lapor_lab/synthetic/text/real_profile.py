"""What real complaint texts look like: aggregates of two sets, not a sentence of them."""

from collections.abc import Mapping, Sequence
from typing import Final

__all__ = ["REAL", "WORDS"]

# Share of texts that hold a word: a regency, the nation.
_WORD_SHARES: Final = (
    ("bisa", 0.188, 0.190), ("yg", 0.177, 0.177), ("sampai", 0.133, 0.138),
    ("kab", 0.211, 0.041), ("rt", 0.162, 0.057), ("kec", 0.157, 0.061),
    ("rw", 0.171, 0.046), ("pak", 0.064, 0.137), ("jl", 0.101, 0.076),
    ("no", 0.077, 0.082), ("ktp", 0.051, 0.066), ("bpjs", 0.016, 0.094),
    ("kk", 0.045, 0.025), ("tdk", 0.020, 0.046), ("tgl", 0.019, 0.041),
    ("dr", 0.020, 0.032), ("kel", 0.016, 0.033), ("utk", 0.020, 0.026),
    ("tsb", 0.023, 0.021), ("sy", 0.018, 0.024), ("tp", 0.020, 0.019),
    ("jln", 0.017, 0.021), ("kalo", 0.018, 0.016), ("bpk", 0.013, 0.020),
    ("dgn", 0.014, 0.019), ("sdh", 0.009, 0.024), ("pdam", 0.016, 0.015),
    ("blm", 0.010, 0.021), ("aja", 0.020, 0.010), ("bu", 0.022, 0.007),
    ("ds", 0.020, 0.009), ("ga", 0.012, 0.015), ("sampe", 0.015, 0.011),
    ("dg", 0.011, 0.015), ("krn", 0.008, 0.017), ("dll", 0.013, 0.009),
    ("udah", 0.011, 0.011), ("gak", 0.012, 0.009), ("hp", 0.008, 0.013),
    ("min", 0.020, 0.000), ("jg", 0.005, 0.012), ("org", 0.012, 0.005),
    ("dpt", 0.007, 0.007), ("trims", 0.005, 0.009), ("lg", 0.006, 0.007),
    ("thn", 0.005, 0.006), ("pln", 0.000, 0.011), ("mhn", 0.000, 0.010),
    ("pd", 0.000, 0.010), ("rs", 0.000, 0.009), ("dlm", 0.000, 0.008),
    ("klo", 0.007, 0.000), ("skrg", 0.000, 0.007), ("tks", 0.000, 0.006),
    ("bs", 0.000, 0.005),)  # fmt: skip
WORDS: Final = tuple(word for word, _, _ in _WORD_SHARES)

# Two sets of real reports: a regency's export 2021-24 (1,108 texts) and a national crawl of
# December 2017 (1,837). Aggregates only.
REAL: Final[Mapping[str, tuple[Sequence[float], Sequence[float]]]] = {
    "chars": ((63, 206, 346, 623, 1406), (59, 128, 249, 474, 1225)),
    "words": ((9, 29, 48, 86, 203), (8, 18, 37, 69, 176)),
    "title words": ((2, 3, 5, 7, 11), (2, 3, 5, 7, 11)),
    "title ALL CAPS": ((0.039,), (0.017,)),
    "title Title Case": ((0.805,), (0.315,)),
    "salutation in first 60 chars": ((0.293,), (0.259,)),
    "Yth/Kepada first 40": ((0.087,), (0.121,)),
    "selamat pagi etc first 60": ((0.115,), (0.035,)),
    "assalamualaikum first 60": ((0.088,), (0.02,)),
    "dengan hormat": ((0.027,), (0.008,)),
    "perkenalkan / nama saya / saya warga": ((0.073,), (0.043,)),
    "mohon": ((0.365,), (0.401,)),
    "tolong": ((0.106,), (0.112,)),
    "terima kasih at all": ((0.299,), (0.31,)),
    "thanks in last 60": ((0.244,), (0.294,)),
    "question mark": ((0.175,), (0.261,)),
    "exclamation": ((0.026,), (0.021,)),
    "double punctuation": ((0.131,), (0.132,)),
    "URL": ((0.072,), (0.014,)),
    "digits >= 8 in a row or masked": ((0.071,), (0.162,)),
    "rupiah amount": ((0.056,), (0.059,)),
    "date or month name": ((0.161,), (0.177,)),
    "clock time": ((0.043,), (0.054,)),
    "RT/RW": ((0.184,), (0.065,)),
    "jalan/jl": ((0.339,), (0.224,)),
    "kecamatan/kelurahan/desa": ((0.428,), (0.179,)),
    "apakah/kenapa/bagaimana/kapan": ((0.2,), (0.303,)),
    "sudah ... kali / bulan / tahun / hari": ((0.188,), (0.147,)),
    "lapor/melaporkan/mengadukan": ((0.296,), (0.241,)),
    "earlier report cited": ((0.022,), (0.008,)),
    "starts lower case": ((0.092,), (0.165,)),
    "mostly CAPS (>60 %)": ((0.008,), (0.022,)),
    "glued sentences (.X)": ((0.285,), (0.058,)),
    "sentences": ((1, 1, 2, 4, 10), (1, 1, 2, 5, 11)),
    "unknown words of 2nd half against 1st": ((0.114,), (0.1,)),
    "types per token": ((8_562 / 77_319,), (11_377 / 105_139,)),
    **{word: ((regency,), (nation,)) for word, regency, nation in _WORD_SHARES},
}
