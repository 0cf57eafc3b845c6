# %% [markdown]
# # 06 Bisakah komputer membantu memilah topik?
#
# **DATA SINTETIS, bukan kinerja sebenarnya.** Semua laporan di sini dibuat oleh program. Tidak ada
# pelapor sungguhan. Kisahnya adalah studi kasus 2022 dengan nomenklatur saat itu. Nama instansi
# yang nyata hanya Kemenkumham dan Kemendikbudristek. lapor-lab bukan produk resmi KemenPANRB.
#
# Setiap pagi admin instansi membaca laporan baru dan memberi topik. Pelajaran ini menguji apakah
# komputer dapat meringankan pekerjaan itu, dan di mana petugas tetap harus memutuskan.

# %% [markdown]
# ## Tujuan Pembelajaran
#
# Setelah pelajaran ini, Anda dapat:
#
# 1. menjelaskan apa yang "dilihat" komputer pada teks laporan;
# 2. membaca ketepatan, rata-rata F1 antartopik, dan tabel topik yang tertukar;
# 3. menjelaskan mengapa label yang keliru membatasi skor;
# 4. mencurigai skor yang terlalu tinggi dan memeriksa kebocoran;
# 5. menentukan laporan mana yang dapat dipilah otomatis dan mana yang perlu telaah petugas.

# %% [markdown]
# ## Alokasi Waktu
#
# 2 JP (90 menit): 45 menit uraian materi dan 45 menit latihan.

# %% [markdown]
# ## Prasyarat
#
# Pelajaran 01 (isi sebuah laporan) dan pelajaran 03 (selang kepercayaan). Anda tidak perlu pernah
# membuat program. Jalankan sel satu per satu dari atas dengan Shift+Enter.

# %% [markdown]
# ## Uraian Materi
#
# Sel pertama menyiapkan alat dan data.

# %%
import matplotlib.pyplot as plt
import pandas as pd

from lapor_lab.course import check_answer
from lapor_lab.exchange import load_sample
from lapor_lab.plots import plot_confusion
from lapor_lab.schema import format_count, format_interval, format_number, format_share
from lapor_lab.stats import wilson_interval
from lapor_lab.synthetic.text import text_ceiling
from lapor_lab.topics import (
    TopicClassifier,
    compare_labels,
    evaluate_topics,
    normalise_text,
    score_predictions,
    words_for_topic,
)

log = load_sample()
reports = log.cases.merge(log.truth, on="case_id")
reports["report"] = reports["title"] + ". " + reports["text"]
f"{format_count(len(reports))} laporan sintetis, {reports['observed_topic'].nunique()} topik"

# %% [markdown]
# ### 1. Apa yang dilihat komputer?
#
# Inilah beberapa laporan pendek. Kolom terakhir adalah topik yang dicatat admin.

# %%
pd.set_option("display.max_colwidth", 80)
names = {"title": "Judul", "text": "Isi laporan", "observed_topic": "Topik yang dicatat"}
is_short = reports["text"].str.len().between(60, 78)
examples = reports[is_short].drop_duplicates("observed_topic").head(6)
examples = examples.assign(text=examples["text"].str.replace("\n", " "))
examples[list(names)].rename(columns=names).set_index("Judul")

# %% [markdown]
# Salah ketik di dalamnya disengaja, seperti pada laporan sehari-hari. Perhatikan "Kartu Pintar":
# laporan tentang data murid dicatat sebagai Ketenagakerjaan. Hal seperti itu dibahas di bagian 5.
#
# Anda langsung mengerti maksud pelapor. Komputer tidak mengerti; ia menghitung. Mula-mula teks
# dirapikan: huruf besar menjadi kecil, angka menjadi satu tanda, dan baris tujuan surat dibuang.

# %%
letter = "Yth. Kepala Dinas Kesehatan,\nSudah 3 kali saya datang, OBAT tetap kosong."
normalise_text(letter)

# %% [markdown]
# Mengapa baris "Yth. Kepala Dinas Kesehatan" dibuang? Di dalamnya tertulis jawabannya. Komputer
# yang membaca alamat tujuan tidak belajar membaca isi laporan.
#
# Setelah itu, setiap kalimat menjadi satu kolom angka: berapa kali setiap kata muncul.

# %%
sentences = {
    "kalimat A": "Obat di puskesmas kosong",
    "kalimat B": "Obat habis, obat pengganti belum datang",
    "kalimat C": "Jalan di depan puskesmas rusak",
}
words = {name: pd.Series(text.lower().replace(",", "").split()) for name, text in sentences.items()}
counts = {name: column.value_counts() for name, column in words.items()}
pd.DataFrame(counts).fillna(0).astype(int).sort_index()

# %% [markdown]
# Kalimat A dan B berbagi kata "obat". Kalimat A dan C berbagi kata "di" dan "puskesmas". Kata yang
# ada di mana-mana, seperti "di", diberi bobot kecil; kata yang jarang diberi bobot besar. Komputer
# juga menghitung potongan tiga dan empat huruf. Karena itu salah ketik kecil tidak terlalu
# mengganggu.

# %% [markdown]
# ### 2. Komputer belajar dari contoh
#
# Kita ambil 1.000 laporan secara acak sebagai contoh untuk dipelajari. Sisanya disimpan.

# %%
learned = reports.sample(1000, random_state=6)
kept = reports.drop(learned.index)
model = TopicClassifier().fit(learned["report"], learned["observed_topic"])
f"dipelajari {format_count(len(learned))} laporan, disimpan {format_count(len(kept))} laporan"

# %% [markdown]
# Kata apa yang paling kuat menunjuk ke sebuah topik?

# %%
chosen = ["Kesehatan", "Kependudukan", "Pendidikan dan Kebudayaan"]
strongest = {topic: words_for_topic(model, topic, n=6)["word"] for topic in chosen}
pd.DataFrame(strongest).set_axis(range(1, 7))

# %% [markdown]
# Sebagian besar masuk akal. Kata umum seperti "dana" ikut masuk karena di data ini sering muncul
# pada laporan tentang dana sekolah; di data lain belum tentu. Periksalah selalu daftar seperti ini:
# bila yang muncul nama kota atau nama petugas, komputer belajar hal yang salah.
#
# Sekarang tiga kalimat karangan sendiri. Gantilah dengan kalimat Anda, lalu jalankan ulang sel
# ini. Jangan menyalin laporan orang sungguhan.

# %%
typed = [
    "Obat di puskesmas kosong, antrean sejak subuh",
    "Berkas saya belum diproses dan tidak ada kabar",
    "Anak saya dipukul kakak kelas di sekolah dan guru diam saja",
]
guesses = pd.DataFrame({"Kalimat": typed, "Topik menurut komputer": model.predict(typed)})
guesses["Peluang"] = pd.Series(model.predict_proba(typed).max(axis=1)).map(format_share)
guesses.set_index("Kalimat")

# %% [markdown]
# Komputer memberi topik **dan** peluang, yaitu seberapa yakin ia.
#
# * Kalimat pertama jelas: kata "obat" dan "puskesmas" cukup.
# * Kalimat kedua kabur. Peluangnya rendah. Petugas pun perlu bertanya kembali kepada pelapor.
# * Kalimat ketiga menyangkut kekerasan terhadap anak. Komputer menyebut topik yang umum, dan
#   peluangnya rendah pula. Laporan seperti ini dibahas di bagian 7.

# %% [markdown]
# ### 3. Seberapa sering komputer benar?
#
# Ujian yang jujur memakai soal yang belum pernah dilihat. Laporan dibagi tiga. Setiap bagian diuji
# oleh komputer yang belajar dari dua bagian lainnya. Salinan laporan yang sama selalu berada di
# bagian yang sama. Dengan cara ini semua laporan ikut diuji satu kali.

# %%
labels = reports["observed_topic"]
evaluation = evaluate_topics(TopicClassifier(), reports["report"], labels, n_folds=3)
score_names = {
    "accuracy": "Ketepatan",
    "macro_f1": "Rata-rata F1 antartopik",
    "estimate": "Nilai",
    "lower": "Batas bawah",
    "upper": "Batas atas",
}
scores = evaluation.scores.set_index("score")[["estimate", "lower", "upper"]].map(format_share)
scores["Laporan"] = format_count(len(reports))
scores.rename(index=score_names, columns=score_names).rename_axis(None)

# %% [markdown]
# **Ketepatan** adalah bagian laporan yang topiknya sama dengan yang dicatat admin. Batas bawah dan
# batas atas membentuk selang kepercayaan 95 %.
#
# **F1** menggabungkan dua hal untuk satu topik: berapa banyak tebakan yang benar (presisi), dan
# berapa banyak laporan topik itu yang ditemukan (perolehan). **Rata-rata F1 antartopik** memberi
# bobot sama kepada setiap topik, besar atau kecil. Nilainya di sini jauh di bawah ketepatan.
# Artinya ada topik kecil yang jarang dikenali. Inilah lima topik dengan laporan paling sedikit:

# %%
small = evaluation.topics.nsmallest(5, "n").set_index("topic")
recall = small[["recall", "recall_lower", "recall_upper"]].map(format_share)
recall.columns = ["Perolehan", "Batas bawah", "Batas atas"]
recall.insert(0, "Laporan", small["n"])
recall.rename_axis("Topik yang dicatat")

# %% [markdown]
# Tiga topik terkecil tidak ditemukan sama sekali. Selangnya sangat lebar: data belum memadai untuk
# menilai topik itu. Ketepatan keseluruhan menyembunyikan hal ini, karena topik besar menentukan
# hampir seluruh angkanya.
#
# **Jangan membandingkan skor ini dengan skor laporan nyata.** Teks sintetis dirangkai dari
# potongan kalimat yang terbatas. Bagian 6 menunjukkan betapa skornya bergantung pada hal itu.
# Angka yang pernah terbit untuk laporan nyata, menurut penulisnya masing-masing:
#
# | Sumber | Data | Ketepatan |
# |---|---|---|
# | Alkaff dkk. (2021), JTIIK 8(6) | LAPOR!, menurut instansi tujuan | 79,85 % |
# | Suprayogi (2021), Laras Online Bogor | 360 laporan, 6 instansi | 79,16 % |
# | Tim peserta GEMASTIK 2024 (UGM) | 3.690 laporan, 7 instansi | 88,1 % |
# | Tim peserta GEMASTIK 2025 (BINUS) | 3.278 laporan, sekitar 20 topik | 71,8 % |
#
# Tiga di antaranya berada di sekitar 72 sampai 80 persen (0,72 sampai 0,80); satu di atasnya.
# Jumlah pilihan, asal label, dan cara ujinya berbeda-beda, sehingga angka-angka itu pun tidak
# dapat diurutkan. Kami mengutipnya, tidak mengukurnya ulang. Ketepatan kita berdekatan dengan
# sebagian angka itu; ini bukan bukti bahwa teks sintetis sama sulitnya dengan teks nyata.

# %% [markdown]
# ### 4. Topik mana yang tertukar?
#
# Setiap baris adalah topik yang dicatat. Setiap kolom adalah topik menurut komputer, dengan nomor
# yang sama. Angka di diagonal adalah yang cocok. Angka di luar diagonal adalah yang tertukar.

# %%
plot_confusion(evaluation.confusion, is_synthetic=True, caption="Skenario kementerian, rng 7")
plt.show()

# %%
pair_names = {"topic": "Topik yang dicatat", "guess": "Topik menurut komputer"}
cells = evaluation.confusion.rename_axis("topic").reset_index()
pairs = cells.melt(id_vars="topic", var_name="guess", value_name="Tertukar")
pairs = pairs.query("topic != guess").nlargest(6, "Tertukar")
pairs = pairs.merge(evaluation.topics[["topic", "n"]], on="topic").rename(columns=pair_names)
pairs.rename(columns={"n": "Dari laporan"}).set_index("Topik yang dicatat")

# %% [markdown]
# Makin gelap warnanya, makin besar bagiannya dari laporan pada baris itu. Sebagian topik memang
# bertetangga. Bantuan biaya sekolah, misalnya, menyangkut pendidikan dan juga kesejahteraan sosial;
# petugas pun dapat berbeda pendapat. Bila dua topik sering tertukar, tulislah dahulu satu aturan:
# kapan laporan masuk topik yang mana. Sebagian lagi mungkin bukan kesalahan komputer. Kita periksa
# sekarang.

# %% [markdown]
# ### 5. Label pun dapat keliru
#
# Topik yang dicatat admin kadang keliru. Pada data nyata kita tidak tahu yang mana. Pada data
# sintetis kita tahu, karena pembuatnya menyimpan topik sebenarnya. Tebakan yang sama kita nilai
# dua kali: terhadap label yang dicatat dan terhadap topik sebenarnya.

# %%
both = {
    "Label yang dicatat": reports["observed_topic"],
    "Topik sebenarnya": reports["true_topic"],
}
compared = compare_labels(evaluation.predictions, both).query("score == 'accuracy'")
compared = compared.set_index("labels")[["estimate", "lower", "upper"]].map(format_share)
compared = compared.rename(columns=score_names).rename_axis("Ketepatan terhadap")
compared.assign(Laporan=format_count(len(reports)))

# %% [markdown]
# Laporan dan tebakannya sama; yang berbeda hanya labelnya. Ketepatan terhadap topik sebenarnya
# berada di atas ketepatan terhadap label yang dicatat. Sebagian "kesalahan" komputer adalah
# kesalahan label.
#
# Berapa skor tertinggi yang mungkin dicapai? Untuk data sintetis hal itu dapat dihitung.

# %%
mix = reports.fillna({"true_subtopic": ""}).value_counts(["true_topic", "true_subtopic"])
ceiling = text_ceiling(mix.to_dict())
f"Ketepatan tertinggi terhadap label yang dicatat: {format_share(ceiling)}"

# %% [markdown]
# Komputer yang paling pandai sekalipun tidak mencapai 100 %. Ada label yang keliru, ada laporan
# yang isinya cocok untuk beberapa topik, dan ada laporan yang tidak menyebut masalahnya.
# Memperbaiki label sering lebih berguna daripada mengganti program.

# %% [markdown]
# ### 6. Jebakan: skor yang bocor
#
# Kebocoran terjadi bila soal ujian sudah dikenal sebelum ujian. Teks sintetis kita dirangkai dari
# keluarga potongan kalimat. Berapa bagian dari laporan yang disimpan di bagian 2 berasal dari
# keluarga yang sudah dipelajari?

# %%
is_known_family = kept["template_family"].isin(learned["template_family"])
f"{format_share(is_known_family.mean())} dari {format_count(len(kept))} laporan"

# %% [markdown]
# Sebagian besar. Komputer dapat mengandalkan potongan kalimat yang pernah ia lihat. Maka kita
# ulangi ujian dengan lebih keras: satu keluarga seluruhnya dipelajari atau seluruhnya diuji.

# %%
families = reports["template_family"].tolist()
hard = evaluate_topics(TopicClassifier(), reports["report"], labels, groups=families, n_folds=3)
splits = {"Pembagian acak": evaluation.scores, "Keluarga dipisahkan": hard.scores}
table = pd.concat(splits, names=["Cara uji"]).query("score == 'accuracy'").droplevel(1)
table = table[["estimate", "lower", "upper"]].map(format_share).rename(columns=score_names)
table.assign(Laporan=format_count(len(reports)))

# %% [markdown]
# Ketepatan turun jauh, padahal komputer dan datanya sama. Kedua angka benar; pertanyaannya
# berbeda.
#
# * Pembagian acak menjawab: bagaimana bila laporan berikutnya mirip laporan lama?
# * Keluarga dipisahkan menjawab: bagaimana bila muncul laporan jenis baru?
#
# Pada data nyata, "keluarga" adalah surat edaran yang disalin banyak orang, beberapa laporan dari
# pelapor yang sama, atau satu masalah yang dilaporkan berulang kali.
#
# **Kata-kata baru.** Topiknya lama, tetapi orang menyebutnya dengan kata yang lain. Pembuat data
# menyisihkan sejumlah potongan kalimat untuk menguji hal ini. Komputer belajar hanya dari laporan
# tanpa potongan itu, lalu diuji pada laporan yang memuatnya. Sebagai pembanding, ia belajar dari
# laporan acak yang sama banyaknya.

# %%
with_new_words = reports["is_reserved"]
random_pick = pd.Series(
    reports.index.isin(reports.sample(with_new_words.sum(), random_state=6).index)
)
splits = {"Laporan acak": random_pick, "Laporan dengan kata-kata baru": with_new_words}
hits = []
for is_tested in splits.values():
    reader = TopicClassifier().fit(reports.loc[~is_tested, "report"], labels[~is_tested])
    is_match = reader.predict(reports.loc[is_tested, "report"]) == labels[is_tested]
    hits.append(((~is_tested).sum(), len(is_match), is_match.sum()))
trial = pd.DataFrame(hits, columns=["Dipelajari", "Diuji", "Cocok"], index=splits)
ends = zip(*wilson_interval(trial["Cocok"], trial["Diuji"]), strict=True)
trial["Ketepatan"] = (trial["Cocok"] / trial["Diuji"]).map(format_share)
trial["Selang 95 %"] = [format_interval(lower, upper, is_share=True) for lower, upper in ends]
trial.rename_axis("Yang diuji")

# %% [markdown]
# Pada laporan dengan kata-kata baru, ketepatannya di bawah pembanding. Keduanya di bawah angka
# pembagian acak tadi, antara lain karena contoh yang dipelajari lebih sedikit. Orang selalu
# menemukan kata baru untuk masalah lama. Maka ulangi ujian dengan laporan terbaru.
#
# **Skor mendekati 100 %? Periksa dahulu, baru percaya.** Empat penyebab yang sering ditemukan:
#
# 1. Jawaban tertulis di dalam teks, misalnya alamat tujuan surat atau catatan disposisi.
# 2. Salinan satu laporan berada di bagian belajar dan juga di bagian uji.
# 3. Data diperbanyak dengan teks buatan sebelum dibagi.
# 4. Bagian uji ikut diubah atau dibuat seimbang, sehingga tidak lagi seperti laporan sehari-hari.

# %% [markdown]
# ### 7. Otomatis atau perlu telaah petugas?
#
# Peluang dapat dipakai untuk membagi pekerjaan. Bila peluang mencapai **ambang**, topik dipilah
# otomatis. Bila tidak, laporan perlu telaah petugas. Tabel berikut mencoba empat ambang.

# %%
confidence = pd.Series(evaluation.confidences)
is_right = evaluation.predictions == labels
thresholds = [0.5, 0.6, 0.7, 0.8]
n_automatic = [int((confidence >= t).sum()) for t in thresholds]
n_right = [int(is_right[confidence >= t].sum()) for t in thresholds]
ends = zip(*wilson_interval(n_right, n_automatic), strict=True)
routing = pd.DataFrame({"automatic": n_automatic, "right": n_right})
pd.DataFrame(
    {
        "Ambang": [format_number(t) for t in thresholds],
        "Otomatis": routing["automatic"].map(format_count),
        "Bagian otomatis": (routing["automatic"] / len(reports)).map(format_share),
        "Cocok": routing["right"].map(format_count),
        "Ketepatan": (routing["right"] / routing["automatic"]).map(format_share),
        "Selang 95 %": [format_interval(lower, upper, is_share=True) for lower, upper in ends],
        "Perlu telaah petugas": (len(reports) - routing["automatic"]).map(format_count),
    }
).set_index("Ambang")

# %% [markdown]
# "Cocok" berarti sama dengan label yang dicatat. Makin tinggi ambang, makin sedikit yang otomatis
# dan makin banyak pekerjaan petugas. Ketepatan pada bagian otomatis cenderung naik. Tidak ada
# ambang yang benar untuk semua instansi. Pimpinan menetapkan dahulu kesalahan yang masih dapat
# diterima, lalu ambang dipilih dari tabel.
#
# Apakah peluang itu dapat dipercaya untuk laporan jenis baru? Kita pakai ambang 0,7 pada ujian
# dengan keluarga dipisahkan.

# %%
threshold = 0.7
is_sure = hard.confidences >= threshold
sure = reports[is_sure]
trust = score_predictions(
    sure["observed_topic"], hard.predictions[is_sure], groups=sure["template_family"].tolist()
)
trust = trust.scores.set_index("score").loc[["accuracy"], ["estimate", "lower", "upper"]]
trust = trust.map(format_share).rename(index=score_names, columns=score_names)
trust.assign(Laporan=format_count(len(sure))).rename_axis(None)

# %% [markdown]
# Untuk laporan jenis baru, jauh lebih sedikit yang mencapai ambang. Komputer lebih sering ragu, dan
# lebih banyak pekerjaan kembali ke petugas. Pada yang mencapai ambang, ketepatannya belum dapat
# dibedakan dari angka pada tabel sebelumnya. Namun tidak pernah 100 %: komputer dapat yakin dan
# tetap keliru. Karena itu ambang saja tidak cukup.
#
# **Laporan peka selalu ditelaah petugas**, berapa pun peluangnya: kekerasan, pelecehan, pungutan
# liar, dan laporan lain yang ditetapkan pimpinan. Salah satu caranya adalah daftar kata.

# %%
sensitive_words = "dipukul|kekerasan|pelecehan|bully|rundung|pungutan|pungli|suap"
is_sensitive = reports["report"].str.contains(sensitive_words, case=False)
is_automatic = (confidence >= threshold) & ~is_sensitive
decision = is_automatic.map({True: "otomatis", False: "perlu telaah petugas"})
decided = is_right.groupby(decision).agg(["size", "sum"])
lower, upper = wilson_interval(decided["sum"], decided["size"])
decided = decided.assign(estimate=decided["sum"] / decided["size"], lower=lower, upper=upper)
shares = decided[["estimate", "lower", "upper"]].map(format_share).rename(columns=score_names)
shares.assign(Laporan=decided["size"].map(format_count)).rename_axis("Keputusan")

# %% [markdown]
# Petugas menerima laporan yang lebih sulit, dan memang itu maksudnya. Sekarang lihat laporan yang
# topik sebenarnya adalah kekerasan di satuan pendidikan.

# %%
is_violence = reports["true_topic"].str.startswith("Kekerasan")
violence = pd.DataFrame(
    {
        "Judul": reports["title"],
        "Topik menurut komputer": evaluation.predictions,
        "Peluang": confidence.map(format_share),
        "Kata peka": is_sensitive.map({True: "ada", False: "tidak ada"}),
        "Keputusan": decision,
    }
)
violence[is_violence].set_index("Judul")

# %% [markdown]
# Komputer hanya satu kali menyebut topik kekerasan; selebihnya topik pendidikan yang umum. Satu
# tebakan yang keliru hampir mencapai ambang: dengan ambang 0,6 dan tanpa daftar kata, laporan itu
# dipilah otomatis. Daftar kata pun tidak menangkap semuanya. Satu laporan tidak memuat kata peka;
# ia sampai ke petugas hanya karena peluangnya rendah. Enam laporan terlalu sedikit untuk menghitung
# bagian, tetapi cukup untuk satu pelajaran: jangan menutup jalan laporan ke petugas.

# %% [markdown]
# ## Latihan
#
# Gantilah tiga titik dengan jawaban Anda, lalu jalankan sel. Desimal ditulis dengan titik,
# misalnya 0.25. Jawaban berupa kata ditulis di antara tanda kutip.
#
# ### Latihan 1. Berapa label yang keliru?
#
# Hitunglah laporan yang label tercatatnya (`observed_topic`) berbeda dengan topik sebenarnya
# (`true_topic`).

# %% tags=["latihan"]
n_wrong_labels = (reports["observed_topic"] != reports["true_topic"]).sum()
check_answer("06", 1, n_wrong_labels)

# %% [markdown] tags=["petunjuk"]
# Bandingkan kedua kolom dengan tanda `!=` (tidak sama), lalu jumlahkan dengan `.sum()`.

# %% [markdown] tags=["kunci"]
# Sekitar enam dari seratus label keliru. Pada data nyata Anda tidak dapat menghitungnya secara
# langsung; dua petugas yang menilai laporan yang sama dapat memberi perkiraan.

# %% [markdown]
# ### Latihan 2. Ketepatan tanpa membaca
#
# Sebuah program yang sangat sederhana selalu memberi topik yang paling banyak dicatat, tanpa
# membaca laporan. Berapa ketepatannya terhadap label yang dicatat? Tulislah sebagai bagian dari
# semua laporan, antara 0 dan 1.

# %% tags=["latihan"]
lazy_share = labels.value_counts(normalize=True).max()
check_answer("06", 2, lazy_share)

# %% [markdown] tags=["petunjuk"]
# Carilah topik dengan laporan paling banyak, lalu bagilah jumlahnya dengan semua laporan.
#
# `labels.value_counts()` menghitung laporan per topik, yang terbanyak di atas.

# %% [markdown] tags=["kunci"]
# Inilah angka pembanding yang wajib disebut. Ketepatan sebuah program baru berarti bila berada di
# atas angka ini.

# %% [markdown]
# ### Latihan 3. Membaca tabel yang tertukar
#
# Laporan yang dicatat sebagai "Ketenagakerjaan" paling sering diberi topik lain apa oleh komputer?
# Tulislah nama topiknya.

# %% tags=["latihan"]
row = evaluation.confusion.loc["Ketenagakerjaan"].drop("Ketenagakerjaan")
most_confused = row.idxmax()
check_answer("06", 3, most_confused)

# %% [markdown] tags=["petunjuk"]
# Bacalah baris Ketenagakerjaan pada gambar di bagian 4, dan carilah angka terbesar di luar
# diagonal.
#
# Nomor kolom sama dengan nomor baris. Salinlah nama topik lengkap, di antara tanda kutip.

# %% [markdown] tags=["kunci"]
# Tunjangan guru, sertifikasi dosen, dan ijazah menyangkut kedua topik itu. Aturan tertulis akan
# membantu petugas dan komputer.

# %% [markdown]
# ### Latihan 4. Ambang lain
#
# Pimpinan mengusulkan ambang 0,55. Berapa bagian laporan yang dipilah otomatis (tanpa daftar kata
# peka)? Tulislah antara 0 dan 1.

# %% tags=["latihan"] step=0.02
proposed = 0.55
automatic_share = (confidence >= proposed).mean()
check_answer("06", 4, automatic_share)

# %% [markdown] tags=["petunjuk"]
# Hitunglah laporan yang peluangnya paling sedikit 0,55, lalu bagilah dengan semua laporan.
#
# `confidence >= 0.55` bernilai benar atau salah untuk setiap laporan; `.mean()` memberi bagian
# yang benar.

# %% [markdown] tags=["kunci"]
# Hasilnya berada di antara baris ambang 0,5 dan 0,6 pada tabel bagian 7.

# %% [markdown]
# ### Latihan 5. Laporan yang sampai ke petugas
#
# Dengan ambang 0,55 yang sama, berapa ketepatan komputer pada laporan yang **tidak** mencapai
# ambang? Tulislah antara 0 dan 1.

# %% tags=["latihan"] step=0.02
proposed = 0.55
below_share = is_right[confidence < proposed].mean()
check_answer("06", 5, below_share)

# %% [markdown] tags=["petunjuk"]
# Pilihlah laporan yang peluangnya di bawah 0,55, lalu hitunglah bagian yang topiknya cocok.
#
# `is_right[...]` memilih laporan; tulislah syaratnya di dalam kurung siku.

# %% [markdown] tags=["kunci"]
# Pada laporan ini tebakan komputer sering meleset. Tampilkan tebakan itu sebagai usul saja, bukan
# sebagai isian yang tinggal disetujui.

# %% [markdown]
# ### Latihan 6. Memilih cara uji
#
# Bulan depan sebuah layanan baru dibuka. Laporannya belum pernah ada. Cara uji mana yang menjawab
# pertanyaan "seberapa siap komputer kita"? Pilihlah: `"acak"` atau `"kelompok"` (keluarga
# dipisahkan).

# %% tags=["latihan"]
better_fit = "kelompok"
check_answer("06", 6, better_fit)

# %% [markdown] tags=["petunjuk"]
# Lihat kembali dua pertanyaan di bagian 6: laporan yang mirip laporan lama, atau jenis yang baru?

# %% [markdown] tags=["kunci"]
# Pada pembagian acak sebagian besar jenis laporan sudah dipelajari. Hanya uji dengan kelompok yang
# dipisahkan seluruhnya menyerupai keadaan dengan layanan baru.

# %% [markdown]
# ### Latihan 7. Siapa yang memutuskan?
#
# Masuk laporan: "Anak saya dipukul kakak kelas di sekolah dan guru diam saja". Peluang topik di
# atas ambang. Apa keputusannya? Pilihlah: `"otomatis"` atau `"perlu telaah petugas"`.

# %% tags=["latihan"]
who_decides = "perlu telaah petugas"
check_answer("06", 7, who_decides)

# %% [markdown] tags=["petunjuk"]
# Peluang bukan satu-satunya syarat. Apakah isi laporan ini peka?

# %% [markdown] tags=["kunci"]
# Laporan kekerasan terhadap anak selalu ditelaah petugas, dan segera. Peluang yang tinggi hanya
# berarti kata-katanya mirip dengan contoh lama.

# %% [markdown]
# ## Rangkuman
#
# 1. Komputer menghitung kata dan potongan huruf; ia tidak mengerti isi laporan.
# 2. Ketepatan keseluruhan dapat menyembunyikan topik kecil. Lihat juga rata-rata F1 antartopik.
# 3. Label yang keliru dan laporan yang kabur membatasi skor; 100 % tidak mungkin dicapai.
# 4. Skor yang terlalu tinggi perlu dicurigai. Ujilah dengan kelompok yang dipisahkan seluruhnya,
#    dan dengan kata-kata baru.
# 5. Komputer memberi usul. Laporan berpeluang rendah dan laporan peka perlu telaah petugas.
#
# ### Satu halaman untuk dibawa pulang
#
# * Minta dua petugas memberi topik pada 50 laporan yang sama, tanpa saling melihat. Catat bedanya.
# * Tulis satu aturan untuk dua topik yang paling sering tertukar.
# * Susun daftar kata dan jenis laporan peka yang tidak pernah dipilah otomatis, dengan persetujuan
#   pimpinan.
# * Bila ada yang menawarkan program dengan skor hampir 100 %, tanyakan: bagaimana datanya dibagi?
# * Tetapkan siapa yang memeriksa ulang sebagian hasil otomatis setiap bulan.
