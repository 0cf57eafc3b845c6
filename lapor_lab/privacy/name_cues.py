"""The words after which a name is looked for, and how much each of them says."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.word_lists import has_listed_name, word_set

__all__ = ["Weight", "find_cues"]


class Weight(Enum):
    """How much a cue says.

    After "saya" (SELF) comes nearly always something else than a name, after a ROLE an office
    or a firm as often as a name; after a PARTY to the case, a TITLE and a STRONG cue a name is
    ever likelier.
    """

    SELF = 0
    ROLE = 1
    PARTY = 2
    TITLE = 3
    STRONG = 4


_SELF: Final = r"(?:saya|sya|sy|syaa|saia|aku|ak|kami|kmi)"
_RELATION: Final = (
    rf"(?:{_SELF}|nya|lengkap|asli|panggilan|terang|ktp|di|dalam|pelapor|terlapor|korban|pelaku|"
    rf"saksi|anak|"
    r"suami|istri|isteri|ibu|bapak|ayah|kandung|orang|tua|petugas|petugasnya|pegawai|beliau|ybs|"
    r"pemilik|pemohon|"
    r"pasien|siswa|guru|oknum|penerima|rekening|pengirim|kakak|adik|almarhum|almarhumah|alm|"
    r"pengadu|wali|"
    r"napi|tahanan|warga|binaan|wbp|sopir|dokter|peserta|karyawan|pembeli|penjual|ahli|waris|"
    r"ketua|kepala)"
)
_STRONG: Final = re.compile(
    rf"(?:nama(?:nya|ku)?(?:\s{{1,2}}{_RELATION}(?![a-z])){{1,5}}|nama(?:nya|"
    rf"ku)?(?=\s?[:=])|namanya|namaku"
    r"|bernama|(?:(?<=dengan )|(?<=dgn )|(?<=dg ))nama|(?:atas|ats)\s?nama"
    r"|a\s?\.\s?n\s?\.?(?![a-z])|a/n|an(?=[\s.:])"
    rf"|(?:perkenalkan|kenalkan|perkenalan)[\s,]{{1,3}}(?:nama\s+)?{_SELF}"
    rf"|hormat\s+{_SELF}|hormatku|hormat dari|salam hormat|ttd|tertanda|"
    rf"bertanda ?tangan(?: di ?bawah ini)?"
    r"|dipanggil|alias|(?:pengirim|pelapor|terlapor|saksi|korban|"
    r"pemohon|penerima|pelaku)(?=\s?:)"
    r"|(?:(?<=yang )|(?<=yg ))(?:melapor|mengadu|bertanda|menyampaikan|membuat laporan))(?![a-z])"
)
# What follows a word of the weak list and still belongs to the cue.
_KIN_TAIL: Final = re.compile(
    r"(?: (?:kandung|perempuan|laki-laki|pertama|kedua|ketiga|bungsu|sulung|ipar|kerja|tua)){0,2}"
    rf"\s{_SELF}(?![a-z0-9])"
)
_ROLE_TAIL: Final = re.compile(
    r" (?:binaan|kelas|sekolah|desa|puskesmas|dinas|seksi|rt|rw|waris|adalah|dengan|kasih|guru|"
    r"petugas|polisi|pegawai|asn|pns|tni|dokter|kades|lurah|jaksa|hakim|aparat|anggota|lsm|"
    r"wartawan)(?: \d{1,3})?(?![a-z0-9])"
)
# A street or a hospital bears the name of somebody who has no part in the case.
_PLACE_HEAD: Final = re.compile(
    r"(?<![a-z])(?:(?:jl|jln|gg|rs|rsu|rsud|rsup|rsia)\.?|jalan|gang|rumah sakit|bandara|"
    r"stadion|gedung|jembatan|gor|"
    r"universitas|masjid|monumen|tugu|museum|lapangan|bundaran)\s{0,2}"
    r"(?:(?:raya|taman|h|kh|k\.h|ir|prof|dr|drs|letjen|mayjen|brigjen|jend|jenderal|kolonel|"
    r"letkol|mayor|kapten|umum|daerah)\.?\s{0,2}){0,3}$"
)
_LOOK_BACK: Final = 40
_STRONG_WORDS: Final = word_set(
    "nama namanya namaku bernama atas ats a an perkenalkan kenalkan perkenalan hormat "
    "hormatku salam ttd tertanda bertanda bertandatangan dipanggil alias pengirim pelapor "
    "terlapor saksi korban pemohon penerima pelaku melapor mengadu menyampaikan membuat"
)
_WEIGHTS: Final = {
    **dict.fromkeys(
        word_set(
            "bapak bpk bp pak pa ibu bu sdr sdri saudara saudari mas mbak mba mbk bang kang mang "
            "teh tuan tn nyonya ny nn"
        ),
        Weight.TITLE,
    ),
    **dict.fromkeys(
        word_set(
            "om tante ust ustad ustadz ustaz ustadzah kh kyai kiai almarhumah almarhum alm almh h "
            "hj haji hajah gus kak kakak abang cak ning uda uni dr drs dra dokter drg ir suster "
            "bidan perawat bripka briptu bripda brigadir aiptu aipda ipda iptu akp kompol akbp "
            "sersan serda serka sertu kopral kapten mayor letkol kolonel prof profesor pendeta pdt "
            "romo pastor terlapor saksi korban pelapor pelaku pelakunya tersangka terdakwa "
            "terpidana napi narapidana tahanan wbp binaan pemohon penggugat tergugat waris jenazah"
        ),
        Weight.PARTY,
    ),
    **dict.fromkeys(
        word_set(
            "pasien petugas petugasnya pegawai guru wali kepala kepsek kades lurah camat kadus "
            "ketua sekdes bendahara operator sopir sopirnya supir kurir teller penyidik polisi "
            "pemilik pemiliknya pengusaha kontraktor direktur satpam dosen siswa siswi mahasiswa "
            "murid karyawan notaris jaksa hakim pengacara pendamping mandor penjual pembeli "
            "peserta debitur penipu oknum kasi staf anggota balita bayi oleh cc up nama salam "
            "wassalam wasalam diduga dugaan menurut bersangkutan ybs kepada ditangani dilayani "
            "bertemu ketemu terima terimakasih trims makasih"
        ),
        Weight.ROLE,
    ),
}
_KIN: Final = word_set(
    "anak putra putri suami istri isteri ayah bapak ibu adik adek kakak kakek nenek mertua "
    "keponakan ponakan sepupu cucu teman tetangga paman bibi rekan orang saudara menantu "
    "majikan bos atasan pimpinan ketua"
)
_WEAK_WORDS: Final = _KIN | _WEIGHTS.keys()
_SELF_WORDS: Final = word_set("saya sya sy syaa saia aku ak")


def find_cues(text: FoldedText) -> Iterator[tuple[int, Weight]]:
    """Find the places at which a name may begin.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    tuple of int and Weight
        Place after the cue, and its weight.
    """
    low = text.low
    for place, _ in text.places(_STRONG_WORDS):
        match = _STRONG.match(low, place)
        if match:
            yield match.end(), Weight.STRONG
    for place, word_end in text.places(_WEAK_WORDS):
        end, weight = _weigh(low, place, word_end)
        if weight and not _PLACE_HEAD.search(low[max(place - _LOOK_BACK, 0) : place]):
            yield end, weight
    if has_listed_name(text.words):
        for _, end in text.places(_SELF_WORDS):
            yield end, Weight.SELF


def _weigh(low: str, place: int, end: int) -> tuple[int, Weight | None]:
    word = low[place:end]
    if word in _KIN and (tail := _KIN_TAIL.match(low, end)):
        return tail.end(), Weight.PARTY
    weight = _WEIGHTS.get(word)
    if weight is Weight.ROLE and (tail := _ROLE_TAIL.match(low, end)):
        end = tail.end()
    if low[end : end + 1].isdigit() or (word == "h" and low[end : end + 1] != "."):
        weight = None
    return end, weight
