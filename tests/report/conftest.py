"""Made-up comparisons in the shape that measures give."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.calendar import load_limits
from lapor_lab.comparison import Comparison, compare
from lapor_lab.exchange import write_log_folder
from lapor_lab.exchange.imports.import_summary import AsOfOrigin, FileFacts, ImportSummary
from lapor_lab.exchange.imports.remarks import Remark
from lapor_lab.metrics import Counts, count_cases, estimate
from lapor_lab.practices import PRACTICES, Association
from lapor_lab.practices.maturity import assess, example_form_path, read_form
from lapor_lab.practices.planning import action_plan
from lapor_lab.report import AssessmentReport, ComparisonReport
from lapor_lab.report.measure_families import FAMILIES
from lapor_lab.schema import ComplaintLog
from lapor_lab.stats import wilson_interval

NAN = float("nan")
MEASURES = [measure for family in FAMILIES for measure in family.measures]
SYNTHETIC = {"kind": "sintetis", "source": "lapor-lab", "scenario": "kementerian", "rng": "7"}
STORY = [
    "Kementerian Hukum dan Hak Asasi Manusia",
    "Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi",
]

Estimates = Callable[..., pd.DataFrame]


@pytest.fixture(scope="session")
def make_estimates() -> Estimates:
    """Return a function that makes estimates of institutions; only some measures if asked."""

    def make(institutions: list[str], available: list[str] | None = None) -> pd.DataFrame:
        rng = np.random.default_rng(0)
        rows = [
            _row(name, measure, rng, is_available=available is None or measure in available)
            for name in institutions
            for measure in MEASURES
        ]
        return pd.DataFrame(rows)

    return make


def _row(
    institution: str, measure: str, rng: np.random.Generator, *, is_available: bool
) -> dict[str, object]:
    row: dict[str, object] = {"institution": institution, "measure": measure}
    empty = dict.fromkeys(("numerator", "denominator", "estimate", "lower", "upper"), NAN)
    if not is_available:
        return row | empty | {"n_unknown": 0, "availability": "tidak tersedia"}
    n = int(rng.integers(40, 2500))
    if measure.endswith("_days"):
        days = float(rng.gamma(3, 2) + 1)
        values = {"numerator": n, "denominator": n, "estimate": days, "lower": days - 0.5}
        return row | values | {"upper": days + 1.25, "n_unknown": 0, "availability": "tersedia"}
    if measure == "mean_rating":
        values = {"numerator": NAN, "denominator": n, "estimate": 4.38, "lower": 4.27}
        return row | values | {"upper": 4.49, "n_unknown": n * 3, "availability": "tersedia"}
    usual = 0.1 if measure in {"misrouted_share", "reopened_share", "backlog_share"} else 0.85
    k = int(rng.binomial(n, usual))
    lower, upper = (float(end) for end in wilson_interval(k, n))
    values = {"numerator": k, "denominator": n, "estimate": k / n, "lower": lower, "upper": upper}
    open_cases = int(rng.integers(1, 40)) if measure.endswith("_within_limit") else 0
    return row | values | {"n_unknown": open_cases, "availability": "tersedia"}


@pytest.fixture(scope="session")
def make_comparison(make_estimates: Estimates) -> Callable[..., ComparisonReport]:
    """Return a function that makes a comparison; whatever is named replaces the usual."""

    def make(estimates: pd.DataFrame | None = None, **changes: object) -> ComparisonReport:
        usual: dict[str, object] = {
            "estimates": make_estimates(STORY) if estimates is None else estimates,
            "as_of": pd.Timestamp("2022-08-15"),
            "source": "data/sintetis",
            "provenance": SYNTHETIC,
            "n_cases": 3441,
            "calendar_version": "holidays 0.109, dibekukan 24 November 2026",
            "limits": load_limits().in_force(pd.Timestamp("2022-08-15").date()),
        }
        return ComparisonReport(**(usual | changes))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def comparison(make_comparison: Callable[..., ComparisonReport]) -> ComparisonReport:
    """The two ministries of the story and two that do not exist, with gaps."""
    return make_comparison(gaps(make_comparison))


def gaps(make_comparison: Callable[..., ComparisonReport]) -> pd.DataFrame:
    """Make one value absent, one too small, one not reached, one not told by anybody."""
    source = make_comparison().estimates
    invented = ["Kementerian Fiktif Anggrek", "Kementerian Fiktif Bougenvil"]
    twins = source.assign(institution=source["institution"].replace(STORY, invented))
    table = pd.concat([source, twins], ignore_index=True)
    values = ["estimate", "lower", "upper"]
    is_of = table["institution"] == "Kementerian Fiktif Anggrek"
    small = is_of & (table["measure"] == "completed_within_limit")
    table.loc[small, ["numerator", "denominator", *values]] = [2, 3, NAN, NAN, NAN]
    table.loc[small, "availability"] = "data belum memadai"
    slow = is_of & (table["measure"] == "completion_p90_days")
    table.loc[slow, values] = [NAN, 31.0, NAN]
    untold = table["measure"] == "reopened_share"
    table.loc[untold, ["numerator", "denominator", *values]] = NAN
    table.loc[untold, "availability"] = "tidak tersedia"
    return table


# Cases by status of three invented institutions, the last one very small.
STATUSES = {
    "Kementerian Fiktif Anggrek": {
        "Ditutup oleh Admin": 30, "Ditutup oleh Sistem": 20, "Ditutup oleh Pelapor": 10,
        "Ditindaklanjuti oleh Instansi": 15, "Terdisposisi": 12, "Diarsipkan oleh Admin": 13,
    },
    "Kota Fiktif Bougenvil": {
        "Ditutup oleh Admin": 9, "Ditutup oleh Sistem": 11, "Ditutup oleh Pelapor": 2,
        "Belum Terverifikasi": 8, "Menunggu Jawaban": 6, "Diarsipkan oleh Admin": 14,
    },
    "Dinas Fiktif Cempaka": {"Ditutup oleh Admin": 3},
}  # fmt: skip


@pytest.fixture(scope="session")
def make_import_folder() -> Callable[..., Path]:
    """Return a function that writes the cases of an export: statuses, no times."""

    def make(
        folder: Path, statuses: dict[str, dict[str, int]] | None = None, kind: str = "nyata"
    ) -> Path:
        rows = [
            (institution, status)
            for institution, counts in (STATUSES if statuses is None else statuses).items()
            for status, n in counts.items()
            for _ in range(n)
        ]
        cases = pd.DataFrame(rows, columns=["institution", "status"])
        cases["case_id"] = [f"L-{number:016x}" for number in range(len(rows))]
        days = pd.to_timedelta(np.arange(len(rows)) % 90, unit="D")
        cases["submitted_at"] = pd.Timestamp("2024-01-02") + days
        cases["observed_at"] = pd.Timestamp("2024-05-31")
        log = ComplaintLog(
            cases=cases, events=None, as_of=pd.Timestamp("2024-05-31"), provenance={"kind": kind}
        )
        write_log_folder(log, folder)
        return folder

    return make


@pytest.fixture(scope="session")
def import_folder(
    make_import_folder: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The cases of the usual import."""
    return make_import_folder(tmp_path_factory.mktemp("impor") / "data")


@pytest.fixture(scope="session")
def make_file_facts() -> Callable[..., FileFacts]:
    """Return a function that makes the facts of an official export; what is named replaces."""

    def make(**changes: object) -> FileFacts:
        usual: dict[str, object] = {
            "file": "ekspor 2024.xlsx",
            "sheet": "Worksheet",
            "layout": "ekspor resmi SP4N-LAPOR!",
            "header_row": 11,
            "encoding": "",
            "as_of": pd.Timestamp("2024-05-31"),
            "as_of_origin": AsOfOrigin.PREAMBLE,
            "n_rows": 160,
            "n_accepted": 153,
            "n_quarantined": 7,
            "columns": {
                "case_id": "Tracking ID",
                "submitted_date": "Tanggal Laporan Masuk",
                "institution": "Instansi Induk",
                "status": "Status Laporan",
            },
            "columns_missing": ("responded_at", "closed_at", "rating"),
            "columns_ignored": ("No",),
        }
        return FileFacts(**(usual | changes))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def make_summary(make_file_facts: Callable[..., FileFacts]) -> Callable[..., ImportSummary]:
    """Return a function that makes the summary of an import; what is named replaces."""

    def make(**changes: object) -> ImportSummary:
        statuses = pd.DataFrame(STATUSES).sum(axis="columns").astype(int)
        usual: dict[str, object] = {
            "files": (make_file_facts(),),
            "n_cases": 153,
            "as_of": pd.Timestamp("2024-05-31"),
            "first": pd.Timestamp("2024-01-02"),
            "last": pd.Timestamp("2024-03-31"),
            "quarantine_reasons": {"tanpa instansi": 5, "nomor laporan ganda": 2},
            "statuses": {str(name): int(n) for name, n in statuses.items()},
            "unknown_statuses": {"Menunggu Jawaban": 6},
            "masked": {"TELEPON": 12, "NIK": 3, "RAHASIA": 8},
            "notes": {"rolled_up_topic": 4},
            "remarks": (
                Remark(code="unknown_status", values={"n": 6, "names": "Menunggu Jawaban"}),
            ),
            "key_fingerprint": "9f3a11c2",
            "provenance": {"kind": "nyata", "source": "ekspor 2024.xlsx", "zone": "Asia/Jakarta"},
        }
        return ImportSummary(**(usual | changes))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def read_page() -> Callable[[str], "Page"]:
    """Return a function that reads HTML as its reader does."""
    return Page


_VOID = {"meta", "img", "br", "link", "hr", "input"}


class Page(HTMLParser):
    """What stands in a page.

    Parameters
    ----------
    html : str
        A whole page.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[tuple[int, str]] = []
        self.images: list[dict[str, str | None]] = []
        self.loads: list[str] = []
        self.tags: list[str] = []
        self.ids: set[str] = set()
        self.anchors: list[str] = []
        self.lang = ""
        self._open: list[str] = []
        self._parts: list[str] = []
        self.feed(html)
        self.text = re.sub(r"\s+", " ", " ".join(self._parts))
        assert self._open == [], f"not closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "html":
            self.lang = values.get("lang") or ""
        if tag == "img":
            self.images.append(values)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))
        if values.get("id"):
            self.ids.add(str(values["id"]))
        href = values.get("href") or ""
        self.anchors += [href[1:]] if href.startswith("#") else []
        self.loads += [values[k] or "" for k in ("src", "srcset", "data", "action") if k in values]
        self.loads += [href] if href and not href.startswith("#") else []

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            self.loads += re.findall(r"url\(([^)]*)\)|@import\s+(\S+)", data)
            return
        self._parts.append(data)
        if self._open and re.fullmatch("h[1-6]", self._open[-1]):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)


# Cases, and late ones among them; names that are no part of one another.
FAIR_CASES = {
    **{f"Kementerian {name}": (200, 20) for name in ("Anggrek", "Bakung", "Cempaka", "Dahlia")},
    **{f"Kota {name}": (200, 20) for name in ("Edelweis", "Flamboyan", "Gardenia", "Hortensia")},
    "Kementerian Ilalang": (400, 200),
    "Kementerian Jeruju": (12, 12),
    "Kota Kenanga": (3, 1),
    "Kota Lavender": (40, 4),
}
# Thirty alike, one far below them, one far above, one of twelve reports.
FAR_APART = {
    **{f"Kabupaten {number:03d}": (400, 80) for number in range(30)},
    "Kabupaten Melati": (400, 240),
    "Kabupaten Nusa Indah": (400, 2),
    "Kabupaten Orkid": (12, 12),
}


@pytest.fixture(scope="session")
def far_apart() -> dict[str, tuple[int, int]]:
    """Cases and late ones of institutions of which two lie outside the others' range."""
    return FAR_APART


@pytest.fixture(scope="session")
def make_fair_counts() -> Callable[..., Counts]:
    """Return a function that counts cases which closed in time or not, and have two topics."""

    @cache
    def count(key: tuple[tuple[str, tuple[int, int]], ...], strata: tuple[str, ...]) -> Counts:
        asked = dict(key)
        sizes = [n for n, _ in asked.values()]
        late = np.concatenate([np.arange(n) < n_late for n, n_late in asked.values()])
        frame = pd.DataFrame(
            {
                "case_id": [f"SIM-{number:05d}" for number in range(len(late))],
                "institution": np.repeat(list(asked), sizes),
                "submitted_at": pd.Timestamp("2022-01-03"),
                "closed_at": np.where(late, "2022-06-30", "2022-01-06"),
                "topic": np.where(np.arange(len(late)) % 3, "Jalan", "Air"),
                "report_class": "Pengaduan Berkadar Pengawasan",
            }
        )
        frame["closed_at"] = pd.to_datetime(frame["closed_at"])
        log = ComplaintLog(cases=frame, events=None, as_of=pd.Timestamp("2022-08-15"))
        return count_cases(log, strata=strata)

    def make(
        cases: dict[str, tuple[int, int]] | None = None, strata: tuple[str, ...] = ()
    ) -> Counts:
        return count(tuple((FAIR_CASES if cases is None else cases).items()), strata)

    return make


@pytest.fixture(scope="session")
def make_fair(make_fair_counts: Callable[..., Counts]) -> Callable[..., ComparisonReport]:
    """Return a function that compares on measures and reports it; each comparison once."""
    known: dict[object, Comparison] = {}
    told: dict[object, pd.DataFrame] = {}

    def make(
        measures: tuple[str, ...] = ("completed_within_limit",),
        *,
        cases: dict[str, tuple[int, int]] | None = None,
        adjust: tuple[str, ...] = (),
        peers: str | dict[str, str] | None = None,
        kind: str = "sintetis",
        **changes: object,
    ) -> ComparisonReport:
        counts = make_fair_counts(cases, adjust)
        found = []
        for name in measures:
            key = (id(counts), name, str(peers))
            if key not in known:
                known[key] = compare(counts, name, adjust=adjust, peers=peers)
            found.append(replace(known[key], table=known[key].table.copy()))
        if id(counts) not in told:
            told[id(counts)] = estimate(counts.total())
        usual: dict[str, object] = {
            "estimates": told[id(counts)],
            "as_of": counts.as_of,
            "source": "uji",
            "provenance": SYNTHETIC if kind == "sintetis" else {"kind": kind},
            "n_cases": int(counts.total().sums["n"].sum()),
            "comparisons": tuple(found),
        }
        return ComparisonReport(**(usual | changes))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def assessment_report() -> AssessmentReport:
    """The example form with a plan, made-up estimates and effects, and an association."""
    assessment = assess(read_form(example_form_path()))
    effects = pd.DataFrame(
        [
            {
                "practice": practice,
                "measure": measure,
                "base": base,
                "changed": base + change,
                "difference": change,
                "lower": change - 0.01,
                "upper": change + 0.01,
                "n_pairs": 4,
                "availability": "tersedia",
            }
            for practice in (*(each.id for each in PRACTICES), "semua")
            for measure, base, change in (
                ("first_followed_up_within_limit", 0.8, 0.05),
                ("misrouted_share", 0.1, -0.02),
                ("first_follow_up_median_days", 3.0, -0.5),
            )
        ]
    )
    effects.loc[effects["practice"] == "legalitas", "availability"] = "antrean jenuh"
    baselines = pd.DataFrame(
        [
            ("first_followed_up_within_limit", 0.82, 0.80, 0.84, "tersedia"),
            ("mean_rating", NAN, NAN, NAN, "tidak tersedia"),
        ],
        columns=["measure", "estimate", "lower", "upper", "availability"],
    )
    return AssessmentReport(
        assessment=assessment,
        plan=action_plan(assessment, effects, baselines=baselines),
        baselines=baselines,
        effects=effects,
        association=_association(),
        as_of=pd.Timestamp("2022-08-15"),
        data_institution="Kemendikbudristek",
        n_cases=1341,
        n_replications=4,
        scenario="kementerian",
        provenance=SYNTHETIC,
    )


def _association() -> Association:
    """Return levels of twelve institutions beside outcomes in the same order."""
    names = [f"Kementerian Fiktif {letter}" for letter in "ABCDEFGHIJKL"]
    points = pd.DataFrame({"institution": names, "level": np.linspace(0.4, 3.6, 12)})
    points = points.assign(adjusted=np.linspace(0.6, 0.9, 12), shrunken=np.linspace(0.65, 0.85, 12))
    rows = [
        {
            "practice": "semua",
            "outcome": outcome,
            "n": 12,
            "estimate": 0.6,
            "lower": 0.1,
            "upper": 0.9,
            "bootstrap_lower": 0.05,
            "bootstrap_upper": 0.92,
            "is_associated": True,
        }
        for outcome in ("adjusted", "shrunken")
    ]
    movers = pd.DataFrame(
        {"outcome": "shrunken", "institution": names, "estimate": 0.6, "change": 0.0}
    ).assign(moves_most=[True, *[False] * 11])
    return Association(
        measure="first_followed_up_within_limit",
        direction="higher",
        points=points,
        table=pd.DataFrame(rows),
        leave_one_out=movers,
        is_synthetic=True,
    )
