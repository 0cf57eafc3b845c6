"""Names of streets and villages, put together from parts; they belong to no real place."""

from typing import Final

__all__ = ["invented_streets", "invented_villages", "place_phrases"]

_STREETS: Final = (
    "Melati Kenanga Flamboyan Cempaka Anggrek Mawar Bougenvil Teratai Dahlia Kamboja Seruni "
    "Soka Alamanda Tanjung Rajawali Merpati Cendrawasih Kutilang Elang Merak Kepodang Jalak "
    "Nuri Kenari Mangga Rambutan Durian Nangka Jambu Sawo Belimbing Manggis Salak Delima "
    "Cemara Pinus Mahoni Jati Beringin Akasia Trembesi Randu Waru Ketapang Galunggung Semeru "
    "Rinjani Kelud Merbabu Lawu Slamet Krakatau Cisadane Serayu Mahakam Barito Musi Kapuas "
    "Intan Berlian Mutiara Safir Zamrud Nilam Pelangi Purnama Fajar Bintang Gemini Cakra"
).split()
_STREET_ENDS: Final = ("", " I", " II", " III", " IV", " V", " Raya", " Dalam", " Timur", " Barat")
_HEADS: Final = (
    "Suka Mekar Karang Tirta Sumber Wana Rawa Giri Cipta Purwo Sido Marga Banyu Kali Batu "
    "Sinar Tegal Ujung Lembah Muara Padang Talang Kebon Pandan Wono Harjo Bumi Rejo Gunung "
    "Telaga Pasir Sungai Kuta Bina Tunas Kerta Jaya Panca Wira Adi Eka Tri Dwi Nusa Loka "
    "Mulyo Candi Argo Tambak Srimul Lubang Randu Waru Kayu Bambu Jati Sawah Ladang Parit Teluk"
).split()
_TAILS: Final = (
    "mulya sari wangi indah rejo asri jaya makmur permai lestari kencana jernih rindang subur "
    "harum sentosa luhur karya tani damai agung bakti raharja harapan utama waras tengah "
    "kidul lor wetan kulon anyar lama girang hilir"
).split()
_APART: Final = frozenset(
    "Lembah Muara Padang Talang Ujung Bumi Gunung Telaga Pasir Sungai Tunas Sinar Batu Lubang "
    "Kayu Bambu Sawah Ladang Parit Teluk".split()
)
_PLACE_FORMS: Final = (
    ("Jl. {street}", 5), ("Jalan {street}", 4), ("jl {street}", 2), ("jln {street}", 1),
    ("Desa {village}", 4), ("Kelurahan {village}", 2), ("Kec. {village}", 2),
    ("Kecamatan {village}", 2), ("Dusun {village}", 1), ("Kampung {village}", 1),
    ("Pasar {village}", 1), ("Perumahan {village} Permata", 1), ("Terminal {village}", 1),
    ("Gang {street}", 1), ("RT 0{rt} RW 0{rw} {village}", 3), ("{village}", 3),
)  # fmt: skip
_N_PHRASES: Final = 6_000


def invented_streets() -> list[str]:
    """Return the names of streets, without "Jalan".

    Returns
    -------
    list of str
        Different names.

    Examples
    --------
    >>> invented_streets()[:3]
    ['Melati', 'Melati I', 'Melati II']
    """
    return [street + end for street in _STREETS for end in _STREET_ENDS]


def invented_villages() -> list[str]:
    """Return the names of villages and districts.

    Returns
    -------
    list of str
        Different names.

    Examples
    --------
    >>> len(invented_villages()) > 1_500, invented_villages()[0]
    (True, 'Sukamulya')
    """
    return [
        f"{head} {tail.capitalize()}" if head in _APART else head + tail
        for head in _HEADS
        for tail in _TAILS
    ]


def place_phrases() -> list[str]:
    """Return short phrases that say where something is.

    Returns
    -------
    list of str
        Streets, villages, markets and the like.

    Examples
    --------
    >>> len(place_phrases())
    6000
    """
    streets, villages = invented_streets(), invented_villages()
    forms = [form for form, weight in _PLACE_FORMS for _ in range(weight)]
    return [
        forms[k % len(forms)].format(
            street=streets[k * 7 % len(streets)],
            village=villages[k * 11 % len(villages)],
            rt=1 + k % 9,
            rw=1 + k // 9 % 9,
        )
        for k in range(_N_PHRASES)
    ]
