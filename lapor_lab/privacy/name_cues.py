"""The words after which a name is looked for, and how much each of them says."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.place_heads import follows_place_head
from lapor_lab.privacy.word_lists import word_set

__all__ = ["Cue", "Weight", "find_cues"]


class Weight(Enum):
    """How much a cue says.

    After "saya" (SELF) comes nearly always something else than a name, after a ROLE an office
    or a firm as often as a name; after a PARTY to the case and a TITLE a name is likelier. Who is
    called "saudara" or "almarhum" is mostly NAMED, and a STRONG cue says that a name follows.
    """

    SELF = 0
    ROLE = 1
    PARTY = 2
    TITLE = 3
    NAMED = 4
    STRONG = 5


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
    r"|bernama(?: lengkap| asli)?|(?:(?<=dengan )|(?<=dgn )|(?<=dg ))nama|(?:atas|ats)\s?nama"
    r"|a\s?\.\s?n\s?\.?(?![a-z])|a/n|an(?=[\s.:])"
    rf"|(?:perkenalkan|kenalkan|perkenalan)[\s,]{{1,3}}(?:nama\s+)?{_SELF}"
    rf"|hormat\s+{_SELF}|hormatku|hormat dari|salam hormat|ttd|tertanda|"
    rf"bertanda ?tangan(?: di ?bawah ini)?"
    r"|(?:di)?panggil(?: (?:saja|aja|sebagai|dengan))?(?: (?:saya|sy|aku|nama))?(?! ke)|alias|"
    r"(?:pengirim|pelapor|terlapor|saksi|korban|"
    r"pemohon|penerima|pelaku)(?=\s?:)"
    r"|(?:(?<=yang )|(?<=yg ))(?:melapor|mengadu|bertanda|menyampaikan|membuat laporan))(?![a-z])"
)
# What follows a word of the weak list and still belongs to the cue.
_KIN_TAIL: Final = re.compile(
    r"(?: (?:kandung|perempuan|laki-laki|pertama|kedua|ketiga|bungsu|sulung|ipar|kerja|tua)){0,2}"
    rf"\s{_SELF}(?![a-z0-9])"
)
_ROLE_TAIL: Final = re.compile(
    r" (?:saya|kami|binaan|kelas|sekolah|desa|puskesmas|dinas|seksi|rt|rw|waris|adalah|dengan|"
    r"kasih|guru|"
    r"petugas|polisi|pegawai|asn|pns|tni|dokter|kades|lurah|jaksa|hakim|aparat|anggota|lsm|"
    r"wartawan)(?: \d{1,3}| kami| saya)?(?![a-z0-9])"
)
_ARTICLE: Final = "an"
_SHORTEST_OWNED: Final = 4
_STRONG_WORDS: Final = word_set(
    "nama namanya namaku bernama atas ats a an perkenalkan kenalkan perkenalan hormat "
    "hormatku salam ttd tertanda bertanda bertandatangan dipanggil alias pengirim pelapor "
    "terlapor saksi korban pemohon penerima pelaku melapor mengadu menyampaikan membuat panggil"
)
_WEIGHTS: Final = {
    **dict.fromkeys(
        word_set(
            "bapak bpk bp pak pa ibu bu mas mbak mba mbk bang kang "
            "mang teh teteh tuan tn nyonya ny nn mbah mbok mpok mak koh engkoh bli"
        ),
        Weight.TITLE,
    ),
    **dict.fromkeys(
        word_set("sdr sdra sdri saudara saudari almarhumah almarhum alm almh mendiang"),
        Weight.NAMED,
    ),
    **dict.fromkeys(
        word_set(
            "om tante puang daeng nenek kakek eyang pakde bude paman bibi bung bapa mama oma "
            "opa amang inang ci cici nona nyai tuanku ust ustad ustadz "
            "ustaz ustadzah kh kyai kiai h "
            "hj haji hajah gus kak kakak abang cak ning uda uni dr drs dra dokter drg ir suster "
            "bidan perawat bripka briptu bripda brigadir aiptu aipda ipda iptu akp kompol akbp "
            "sersan serda serka sertu kopral kapten mayor letkol kolonel prof profesor pendeta pdt "
            "romo pastor terlapor saksi korban pelapor pelaku pelakunya tersangka terdakwa "
            "terpidana napi narapidana tahanan wbp binaan pemohon penggugat tergugat waris jenazah "
            "oknum nama"
        ),
        Weight.PARTY,
    ),
    **dict.fromkeys(
        word_set(
            "pasien petugas petugasnya pegawai guru wali kepala kepsek kades lurah camat kadus "
            "ketua sekdes bendahara operator sopir sopirnya supir kurir teller penyidik polisi "
            "pemilik pemiliknya pengusaha kontraktor direktur satpam dosen siswa siswi mahasiswa "
            "murid karyawan notaris jaksa hakim pengacara pendamping mandor penjual pembeli "
            "peserta debitur penipu kasi staf anggota balita bayi oleh cc up salam "
            "wassalam wasalam diduga dugaan menurut bersangkutan ybs kepada ditangani dilayani "
            "rt rw kader pengurus koordinator sekretaris ajudan cp narahubung tukang juru "
            "bertemu ketemu terima terimakasih trims makasih"
        ),
        Weight.ROLE,
    ),
}
_TAILED: Final = frozenset(w for w, weight in _WEIGHTS.items() if weight is Weight.ROLE) | {"oknum"}
_KIN: Final = word_set(
    "anak putra putri suami istri isteri ayah bapak ibu adik adek kakak kakek nenek mertua "
    "keponakan ponakan sepupu cucu teman tetangga paman bibi rekan orang saudara menantu "
    "majikan bos atasan pimpinan ketua"
)
# "Istriku", "dokternya".
_OWNED: Final = {
    **{f"{word}{end}": Weight.PARTY for word in _KIN for end in ("ku", "nya")},
    **{f"{word}nya": weight for word, weight in _WEIGHTS.items() if len(word) > _SHORTEST_OWNED},
}
_WEAK_WORDS: Final = _KIN | _WEIGHTS.keys() | _OWNED.keys()
# After them a listed name is a name: somebody speaks, is spoken of, or is told apart.
_SELF_BEFORE: Final = re.compile(
    r"(?<![a-z])(?:saya|sya|sy|syaa|saia|aku|ak|kami|kata|pengakuan|ialah|adalah|yaitu|yakni|"
    r"sebagai|dengan|dg|dgn|dari|dr|sama|oleh|dibawa|diterima|diserahkan|dititipkan|disetor|"
    r"menemui|kepada|kpd|ke|menurut|jelas|ini|keluarga|melalui|lewat|bersama|antara|bahwa|milik|"
    r"punya|kepunyaan|(?:pemilik|penerima|pengurus|ketua|kepala|guru|operator|sekretaris|oknum|"
    r"koordinator|petugas|kader|pengelola|penjual|pedagang|korban|saksi|pelaku|pegawai)"
    r"(?: [a-z]{3,12})?)(?![a-z0-9])"
)
_SELF_REACH: Final = 30


class Cue(NamedTuple):
    """Where a cue stands, and how much it says.

    Parameters
    ----------
    start : int
        Place of its first letter.
    end : int
        Place after its last one.
    weight : Weight
        How much it says.
    """

    start: int
    end: int
    weight: Weight


def find_cues(text: FoldedText) -> Iterator[Cue]:
    """Find the words behind which a name may begin.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Cue
        Each of them.
    """
    low = text.low
    for place, _ in text.places(_STRONG_WORDS):
        match = _STRONG.match(low, place)
        # "Musala An Nur" has the article, and no "a.n.".
        if match and not (match[0] == _ARTICLE and follows_place_head(low, place)):
            yield Cue(place, match.end(), Weight.STRONG)
    for place, word_end in text.places(_WEAK_WORDS):
        end, weight = _weigh(low, place, word_end)
        if weight:
            yield Cue(place, end, weight)
    told = set()
    for place, _ in text.places(text.listed_names):
        for cue in _SELF_BEFORE.finditer(low, max(place - _SELF_REACH, 0), place):
            told.add(Cue(cue.start(), cue.end(), Weight.SELF))
    yield from sorted(told, key=lambda cue: cue.start)


def _weigh(low: str, place: int, end: int) -> tuple[int, Weight | None]:
    word = low[place:end]
    if word in _KIN and (tail := _KIN_TAIL.match(low, end)):
        return tail.end(), Weight.PARTY
    weight = _WEIGHTS.get(word) or _OWNED.get(word)
    if word in _TAILED and (tail := _ROLE_TAIL.match(low, end)):
        end = tail.end()
    if low[end : end + 1].isdigit() or (word == "h" and low[end : end + 1] != "."):
        weight = None
    return end, weight
