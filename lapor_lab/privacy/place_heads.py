"""Streets, buildings, firms and places that bear the name of somebody.

"Jalan Cut Meutia", "RSUD Dr. Soetomo", "Bandara Juanda", "PT Hartono" name nobody who has a
part in the case. What stands before a name decides: a word for such a thing, and between the two
nothing but ranks, titles and words like "raya" or "umum".
"""

import re
from typing import Final

__all__ = ["follows_place_head"]

_HEAD: Final = (
    r"(?:(?:jl|jln|gg|lrg|univ|rs|rsu|rsud|rsup|rsia|rsj|kab|kec|kel|ds|dsn|kp|pt|cv|ud|pdam|"
    r"spbu)\.?|"
    r"jalan|gang|lorong|simpang|simpangan|perempatan|pertigaan|bundaran|tugu|"
    r"patung|monumen|museum|stadion|gor|gelora|gelanggang|bandara|bandar udara|pelabuhan|dermaga|"
    r"terminal|stasiun|halte|shelter|pasar|plaza|mal|mall|pusat|jembatan|flyover|underpass|"
    r"waduk|bendungan|bendung|situ|taman|hutan|kebun|gedung|aula|graha|wisma|balai|masjid|"
    r"mesjid|musala|mushola|musholla|langgar|surau|gereja|pura|vihara|pesantren|ponpes|yayasan|"
    r"universitas|univ|institut|akademi|politeknik|sekolah|sd|sdn|sdit|mi|min|smp|smpn|smpit|"
    r"mts|mtsn|sma|sman|smk|smkn|ma|man|tk|paud|kampus|rs|rsu|rsud|rsup|rsia|rsj|rumah sakit|"
    r"puskesmas|klinik|apotek|pt|cv|ud|fa|toko|warung|bengkel|hotel|restoran|kafe|salon|kota|"
    r"kab|kabupaten|kec|kecamatan|kel|kelurahan|desa|ds|dusun|dsn|dukuh|kampung|kp|nagari|"
    r"jorong|banjar|perumahan|perum|komplek|kompleks|griya|makam|pemakaman|candi|goa|gua|"
    r"gunung|bukit|pantai|pulau|danau|sungai|kali|teluk|tanjung|tol|kodam|korem|kodim|koramil|"
    r"polda|polres|polresta|polsek|lapas|rutan|lanud|lanal|kri|yonif|batalyon|koperasi|bank|"
    r"hari|piala|beasiswa|program|undang-undang|alun-alun|lapangan|rusun|rumah susun|pertamina|"
    r"forum|paguyuban|serikat|lembaga|partai|majelis|organisasi|perguruan|batalyon|kloter)"
)
_BETWEEN: Final = (
    r"(?:raya|lintas|lingkar|taman|umum|daerah|pusat|provinsi|kota|agung|besar|jami|tol|"
    r"olahraga|negeri|swasta|islam|kristen|katolik|nasional|internasional|induk|rakyat|sakit|"
    r"ibu dan anak|al|an|as|ar|at|ad|az|ash|el|nurul|baitul|darul|bung|"
    r"h|hj|kh|k\.h|ir|prof|dr|drs|letjen|letnan|mayjen|brigjen|jend|jendral|jenderal|"
    r"kolonel|kol|letkol|mayor|kapten|sultan|pangeran|raden|tuanku|teuku|cut|tgk|panglima|"
    r"laksamana|komodor|marsekal|kompol|pahlawan|sisingamangaraja|nyai|ki|kyai|kiai|sunan|"
    r"syekh|haji|santo|santa|st)"
)
_BEFORE: Final = re.compile(
    # Behind "kepala desa" stands who holds the office.
    rf"(?<![a-z])(?<!kepala )(?<!ketua )(?<!perangkat )(?<!sekretaris )(?<!bendahara )(?<!tokoh )"
    rf"(?<!guru )(?<!wali ){_HEAD}\s{{1,2}}(?:{_BETWEEN}\.?\s{{0,2}}){{0,4}}$"
)
# A head stuck to its full stop, "jl.kartini".
_STUCK: Final = re.compile(rf"(?<![a-z])(?:jl|jln|gg|rs|ds|kp|kec|kel|kab)\.{_BETWEEN}?\.?\s?$")
_REACH: Final = 48


def follows_place_head(low: str, place: int) -> bool:
    """Whether what begins at a place is the name of a street, a building, a firm or a region.

    Parameters
    ----------
    low : str
        Text in small letters.
    place : int
        Where the name begins.

    Returns
    -------
    bool
        From the words before it.

    Examples
    --------
    >>> text = "di jalan raya dr. soetomo"
    >>> follows_place_head(text, text.index("soetomo"))
    True
    """
    before = low[max(place - _REACH, 0) : place]
    return bool(_BEFORE.search(before) or _STUCK.search(before))
