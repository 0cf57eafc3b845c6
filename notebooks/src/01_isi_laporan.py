# %% [markdown]
# # 01 Apa saja isi sebuah laporan?
#
# **DATA SINTETIS, bukan kinerja sebenarnya.** Semua laporan di sini dibuat oleh program. Tidak ada
# pelapor sungguhan; nama orang, nomor, dan alamat di dalamnya rekaan. Kisahnya adalah studi kasus
# 2022 dengan nomenklatur saat itu. Nama instansi yang nyata hanya Kemenkumham dan
# Kemendikbudristek. lapor-lab bukan produk resmi KemenPANRB.
#
# Seorang warga menulis dua kalimat. Beberapa bulan kemudian, dua kalimat itu menjadi satu baris
# di dalam tabel dengan 26 kolom. Pelajaran ini membaca baris itu bersama-sama, kolom demi kolom.

# %% [markdown]
# ## Tujuan Pembelajaran
#
# Setelah pelajaran ini, Anda dapat:
#
# 1. menyebutkan bagian-bagian sebuah laporan dan siapa yang mengisinya;
# 2. menjelaskan apa yang dimuat ekspor resmi SP4N-LAPOR! dan apa yang tidak dimuat;
# 3. menentukan klasifikasi beserta batas waktunya, dan membaca status dengan benar;
# 4. membedakan laporan anonim dari laporan rahasia, dan sel kosong dari sebuah nilai;
# 5. menyebutkan apa yang kurang pada laporan yang kabur, dan menyamarkan data pribadi.

# %% [markdown]
# ## Alokasi Waktu
#
# 2 JP (90 menit): 55 menit uraian materi dan 35 menit latihan.

# %% [markdown]
# ## Prasyarat
#
# Tidak ada; ini pelajaran pertama. Anda tidak perlu pernah membuat program. Jalankan sel satu per
# satu dari atas dengan Shift+Enter. Sel berisi perintah yang sudah jadi; yang perlu Anda baca
# adalah hasilnya.

# %% [markdown]
# ## Uraian Materi
#
# Sel pertama menyiapkan alat dan data.

# %%
from dataclasses import replace

import matplotlib.pyplot as plt
import pandas as pd

from lapor_lab.calendar import load_calendar, load_limits
from lapor_lab.course import check_answer
from lapor_lab.exchange import load_sample
from lapor_lab.metrics import MEASURES, count_cases, estimate
from lapor_lab.plots import plot_counts
from lapor_lab.privacy import mask_text
from lapor_lab.schema import (
    ARCHIVED,
    CLOSED,
    FOLLOWED_UP,
    ReportClass,
    Status,
    format_count,
    format_date,
    format_number,
    format_share,
    label,
)

pd.set_option("display.max_colwidth", 400)
log = load_sample()
cases = log.cases
notice = label("notice.synthetic")
caption = label("notice.scenario", **log.provenance)
print(notice)
print(f"{format_count(len(cases))} laporan, {cases['institution'].nunique()} instansi")
print(f"Data per tanggal {format_date(log.as_of)}")

# %% [markdown]
# ### 1. Satu laporan dari atas ke bawah
#
# Sebelum satu teks pun ditampilkan, laporan rahasia disisihkan. Alasannya ada di bagian 6. Kemudian
# kita ambil satu laporan.

# %%
is_confidential = cases["is_confidential"].fillna(value=True)
readable = cases[~is_confidential].set_index("case_id")
report = readable.loc["SIM-325231070000044"]
entered_at = report["submitted_at"]
parts = [
    ("Tracking ID", report.name, "sistem"),
    ("Tanggal dan waktu masuk", f"{format_date(entered_at)}, {entered_at:%H.%M}", "sistem"),
    ("Sumber", report["channel"], "sistem"),
    ("Tipe", "Anonim" if report["is_anonymous"] else "bukan Anonim", "pelapor"),
    ("Judul", report["title"], "pelapor, dirapikan admin"),
    ("Isi", report["text"], "pelapor, dirapikan admin"),
    ("Wilayah", f"{report['regency']}, {report['province']}", "pelapor"),
    ("Klasifikasi", report["report_class"], "admin"),
    ("Kategori", report["topic"], "admin"),
    ("Instansi induk", report["institution"], "admin"),
    ("Instansi terdisposisi", report["unit"], "admin"),
    ("Status", report["status"], "sistem, mengikuti tindakan terakhir"),
    ("Alasan tunda atau arsip", report["archive_reason"], "admin"),
    ("Rating", report["rating"], "pelapor"),
]
anatomy = pd.DataFrame(parts, columns=["Bagian", "Isian", "Diisi oleh"]).set_index("Bagian")
anatomy.fillna({"Isian": "(kosong)"}).rename_axis(columns=notice)

# %% [markdown]
# Bacalah kolom terakhir. Laporan bukan hanya suara pelapor. Sebagian isinya adalah **keputusan
# admin**: klasifikasi, kategori, dan instansi tujuan. Bila keputusan itu keliru, angka yang
# dihitung darinya ikut keliru.
#
# Tiga hal yang sering disalahpahami:
#
# * **Tracking ID** adalah nomor, bukan hitungan. Nomor 9.000.000 tidak berarti ada sembilan juta
#   laporan. Pada data sintetis nomornya selalu diawali `SIM-`.
# * **Instansi induk** adalah kementerian, lembaga, atau pemerintah daerah. **Instansi
#   terdisposisi** adalah unit yang menerima laporan itu.
# * **Jam masuk** pada ekspor belum tentu jam di kantor Anda. Cocokkan dahulu dengan satu laporan
#   yang Anda ketahui jamnya.

# %% [markdown]
# ### 2. Isi awal dan isi akhir
#
# Ekspor resmi menyimpan isi laporan dua kali. **Isi awal** ditulis pelapor. **Isi akhir** adalah
# teks setelah admin menyesuaikannya saat verifikasi. Contoh berikut karangan.

# %%
pd.DataFrame(
    {
        "Isi awal": [
            "lapor min",
            "bansos dipotong 50rb tiap cair, di balai desa, dr juni. tlg dicek",
        ],
        "Isi akhir": [
            "Pemotongan Bantuan Sembako",
            "Bantuan dipotong Rp50.000 setiap pencairan di balai desa sejak Juni. Mohon dicek.",
        ],
    },
    index=["Judul", "Isi"],
).rename_axis(index="Bagian", columns=notice)

# %% [markdown]
# Admin merapikan ejaan dan judul. Admin tidak mengubah maksud, tidak menambah fakta, dan tidak
# menghapus keluhan. Data contoh kita hanya mempunyai satu teks untuk setiap laporan.

# %% [markdown]
# ### 3. Apa yang dimuat ekspor resmi?
#
# Inilah 26 kolom yang diketahui, dikelompokkan menurut kegunaannya:
#
# * **Identitas laporan**: Tracking ID · Tanggal Laporan Masuk · Waktu Laporan Masuk
# * **Pelapor dan sumber**: Nama Pelapor · Tipe Laporan (Anonim/Rahasia) · Sumber Laporan
# * **Isi**: Judul Laporan · Isi Laporan Awal · Isi Laporan Akhir
# * **Klasifikasi dan kategori**: Klasifikasi Laporan · ID Kategori · Kategori
# * **Penanganan**: Instansi Induk · ID Instansi Terdisposisi · Instansi Terdisposisi · Status
#   Laporan · Alasan Tunda/Arsip
# * **Wilayah**: Provinsi · Kota/Kabupaten · Kecamatan · Kelurahan
# * **Penilaian**: Rating
# * **Lainnya**: Nomor SK · Url SK · Url Dokumen Laporan Tahunan · Laporan yang Masuk melalui Kanal
#   Aduan Setwapres
#
# Daftar ini berasal dari program pembaca ekspor yang terbit untuk umum. Berkas Anda dapat memuat
# kolom lain. Di atas baris judul biasanya ada beberapa baris keterangan. Kolom Nama Pelapor berarti
# berkas ini memuat data pribadi: jangan mengirimkannya lewat percakapan.
#
# **Yang tidak dimuat:** waktu verifikasi, waktu disposisi, waktu tindak lanjut pertama, dan waktu
# laporan ditutup. Riwayat salah disposisi juga tidak ada. Hanya waktu masuk yang tercatat.
#
# Apa akibatnya? Kita hitung ukuran yang sama dua kali pada satu instansi: dengan data lengkap, lalu
# setelah kolom waktu itu dihapus seperti pada ekspor.

# %%
unknown_to_export = [
    *["verified_at", "responded_at", "completed_at", "closed_at", "deadline_at"],
    *["closed_by", "n_transfers", "n_reopens", "duplicate_of"],
]
as_exported = replace(log, cases=cases.drop(columns=unknown_to_export), events=None)
chosen = {
    "followed_up_share": "status",
    "closed_share": "status",
    "mean_rating": "rating",
    "first_follow_up_median_days": "waktu tindak lanjut pertama",
    "completion_median_days": "waktu tuntas",
    "misrouted_share": "riwayat disposisi",
}
measures = [measure for measure in MEASURES if measure.id in chosen]
told = {
    name: estimate(count_cases(source), measures)
    .query("institution == 'Kementerian A'")
    .set_index("measure")["availability"]
    for name, source in {"Data lengkap": log, "Seperti ekspor resmi": as_exported}.items()
}
available = pd.DataFrame(told).loc[list(chosen)]
available.insert(0, "Memerlukan", pd.Series(chosen))
available = available.rename(index=lambda name: label(f"measure.{name}"))
available.rename_axis(index="Ukuran", columns=notice)

# %% [markdown]
# **Tidak tersedia bukan nol.** Kecepatan tidak dapat dihitung dari satu ekspor saja, dan lapor-lab
# tidak mengarangnya. Untuk beberapa ukuran paling jauh dapat disebut batas bawah dan batas atasnya
# ("hanya batas"), dan jaraknya biasanya terlalu lebar untuk dipakai.
#
# Bila pimpinan menanyakan kecepatan, jawabannya: "Data ini belum memuat waktu tindak lanjut."
# Pelajaran 03 memakai data yang memuat waktu setiap langkah.

# %% [markdown]
# ### 4. Klasifikasi menentukan batas waktu
#
# Pelapor memilih Pengaduan, Aspirasi, atau Permintaan Informasi. Saat verifikasi, admin menetapkan
# satu dari empat klasifikasi. Arti berikut kami tulis dengan kata sendiri; contohnya karangan (DATA
# SINTETIS).
#
# * **Pengaduan Berkadar Pengawasan**: ada dugaan penyimpangan atau penyalahgunaan wewenang,
#   sehingga perlu pemeriksaan. "Petugas loket meminta uang di luar tarif."
# * **Pengaduan Tidak Berkadar Pengawasan**: keluhan tentang layanan, tanpa dugaan penyimpangan.
#   "Kuota antrean paspor selalu habis."
# * **Permintaan Informasi**: pertanyaan. "Apa syarat penyetaraan ijazah?"
# * **Aspirasi**: usul, saran, atau apresiasi. "Sebaiknya loket dibuka sampai sore."
#
# Laporan di bagian 1 masuk pada 24 Oktober 2021. Sampai kapan laporan itu harus tuntas? Jawabannya
# bergantung pada klasifikasinya.

# %%
classes = [report_class.value for report_class in ReportClass]
limit_days = load_limits().days("completed", classes, entered_at)
last_days = load_calendar().add_working_days(entered_at, limit_days)
deadlines = {
    "Batas penyelesaian (hari kerja)": limit_days,
    "Hari terakhir": [format_date(pd.Timestamp(day)) for day in last_days],
}
pd.DataFrame(deadlines, index=classes).rename_axis(index="Klasifikasi", columns=notice)

# %% [markdown]
# Batas ini dipakai lapor-lab untuk laporan tahun 2021. Batas Aspirasi tidak ditemukan sumbernya: 14
# hari kerja adalah **asumsi**. Dasar setiap batas dibahas pada pelajaran 03.
#
# Laporan kita dicatat sebagai Pengaduan Berkadar Pengawasan. Namun isinya keluhan tentang blangko
# yang habis, tanpa dugaan penyimpangan. Petugas lain mungkin memilih Pengaduan Tidak Berkadar
# Pengawasan. Pilihan itu menggeser hari terakhir lebih dari dua bulan, dan juga menentukan siapa
# yang memeriksa.
#
# Berapa laporan pada setiap klasifikasi?

# %%
class_counts = cases["report_class"].value_counts().reindex(classes)
class_counts[None] = cases["report_class"].isna().sum()
plot_counts(class_counts, is_synthetic=True, caption=caption)
plt.show()

# %%
by_class = pd.DataFrame({"Laporan": class_counts.map(format_count)})
by_class[f"Bagian dari {format_count(len(cases))}"] = (class_counts / len(cases)).map(format_share)
by_class.index = by_class.index.fillna("(kosong)")
by_class.rename_axis(index="Klasifikasi", columns=notice)

# %% [markdown]
# Angka ini hitungan lengkap atas berkas contoh, bukan perkiraan. Karena itu tidak ada selang
# kepercayaan di sampingnya; selang dibahas pada pelajaran 03 dan 04.
#
# Baris terakhir adalah laporan **tanpa klasifikasi**. Bagi laporan ini batas penyelesaian tidak
# dapat ditentukan, sehingga tidak dapat disebut tepat waktu dan tidak dapat disebut terlambat.
#
# Pada data sintetis klasifikasi diundi dan tidak mengikuti isi teks. Jangan menilai kecermatan
# admin dari data ini.

# %% [markdown]
# ### 5. Status: sampai di mana laporan ini?
#
# Ada banyak status. Untuk dihitung, semuanya masuk ke dalam empat kelompok. Artinya kami tulis
# dengan kata sendiri.

# %%
group_of = dict.fromkeys(Status, "belum")
group_of |= dict.fromkeys(FOLLOWED_UP, "dalam proses")
group_of |= dict.fromkeys(CLOSED, "selesai")
group_of |= dict.fromkeys(ARCHIVED, "arsip")
meaning = {
    Status.UNVERIFIED: "baru masuk, isi belum diperiksa admin",
    Status.VERIFIED: "isi sudah diperiksa, belum diteruskan",
    Status.ON_HOLD: "ditunda; pelapor diminta melengkapi",
    Status.DISPOSED: "sudah diteruskan ke unit, belum ada tindak lanjut",
    Status.FOLLOWED_UP: "unit sudah memberi tindak lanjut; menunggu tanggapan pelapor",
    Status.REPORTER_REPLIED: "pelapor membalas; unit perlu menindaklanjuti lagi",
    Status.CLOSED_BY_ADMIN: "ditutup admin",
    Status.CLOSED_BY_SYSTEM: "tidak ada balasan setelah tindak lanjut; ditutup otomatis",
    Status.CLOSED_BY_REPORTER: "ditutup pelapor sendiri",
    Status.ARCHIVED_BY_ADMIN: "tidak diteruskan; alasannya dicatat",
    Status.ARCHIVED_BY_SYSTEM: "tidak diteruskan; dihentikan otomatis",
    Status.ARCHIVED_BY_REPORTER: "ditarik kembali oleh pelapor",
    Status.BLOCKED: "isi tidak layak ditampilkan",
}
status_counts = cases["status"].value_counts()
pd.DataFrame(
    [
        (status.value, group_of[status], words, status_counts.get(status.value, default=0))
        for status, words in meaning.items()
    ],
    columns=["Status", "Kelompok", "Artinya", "Laporan"],
).set_index("Status").rename_axis(columns=notice)

# %% [markdown]
# Perhatikan tiga hal:
#
# * **Terdisposisi** masih **belum** ditindaklanjuti. Meneruskan laporan bukan tindak lanjut.
# * **Ditanggapi oleh Pelapor** adalah tanggapan pelapor, bukan jawaban instansi.
# * **Ditutup oleh Sistem** dihitung selesai. Itu berarti pelapor tidak membalas, belum tentu bahwa
#   pelapor puas.
#
# Status yang berjumlah 0 tidak ada di dalam berkas ini; pada data lain dapat muncul. Sebagian rekap
# hanya menulis Selesai atau Diarsipkan, tanpa menyebut oleh siapa.

# %%
groups = ["selesai", "dalam proses", "belum", "arsip"]
group_counts = cases["status"].map(group_of).value_counts().reindex(groups)
plot_counts(group_counts, is_synthetic=True, caption=caption)
plt.show()

# %%
by_group = pd.DataFrame({"Laporan": group_counts.map(format_count)})
by_group[f"Bagian dari {format_count(len(cases))}"] = (group_counts / len(cases)).map(format_share)
by_group.rename_axis(index="Kelompok status", columns=notice)

# %% [markdown]
# Dalam angka resmi, **sudah ditindaklanjuti** adalah selesai **ditambah** dalam proses. **%
# selesai** hanya menghitung yang selesai. Keduanya dibagi semua laporan masuk, termasuk arsip.
# Kedua angka benar menurut definisinya.
#
# Mengapa laporan diarsipkan?

# %%
reason_counts = cases["archive_reason"].value_counts()
pd.DataFrame({"Laporan": reason_counts}).rename_axis(index="Alasan arsip", columns=notice)

# %% [markdown]
# Hanya laporan yang diarsipkan yang mempunyai alasan. "Duplikat" adalah istilah lapor-lab; alasan
# lainnya mengikuti panduan admin. Alasan seperti "Terlalu umum" patut diperiksa kembali: mungkin
# pelapor cukup ditanya (bagian 8).

# %% [markdown]
# ### 6. Anonim tidak sama dengan rahasia
#
# | Tipe | Yang disembunyikan | Siapa yang membaca isi laporan |
# |---|---|---|
# | Anonim | **nama** pelapor | umum dapat membaca isinya |
# | Rahasia | **seluruh laporan** | hanya pelapor dan instansi |
#
# Satu laporan boleh memakai keduanya.

# %%
kinds = {
    (False, False): "bukan keduanya",
    (True, False): "Anonim saja",
    (False, True): "Rahasia saja",
    (True, True): "Anonim dan Rahasia",
}
sizes = cases.groupby(["is_anonymous", "is_confidential"]).size()
type_counts = pd.Series({name: sizes[kind] for kind, name in kinds.items()})
plot_counts(type_counts, is_synthetic=True, caption=caption)
plt.show()

# %%
by_type = pd.DataFrame({"Laporan": type_counts.map(format_count)})
by_type["Teks boleh ditampilkan"] = ["ya, disamarkan"] * 2 + ["tidak"] * 2
by_type.rename_axis(index="Tipe", columns=notice)

# %% [markdown]
# **Teks laporan rahasia tidak pernah ditampilkan**, juga tidak di ruang pelatihan, di paparan, atau
# sebagai contoh. Laporan rahasia tetap ikut dihitung, karena jumlah tidak membuka isi. Itulah
# sebabnya bagian 1 menyisihkannya lebih dahulu. Bila kolom tipe kosong, perlakukan laporan itu
# sebagai rahasia.
#
# Laporan rahasia juga tidak tampil di situs. Maka angka yang dihitung dari situs tidak mewakili
# semua laporan.

# %% [markdown]
# ### 7. Kosong adalah kosong
#
# Sel kosong dapat berarti tiga hal: belum terjadi, tidak berlaku, atau tidak dicatat.

# %%
empty_because = {
    "report_class": ("Klasifikasi", "tidak dicatat"),
    "topic": ("Kategori", "tidak dicatat"),
    "unit": ("Instansi terdisposisi", "tidak atau belum diteruskan ke unit"),
    "archive_reason": ("Alasan arsip", "tidak berlaku: laporan tidak diarsipkan"),
    "closed_at": ("Waktu ditutup", "belum terjadi, atau diarsipkan"),
    "rating": ("Rating", "pelapor tidak menilai"),
}
pd.DataFrame(
    [
        (name, format_count(cases[column].isna().sum()), why)
        for column, (name, why) in empty_because.items()
    ],
    columns=["Bagian", "Kosong", "Mengapa"],
).set_index("Bagian").rename_axis(columns=notice)

# %% [markdown]
# Kategori kosong **bukan kategori**. Ia berbeda dari Topik Lainnya: Topik Lainnya dipilih oleh
# admin, sedangkan kosong berarti tidak ada yang memilih.

# %%
topic_counts = cases["topic"].value_counts()
topic_counts[None] = cases["topic"].isna().sum()
plot_counts(topic_counts, is_synthetic=True, caption=caption)
plt.show()

# %%
n_named = cases["topic"].notna().sum()
by_topic = pd.DataFrame({"Laporan": topic_counts})
by_topic[f"Bagian dari semua ({format_count(len(cases))})"] = topic_counts / len(cases)
by_topic[f"Bagian dari yang berkategori ({format_count(n_named)})"] = topic_counts / n_named
by_topic.loc[by_topic.index.isna(), by_topic.columns[-1]] = float("nan")
by_topic.index = by_topic.index.fillna("(kosong)")
shares = dict.fromkeys(by_topic.columns[1:], format_share)
by_topic.assign(**{name: by_topic[name].map(show) for name, show in shares.items()}).rename_axis(
    index="Kategori", columns=notice
)

# %% [markdown]
# Dua kolom terakhir berbeda karena penyebutnya berbeda. Keduanya boleh dipakai, asal penyebutnya
# ditulis. Yang tidak boleh: membuang yang kosong tanpa menyebutkannya, atau menamainya "lainnya".
#
# Pada data sungguhan, jumlah 1 sampai 4 sebaiknya tidak diterbitkan. Orang di balik laporan yang
# sangat sedikit mudah dikenali.
#
# Hal yang sama berlaku untuk rating. Bila yang kosong diisi nol, pelapor yang diam dianggap memberi
# nilai terendah:

# %%
n_rated = cases["rating"].notna().sum()
mean_rating = cases["rating"].mean()
mean_with_zeros = cases["rating"].fillna(0).mean()
print(f"Dinilai oleh {n_rated} dari {format_count(len(cases))} pelapor")
print(f"Rata-rata dari yang menilai: {format_number(mean_rating)} (skala 1 sampai 5)")
print(f"Bila yang kosong diisi nol: {format_number(mean_with_zeros)} (keliru)")

# %% [markdown]
# ### 8. Membaca laporan langkah demi langkah
#
# Ajukan lima pertanyaan kepada setiap laporan: **apa** masalahnya, **di mana**, **sejak kapan**,
# **layanan mana** yang dikeluhkan, dan **apa yang diminta**. Inilah laporan dari bagian 1 dan
# sebuah laporan lain.

# %%
clear_and_vague = readable.loc[["SIM-325231070000044", "SIM-799611820000034"], ["title", "text"]]
clear_and_vague.columns = ["Judul", "Isi"]
clear_and_vague.rename_axis(index="Tracking ID", columns=notice)

# %% [markdown]
# | Pertanyaan | Laporan pertama | Laporan kedua |
# |---|---|---|
# | Apa masalahnya? | blangko habis, sehingga pemohon harus ke kota lain | **tidak disebut** |
# | Di mana? | jalan dan kabupaten disebut | pos ronda dan alamat rumah; kantornya tidak disebut |
# | Sejak kapan? | triwulan lalu | **tidak disebut** |
# | Layanan mana? | paspor elektronik | **tidak disebut** |
# | Apa yang diminta? | agar keluhan itu diperhatikan | penjelasan resmi, entah tentang apa |
#
# Laporan pertama pendek, tetapi sudah cukup untuk diteruskan. Laporan kedua tidak salah. Pelapor
# hanya belum selesai bercerita. Tiga langkah admin:
#
# 1. Jangan menebak. Kategori yang ditebak tampak lengkap, padahal keliru.
# 2. Tunda, lalu tanyakan yang kurang, dengan pertanyaan yang dapat dijawab: "Layanan apa, di kantor
#    mana, dan kapan terakhir Anda datang?" Statusnya menjadi Menunggu Kelengkapan Informasi.
# 3. Arsipkan hanya bila tetap tidak jelas, dan catat alasannya.
#
# Jangan meminta NIK atau nomor rekening di kolom balasan bila tidak diperlukan.

# %% [markdown]
# ### 9. Data pribadi di dalam teks
#
# Lihat kembali laporan pertama. Tipenya **Anonim**, tetapi kalimat pertamanya menyebut nama.
# Laporan kedua memuat alamat rumah. Tanda Anonim menyembunyikan kolom nama, bukan isi teks. Pelapor
# juga menulis NIK, nomor telepon, atau surel, kadang milik orang lain.
#
# UU 27/2022 tentang Pelindungan Data Pribadi mewajibkan data itu dilindungi. Karena itu teks
# disamarkan **sebelum** ditampilkan, dibagikan, atau dipakai untuk melatih komputer. Baris pertama
# berikut karangan; dua baris lainnya adalah laporan di bagian 8.

# %%
typed = (
    "Saya Laswi Hidayanto, HP 0812-0000-0000, surel laswi@contoh.example. "
    "Anak saya sakit jantung. Mohon kartu berobatnya diaktifkan."
)
before = pd.Series([typed, *clear_and_vague["Isi"]], index=["karangan", "pertama", "kedua"])
masked = pd.DataFrame({"Sebelum": before, "Sesudah disamarkan": before.map(mask_text)})
masked.rename_axis(index="Laporan", columns=notice)

# %% [markdown]
# Keluhannya tetap terbaca. Nama, nomor telepon, surel, dan alamat diganti dengan penanda.
# Keterangan kesehatan termasuk **data pribadi yang bersifat spesifik**; seluruh kalimatnya diganti.
#
# Penyamaran bukan jaminan. Aturan hanya mengenali bentuk dan penanda. Julukan, nama tanpa penanda,
# atau kejadian yang hanya mungkin dialami satu orang tetap tertinggal. Bacalah sekali lagi sebelum
# memakai teks, dan perlakukan teks yang sudah disamarkan tetap sebagai data pribadi: jangan
# diterbitkan.

# %% [markdown]
# ## Latihan
#
# Gantilah tiga titik dengan jawaban Anda, lalu jalankan sel. Desimal ditulis dengan titik, misalnya
# 0.25. Jawaban berupa kata ditulis di antara tanda kutip.
#
# ### Latihan 1. Memilih klasifikasi
#
# Bacalah laporan ini.

# %%
doubtful = readable.loc[["SIM-105622170000125"], ["title", "text", "report_class"]]
doubtful.columns = ["Judul", "Isi", "Klasifikasi yang dicatat"]
doubtful.rename_axis(index="Tracking ID", columns=notice)

# %% [markdown]
# Klasifikasi mana yang lebih tepat? Tulislah salah satu dari empat nama pada bagian 4.

# %% tags=["latihan"]
better_class = "Permintaan Informasi"
check_answer("01", 1, better_class)

# %% [markdown] tags=["petunjuk"]
# Apakah pelapor mengeluh, mengusulkan, atau bertanya?
#
# Salinlah nama klasifikasi lengkap, di antara tanda kutip.

# %% [markdown] tags=["kunci"]
# Pelapor bertanya tentang hari buka dan nomor kontak. Batas penyelesaiannya berubah dari 60 menjadi
# 5 hari kerja. Pertanyaan sederhana memang patut dijawab lebih cepat.

# %% [markdown]
# ### Latihan 2. Menghitung yang belum
#
# Berapa laporan yang **belum** ditindaklanjuti dan tidak diarsipkan?

# %% tags=["latihan"]
n_waiting = cases["status"].map(group_of).eq("belum").sum()
check_answer("01", 2, n_waiting)

# %% [markdown] tags=["petunjuk"]
# Lihat kelompok "belum" di bagian 5. Status apa saja yang termasuk di dalamnya?

# %% [markdown] tags=["kunci"]
# Termasuk di dalamnya Terdisposisi dan Menunggu Kelengkapan Informasi. Sebagian publikasi menulis
# yang ditunda secara terpisah; bacalah selalu definisinya.

# %% [markdown]
# ### Latihan 3. Rata-rata tanpa yang kosong
#
# Lima laporan mendapat rating 5, 4, kosong, 3, dan kosong. Berapa rata-ratanya?

# %% tags=["latihan"]
ratings = pd.Series([5, 4, None, 3, None])
average = float(ratings.mean())
check_answer("01", 3, average)

# %% [markdown] tags=["petunjuk"]
# Jumlahkan rating yang ada, lalu bagilah dengan banyaknya rating yang ada.

# %% [markdown] tags=["kunci"]
# Tulislah lengkap: "rata-rata 4,0 dari 3 laporan yang dinilai; 2 laporan tidak dinilai". Dengan
# nol, hasilnya 2,4 dan menyesatkan.

# %% [markdown]
# ### Latihan 4. Anonim, tetapi boleh dibaca
#
# Untuk pelatihan Anda memerlukan teks laporan **anonim** yang boleh ditampilkan setelah disamarkan.
# Berapa laporan yang tersedia?

# %% tags=["latihan"]
is_usable = cases["is_anonymous"] & ~is_confidential
n_usable = is_usable.sum()
check_answer("01", 4, n_usable)

# %% [markdown] tags=["petunjuk"]
# Laporan yang anonim sekaligus rahasia tidak boleh ditampilkan. Lihat tabel di bagian 6.

# %% [markdown] tags=["kunci"]
# Anonim saja belum cukup; tanda Rahasia diperiksa lebih dahulu. Setelah itu teksnya tetap
# disamarkan.

# %% [markdown]
# ### Latihan 5. Batas sebuah ekspor
#
# Anda hanya memegang ekspor resmi. Pertanyaan mana yang **dapat** dijawab? Pilihlah `"a"`, `"b"`,
# atau `"c"`.
#
# * a. "Berapa hari kerja sampai tindak lanjut pertama?"
# * b. "Berapa laporan pada setiap klasifikasi yang berstatus selesai?"
# * c. "Berapa kali laporan salah disposisi?"

# %% tags=["latihan"]
answerable = "b"
check_answer("01", 5, answerable)

# %% [markdown] tags=["petunjuk"]
# Untuk setiap pertanyaan, sebutkan kolom yang diperlukan. Apakah kolom itu ada di antara 26 kolom?

# %% [markdown] tags=["kunci"]
# Klasifikasi dan status dimuat. Waktu tindak lanjut dan riwayat disposisi tidak dimuat.

# %% [markdown]
# ### Latihan 6. Laporan yang kabur
#
# Contoh karangan (DATA SINTETIS): "Pelayanannya lambat sekali. Tolong diperbaiki, terima kasih."
# Apa yang pertama dilakukan admin? Pilihlah `"a"`, `"b"`, atau `"c"`.
#
# * a. Memilih kategori yang paling sering, agar kolomnya terisi.
# * b. Mengarsipkan dengan alasan "Terlalu umum".
# * c. Menunda, lalu bertanya: layanan apa, di kantor mana, dan kapan.

# %% tags=["latihan"]
first_step = "c"
check_answer("01", 6, first_step)

# %% [markdown] tags=["petunjuk"]
# Periksa lima pertanyaan di bagian 8. Siapa yang mengetahui jawaban yang kurang?

# %% [markdown] tags=["kunci"]
# Hanya permintaannya yang jelas. Yang mengetahui sisanya adalah pelapor. Menebak membuat data
# tampak rapi tetapi keliru; mengarsipkan menutup keluhan yang mungkin penting.

# %% [markdown]
# ## Rangkuman
#
# 1. Laporan memuat suara pelapor dan keputusan admin. Keduanya dapat diperiksa.
# 2. Ekspor resmi memuat 26 kolom dan hanya satu waktu: waktu masuk. Kecepatan tidak dapat dihitung
#    darinya; tidak tersedia bukan nol.
# 3. Klasifikasi menentukan batas waktu. Status dibaca dalam empat kelompok: selesai, dalam proses,
#    belum, arsip.
# 4. Anonim menyembunyikan nama, rahasia menyembunyikan laporan. Teks rahasia tidak pernah
#    ditampilkan.
# 5. Kosong adalah kosong. Laporan yang kabur ditanyakan, bukan ditebak. Data pribadi disamarkan
#    sebelum teks ditampilkan.
#
# ### Satu halaman untuk dibawa pulang
#
# * Buka satu ekspor instansi Anda. Hitung sel kosong pada Klasifikasi dan Kategori; catat per
#   tanggal berapa.
# * Simpan setiap ekspor dengan tanggalnya, dan jangan menimpa yang lama. Perubahan status hanya
#   terlihat bila dua ekspor dapat dibandingkan.
# * Ambil sepuluh laporan yang diarsipkan karena "Terlalu umum". Mana yang cukup ditanyakan?
# * Minta dua petugas menetapkan klasifikasi untuk 20 laporan yang sama. Catat bedanya.
# * Pastikan tidak ada teks rahasia atau nama pelapor di dalam paparan Anda.
