"""The words after which a name is looked for, and how much each of them says."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.word_lists import word_set

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
    rf"(?<![a-z0-9])(?:nama(?:nya|ku)?(?:\s{{1,2}}{_RELATION}(?![a-z])){{1,5}}|nama(?:nya|"
    rf"ku)?(?=\s?[:=])|namanya|namaku"
    r"|bernama|(?:dengan|dgn|dg) nama|(?:atas|ats)\s?nama|a\s?\.\s?n\s?\.?(?![a-z])|a/n|an\.|an\s?:"
    rf"|(?:perkenalkan|kenalkan|perkenalan)[\s,]{{1,3}}(?:nama\s+)?{_SELF}"
    rf"|hormat\s+{_SELF}|hormatku|hormat dari|salam hormat|ttd|tertanda|"
    rf"yang bertanda ?tangan(?: di ?bawah ini)?"
    r"|(?:biasa |sering |akrab )?dipanggil|alias|(?:pengirim|pelapor|terlapor|saksi|korban|"
    r"pemohon|penerima|pelaku)(?=\s?:)"
    r"|(?:yang|yg) (?:melapor|mengadu|bertanda|menyampaikan|membuat laporan))(?![a-z])"
)
_TITLE: Final = (
    r"(?:bapak|bpk|bp|pak|pa|ibu|bu|sdr|sdri|saudara|saudari|mas|mbak|mba|mbk|bang|kang|mang|"
    r"teh|om|tante|ust|ustad|"
    r"ustadz|ustaz|ustadzah|kh|kyai|kiai|tuan|tn|nyonya|ny|nn|almarhumah|almarhum|alm|almh|"
    r"hj?(?=\.)|haji|hajah|gus|kak|kakak|"
    r"abang|cak|ning|uda|uni|drs?|dra|dokter|drg|ir|suster|bidan|perawat|bripka|briptu|bripda|"
    r"brigadir|aiptu|aipda|ipda|iptu|"
    r"akp|kompol|akbp|sersan|serda|serka|sertu|kopral|kapten|mayor|letkol|kolonel|prof|profesor|"
    r"pendeta|pdt|romo|pastor)"
)
_PARTY: Final = (
    r"(?:terlapor|saksi|korban|pelapor|pelaku(?:nya)?|tersangka|terdakwa|terpidana|napi|"
    r"narapidana|tahanan|wbp|warga binaan|"
    r"pemohon|penggugat|tergugat|ahli waris|jenazah)"
)
_ROLE: Final = (
    r"(?:pasien|petugas(?:nya)?|pegawai|guru|wali kelas|kepala sekolah|kepsek|kades|lurah|camat|"
    r"kadus|ketua rt|ketua rw|pak rt|bu rt|"
    r"sekdes|bendahara|operator|sopir(?:nya)?|supir|kurir|teller|penyidik|polisi|"
    r"pemilik(?:nya)?|pengusaha|kontraktor|"
    r"direktur|satpam|dosen|siswa|siswi|mahasiswa|murid|karyawan|notaris|jaksa|hakim|"
    r"kepala desa|kepala puskesmas|kepala dinas|"
    r"pengacara|pendamping|mandor|penjual|pembeli|peserta|debitur|penipu|"
    r"oknum(?: (?:guru|petugas|polisi|pegawai|asn|pns|tni|dokter|kades|lurah|jaksa|hakim|aparat|"
    r"perangkat desa|anggota|lsm|wartawan))?|"
    r"kepala seksi|kasi|staf|anggota|balita|bayi|oleh|cc|up|nama|salam|wassalam|wasalam|"
    r"diduga|dugaan|menurut|bersangkutan|bersangkutan adalah|ybs|ybs adalah|kepada|ditangani|"
    r"dilayani|bertemu(?: dengan)?|ketemu|"
    r"terima ?kasih|trims|makasih)"
)
_KIN: Final = (
    r"(?:anak|putra|putri|suami|istri|isteri|ayah|bapak|ibu|adik|adek|kakak|kakek|nenek|mertua|"
    r"keponakan|ponakan|sepupu|"
    r"cucu|teman|tetangga|paman|bibi|rekan|orang tua|saudara|menantu|majikan|bos|atasan|"
    r"pimpinan|ketua)"
    rf"(?: (?:kandung|perempuan|laki-laki|pertama|kedua|ketiga|bungsu|sulung|ipar|"
    rf"kerja)){{0,2}}\s{_SELF}"
)
_WEAK: Final = re.compile(rf"(?<![a-z0-9])(?:{_KIN}|{_PARTY}|({_ROLE})|{_TITLE})(?![a-z0-9])")
# A street or a hospital bears the name of somebody who has no part in the case.
_PLACE_HEAD: Final = re.compile(
    r"(?<![a-z])(?:(?:jl|jln|gg|rs|rsu|rsud|rsup|rsia)\.?|jalan|gang|rumah sakit|bandara|"
    r"stadion|gedung|jembatan|gor|"
    r"universitas|masjid|monumen|tugu|museum|lapangan|bundaran)\s{0,2}"
    r"(?:(?:raya|taman|h|kh|k\.h|ir|prof|dr|drs|letjen|mayjen|brigjen|jend|jenderal|kolonel|"
    r"letkol|mayor|kapten|umum|daerah)\.?\s{0,2}){0,3}$"
)
_PERSONAL_TITLES: Final = word_set(
    "bapak bpk bp pak ibu bu sdr sdri saudara saudari mas mbak mba bang kang tuan tn nyonya ny nn"
)
_LOOK_BACK: Final = 40
_I: Final = re.compile(rf"(?<![a-z0-9]){_SELF}[\s,]{{1,2}}(?=([a-z]{{2,}}))")
_CUE_WORDS: Final = word_set(
    "nama namanya namaku bernama an n perkenalkan kenalkan perkenalan hormat hormatku ttd "
    "tertanda bertanda bertandatangan dipanggil alias pengirim "
    "bapak bpk bp pak pa ibu bu sdr sdri saudara saudari mas mbak mba mbk bang kang mang teh om "
    "tante ust ustad ustadz ustaz ustadzah "
    "kh kyai kiai tuan tn nyonya ny nn almarhumah almarhum alm almh h hj haji hajah gus kak "
    "kakak abang cak ning uda uni dr drs dra "
    "dokter drg ir suster bidan perawat pendeta pdt romo pastor profesor "
    "bripka briptu bripda brigadir aiptu aipda ipda iptu akp kompol akbp sersan serda serka "
    "sertu kopral kapten mayor "
    "letkol kolonel prof terlapor saksi korban pelapor pelaku pelakunya tersangka terdakwa "
    "terpidana napi narapidana tahanan wbp "
    "binaan pasien petugas petugasnya pegawai guru kelas sekolah kepsek kades lurah camat kadus "
    "rt rw sekdes bendahara operator "
    "sopir sopirnya supir kurir teller penyidik polisi pemilik pemiliknya pengusaha kontraktor "
    "waris pemohon penggugat tergugat direktur "
    "satpam dosen siswa siswi mahasiswa murid karyawan notaris jaksa hakim pengacara pendamping "
    "mandor penjual pembeli penerima "
    "peserta debitur penipu desa puskesmas dinas seksi kasi oknum staf anggota balita bayi "
    "jenazah kepada oleh cc up salam wassalam "
    "anak putra putri suami istri isteri ayah adik adek kakek nenek mertua keponakan ponakan "
    "sepupu cucu teman "
    "tetangga paman bibi rekan orang menantu majikan bos atasan pimpinan ketua diduga dugaan "
    "menurut bersangkutan ybs ditangani "
    "dilayani bertemu ketemu terima terimakasih kasih trims makasih wasalam melapor mengadu "
    "menyampaikan membuat"
)


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
    if not text.words.isdisjoint(_CUE_WORDS):
        for match in _STRONG.finditer(text.low):
            yield match.end(), Weight.STRONG
        for match in _WEAK.finditer(text.low):
            before = text.low[max(match.start() - _LOOK_BACK, 0) : match.start()]
            if not _PLACE_HEAD.search(before):
                yield match.end(), _weight(match)
    for match in _I.finditer(text.low):
        yield match.end(), Weight.SELF


def _weight(cue: re.Match[str]) -> Weight:
    if cue[1]:
        return Weight.ROLE
    return Weight.TITLE if cue[0] in _PERSONAL_TITLES else Weight.PARTY
