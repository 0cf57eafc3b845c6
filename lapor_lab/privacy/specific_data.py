"""Specific personal data (Article 4 of Law 27/2022): withheld as text, clause by clause.

Health, biometric and genetic data, criminal records, data of children and personal finances
are not replaced word for word, since the words around them tell them too: the clause goes.
Only what a text says of a person goes: the reporter, a relation, somebody named. A complaint
about waiting times for patients with HIV, about wages of a profession or about prices stays
readable. What the rules do not know they miss: an illness without its name ("sakit saya yang
itu"), one told in three sentences, one of a person who is only "dia". They are a net, and no
promise.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.span import Kind, Span
from lapor_lab.privacy.word_lists import word_set

__all__ = ["find_specific"]

_KIN: Final = (
    r"(?:anak|putra|putri|istri|isteri|suami|ibu|bapak|ayah|mama|mamak|emak|papa|abang|adik|"
    r"adek|kakak|"
    r"mertua|nenek|kakek|bini|"
    r"keponakan|ponakan|"
    r"orang tua|ortu|tetangga|cucu|bayi|teman|saudara|paman|bibi|menantu|sepupu|almarhum|"
    r"almarhumah|mendiang)"
    r"(?: (?:kandung|pertama|kedua|ketiga|bungsu|sulung|laki-laki|perempuan|lelaki|ipar|"
    r"tunggal)){0,2}"
)
_SELF: Final = r"(?:saya|sya|sy|syaa|saia|aku|ak|gue|gw|kami|kmi)"
_PERSON: Final = (
    rf"(?<![a-z])(?:{_KIN} (?:{_SELF}|beliau|nya)|(?:anak|ibu|ayah|suami|istri|adik|kakak)(?:ku|"
    rf"nya)|saya|sya|sy|syaa|saia|aku|beliau|"
    r"almarhum|almarhumah|pelapor|terlapor|korban|pelaku|bersangkutan|ybs|dia|"
    r"bernama)(?![a-z])"
)
# Words between a person and what is told of it that make it somebody else's matter.
_ELSEWHERE: Final = (
    r"(?:lapor|melapor|melaporkan|mengadu|mengadukan|ingin|mau|mohon|minta|melihat|lihat|"
    r"menemukan|membaca|mendengar|"
    r"bekerja|kerja|menanyakan|bertanya|tanya|sampaikan|menyampaikan|warga|masyarakat|petugas|"
    r"layanan|pelayanan|program|"
    r"puskesmas|rumah sakit|rs|rsud|tentang|terkait|mengenai|soal|bagi|untuk|para|banyak|"
    r"sosialisasi|bukan|tidak|tdk|"
    r"heran|kecewa|banjir|kebakaran|longsor|gempa|phk|huruf|warna|kira|rasa|usul|mengusulkan|"
    r"menyarankan|kasihan|prihatin|merasa|lewat|dekat)"
)
_GAP: Final = (
    rf"(?:[ ,(]{{1,2}}(?!{_ELSEWHERE}(?![a-z]))[\w./()-]{{1,25}}[,)]?){{0,6}}?[ ,(]{{1,2}}"
)
_DISEASE: Final = (
    r"(?:hiv(?: ?/ ?aids| aids)?|aids|odha|odhiv|arv|kanker|tumor|leukemia|lupus|"
    r"th?alas{1,2}emia|tbc?|tuberkulosis|diabetes|"
    r"kencing manis|hipertensi|darah tinggi|stroke|gagal ginjal|cuci darah|hemodialis[ai]s?|"
    r"hepatitis|liver|sirosis|lever|"
    r"penyakit [a-z]{3,20}|sakit (?:jantung|ginjal|paru|jiwa|gula|lambung|kuning|keras|parah|"
    r"kronis|menahun|liver|stroke|tbc|saraf|mata|"
    r"kanker|tumor|asma|tipes|dbd|demam berdarah|malaria|maag|diabetes)|"
    r"jantung koroner|serangan jantung|gangguan (?:jiwa|mental|kejiwaan|bipolar|kecemasan|"
    r"jantung|ginjal|pendengaran|penglihatan|saraf)|"
    r"skizofrenia|schizophrenia|bipolar|depresi|odgj|epilepsi|ayan|autis(?:me)?|adhd|"
    r"down syndrome|sindrom down|cerebral palsy|"
    r"lumpuh|kelumpuhan|amputasi|diamputasi|tuna ?(?:netra|rungu|daksa|grahita|wicara|laras)|"
    r"(?:penyandang )?disabilitas|difabel|cacat|bisu|tuli|(?<!pagi )buta|"
    r"kusta|sifilis|sipilis|gonore|penyakit kelamin|herpes|covid(?:-?19)?|corona|asma|bronkitis|"
    r"pneumonia|katarak|glaukoma|"
    r"kista|miom|hernia|usus buntu|tipes|tifus|dbd|demam berdarah|malaria|gizi buruk|stunting|"
    r"hidrosefalus|jantung bocor|"
    r"kemoterapi|kemo|radioterapi|transfusi|operasi|dioperasi|caesar|sesar|cesar|patah tulang|"
    r"gegar otak|"
    r"hamil|kehamilan|mengandung|keguguran|melahirkan|bersalin|aborsi|kecanduan|"
    r"rehabilitasi narkoba|"
    r"golongan darah|tes dna|hasil dna|rekam medis|cacar|hipertiroid|gondok(?!,? dan)|ginjal|"
    r"saraf kejepit|asam urat|kolesterol|vertigo|migrain|gerd|wasir|ambeien|skoliosis|autoimun|"
    r"tiroid|asam lambung|anemia|hemofilia|polio|campak|tbc|paru-paru basah|kejang|sakau|psikotik|"
    r"halusinasi|trauma berat|cerebral palsy|celiac|sifilis|mioma|endometriosis|hipoglikemi|"
    r"osteoporosis|parkinson|alzheimer|demensia|pikun)"
)
# Whatever follows "mengidap" is an illness, listed or not.
_ILLNESS: Final = (
    rf"(?:(?:meng?idap|menderita|pengidap|penderita|didiagnos[ai]s?|divonis dokter) (?:penyakit )?"
    rf"(?!kerugian|rugi|karena|akibat|kelaparan|kesulitan)(?:{_DISEASE}|[a-z]{{3,20}})|{_DISEASE})"
)
_CRIMINAL: Final = (
    r"(?:(?:mantan|eks|bekas) (?:narapidana|napi|wbp|tahanan)|residivis|narapidana|napi|"
    r"terpidana|warga binaan|wbp|"
    r"(?:pernah|sempat|sudah|telah|sedang) (?:di ?penjara|di ?hukum|di ?pidana|di ?tahan|"
    r"di ?vonis|masuk penjara|menjalani hukuman|terlibat kasus)[a-z]{0,3}|"
    r"divonis|dipidana|dipenjara|menjalani (?:hukuman|pidana|masa (?:pidana|hukuman|tahanan))|"
    r"catatan (?:kriminal|kejahatan)|"
    r"(?:terjerat|tersangkut|terlibat|tersandung) (?:kasus|perkara|pidana)|terdakwa|tersangka)"
)
_TAIL: Final = (
    r"(?:[ ,]{1,2}(?:stadium|kena|mengidap|menderita|sejak|selama|tipe|grade|kronis|akut|parah|"
    r"berat|positif|kasus|"
    r"perkara|dengan|dan|usia|karena|akibat|pada|tahun|bulan|"
    r"minggu|kandungan|kehamilan|anak|ke|di|lapas|rutan|kelas|penjara|kurungan|pencurian|"
    r"narkoba|narkotika|penganiayaan|"
    r"pembunuhan|korupsi|penipuan|penggelapan|pasal|rutin|minum|obat|arv|lalu|ini|\d{1,4}|iv|"
    r"iii|ii|i|satu|dua|tiga|empat|lima|"
    r"enam|tujuh|delapan|sembilan|sepuluh|januari|februari|maret|april|mei|juni|juli|agustus|"
    r"september|oktober|november|desember|"
    r"payudara|serviks|koroner|kongestif|kronik|paru|paru-paru|usus|hati|darah|otak|rahim|"
    r"tulang|getah bening|nasofaring|prostat|kulit|fisik|mental|"
    rf"intelektual|sensorik|netra|rungu|{_ILLNESS})(?![a-z])){{0,8}}"
)
_TOLD: Final = re.compile(rf"{_PERSON}{_GAP}(?:{_ILLNESS}|{_CRIMINAL})(?![a-z]){_TAIL}")
_OWNED: Final = re.compile(
    rf"(?:(?:diagnos[ai]s?|penyakit|riwayat|kondisi|status|kehamilan|operasi|"
    rf"hasil) ){{0,3}}(?:{_ILLNESS}|{_CRIMINAL})"
    rf"(?: (?:yang )?(?:yg )?(?:di ?derita|di ?idap|di ?alami))? (?:oleh )?{_PERSON}{_TAIL}"
)
_TOLD_WORDS: Final = word_set(
    "mengidap menderita pengidap penderita didiagnosa didiagnosis didiagnosi hiv aids odha "
    "odhiv arv kanker tumor leukemia lupus thalassemia thalasemia talasemia tb tbc tuberkulosis "
    "diabetes kencing hipertensi stroke ginjal "
    "darah hemodialisa hemodialisis hepatitis liver lever sirosis penyakit sakit jantung "
    "gangguan skizofrenia schizophrenia bipolar depresi odgj epilepsi "
    "ayan autis autisme adhd syndrome sindrom cerebral lumpuh kelumpuhan amputasi diamputasi "
    "tuna tunanetra tunarungu tunadaksa "
    "tunagrahita tunawicara tunalaras disabilitas difabel cacat bisu tuli buta kusta sifilis "
    "sipilis gonore herpes covid corona "
    "asma bronkitis pneumonia katarak glaukoma kista miom hernia usus tipes tifus dbd demam "
    "malaria gizi stunting hidrosefalus "
    "kemoterapi kemo radioterapi transfusi operasi dioperasi caesar sesar cesar patah gegar "
    "hamil kehamilan mengandung "
    "keguguran melahirkan bersalin aborsi kecanduan rehabilitasi golongan dna rekam cacar "
    "hipertiroid gondok saraf osteoporosis "
    "asam kolesterol vertigo migrain gerd wasir ambeien skoliosis autoimun tiroid anemia hemofilia "
    "polio campak kejang sakau psikotik halusinasi trauma mioma endometriosis "
    "parkinson alzheimer demensia pikun mantan eks bekas residivis narapidana napi terpidana "
    "binaan wbp penjara dipenjara "
    "dihukum dipidana ditahan divonis hukum pidana tahan vonis hukuman catatan terjerat "
    "tersangkut terlibat tersandung terdakwa "
    "tersangka menjalani"
)
_PERSON_WORDS: Final = word_set(
    "saya sya sy syaa saia aku gue gw mama mamak emak papa abang bini anak putra putri istri "
    "isteri suami ibu bapak ayah adik adek "
    "kakak mertua nenek kakek keponakan ponakan orang ortu tetangga cucu bayi teman saudara "
    "paman bibi menantu sepupu almarhum almarhumah mendiang anakku ibuku ayahku suamiku istriku "
    "adikku kakakku anaknya ibunya ayahnya suaminya istrinya adiknya kakaknya beliau pelapor "
    "terlapor korban pelaku bersangkutan ybs dia bernama"
)
_OWNED_WORDS: Final = _TOLD_WORDS | word_set(
    "diagnosa diagnosis penyakit riwayat kondisi status kehamilan operasi hasil"
)

# A person with its attributes, and six words of 25 letters at most.
_REACH: Final = 240
_CHILD: Final = (
    r"(?:anak|putra|putri|bayi|balita|cucu|keponakan|ponakan|adik|adek|siswa|siswi|murid)"
)
_AGE: Final = (
    r"(?:(?:ber)?(?:umur|usia)(?:nya)?[ :]{1,2}(?:baru |masih |sekitar |"
    r"kurang lebih )?\d{1,2}(?:[,.]\d)? ?(?:tahun|thn|th|bulan|bln|minggu|hari)"
    r"|\( ?(?:umur |usia |\+/- )?\d{1,2} ?(?:tahun|thn|th|bulan|bln) ?\)|, ?\d{1,2} (?:tahun|"
    r"thn|th|bulan|bln)(?= ?[,.;)])|(?:baru|masih|yang) \d{1,2} (?:tahun|thn|bulan)"
    r"|(?:murid |siswa |siswi |duduk di |masih )?(?:kelas|kls) (?:\d{1,2}|[ivx]{1,4})(?: ?(?:sd|"
    r"mi|smp|mts|sma|smk|ma|tk|paud)n?(?![a-z]))?"
    r"|(?:menjadi |jadi )?(?:korban )?(?:dilecehkan|dicabuli|diperkosa|disetubuhi|dianiaya|"
    r"dirundung|dibully|perundungan|pelecehan|pencabulan|kekerasan seksual))"
    r"(?: (?:menjadi |jadi )?(?:korban )?(?:dilecehkan|dicabuli|diperkosa|dianiaya|dirundung|"
    r"di-?bully|perundungan|bullying|pelecehan(?: seksual)?|pencabulan|kekerasan(?: seksual)?))?"
)
_OWN_CHILD: Final = re.compile(
    rf"{_CHILD}(?:ku|nya| (?:kandung |pertama |kedua |ketiga |bungsu |sulung |"
    rf"laki-laki |perempuan |lelaki ){{0,2}}"
    rf"(?:{_SELF}|beliau|bernama|atas nama|a\.n\.?|berinisial|"
    rf"korban))(?![a-z])(?:[ ,(]{{1,2}}[\w.'()-]{{1,25}}){{0,6}}?[ ,]{{0,2}}{_AGE}"
)
_CHILD_WORDS: Final = word_set(
    "anak putra putri bayi balita cucu keponakan ponakan adik adek siswa siswi murid anakku "
    "anaknya bayiku bayinya"
)

_MONEY: Final = (
    r"(?:(?:rp|idr)[. ]{0,2}\d[\d.,]{0,20}(?: ?(?:juta|jt|ribu|rb|miliar))?|"
    r"\d[\d.,]{0,12} ?(?:juta|jt|ribu|rb|rupiah|miliar)|\d{1,3}(?:\.\d{3}){1,3})"
)
_PERIOD: Final = r"(?: (?:per|se|tiap|setiap|/) ?(?:bulan|hari|minggu|tahun)| sebulan| perbulan)?"
_FINANCE: Final = (
    r"(?:gaji|digaji|bergaji|upah|diupah|honor|penghasilan|berpenghasilan|pendapatan|pensiun|"
    r"pensiunan|utang|hutang|berutang|berhutang|"
    r"pinjaman|meminjam|cicilan|angsuran|tunggakan|menunggak|tabungan|saldo|kredit|pinjol|"
    r"simpanan|deposito|omzet|omset|harta|cicil|thr|pesangon|uang pensiun)"
)
_FINANCE_SENTENCE: Final = re.compile(r"(?:[^.;!?\n,]|[.,](?=\d)|(?<=rp)\.){1,300}")
_FINANCE_WORDS: Final = word_set(
    "gaji gajinya digaji bergaji upah diupah honor penghasilan berpenghasilan pendapatan "
    "pensiun pensiunan utang hutang berutang berhutang "
    "pinjaman meminjam cicilan angsuran tunggakan menunggak tabungan saldo kredit pinjol "
    "simpanan deposito omzet omset harta cicil thr pesangon"
)
_FINANCE_PARTS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![a-z]){_FINANCE}(?:nya|ku)?(?![a-z])",
        rf"(?<![a-z0-9]){_MONEY}{_PERIOD}",
        rf"(?<![a-z]){_PERSON}|(?<![a-z])(?:{_FINANCE}(?:nya|ku)|kami|kmi)(?![a-z])",
    )
)


def find_specific(text: FoldedText) -> Iterator[Span]:
    """Find clauses that disclose specific data of a person.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each such clause, from the person to the end of what is told.
    """
    places = [(_OWN_CHILD, text.places(_CHILD_WORDS))]
    told = text.places(_TOLD_WORDS)
    if told:
        near = [p for p in text.places(_PERSON_WORDS) if _is_near(p[0], told)]
        places += [(_TOLD, near), (_OWNED, text.places(_OWNED_WORDS))]
    for pattern, begins in places:
        for place, _ in begins:
            match = pattern.match(text.low, place)
            if match:
                yield Span(match.start(), match.end(), Kind.SPECIFIC)
    if text.has_digit and not text.words.isdisjoint(_FINANCE_WORDS):
        yield from _finances(text.low)


def _is_near(place: int, told: list[tuple[int, int]]) -> bool:
    """Whether the next word that tells something stands within the reach of a person."""
    following = bisect_left(told, (place, 0))
    return following < len(told) and told[following][0] - place <= _REACH


def _finances(low: str) -> Iterator[Span]:
    for clause in _FINANCE_SENTENCE.finditer(low):
        parts = [pattern.search(low, *clause.span()) for pattern in _FINANCE_PARTS]
        found = [part for part in parts if part is not None]
        if len(found) == len(parts):
            yield Span(min(p.start() for p in found), max(p.end() for p in found), Kind.SPECIFIC)
