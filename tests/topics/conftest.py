"""Small made-up texts whose topics a reader can tell."""

import pytest

WORDS = {
    "air": ["air keran keruh", "pipa air bocor", "air tidak mengalir", "meteran air rusak"],
    "jalan": ["jalan berlubang", "aspal jalan rusak", "trotoar jalan pecah", "lubang di aspal"],
    "obat": ["obat kosong di apotek", "resep obat ditolak", "obat pasien habis", "apotek tutup"],
}


@pytest.fixture(scope="session")
def texts_and_labels():
    """Ninety texts on three topics, none twice."""
    texts, labels = [], []
    for topic, phrases in WORDS.items():
        for number in range(30):
            place = ["utara", "selatan", "timur", "barat", "tengah"][number % 5]
            again = phrases[(number + 1 + number // 8) % 4]
            texts.append(f"{phrases[number % 4]} blok {place} {again} bagian {'x' * (number + 2)}")
            labels.append(topic)
    return texts, labels
