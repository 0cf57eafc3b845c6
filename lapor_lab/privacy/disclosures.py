"""Turns of speech that disclose specific data without naming an illness beside a person.

To live with a disease, to be under treatment, to have a finding, to lose a child in pregnancy,
to be in custody, to be in arrears: each of them has its own verbs, and the person is the subject
that they imply. What happens to things ("motor saya ditahan") and to groups is not meant.
"""

import re
from collections.abc import Iterator
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.span import Kind, Span
from lapor_lab.privacy.word_lists import word_set

__all__ = ["find_disclosures"]

_SELF: Final = r"(?:saya|sya|sy|saia|aku|ak|gue|gw|kami)"
_OWN: Final = (
    r"(?:anak|putra|putri|istri|isteri|suami|ibu|bapak|ayah|mama|mamak|emak|papa|abang|adik|adek|"
    r"kakak|mertua|nenek|kakek|paman|bibi|keponakan|ponakan|cucu|sepupu|saudara|menantu)"
    rf"(?:ku| (?:kandung |sulung |bungsu |pertama |kedua |ipar |laki-laki |perempuan )?{_SELF})"
)
# Only of close relations one speaks without "saya"; "ibu hamil" is anybody.
_KIN: Final = (
    r"(?:istri|isteri|suami|mamak|mama|emak|papa|abang|adik|adek|kakak|ayah|nenek|kakek|mertua|"
    r"bini|nyokap|bokap)"
)
_SUBJECT: Final = rf"(?:{_OWN}|{_SELF}|{_KIN})"
_ADVERB: Final = (
    r"(?: (?:yang|yg|memang|dulu|dl|juga|jg|masih|msh|sedang|sdg|lagi|lg|baru|br|baru saja|sudah|"
    r"sdh|udah|telah|tlh|pernah|sempat|selalu|harus|hrs|rutin|kini|sekarang|ini|mau|akan|terus|"
    r"tetap|malah|terpaksa)){0,3}"
)
_TIME: Final = (
    r"(?: (?:bulan|bln|minggu|tahun|thn|th|hari|kemarin|lalu|ini|sejak|selama|sudah|\d{1,4}|"
    r"belakangan|terakhir|satu|dua|tiga|empat|lima|stadium|pada|di|bank|koperasi|rutan|lapas|"
    r"polres|polsek|polda|polisi|kejaksaan|karena|krn|soal|kasus|perkara|gara-gara|atas|dugaan|"
    r"tuduhan))"
)
_CRIME: Final = (
    r"(?:penadahan|pencurian|curanmor|perkelahian|penganiayaan|sabu|narkoba|narkotika|ganja|"
    r"pembunuhan|penipuan|penggelapan|korupsi|perjudian|judi(?: online)?|tabrak lari|pengeroyokan|"
    r"pemerasan|pemalsuan|kdrt|asusila|pencabulan|begal|tawuran|utang|hutang|ite|motor|mobil)"
)
_TAIL: Final = rf"(?:(?:{_TIME}| {_CRIME})(?![a-z])){{0,7}}"
_TREATMENT: Final = (
    r"(?:(?:minum|konsumsi|mengonsumsi|mengkonsumsi|tebus|menebus) obat (?:dari |dr )?(?:psikiater|"
    r"jiwa|penenang|tidur|saraf|antidepresan|arv|tb|tbc|epilepsi|kejang|jantung|darah tinggi|"
    r"hipertensi|gula|diabetes|kanker)|(?:kontrol|berobat|konsultasi|terapi|konseling|rawat jalan|"
    r"rawat inap|dirawat|periksa)(?: rutin)?(?: ke| di| dengan| karena| akibat)? (?:psikiater|"
    r"psikolog|poli jiwa|rsj|rumah sakit jiwa|dokter jiwa|poli vct|onkologi|rehabilitasi)|suntik "
    r"insulin|suntik hormon|cuci darah|kemoterapi|pasang ring|(?:di)?operasi [a-z]{4,15}"
    r"(?: [a-z]{4,12})?(?= jadi| sehingga| dan| karena| kemarin| bulan| minggu|[,.;\n]|$)|"
    r"keguguran|melahirkan|bersalin|hamil|sesar|caesar|kuret|lumpuh|stroke|koma)"
)
_CUSTODY: Final = (
    r"(?:di ?tahan (?:di )?(?:polisi|polres|polsek|polda|kejaksaan|jaksa|kpk|bnn|rutan|lapas|sel)|"
    r"di ?tangkap (?:oleh )?(?:polisi|densus|bnn|kpk|polres|polsek)|di ?penjara|di ?bui|di ?vonis|"
    r"masuk (?:bui|penjara|sel|lapas|rutan|bapas)|mendekam|keluar (?:dari )?(?:penjara|lapas|rutan|"
    r"bui)|bebas bersyarat|jadi tersangka|jadi terdakwa|ditetapkan (?:sebagai )?tersangka|kena "
    r"(?:kasus|pasal|pidana)|kena ciduk)"
)
_LIVING_WITH: Final = re.compile(
    rf"hidup (?:dengan|dgn|dg|bersama) (?!layak|tenang|nyaman|damai|sehat|aman|rukun|anak|istri|"
    rf"suami|ibu|orang|keluarga|harga|bau|debu|banjir|sampah|upah|gaji|uang|penuh)[a-z]{{3,15}}"
    rf"(?: (?:otak|payudara|paru|darah|serviks|ginjal|jantung|gula|jiwa|tulang|usus|getah bening))?"
    rf"(?= (?:sejak|selama|sudah|\d|stadium|belakangan|dan )|[,.;\n]|$)(?:{_TIME}(?![a-z])){{0,6}}"
)
_TREATED: Final = re.compile(rf"{_SUBJECT}{_ADVERB} (?:{_TREATMENT}){_TAIL}")
_FOUND: Final = re.compile(
    rf"(?:hasil|diagnos[ai]s?|vonis) (?:lab|laboratorium|tes|test|rontgen|usg|biopsi|swab|mri|"
    rf"ct scan|papsmear|pemeriksaan|dokter|visum|vct)(?: (?:darah|dahak|dokter|kesehatan|"
    rf"dna)){{0,2}}"
    rf" {_SUBJECT}{_ADVERB}(?: (?:keluar|positif|reaktif|negatif|menunjukkan|menyatakan|"
    rf"ternyata|adalah)){{1,3}}(?: [a-z]{{3,15}}){{0,2}}?"
    rf"(?= tapi| namun| tetapi| dan| sehingga|[,.;\n]|$)"
)
_HELD: Final = re.compile(rf"(?:{_OWN}|{_KIN}){_ADVERB} {_CUSTODY}{_TAIL}")
_WAS_HELD: Final = re.compile(
    rf"{_SELF}(?: (?:yang|dulu|dl|memang|juga|baru|sudah|telah)){{0,2}} (?:pernah|sempat|sedang|"
    rf"lagi|"
    rf"baru)(?: saja)? {_CUSTODY}{_TAIL}"
)
_DEBT: Final = (
    r"(?:cicilan|angsuran|kredit|pinjaman|utang|hutang|kpr|pinjol|skor kredit|slik|bi checking|"
    r"kartu kredit|tunggakan|tagihan pinjol|gadai)"
)
_AMOUNT: Final = (
    r"(?: (?:sampai|sampe|hingga|sebesar|senilai|sekitar|"
    r"(?:rp|idr)?[. ]?\d[\d.,]*(?: ?(?:juta|jt|ribu|rb))?))"
)
_ARREARS: Final = re.compile(
    rf"{_DEBT}(?:ku| {_SELF}){_ADVERB} (?:macet|nunggak|menunggak|kol(?:ektibilitas)? ?\d|jelek|"
    rf"buruk|"
    rf"gagal bayar|telat|jatuh tempo|jebol|dua digit|tertunggak|belum lunas)"
    rf"(?:(?:{_TIME}|{_AMOUNT})(?![a-z])){{0,5}}"
)
_ENTANGLED: Final = re.compile(
    rf"{_SUBJECT}{_ADVERB} (?:terlilit|terjerat|dililit|terbelit|kejerat|gagal bayar) [a-z]{{3,12}}"
    rf"(?: online| bank| koperasi)?(?:{_AMOUNT}(?![a-z])){{0,3}}"
)
_SUBJECT_WORDS: Final = word_set(
    "saya sya sy saia aku ak gue gw kami anak putra putri istri isteri suami ibu bapak ayah mama "
    "mamak emak papa abang adik adek kakak mertua nenek kakek paman bibi keponakan ponakan cucu "
    "sepupu saudara menantu istriku suamiku anakku ibuku bapakku ayahku adikku kakakku abangku "
    "bini nyokap bokap"
)
_TREATED_WORDS: Final = word_set(
    "obat psikiater psikolog jiwa onkologi rehabilitasi insulin hormon darah kemoterapi ring "
    "operasi "
    "dioperasi keguguran melahirkan bersalin hamil sesar caesar kuret lumpuh stroke koma vct rsj"
)
_HELD_WORDS: Final = word_set(
    "ditahan tahan ditangkap tangkap penjara dipenjara bui dibui vonis divonis sel lapas rutan "
    "mendekam tersangka terdakwa kasus pidana pasal ciduk bersyarat bapas"
)
_DEBT_WORDS: Final = word_set(
    "cicilan angsuran kredit pinjaman utang hutang kpr pinjol skor slik bi kartu tunggakan tagihan "
    "gadai cicilanku utangku hutangku kreditku pinjamanku angsuranku"
)
_ENTANGLED_WORDS: Final = word_set("terlilit terjerat dililit terbelit kejerat gagal")
_LIVING_WORDS: Final = word_set("hidup")
_FOUND_WORDS: Final = word_set("hasil diagnosa diagnosis vonis")
_TELLING_WORDS: Final = (
    _TREATED_WORDS | _HELD_WORDS | _DEBT_WORDS | _ENTANGLED_WORDS | _LIVING_WORDS | _FOUND_WORDS
)
# A rule, the words at which it begins, and those of which one must occur.
_RULES: Final = (
    (_TREATED, _SUBJECT_WORDS, _TREATED_WORDS),
    (_HELD, _SUBJECT_WORDS, _HELD_WORDS),
    (_WAS_HELD, _SUBJECT_WORDS, _HELD_WORDS),
    (_ENTANGLED, _SUBJECT_WORDS, _ENTANGLED_WORDS),
    (_ARREARS, _DEBT_WORDS, _SUBJECT_WORDS),
    (_LIVING_WITH, _LIVING_WORDS, word_set("dengan dgn dg bersama")),
    (_FOUND, _FOUND_WORDS, _SUBJECT_WORDS),
)


def find_disclosures(text: FoldedText) -> Iterator[Span]:
    """Find turns of speech that disclose specific data of a person.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each of them, from its subject to the end of what is told.
    """
    if text.words.isdisjoint(_TELLING_WORDS):
        return
    for pattern, first, needed in _RULES:
        if text.words.isdisjoint(needed):
            continue
        for place, _ in text.places(first):
            match = pattern.match(text.low, place)
            if match:
                yield Span(match.start(), match.end(), Kind.SPECIFIC)
