# %% [markdown]
# # 03 Seberapa cepat laporan ditindaklanjuti?
#
# **DATA SINTETIS, bukan kinerja sebenarnya.** Semua laporan di sini dibuat oleh program. Kisahnya
# adalah studi kasus 2022 dengan nomenklatur saat itu. Nama instansi yang nyata hanya Kemenkumham
# dan Kemendikbudristek; angka keduanya di sini adalah angka model. Bukan hasil evaluasi resmi
# KemenPANRB maupun penilaian Ombudsman RI. lapor-lab bukan produk resmi KemenPANRB.
#
# "Berapa lama laporan kita ditindaklanjuti?" Pertanyaan pimpinan ini pendek. Jawabannya bergantung
# pada tiga hal: jam mana yang dipakai, laporan mana yang dihitung, dan rumus mana yang ditulis.
# Pelajaran ini menghitung kecepatan sepuluh instansi tanpa menyusun peringkat.

# %% [markdown]
# ## Tujuan Pembelajaran
#
# Setelah pelajaran ini, Anda dapat:
#
# 1. menyebutkan jam yang berjalan pada sebuah laporan, batas waktunya, dan dasarnya;
# 2. menghitung hari kerja dengan hari libur dan cuti bersama;
# 3. menulis sebuah persentase lengkap dengan pembilang, penyebut, dan selang kepercayaannya;
# 4. menghitung median dengan mengikutsertakan laporan yang belum ditindaklanjuti;
# 5. membedakan % sudah ditindaklanjuti dari % selesai, dan membaca grafik tanpa menyusun peringkat.

# %% [markdown]
# ## Alokasi Waktu
#
# 2 JP (90 menit): 45 menit uraian materi dan 45 menit latihan.

# %% [markdown]
# ## Prasyarat
#
# Pelajaran 01 (isi sebuah laporan) dan pelajaran 02 (alur tindak lanjut). Anda tidak perlu pernah
# membuat program. Jalankan sel satu per satu dari atas dengan Shift+Enter.

# %% [markdown]
# ## Uraian Materi
#
# Sel pertama menyiapkan alat dan data.

# %%
from datetime import date

import matplotlib.pyplot as plt
import pandas as pd

from lapor_lab.calendar import load_calendar, load_limits
from lapor_lab.comparison import find_measure
from lapor_lab.course import check_answer
from lapor_lab.exchange import load_sample, sample_path
from lapor_lab.metrics import count_cases, estimate, outcomes
from lapor_lab.plots import plot_estimates, plot_survival
from lapor_lab.schema import (
    format_count,
    format_date,
    format_estimate,
    format_estimate_interval,
    format_number,
    label,
)
from lapor_lab.stats import kaplan_meier, survival_at

pd.set_option("display.max_colwidth", 90)
log = load_sample()
n_institutions = log.cases["institution"].nunique()
print(f"{format_count(len(log.cases))} laporan sintetis, {n_institutions} instansi")
print(f"Data per tanggal {format_date(log.as_of)}")

# %% [markdown]
# ### 1. Jam apa saja yang berjalan?
#
# Bayangkan empat jam dinding. Tiga jam mulai berjalan bersama-sama ketika laporan masuk. Jam
# keempat mulai berjalan setelah tindak lanjut.
#
# | Jam | Berhenti ketika | Batas |
# |---|---|---|
# | Verifikasi | admin selesai memverifikasi | 3 hari kerja |
# | Tindak lanjut pertama | instansi memberi tindak lanjut pertama | 5 hari kerja |
# | Penyelesaian | laporan tuntas | 5, 14, atau 60 hari kerja menurut klasifikasi |
# | Tutup otomatis | pelapor membalas; bila tidak, sistem menutup laporan | 10 hari kerja |
#
# Begitulah lapor-lab menghitung. Jam yang satu tidak menjelaskan yang lain: laporan dapat
# diverifikasi hari itu juga dan baru tuntas dua bulan kemudian. Maka sebutlah selalu jam mana yang
# dimaksud.

# %% [markdown]
# **Batasnya dalam hari kerja.** Hari masuk tidak dihitung; hari selesai dihitung. Sabtu, Minggu,
# hari libur nasional, dan cuti bersama bukan hari kerja. Sebuah laporan masuk pada Jumat, 13 Maret
# 2026. Inilah hari Senin sampai Jumat sesudahnya:

# %%
calendar = load_calendar()
weekdays = pd.bdate_range("2026-03-16", "2026-03-27")
reasons = {pd.Timestamp(entry.day): entry.name for entry in calendar.non_working.days}
is_working = calendar.is_working_day(weekdays.to_numpy())
pd.DataFrame(
    {
        "Tanggal": [format_date(day) for day in weekdays],
        "Keterangan": [reasons.get(day, "") for day in weekdays],
        "Hari kerja ke-": pd.Series(is_working.cumsum()).where(is_working, "–"),
    }
).set_index("Tanggal")

# %%
n_calendar_days = (pd.Timestamp("2026-03-27") - pd.Timestamp("2026-03-13")).days
n_working_days = int(calendar.working_days("2026-03-13", "2026-03-27"))
print(f"13 sampai 27 Maret 2026: {n_calendar_days} hari kalender, {n_working_days} hari kerja")

# %% [markdown]
# Dua minggu kalender ternyata hanya berisi lima hari kerja. Dengan batas 5 hari kerja, tindak
# lanjut pada 27 Maret 2026 masih tepat waktu. Program yang lupa cuti bersama akan menyebutnya
# terlambat.

# %% [markdown]
# **Dari mana batasnya?** Tabel berikut berlaku untuk laporan yang masuk pada tanggal data kita.

# %%
limits = load_limits()
limit_names = {
    "stage": "Jam",
    "report_class": "Klasifikasi",
    "days": "Hari kerja",
    "legal_base": "Dasar hukum",
    "source": "Nilai dibaca dari",
}
in_force = pd.DataFrame(list(limits.in_force(log.as_of.date())))
in_force["stage"] = ("stage." + in_force["stage"]).map(label)
in_force["report_class"] = in_force["report_class"].replace("", "semua")
in_force[list(limit_names)].rename(columns=limit_names).set_index("Jam")

# %% [markdown]
# Bacalah kolom terakhir. Naskah pasalnya belum dilihat penyusun; nilainya dibaca dari sumber itu.
# Batas untuk Aspirasi tidak ditemukan, sehingga 14 hari kerja adalah **asumsi**. Periksalah kembali
# dengan bagian hukum sebelum angka ini dipakai di luar pelatihan.
#
# Aturan berganti, dan laporan tunduk pada aturan yang berlaku ketika ia masuk:

# %%
days = [date(2017, 3, 13), date(2022, 8, 15), date(2026, 3, 13)]
is_unverified = limits.is_unverified(days)
pd.DataFrame(
    {
        "Laporan masuk": [format_date(day) for day in days],
        "Dasar hukum": [limits.in_force(day)[0].legal_base for day in days],
        "Nilai diperiksa terhadap sumbernya": ["belum" if x else "sudah" for x in is_unverified],
    }
).set_index("Laporan masuk")

# %% [markdown]
# Untuk aturan yang belum diperiksa, lapor-lab memakai nilai PermenPANRB 62/2018 dan menandainya
# "belum diverifikasi". Contoh Maret 2026 tadi termasuk di dalamnya. Tanggal mulai berlaku setiap
# aturan pun pilihan penyusun, karena belum terlihat. Data pelajaran ini seluruhnya berada di bawah
# PermenPANRB 62/2018.

# %% [markdown]
# ### 2. Sebuah persentase memerlukan tiga angka
#
# Kita hitung laporan satu kali, lalu lihat jam tindak lanjut pertama pada satu instansi. Arsip dan
# duplikat tidak ikut dihitung pada jam ini.

# %%
counts = count_cases(log)
standing_names = {
    "met": "Tepat waktu",
    "missed": "Terlambat",
    "open_past_limit": "Belum, batas terlewati",
    "within_limit": "Masih dalam batas waktu",
}
standing = outcomes(counts, "first_followed_up")[list(standing_names)]
standing = standing.rename(columns=standing_names).rename_axis(index="Instansi", columns=None)
standing.loc[["Kementerian A"]]

# %% [markdown]
# Ada empat keadaan, bukan dua.
#
# * **Tepat waktu** dan **terlambat**: tindak lanjut sudah ada.
# * **Belum, batas terlewati**: tindak lanjut belum ada, tetapi sudah pasti tidak tepat waktu.
# * **Masih dalam batas waktu**: belum ditindaklanjuti dan belum terlambat. Hasilnya belum dapat
#   dinilai. Laporan ini tidak masuk pembilang dan tidak masuk penyebut; jumlahnya ditulis di
#   samping.
#
# Jadi **pembilang** adalah yang tepat waktu. **Penyebut** adalah jumlah tiga keadaan pertama.
# Angka ketiga adalah **selang kepercayaan 95 %**: rentang nilai yang masih sejalan dengan data.
# Makin sedikit laporan, makin lebar selangnya.

# %%
estimates = estimate(counts)
values = estimates[["estimate", "measure", "availability"]].to_numpy().tolist()
ends = estimates[["lower", "upper", "measure"]].to_numpy().tolist()
readable = pd.DataFrame(
    {
        "measure": estimates["measure"],
        "Instansi": estimates["institution"],
        "Pembilang": estimates["numerator"].map(format_count),
        "Penyebut": estimates["denominator"].map(format_count),
        "Nilai": [format_estimate(*row) for row in values],
        "Selang kepercayaan 95 %": [format_estimate_interval(*row) for row in ends],
        "Masih dalam batas waktu": estimates["n_unknown"],
    }
).set_index(["measure", "Instansi"])
readable.loc["first_followed_up_within_limit"].loc[["Kementerian A"]]

# %% [markdown]
# Begitulah sebuah persentase ditulis lengkap: nilainya, dari berapa laporan, dan selangnya.
# Persentase tanpa penyebut tidak dapat diperiksa oleh siapa pun.

# %% [markdown]
# ### 3. Laporan yang belum ditindaklanjuti ikut dihitung
#
# **Median** adalah nilai tengah: separuh laporan sudah ditindaklanjuti dalam waktu itu. Sekilas
# mudah: kumpulkan lama tindak lanjut, lalu ambil yang di tengah. Namun laporan yang belum
# ditindaklanjuti tidak mempunyai lama. Bolehkah ia dibuang?
#
# Contoh kecil dengan sembilan laporan. Lima sudah ditindaklanjuti. Empat belum.

# %%
answered_days = [1, 2, 2, 3, 4]
waiting_days = [6, 8, 10, 12]
median_answered = pd.Series(answered_days).median()
median_all = pd.Series(answered_days + waiting_days).median()
print(f"Hanya yang sudah ditindaklanjuti: median {format_number(median_answered)} hari kerja")
print(f"Semua sembilan laporan: median {format_number(median_all)} hari kerja")

# %% [markdown]
# Empat laporan itu belum ditindaklanjuti, tetapi kita tahu sesuatu tentangnya. Masing-masing
# **paling sedikit** memerlukan 6, 8, 10, dan 12 hari kerja. Semuanya lebih lama daripada 4 hari.
# Itu cukup untuk menentukan nilai tengah. Bila keempatnya dibuang, angkanya tampak lebih singkat.
# Makin banyak laporan sulit dibiarkan, makin singkat tampaknya.
#
# Sekarang data sintetis kita, pada satu instansi.

# %%
rows = counts.flow.query("stage == 'first_followed_up' and institution == 'Kementerian C'")
is_answered = rows["outcome"].isin(["met", "missed"])
days_answered = rows["days"].repeat(rows["n"].where(is_answered, 0))
days_waiting = rows["days"].repeat(rows["n"].where(~is_answered, 0))
pd.DataFrame(
    {
        "Laporan": [len(days_answered), len(days_waiting)],
        "Paling singkat": [days_answered.min(), days_waiting.min()],
        "Median": [format_number(x.median()) for x in (days_answered, days_waiting)],
        "Paling lama": [days_answered.max(), days_waiting.max()],
    },
    index=["Sudah: lama sampai tindak lanjut", "Belum: lama menunggu sampai tanggal data"],
).rename_axis("Kementerian C, hari kerja")

# %% [markdown]
# Yang belum ditindaklanjuti umumnya sudah menunggu jauh lebih lama. Ukuran
# `first_follow_up_median_days` mengikutsertakan mereka dengan cara yang sama seperti contoh kecil
# tadi. Laporan yang baru menunggu sebentar dihitung selama waktu yang diketahui saja.

# %%
censored = readable.loc[("first_follow_up_median_days", "Kementerian C")]
pd.DataFrame(
    {
        "Laporan yang dihitung": [format_count(len(days_answered)), censored["Penyebut"]],
        "Median (hari kerja)": [format_number(days_answered.median()), censored["Nilai"]],
        "Selang kepercayaan 95 %": ["tidak dihitung", censored["Selang kepercayaan 95 %"]],
    },
    index=["Hanya yang sudah ditindaklanjuti", "Semua laporan"],
).rename_axis("Kementerian C")

# %% [markdown]
# Baris kedua yang dipakai. Selisihnya di sini tidak besar, karena kebanyakan laporan sudah
# ditindaklanjuti. Makin banyak yang belum, makin besar selisihnya. Inilah median semua instansi
# menurut abjad:

# %%
caption = f"Skenario {log.provenance['scenario']}, rng {log.provenance['rng']}"
_ = plot_estimates(estimates, "first_follow_up_median_days", is_synthetic=True, caption=caption)
plt.show()

# %% [markdown]
# Angka n di belakang nama adalah penyebut: semua laporan, termasuk yang belum ditindaklanjuti.
# Titik adalah median, garis adalah selangnya; keduanya tertulis di kanan. Lama dihitung dalam hari
# kerja bulat, sehingga banyak nilai sama persis. Bila kedua ujung selang sama, garisnya tidak
# tampak. Nilai yang sama bukan bukti bahwa dua instansi sama.

# %% [markdown]
# **Median hanya satu titik.** Bagaimana dengan separuh laporan yang lebih lama? Kurva berikut
# memperlihatkan semuanya: bagian laporan yang **belum** ditindaklanjuti setelah sekian hari kerja.
# Kurva dihitung dengan cara Kaplan-Meier, sehingga laporan yang masih menunggu ikut serta.

# %%
chosen = ["Kementerian A", "Kementerian C"]
curves = []
for name in chosen:
    rows = counts.flow.query("stage == 'first_followed_up' and institution == @name")
    curve = kaplan_meier(rows["days"], rows["outcome"].isin(["met", "missed"]), rows["n"])
    points = dict(zip(["survival", "lower", "upper"], survival_at(curve, curve.time), strict=True))
    curves.append(pd.DataFrame({"institution": name, "time": curve.time, **points}))
_, axes = plt.subplots(figsize=(9, 3.8), layout="constrained")
plot_survival(
    pd.concat(curves),
    "first_followed_up",
    limit_days=5,
    ax=axes,
    is_synthetic=True,
    caption=caption,
)
plt.show()

# %%
means = estimate(counts, [find_measure("first_follow_up_mean_days")])
means = means.set_index("institution").loc[chosen]
values = means[["estimate", "measure", "availability"]].to_numpy().tolist()
ends = means[["lower", "upper", "measure"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Laporan": means["denominator"].map(format_count),
        "Rata-rata terbatas": [format_estimate(*row) for row in values],
        "Selang kepercayaan 95 %": [format_estimate_interval(*row) for row in ends],
    }
).rename_axis("Instansi")

# %% [markdown]
# Bidang di sekitar kurva adalah selangnya. Makin cepat kurva turun, makin cepat laporan
# ditindaklanjuti. **Rata-rata terbatas** meringkas kurva sampai batas 5 hari kerja: berapa hari
# rata-rata laporan menunggu, bila yang lebih lama dihitung 5 hari. Berbeda dari rata-rata biasa,
# ukuran ini mengikutsertakan laporan yang belum ditindaklanjuti dan tidak ditarik oleh satu laporan
# yang sangat lama. Pelajaran 04 memakai ukuran semacam ini untuk membandingkan.

# %% [markdown]
# ### 4. Dua definisi yang sama-sama resmi
#
# Kata "ditindaklanjuti" dan "selesai" sering tertukar di dalam berita.
#
# * **% sudah ditindaklanjuti** = (selesai + dalam proses) dibagi semua laporan masuk.
# * **% selesai** = selesai dibagi semua laporan masuk.
#
# Di sini penyebutnya **semua laporan masuk**, termasuk arsip dan duplikat. Karena itu nilainya
# tidak dapat dibandingkan dengan nilai di bagian 2, yang penyebutnya berbeda.

# %%
interval = "Selang kepercayaan 95 %"
official, closed = readable.loc["followed_up_share"], readable.loc["closed_share"]
numerators = estimates.set_index(["measure", "institution"])["numerator"]
in_process = numerators["followed_up_share"] - numerators["closed_share"]
pd.DataFrame(
    {
        "Laporan masuk": official["Penyebut"],
        "Selesai": closed["Pembilang"],
        "Dalam proses": in_process.map(format_count),
        "% sudah ditindaklanjuti": official["Nilai"] + " (" + official[interval] + ")",
        "% selesai": closed["Nilai"] + " (" + closed[interval] + ")",
    }
).rename_axis("Instansi")

# %% [markdown]
# Angka di dalam kurung adalah selang kepercayaan 95 %. Pada setiap baris, % sudah ditindaklanjuti
# berada di atas % selesai. Selisihnya adalah laporan dalam proses. Tidak ada yang keliru;
# pertanyaannya berbeda.
#
# **Angka nyata yang pernah terbit.** Tabel berikut bukan data sintetis dan tidak dicampur dengan
# tabel di atas. Angkanya hitungan lengkap satu tahun menurut sumbernya, sehingga kami kutip tanpa
# selang.

# %%
published = pd.read_csv(sample_path("angka_terbit.csv"))
kemensos = published.query(
    "institution == 'Kementerian Sosial' and period == '2024' and unit == 'persen'"
)
pd.DataFrame(
    {
        "Kementerian Sosial, 2024": kemensos["measure"],
        "Definisi": kemensos["definition"],
        "Pembilang": kemensos["numerator"].map(format_count),
        "Penyebut": kemensos["denominator"].map(format_count),
        "Nilai": kemensos["value"].map(format_number) + "\N{NO-BREAK SPACE}%",
        "Sumber": kemensos["source"],
    }
).set_index("Kementerian Sosial, 2024")

# %% [markdown]
# Satu kementerian, satu tahun, dua angka: 98,6 % dan 87,2 %. **Kedua angka benar menurut
# definisinya.** Pers menyebut angka pertama "penyelesaian", padahal yang dihitung adalah selesai
# dan dalam proses. Angka kedua kami hitung dari jumlah yang terbit. Bila Anda menulis salah satu,
# tulislah definisinya. Bila Anda membandingkan dua instansi, pastikan definisinya sama.

# %% [markdown]
# ### 5. Membaca grafik tanpa menyusun peringkat
#
# Grafik ini memperlihatkan bagian laporan yang mendapat tindak lanjut pertama dalam 5 hari kerja.

# %%
share = "first_followed_up_within_limit"
_ = plot_estimates(estimates, share, is_synthetic=True, caption=caption)
plt.show()

# %%
readable.loc[share]

# %% [markdown]
# Tabel memuat angka yang sama dengan grafik. Bacalah dalam empat langkah.
#
# 1. **Urutannya abjad.** Baris paling atas bukan yang pertama, dan tidak ada juara.
# 2. **Lihat selangnya, bukan titiknya.** Selang Kemendikbudristek dan Kemenkumham bertumpang
#    tindih. Dengan data ini keduanya **belum dapat dibedakan**. Bukan berarti keduanya sama.
# 3. **Selang yang terpisah** memberi tahu bahwa nilainya berbeda: selang Kementerian C seluruhnya
#    di bawah selang Kementerian A. Sebabnya belum diketahui. Laporan yang diterima kedua instansi
#    dapat berbeda jenis dan beratnya. Itu bahan pelajaran 04.
# 4. **Lihat n.** Kementerian G mempunyai laporan paling sedikit, Kementerian A paling banyak.
#    Selang Kementerian G jauh lebih lebar.
#
# Membandingkan selang adalah aturan kasar yang hati-hati. Pelajaran 04 memakai cara yang lebih
# cermat untuk banyak instansi sekaligus: komposisi laporan, diagram corong, dan rentang peringkat.

# %% [markdown]
# **Bila laporan sangat sedikit.** Kita kelompokkan laporan menurut provinsi tempat kejadian, semua
# instansi digabung. Ini bukan penilaian atas pemerintah provinsi. Inilah enam provinsi dengan
# laporan paling sedikit:

# %%
by_province = estimate(count_cases(log, by="province")).query("measure == @share")
few = by_province.nsmallest(6, "denominator")
values = few[["estimate", "measure", "availability"]].to_numpy().tolist()
ends = few[["lower", "upper", "measure"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Provinsi": few["institution"],
        "Pembilang": few["numerator"].map(format_count),
        "Penyebut": few["denominator"].map(format_count),
        "Nilai": [format_estimate(*row) for row in values],
        "Selang kepercayaan 95 %": [format_estimate_interval(*row) for row in ends],
    }
).set_index("Provinsi")

# %% [markdown]
# Dengan kurang dari lima laporan, lapor-lab tidak memberi nilai dan menulis "data belum memadai".
# Dengan lima sampai sembilan laporan, nilainya ada, tetapi selangnya sangat lebar. Angka
# seperti itu tidak layak menjadi judul berita atau dasar teguran.

# %% [markdown]
# ## Latihan
#
# Gantilah tiga titik dengan jawaban Anda, lalu jalankan sel. Desimal ditulis dengan titik,
# misalnya 0.25. Jawaban berupa kata ditulis di antara tanda kutip.
#
# ### Latihan 1. Hari kerja di sekitar Lebaran 2022
#
# Sebuah laporan masuk pada 25 April 2022 dan tuntas pada 12 Mei 2022. Berapa hari kerja lamanya?

# %% tags=["latihan"]
n_days = int(calendar.working_days("2022-04-25", "2022-05-12"))
check_answer("03", 1, n_days)

# %% [markdown] tags=["petunjuk"]
# Gunakan `calendar.working_days` dengan dua tanggal, seperti pada bagian 1.
#
# Tanggal ditulis sebagai tahun-bulan-hari di antara tanda kutip, misalnya "2022-04-25". Hari masuk
# tidak dihitung.

# %% [markdown] tags=["kunci"]
# Cuti bersama pada 29 April dan 4 sampai 6 Mei 2022 tidak dihitung, demikian pula libur Idulfitri
# dan akhir pekan. Menurut kalender lamanya 17 hari.

# %% [markdown]
# ### Latihan 2. Tepat waktu atau terlambat?
#
# Laporan pada latihan 1 adalah Permintaan Informasi. Bagaimana keadaannya terhadap batas waktu
# penyelesaian? Pilihlah: `"tepat waktu"`, `"terlambat"`, atau `"masih dalam batas waktu"`.

# %% tags=["latihan"]
verdict = "terlambat"
check_answer("03", 2, verdict)

# %% [markdown] tags=["petunjuk"]
# Carilah batas penyelesaian untuk Permintaan Informasi pada tabel batas waktu di bagian 1, lalu
# bandingkan dengan jawaban latihan 1.

# %% [markdown] tags=["kunci"]
# Batas Permintaan Informasi adalah 5 hari kerja. Seandainya laporan yang sama berklasifikasi
# Pengaduan Tidak Berkadar Pengawasan, batasnya 14 hari kerja dan laporan itu tepat waktu.
# Klasifikasi yang keliru mengubah penilaian.

# %% [markdown]
# ### Latihan 3. Menghitung bagian
#
# Sel berikut menampilkan keadaan laporan di Kementerian E terhadap batas 5 hari kerja.

# %%
standing.loc[["Kementerian E"]]

# %% [markdown]
# Berapa bagian yang tepat waktu? Tulislah antara 0 dan 1, paling sedikit dua angka desimal.

# %% tags=["latihan"]
row = standing.loc["Kementerian E"]
n_known = row["Tepat waktu"] + row["Terlambat"] + row["Belum, batas terlewati"]
on_time_share = row["Tepat waktu"] / n_known
check_answer("03", 3, on_time_share)

# %% [markdown] tags=["petunjuk"]
# Bagilah yang tepat waktu dengan jumlah tiga keadaan pertama.
#
# Laporan yang masih dalam batas waktu tidak masuk penyebut. Laporan yang belum ditindaklanjuti dan
# sudah melewati batas masuk penyebut.

# %% [markdown] tags=["kunci"]
# Bandingkan dengan baris Kementerian E pada tabel bagian 5. Bila laporan yang masih dalam batas
# waktu ikut dibagi, instansi yang baru menerima banyak laporan dirugikan tanpa sebab.

# %% [markdown]
# ### Latihan 4. Yang belum ditindaklanjuti
#
# Di Kementerian A, berapa laporan yang **belum** ditindaklanjuti pada tanggal data?

# %% tags=["latihan"]
row = standing.loc["Kementerian A"]
n_waiting = row["Belum, batas terlewati"] + row["Masih dalam batas waktu"]
check_answer("03", 4, n_waiting)

# %% [markdown] tags=["petunjuk"]
# Lihat tabel empat keadaan di bagian 2. Dua dari empat keadaan itu belum mempunyai tindak lanjut.

# %% [markdown] tags=["kunci"]
# Ada yang sudah melewati batas; sisanya masih dalam batas waktu. Keduanya ikut dalam median, tetapi
# hanya yang sudah melewati batas masuk penyebut persentase tepat waktu.

# %% [markdown]
# ### Latihan 5. Median dengan laporan yang belum ditindaklanjuti
#
# Tujuh laporan. Empat sudah ditindaklanjuti setelah 1, 1, 2, dan 3 hari kerja. Tiga belum; mereka
# sudah menunggu 5, 7, dan 9 hari kerja. Berapa median semua laporan, dalam hari kerja?

# %% tags=["latihan"]
median_days = int(pd.Series([1, 1, 2, 3, 5, 7, 9]).median())
check_answer("03", 5, median_days)

# %% [markdown] tags=["petunjuk"]
# Urutkan ketujuhnya dari yang paling singkat, lalu ambil yang di tengah, yaitu urutan keempat.

# %% [markdown] tags=["kunci"]
# Bila tiga laporan yang menunggu dibuang, mediannya 1,5 hari kerja: separuh dari nilai yang benar.

# %% [markdown]
# ### Latihan 6. Dua definisi pada angka yang terbit
#
# Angka nyata: Pemerintah Provinsi Kalimantan Tengah, Januari sampai Agustus 2020, menerima 826
# laporan. Sebanyak 644 selesai dan 26 dalam proses (sumber: menpan.go.id, 2020). Sumber menulis 81
# persen. Berapa bagian yang **selesai**? Tulislah antara 0 dan 1.

# %% tags=["latihan"]
closed_share = 644 / 826
check_answer("03", 6, closed_share)

# %% [markdown] tags=["petunjuk"]
# Untuk % selesai, pembilangnya hanya laporan yang selesai. Penyebutnya semua laporan masuk.

# %% [markdown] tags=["kunci"]
# Angka 81 persen adalah % sudah ditindaklanjuti: selesai dan dalam proses dibagi laporan masuk.
# Kedua angka benar menurut definisinya.

# %% [markdown]
# ### Latihan 7. Membaca selang
#
# Lihat grafik di bagian 5. Bagaimana nilai Kementerian H dibandingkan dengan Kementerian A?
# Pilihlah: `"di atas"`, `"di bawah"`, atau `"belum dapat dibedakan"`.

# %% tags=["latihan"]
reading = "belum dapat dibedakan"
check_answer("03", 7, reading)

# %% [markdown] tags=["petunjuk"]
# Jangan membandingkan titiknya. Apakah kedua selang bertumpang tindih?

# %% [markdown] tags=["kunci"]
# Titik Kementerian H berada di sebelah kanan, tetapi selangnya memuat seluruh selang
# Kementerian A.

# %% [markdown]
# ### Latihan 8. Seratus persen
#
# Sel berikut menampilkan laporan Kementerian F yang diverifikasi dalam 3 hari kerja.

# %%
readable.loc["verified_within_limit"].loc[["Kementerian F"]]

# %% [markdown]
# Kalimat mana yang boleh ditulis? Pilihlah `"a"`, `"b"`, atau `"c"`.
#
# * a. "Kementerian F selalu memverifikasi laporan tepat waktu."
# * b. "Semua laporan yang dapat dinilai diverifikasi tepat waktu; menurut selangnya, nilai yang
#   lebih rendah masih mungkin."
# * c. "Kementerian F menempati peringkat pertama."

# %% tags=["latihan"]
sentence = "b"
check_answer("03", 8, sentence)

# %% [markdown] tags=["petunjuk"]
# Lihat penyebut dan batas bawah selangnya. Apakah data ini cukup untuk kata "selalu" atau
# "pertama"?

# %% [markdown] tags=["kunci"]
# Seratus persen masih sejalan dengan nilai yang lebih rendah, sampai batas bawah selangnya. Makin
# sedikit laporan, makin rendah batas itu. Beberapa instansi lain pun mencapai seratus persen.

# %% [markdown]
# ## Rangkuman
#
# 1. Sebutkan jamnya: verifikasi, tindak lanjut pertama, atau penyelesaian. Hitunglah hari kerja.
# 2. Persentase ditulis dengan pembilang, penyebut, dan selang. Yang masih dalam batas waktu
#    ditulis di samping.
# 3. Laporan yang belum ditindaklanjuti ikut dalam median.
# 4. % sudah ditindaklanjuti dan % selesai adalah dua definisi; kedua angka benar menurut
#    definisinya.
# 5. Selang bertumpang tindih: belum dapat dibedakan. Laporan sangat sedikit: data belum memadai.
#
# ### Satu halaman untuk dibawa pulang
#
# * Periksa apakah kalender instansi Anda memuat cuti bersama, bukan hanya hari libur nasional.
# * Lengkapi setiap persentase di laporan bulanan: dari berapa laporan, dan per tanggal berapa.
# * Cetak daftar laporan yang belum ditindaklanjuti, yang paling lama di atas. Mulailah dari sana.
# * Tulis definisi di bawah setiap angka: "selesai + dalam proses" atau "selesai saja".
# * Hindari peringkat. Tulislah "di atas", "di bawah", atau "belum dapat dibedakan".
