# %% [markdown]
# # 05 Di tahap mana waktu paling banyak terpakai?
#
# **DATA SINTETIS, bukan kinerja sebenarnya.** Semua laporan di sini dibuat oleh program. Kisahnya
# adalah studi kasus 2022 dengan nomenklatur saat itu. Nama instansi yang nyata hanya Kemenkumham
# dan Kemendikbudristek; angka keduanya di sini adalah angka model. Bukan hasil evaluasi resmi
# KemenPANRB maupun penilaian Ombudsman RI. lapor-lab bukan produk resmi KemenPANRB.
#
# "Laporan kita lama. Di mana macetnya?" Setiap orang mempunyai dugaan: adminnya, unitnya, atau
# pelapornya. Catatan kejadian dapat memeriksa dugaan itu. Pelajaran ini mengikuti laporan tahap
# demi tahap dan menghitung di mana harinya terpakai. Pelajaran ini juga menunjukkan apa yang
# **tidak** dapat dijawab oleh catatan itu.

# %% [markdown]
# ## Tujuan Pembelajaran
#
# Setelah pelajaran ini, Anda dapat:
#
# 1. membaca tabel tahap: median, batas waktu, bagian tepat waktu, dan porsi waktu;
# 2. membedakan waktu menunggu dari waktu dikerjakan, dan hari kerja dari hari kalender;
# 3. menemukan salah disposisi, pengulangan, dan bolak-balik di dalam catatan kejadian;
# 4. memeriksa kesesuaian catatan dengan alur resmi;
# 5. menyebutkan tahap yang perlu diperhatikan lebih dahulu, beserta hal yang belum diketahui.

# %% [markdown]
# ## Alokasi Waktu
#
# 3 JP (135 menit): 70 menit uraian materi dan 65 menit latihan.

# %% [markdown]
# ## Prasyarat
#
# Pelajaran 03 (hari kerja, batas waktu, dan selang kepercayaan) dan pelajaran 04 ("belum dapat
# dibedakan" dan "data belum memadai"). Anda tidak perlu pernah membuat program. Jalankan sel satu
# per satu dari atas dengan Shift+Enter.

# %% [markdown]
# ## Uraian Materi
#
# Sel pertama menyiapkan alat dan data.

# %%
from dataclasses import replace
from io import StringIO

import matplotlib.pyplot as plt
import pandas as pd

from lapor_lab.calendar import load_calendar
from lapor_lab.comparison import SMALLEST_N, find_measure
from lapor_lab.course import check_answer
from lapor_lab.exchange import load_sample
from lapor_lab.metrics import count_cases, estimate
from lapor_lab.plots import plot_process_map, plot_stage_days
from lapor_lab.process import (
    conformance,
    directly_follows,
    handover,
    ping_pong,
    reopening,
    rework,
    stage_times,
    variants,
)
from lapor_lab.schema import (
    ComplaintLog,
    format_count,
    format_date,
    format_interval,
    format_number,
    format_share,
    label,
)

pd.set_option("display.max_colwidth", 200)
notice, interval = "Data sintetis", "Selang 95 %"
log = load_sample()
caption = label("notice.scenario", scenario="kementerian", rng=log.provenance["rng"])
print(f"{format_count(len(log.cases))} laporan sintetis, {format_count(len(log.events))} kejadian")
print(f"Data per tanggal {format_date(log.as_of)}")

# %% [markdown]
# ### 1. Catatan kejadian dan empat tahap
#
# Data kita terdiri atas dua tabel. Tabel pertama memuat satu baris untuk setiap laporan. Tabel
# kedua, **catatan kejadian**, memuat satu baris untuk setiap kejadian. Inilah perjalanan satu
# laporan yang pernah salah disposisi.

# %%
event_names = {"activity": "Kejadian", "timestamp": "Selesai", "role": "Peran", "unit": "Unit"}
journey = log.events.query("case_id == 'SIM-799611820000074'")
journey[list(event_names)].rename(columns=event_names).fillna("").assign(
    Selesai=journey["timestamp"].dt.strftime("%d-%m-%Y %H:%M")
).set_index("Kejadian").rename_axis(columns=notice)

# %% [markdown]
# Dari kejadian seperti ini lapor-lab menyusun empat **tahap**. Setiap tahap mulai ketika tahap
# sebelumnya berakhir.
#
# | Tahap | Sampai | Batas, dihitung sejak laporan masuk |
# |---|---|---|
# | Verifikasi | admin selesai memverifikasi | 3 hari kerja |
# | Tindak lanjut pertama | instansi memberi tindak lanjut pertama | 5 hari kerja |
# | Penyelesaian | tindak lanjut terakhir | 5, 14, atau 60 hari kerja menurut klasifikasi |
# | Penutupan | laporan ditutup | tidak ada; sistem menutup setelah 10 hari kerja tanpa tanggapan |
#
# **Ekspor resmi tidak memuat catatan kejadian.** Waktu verifikasi, disposisi, dan tindak lanjut pun
# tidak ada di dalamnya. Untuk data Anda sendiri, mintalah catatan itu kepada pengelola aplikasi.
# Tanpa catatan itu, sebagian besar pelajaran ini "tidak tersedia".

# %%
stages = stage_times(log, by=None)
medians = stages[["lower", "upper"]].to_numpy().tolist()
on_time = stages[["within_lower", "within_upper"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Tahap": ("stage." + stages["stage"]).map(label),
        "Laporan": stages["n"].map(format_count),
        "Belum": stages["n_open"],
        "Median sejak masuk": stages["median_days"].map(format_number),
        "Selang median": [format_interval(*pair) for pair in medians],
        "Dinilai": stages["n_judged"].map(format_count),
        "Dalam batas": stages["within_share"].map(format_share, na_action="ignore"),
        "Selang bagian": [format_interval(*pair, is_share=True) for pair in on_time],
    }
).fillna("–").set_index("Tahap").rename_axis(columns=notice)

# %% [markdown]
# Semua selang adalah selang kepercayaan 95 %. Median dihitung dalam hari kerja sejak laporan masuk.
# Arsip hanya dihitung pada verifikasi; salinan tidak dihitung. "Dinilai" tidak memuat laporan yang
# masih dalam batas waktu. Verifikasi hampir selalu dalam batas. Tindak lanjut pertama paling sering
# terlewat.
#
# Tabel ini menjawab "tepat waktu atau tidak". Ia belum menjawab "ke mana harinya pergi", karena
# semua jamnya mulai dari laporan masuk. Median penutupan memuat semua tahap sebelumnya.

# %% [markdown]
# ### 2. Ke mana hari kerjanya pergi?
#
# Sekarang setiap tahap dihitung dari akhir tahap sebelumnya. Semua hari kerja semua laporan
# dijumlahkan, lalu dibagi menurut tahap. Bagiannya disebut **porsi waktu**. Keempat porsi berjumlah
# 100 %. Kolom "Menunggu" dan "Dikerjakan" dibahas di bagian 4.

# %%
ends = stages[["time_lower", "time_upper"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Tahap": ("stage." + stages["stage"]).map(label),
        "Porsi waktu": stages["time_share"].map(format_share),
        interval: [format_interval(*pair, is_share=True) for pair in ends],
        "Menunggu": stages["waiting_share"].map(format_share),
        "Dikerjakan": stages["handling_share"].map(format_share),
    }
).set_index("Tahap").rename_axis(columns=notice)

# %% [markdown]
# Porsi terbesar ada pada **penutupan**. Apakah di sana macetnya? Tidak. Setelah tindak lanjut
# terakhir, pelapor mempunyai 10 hari kerja untuk menanggapi. Masa itu untuk pelapor. Menyingkatnya
# bukan perbaikan. Maka angka terbesar di dalam tabel belum tentu masalah terbesar. Tanyakan dahulu:
# **siapa yang ditunggu?**
#
# Grafik berikut memperlihatkan dua instansi rekaan. Balok adalah median sejak laporan masuk. Garis
# tegak adalah batas waktu. Tabel di bawahnya menambahkan satu instansi dan memuat selang porsinya.

# %%
by_institution = stage_times(log)
two = ["Kementerian A", "Kementerian C"]
_, axes = plt.subplots(figsize=(9.5, 3.8), layout="constrained")
plot_stage_days(by_institution, named=two, ax=axes, is_synthetic=True, caption=caption)
plt.show()

# %%
chosen = ["Kementerian A", "Kementerian B", "Kementerian C"]
chosen_rows = by_institution[by_institution["institution"].isin(chosen)]
ends = chosen_rows[["time_share", "time_lower", "time_upper"]].to_numpy().tolist()
portions = pd.DataFrame(
    {
        "Instansi": chosen_rows["institution"],
        "Tahap": ("stage." + chosen_rows["stage"]).map(label),
        "Porsi": [
            f"{format_share(share)} ({format_interval(*pair, is_share=True)})"
            for share, *pair in ends
        ],
    }
)
portions.pivot_table(
    index="Instansi", columns="Tahap", values="Porsi", aggfunc="first", sort=False
).rename_axis(columns=notice)

# %% [markdown]
# Angka di dalam kurung adalah selang kepercayaan 95 %; laporannya 361, 80, dan 192, tanpa arsip.
# Gambarnya berbeda-beda. Nilai terbesar ada pada penyelesaian di Kementerian A, pada penutupan di
# Kementerian B, dan pada tindak lanjut pertama di Kementerian C. Di Kementerian C selangnya masih
# bersinggungan dengan selang penutupan.
#
# **Jangan membandingkan porsi antarinstansi.** Porsi selalu berjumlah 100 %. Andaikan dua instansi
# sama-sama menunggu tanggapan pelapor 10 hari. Instansi pertama bekerja 3 hari, instansi kedua 30
# hari. Porsi penutupan yang pertama 77 %, yang kedua 25 %, padahal penutupannya sama. Porsi yang
# besar dapat berarti tahap lainnya singkat. Bacalah porsi **di dalam** satu instansi.

# %% [markdown]
# **Yang terlama belum tentu yang terlambat.** Inilah penyelesaian menurut klasifikasi laporan,
# semua instansi digabung.

# %%
by_class = stage_times(log, by="report_class").query("stage == 'completed'").dropna()
medians = by_class[["lower", "upper"]].to_numpy().tolist()
on_time = by_class[["within_lower", "within_upper"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Klasifikasi": by_class["institution"],
        "Batas": by_class["limit_days"].astype(int),
        "Laporan": by_class["n"],
        "Median": by_class["median_days"].map(format_number),
        "Selang median": [format_interval(*pair) for pair in medians],
        "Dinilai": by_class["n_judged"],
        "Dalam batas": by_class["within_share"].map(format_share),
        "Selang bagian": [format_interval(*pair, is_share=True) for pair in on_time],
    }
).set_index("Klasifikasi").rename_axis(columns=notice)

# %% [markdown]
# Pengaduan Berkadar Pengawasan mempunyai median terlama, tetapi paling banyak yang dalam batas,
# karena batasnya 60 hari kerja. Permintaan Informasi lebih singkat, tetapi lebih sering melewati
# batas, karena batasnya 5 hari kerja; selangnya terpisah dari kedua jenis pengaduan. "Lama" dan
# "terlambat" adalah dua pertanyaan. Batas Aspirasi adalah asumsi (pelajaran 03). Laporan tanpa
# klasifikasi tidak mempunyai batas dan tidak ada di tabel ini.

# %% [markdown]
# ### 3. Laporan yang masih terbuka
#
# Sebagian laporan belum selesai pada tanggal data. Godaannya: hitung saja yang sudah ditutup,
# karena datanya lengkap. Inilah akibatnya.

# %%
is_closed = log.cases["closed_at"].notna()
only_closed = stage_times(replace(log, cases=log.cases[is_closed]))
both = pd.concat({"Hanya yang sudah ditutup": only_closed, "Semua laporan": by_institution})
both = both.query("institution == 'Kementerian C' and stage == 'first_followed_up'").droplevel(1)
medians = both[["lower", "upper"]].to_numpy().tolist()
ends = both[["time_lower", "time_upper"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Laporan": both["n"],
        "Median": both["median_days"].map(format_number),
        "Selang median": [format_interval(*pair) for pair in medians],
        "Porsi waktu": both["time_share"].map(format_share),
        "Selang porsi": [format_interval(*pair, is_share=True) for pair in ends],
    }
).rename_axis(index="Kementerian C, tindak lanjut pertama", columns=notice)

# %% [markdown]
# Bila hanya yang sudah ditutup dihitung, median dan porsi tindak lanjut pertama mengecil. Laporan
# yang macet justru belum ditutup, sehingga hilang dari hitungan. Maka `stage_times` menghitung
# semua laporan: yang masih terbuka dihitung sampai tanggal data. Harinya adalah **paling sedikit**
# sekian; yang sebenarnya lebih lama.

# %% [markdown]
# ### 4. Menunggu atau dikerjakan?
#
# Setiap kejadian mempunyai tiga waktu: sejak kapan **dapat** dikerjakan, kapan **mulai**
# dikerjakan, dan kapan **selesai**. Dari dapat sampai mulai adalah **menunggu**. Dari mulai sampai
# selesai adalah **dikerjakan**. Sisanya belum tercatat sebagai kejadian, yaitu laporan yang masih
# terbuka: selama belum ada kejadian berikutnya, tidak ada yang tahu harinya terpakai untuk apa.

# %%
parts = chosen_rows.query("stage == 'first_followed_up'").set_index("institution")
share, waiting, handling = (parts[f"{part}_share"] for part in ("time", "waiting", "handling"))
pd.DataFrame(
    {
        "Laporan": parts["n"],
        "Menunggu": (waiting / share).map(format_share),
        "Dikerjakan": (handling / share).map(format_share),
        "Belum tercatat": (1 - (waiting + handling) / share).map(format_share),
    }
).rename_axis(index="Tahap tindak lanjut pertama", columns=notice)

# %% [markdown]
# Tabel ini membagi hari kerja pada tahap tindak lanjut pertama saja. Ia hitungan atas laporan di
# sini; selangnya tidak dihitung. Di ketiga instansi, menunggu lebih besar daripada dikerjakan. Di
# Kementerian C hampir separuhnya bahkan belum tercatat: laporannya masih terbuka, dan sebagian
# sudah lama.
#
# Dua peringatan. "Dikerjakan" di sini adalah rentang dari mulai sampai selesai, bukan jam kerja
# orang: petugas dapat mengerjakan hal lain di antaranya. Dan "menunggu" bukan kesalahan petugas.
# Cuti, jabatan kosong, dan tugas lain tidak tercatat sebagai kejadian; akibatnya tampak sebagai
# menunggu.

# %% [markdown]
# ### 5. Hari kerja dan hari kalender
#
# Pelapor menghitung hari kalender. Batas dihitung dalam hari kerja. Tabel berikut memuat beberapa
# langkah yang paling sering, dengan rata-rata keduanya. Hari kerja di sini dihitung menurut jam
# kantor, sehingga dapat berupa pecahan.

# %%
steps = directly_follows(log, by=None)
often = steps.nlargest(6, "n")
pd.DataFrame(
    {
        "Dari": often["source"],
        "Ke": often["target"],
        "Kali": often["n"].map(format_count),
        "Hari kalender": often["mean_days"].map(format_number),
        "Hari kerja": often["mean_working_days"].map(format_number),
    }
).set_index("Dari").rename_axis(columns=notice)

# %% [markdown]
# Tabel ini hitungan semua langkah yang tercatat, tanpa selang. Dari tindak lanjut sampai ditutup
# oleh Sistem, pelapor mengalami kira-kira 15 hari, sedangkan hari kerjanya sedikit di atas 10.
# Keduanya benar. Untuk menilai batas, pakailah hari kerja. Untuk menjelaskan kepada pelapor,
# sebutlah hari kalender.
#
# Lihat verifikasi: kira-kira satu hari kalender, tetapi kurang dari setengah hari kerja. Selisihnya
# malam hari, akhir pekan, dan hari libur: laporan terus masuk, kantor tutup.

# %% [markdown]
# ### 6. Jalan yang ditempuh
#
# Satu urutan kejadian disebut **varian alur**. Berapa banyak varian di dalam 1.500 laporan?

# %%
paths = variants(log, by=None)
ends = paths[["lower", "upper"]].to_numpy().tolist()
path_table = (
    pd.DataFrame(
        {
            "Varian alur": paths["variant"],
            "Laporan": paths["n"],
            "Bagian": paths["share"].map(format_share),
            interval: [format_interval(*pair, is_share=True) for pair in ends],
        }
    )
    .set_index("Varian alur")
    .rename_axis(columns=notice)
)
print(f"{len(paths)} varian; {paths['n'].eq(1).sum()} di antaranya ditempuh satu laporan saja")
path_table.head(5)

# %% [markdown]
# Penyebutnya semua laporan. Jalan yang paling sering pun ditempuh kurang dari seperempat laporan.
# Selebihnya menempuh jalan yang lebih panjang, atau diarsipkan, atau masih di tengah jalan: varian
# tanpa penutupan adalah laporan yang belum selesai, bukan jalan yang lebih singkat.
#
# **Peta proses** menggambar semua langkah sekaligus.

# %%
_, axes = plt.subplots(figsize=(9.5, 4.6), layout="constrained")
plot_process_map(steps, max_edges=14, ax=axes, is_synthetic=True, caption=caption)
plt.show()

# %% [markdown]
# Panah tebal berarti sering. Jingga putus-putus berarti kembali atau berulang. Angka di setiap
# panah adalah jumlah dan median hari kerja. Jalan utama lurus: masuk, verifikasi, disposisi, tindak
# lanjut, ditutup. Yang jingga adalah bahan bagian berikut.

# %% [markdown]
# ### 7. Salah disposisi, pengulangan, dan bolak-balik
#
# **Pengulangan** berarti sebuah kejadian terjadi lebih dari satu kali pada laporan yang sama.

# %%
repeats = rework(log, by=None).query("n > 0")
ends = repeats[["lower", "upper"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Kejadian": repeats["activity"],
        "Laporan yang mengulang": repeats["n"],
        "Dari laporan": repeats["n_cases"].map(format_count),
        "Bagian": repeats["share"].map(format_share),
        interval: [format_interval(*pair, is_share=True) for pair in ends],
    }
).set_index("Kejadian").rename_axis(columns=notice)

# %% [markdown]
# Tidak setiap pengulangan adalah pemborosan.
#
# * **Tindak lanjut** berulang karena jawaban pertama memberi tahu proses, dan jawaban berikutnya
#   menuntaskan. Hanya sebagian karena laporan dibuka kembali.
# * **Disposisi** berulang karena dua hal yang berbeda: berjenjang, yaitu unit meneruskan ke
#   bawahannya, dan salah disposisi, yaitu unit mengembalikan. Hanya yang kedua merugikan waktu.
#
# Contohnya Kemendikbudristek, yang mempunyai banyak unit hasil penggabungan. Berapa laporannya yang
# disposisinya berulang, dan berapa yang memang pernah dikembalikan?

# %%
ours = rework(log).query("institution == 'Kemendikbudristek'").set_index("activity")
n_disposed = ours.loc["Disposisi", "n_cases"]
print(f"Disposisi berulang: {ours.loc['Disposisi', 'n']} dari {n_disposed} laporan")
returned = ours.loc["Dikembalikan: salah disposisi", "n_cases"]
print(f"Pernah dikembalikan: {returned} dari {n_disposed} laporan")

# %% [markdown]
# Sebagian besar disposisi yang berulang di sana adalah penerusan berjenjang. Orang yang hanya
# menghitung "disposisi berulang" akan keliru menyebutnya salah disposisi.
#
# Dan tindak lanjut yang berulang: berapa yang karena laporan **dibuka kembali** oleh tanggapan
# pelapor?

# %%
again = reopening(log, by=None).iloc[0]
ends = format_interval(again["lower"], again["upper"], is_share=True)
print(f"Dibuka kembali: {again['n']:.0f} dari {format_count(again['n_cases'])} laporan")
print(f"{format_share(again['share'])} (selang 95 %: {ends})")

# %% [markdown]
# Jauh lebih sedikit daripada tindak lanjut yang berulang.
#
# **Apa akibat salah disposisi?** Kita bandingkan laporan yang pernah dan yang tidak pernah salah
# disposisi, semua instansi digabung. Yang diarsipkan tidak ikut.

# %%
kind = log.cases["n_transfers"].gt(0).map({True: "Pernah", False: "Tidak pernah"})
by_kind = stage_times(replace(log, cases=log.cases.assign(kind=kind)), by="kind")
rows = by_kind.query("stage == 'first_followed_up'").set_index("institution")
medians = rows[["lower", "upper"]].to_numpy().tolist()
on_time = rows[["within_lower", "within_upper"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Laporan": rows["n"].map(format_count),
        "Median": rows["median_days"].map(format_number),
        "Selang median": [format_interval(*pair) for pair in medians],
        "Dinilai": rows["n_judged"].map(format_count),
        "Tindak lanjut pertama dalam batas": rows["within_share"].map(format_share),
        "Selang bagian": [format_interval(*pair, is_share=True) for pair in on_time],
    }
).rename_axis(index="Salah disposisi", columns=notice)

# %% [markdown]
# Kedua selang terpisah jauh. Laporan yang pernah salah disposisi lebih lama sampai tindak lanjut
# pertama. Namun "berkaitan" belum "karena": laporan yang sulit lebih mudah salah alamat dan mungkin
# juga lebih sulit dijawab. Laporan yang baru didisposisi pun belum sempat dikembalikan.
#
# Berapa lama sebuah pengembalian?

# %%
is_loop = steps[["source", "target"]].eq("Dikembalikan: salah disposisi").any(axis="columns")
loop = steps[is_loop].sort_values("source", ascending=False)
pd.DataFrame(
    {
        "Dari": loop["source"],
        "Ke": loop["target"],
        "Kali": loop["n"],
        "Median hari kerja": loop["median_working_days"].map(format_number),
    }
).set_index("Dari").rename_axis(columns=notice)

# %% [markdown]
# Unit memerlukan kira-kira dua hari kerja sampai mengembalikan. Admin mendisposisi ulang hampir
# seketika. Yang hilang terutama waktu sebelum unit tahu bahwa laporan itu bukan miliknya. Setelah
# itu antreannya mulai dari awal di unit lain.

# %% [markdown]
# **Perpindahan antarunit.** Dari unit mana ke unit mana laporan berpindah?

# %%
moves = handover(log)
few = moves.nlargest(4, "n")
print(f"{moves['n'].sum()} perpindahan antara {len(moves)} pasang unit")
pd.DataFrame(
    {"Dari unit": few["source_unit"], "Ke unit": few["target_unit"], "Kali": few["n"]}
).set_index("Dari unit").rename_axis(columns=notice)

# %% [markdown]
# Hampir setiap pasang unit muncul satu kali saja. Tidak ada pasangan yang dapat disebut "sering".
# Itu pun jawaban: **data belum memadai** untuk menunjuk sepasang unit. Hal yang sama berlaku bagi
# unit itu sendiri. Sel berikut menghitung tindak lanjut pertama menurut unit terakhir.

# %%
unit_counts = count_cases(log, by="unit", stages=["first_followed_up"])
units = estimate(unit_counts, [find_measure("first_followed_up_within_limit")])
told = units.query("institution != '(tidak diisi)'")["availability"].value_counts()
told.rename_axis("Tindak lanjut pertama dalam batas").rename("Unit").to_frame()

# %% [markdown]
# Unit dengan kurang dari lima laporan yang dapat dinilai tidak diberi nilai. Itulah sebagian besar
# unit. "Tidak tersedia" berarti unit itu hanya menerima salinan. Untuk unit
# kecil, bacalah laporannya satu per satu; tabel tidak menolong.

# %% [markdown]
# **Bolak-balik** berarti laporan pergi dari A ke B dan langsung kembali ke A. Ini berbeda dari
# salah disposisi biasa, yang pergi ke B dan selesai di sana. Berapa di data kita?

# %%
back = ping_pong(log, by=None).iloc[0]
ends = format_interval(back["lower"], back["upper"], is_share=True)
print(f"Bolak-balik antarunit: {back['n']:.0f} dari {format_count(back['n_cases'])} laporan")
print(f"Laporan yang berpindah unit: {format_count(back['n_forwarded'])}")
print(f"{format_share(back['share'])} (selang 95 %: {ends})")

# %% [markdown]
# Tidak ada. Selangnya mengatakan seberapa banyak yang masih mungkin. Namun ada sebab lain: pembuat
# data memilih unit yang keliru secara acak di antara puluhan unit, sehingga laporan hampir tidak
# pernah kembali ke unit yang sama. Di dunia nyata petugas tidak memilih secara acak. Maka kita
# memerlukan contoh yang ditulis tangan.

# %% [markdown]
# ### 8. Kesesuaian dengan alur resmi
#
# Enam laporan rekaan, ditulis satu per satu. Semuanya masuk pada 1 Agustus 2022. Kolom terakhir
# adalah unit. Sel berikut membacanya dan menghitung yang bolak-balik.

# %%
notes = """\
SIM-1,2022-08-01,Laporan masuk,
SIM-1,2022-08-02,Verifikasi,
SIM-1,2022-08-02,Disposisi,Unit P
SIM-1,2022-08-04,Tindak lanjut,Unit P
SIM-1,2022-08-19,Ditutup oleh Sistem,
SIM-2,2022-08-01,Laporan masuk,
SIM-2,2022-08-02,Verifikasi,
SIM-2,2022-08-02,Disposisi,Unit P
SIM-2,2022-08-04,Dikembalikan: salah disposisi,Unit P
SIM-2,2022-08-05,Disposisi,Unit Q
SIM-2,2022-08-09,Dikembalikan: salah disposisi,Unit Q
SIM-2,2022-08-10,Disposisi,Unit P
SIM-2,2022-08-15,Tindak lanjut,Unit P
SIM-2,2022-08-18,Ditutup oleh Admin,
SIM-3,2022-08-01,Laporan masuk,
SIM-3,2022-08-02,Verifikasi,
SIM-3,2022-08-02,Disposisi,Unit R
SIM-3,2022-08-04,Dikembalikan: salah disposisi,Unit R
SIM-3,2022-08-04,Disposisi,Unit P
SIM-3,2022-08-08,Tindak lanjut,Unit P
SIM-3,2022-08-23,Ditutup oleh Sistem,
SIM-4,2022-08-01,Laporan masuk,
SIM-4,2022-08-02,Verifikasi,
SIM-4,2022-08-03,Disposisi,Unit Q
SIM-4,2022-08-04,Ditutup oleh Admin,
SIM-5,2022-08-01,Laporan masuk,
SIM-5,2022-08-03,Tindak lanjut,Unit Q
SIM-5,2022-08-05,Ditutup oleh Pelapor,
SIM-6,2022-08-01,Laporan masuk,
SIM-6,2022-08-02,Verifikasi,
SIM-6,2022-08-02,Disposisi,Unit P
SIM-6,2022-08-05,Tindak lanjut,Unit P
SIM-6,2022-08-09,Ditutup oleh Sistem,
"""
columns = ["case_id", "timestamp", "activity", "unit"]
events = pd.read_csv(StringIO(notes), names=columns, parse_dates=["timestamp"])
cases = events.groupby("case_id", as_index=False)["timestamp"].min()
cases = cases.rename(columns={"timestamp": "submitted_at"}).assign(institution="Instansi Contoh")
small_log = ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-09-01"))
back = ping_pong(small_log, by=None).iloc[0]
print(f"Bolak-balik: {back['n']:.0f} dari {back['n_cases']:.0f} laporan")
lost_days = format_number(back["mean_lost_working_days"])
print(f"Sejak meninggalkan unit A sampai kembali: {lost_days} hari kerja")

# %% [markdown]
# Satu laporan bolak-balik. Laporan mana, akan Anda cari pada latihan 6.
#
# **Alur resmi** adalah aturan tentang urutan, langkah wajib, dan batas waktu. `conformance`
# memeriksa setiap laporan terhadap alur itu.

# %%
both = {"Enam laporan rekaan": small_log, "Data sintetis": log}
found = pd.concat({name: conformance(each, by=None) for name, each in both.items()})
found = found.reset_index(level=0, names="data")
found["n"] = [
    f"{n} dari {format_count(of)}" for n, of in found[["n", "n_cases"]].to_numpy().tolist()
]
compared = found.pivot_table(
    index="deviation", columns="data", values="n", aggfunc="first", sort=False
)
compared.rename(lambda name: label(f"deviation.{name}")).rename_axis(
    index="Penyimpangan", columns=None
)

# %% [markdown]
# Penyebut berbeda-beda, karena setiap aturan hanya ditanyakan kepada laporan yang dapat
# melanggarnya.
#
# * Pada **enam laporan rekaan** ada urutan yang menyimpang, langkah wajib yang hilang, dan
#   penutupan oleh Sistem sebelum masa tanggapan berakhir. Satu laporan dapat melanggar beberapa
#   aturan. Salah disposisi tidak ada di daftar: alur
#   resmi membolehkannya. **Sesuai alur** belum berarti **lancar**.
# * Pada **data sintetis** semua urutan sesuai. Itu sifat pembuat data, bukan bukti tentang dunia.
#   Yang menyimpang hanya batas waktunya.
#
# Alur ini dibaca dari panduan admin dan teks aplikasi, bukan dari pasal. Penyimpangan juga dapat
# berarti pencatatan: pekerjaan dilakukan di luar aplikasi, lalu dicatat kemudian. Tanyakan sebelum
# menyimpulkan.
#
# **Bagi pengguna pm4py.** Dengan `write_xes(log, Path("laporan.xes"))` dari `lapor_lab.exchange`,
# catatan ini menjadi berkas XES dan dapat diteruskan di sana. Nama pada berkas itu: `concept:name`
# untuk kejadian dan `org:group` untuk unit. Judul dan isi laporan tidak ikut kecuali diminta.

# %% [markdown]
# ### 9. Tahap mana lebih dahulu?
#
# Penutupan kita sisihkan, karena yang ditunggu pelapor. Tinggal dua tahap yang besar. Untuk setiap
# instansi kita bandingkan porsi keduanya. Bila kedua selang terpisah, yang lebih besar kita sebut.
# Bila bertumpang tindih: belum dapat dibedakan. Aturan ini hati-hati. Kurang dari 30 laporan: data
# belum memadai, seperti pada pelajaran 04.

# %%
followed_up = by_institution.query("stage == 'first_followed_up'").set_index("institution")
completed = by_institution.query("stage == 'completed'").set_index("institution")
is_small = followed_up["n"] < SMALLEST_N
reading = pd.Series("belum dapat dibedakan", index=followed_up.index)
reading[followed_up["time_lower"] > completed["time_upper"]] = label("stage.first_followed_up")
reading[completed["time_lower"] > followed_up["time_upper"]] = label("stage.completed")
reading[is_small] = label("verdict.insufficient")
columns = {"Laporan": followed_up["n"]}
for table in (followed_up, completed):
    ends = table[["time_lower", "time_upper"]].to_numpy().tolist()
    written = pd.Series([format_interval(*pair, is_share=True) for pair in ends], table.index)
    columns[label(f"stage.{table['stage'].iloc[0]}")] = written.mask(is_small, "–")
pd.DataFrame({**columns, "Porsi yang lebih besar": reading}).rename_axis(
    index="Instansi", columns=notice
)

# %% [markdown]
# Kedua kolom di tengah adalah selang 95 % dari porsi waktu. Bacalah setiap baris sendiri-sendiri;
# tabel ini bukan peringkat. Hanya pada sebagian kecil instansi satu tahap jelas lebih besar. "Belum
# dapat dibedakan" tidak berarti keduanya sama besar. Di sana, kumpulkan data lebih lama atau
# bacalah laporannya satu per satu sebelum memilih satu tahap.
#
# **Hari dan batas dapat menunjuk ke tahap yang berbeda.** Lihat Kementerian C:

# %%
one = by_institution.query("institution == 'Kementerian C'").dropna(subset="limit_days")
ends = one[["time_lower", "time_upper"]].to_numpy().tolist()
on_time = one[["within_lower", "within_upper"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Kementerian C": ("stage." + one["stage"]).map(label),
        "Porsi waktu": one["time_share"].map(format_share),
        interval: [format_interval(*pair, is_share=True) for pair in ends],
        "Dinilai": one["n_judged"],
        "Dalam batas": one["within_share"].map(format_share),
        "Selang bagian": [format_interval(*pair, is_share=True) for pair in on_time],
    }
).set_index("Kementerian C").rename_axis(columns=notice)

# %% [markdown]
# Verifikasi hanya memakai sebagian kecil waktu, tetapi kira-kira seperempatnya melewati batas. Bila
# tujuannya menyingkat masa tunggu pelapor, tindak lanjut pertama lebih dahulu. Bila tujuannya
# mematuhi batas, verifikasi pun perlu diperhatikan. Tujuan menentukan urutan; data tidak
# memilihkannya.

# %% [markdown]
# **Apa sebabnya?** Tabel tahap menunjukkan *di mana*, bukan *mengapa*. Kali ini kita dapat bertanya
# kepada pembuat data. Inilah dua instansi dan beberapa angka di baliknya. Semuanya asumsi.

# %%
asked = {
    "active_liaison_share": "Bagian pejabat penghubung yang aktif",
    "read_delay_active_days": "Hari sampai yang aktif membuka laporan",
    "answer_hours": "Jam mengerjakan satu jawaban",
    "further_days": "Hari sampai jawaban yang menuntaskan, bila menyusul",
}
inside = log.parameters[log.parameters["parameter"].isin(list(asked))]
inside = inside.astype({"value": float}).pivot_table(
    index="parameter", columns="institution", values="value"
)
inside = inside.loc[list(asked), ["kementerian-a", "kementerian-c"]].rename(asked)
inside.map(lambda value: format_number(value, 2)).set_axis(
    ["Kementerian A", "Kementerian C"], axis="columns"
).rename_axis(index="Angka pembuat data", columns=notice)

# %% [markdown]
# Jam mengerjakan jawaban di keduanya hampir sama. Yang berbeda: pejabat penghubung yang aktif dan
# lama sampai laporan dibuka di Kementerian C, serta jawaban yang menyusul di Kementerian A. Tabel
# tahap menunjuk ke tempat yang benar, tetapi tidak tahu bahwa sebabnya itu. Di dunia nyata Anda
# harus bertanya kepada orang yang bekerja di sana.
#
# Yang **tidak** dapat dikatakan dari pelajaran ini:
#
# * **sebab.** Kurang orang, kurang wewenang, atau menunggu instansi lain tampak sama: menunggu;
# * **hasil perbaikan.** Menyingkat satu tahap dapat memindahkan antrean ke tahap berikutnya.
#   Pelajaran 07 mencobanya dengan simulasi;
# * **perbandingan yang adil.** Instansi menerima laporan yang berbeda; itu bahan pelajaran 04;
# * **mutu jawaban.** Jawaban yang cepat belum tentu menjawab.
#
# Selang di sini juga menganggap setiap laporan berdiri sendiri. Laporan di antrean yang sama
# terlambat bersama-sama, sehingga ketidakpastian yang sebenarnya lebih besar.

# %% [markdown]
# ## Latihan
#
# Gantilah tiga titik dengan jawaban Anda, lalu jalankan sel. Desimal ditulis dengan titik, misalnya
# 0.25. Jawaban berupa kata ditulis di antara tanda kutip.
#
# ### Latihan 1. Satu tahap dari tabel
#
# Sel berikut menampilkan tindak lanjut pertama di Kementerian H.

# %%
row = followed_up.loc["Kementerian H"]
print(f"{row['n']} laporan, {row['n_open']} belum ditindaklanjuti")
print(f"{row['n_judged']} dapat dinilai, {row['n_met']} di antaranya dalam batas 5 hari kerja")

# %% [markdown]
# Berapa bagian yang dalam batas? Tulislah antara 0 dan 1, paling sedikit dua angka desimal.

# %% tags=["latihan"]
within_share = row["n_met"] / row["n_judged"]
check_answer("05", 1, within_share)

# %% [markdown] tags=["petunjuk"]
# Bagilah yang dalam batas dengan yang dapat dinilai, bukan dengan semua laporan.

# %% [markdown] tags=["kunci"]
# Yang tidak dinilai adalah laporan yang masih dalam batas waktu. Hasilnya belum dapat diketahui.

# %% [markdown]
# ### Latihan 2. Hari kerja di sekitar Lebaran
#
# Sebuah laporan didisposisi pada Kamis, 28 April 2022, dan ditindaklanjuti pada Selasa, 10 Mei
# 2022. Menurut kalender lamanya 12 hari. Libur dan cuti bersama: 29 April serta 2 sampai 6 Mei
# 2022. Berapa hari **kerja** lamanya?

# %% tags=["latihan"]
n_days = int(load_calendar().working_days("2022-04-28", "2022-05-10"))
check_answer("05", 2, n_days)

# %% [markdown] tags=["petunjuk"]
# Hari disposisi tidak dihitung; hari tindak lanjut dihitung. Coret Sabtu, Minggu, libur, dan cuti
# bersama.

# %% [markdown] tags=["kunci"]
# Tinggal Senin, 9 Mei, dan Selasa, 10 Mei. Pelapor menunggu hampir dua minggu. Kedua angka benar.

# %% [markdown]
# ### Latihan 3. Menunggu
#
# Sel berikut menampilkan tahap penyelesaian di Kementerian E sebagai bagian dari semua harinya.

# %%
row = completed.loc["Kementerian E"]
print(f"Porsi waktu {format_number(row['time_share'], 3)}")
print(f"di antaranya menunggu {format_number(row['waiting_share'], 3)}")
print(f"dan dikerjakan {format_number(row['handling_share'], 3)}")

# %% [markdown]
# Berapa bagian dari **tahap ini** yang berupa menunggu? Tulislah antara 0 dan 1, dua angka desimal.

# %% tags=["latihan"]
waiting_part = row["waiting_share"] / row["time_share"]
check_answer("05", 3, waiting_part)

# %% [markdown] tags=["petunjuk"]
# Bagilah menunggu dengan porsi waktu tahap itu.

# %% [markdown] tags=["kunci"]
# Hampir seluruh tahap ini menunggu. Siapa yang ditunggu tidak tercatat: pejabat lain, instansi
# lain, atau berkas dari pelapor.

# %% [markdown]
# ### Latihan 4. Beberapa varian yang mencakup separuh laporan
#
# Urutkan varian dari yang paling sering. Berapa varian diperlukan supaya bersama-sama mencakup
# **paling sedikit separuh** dari semua laporan? Tabelnya ada di bawah.

# %%
most_frequent = path_table.reset_index()[["Laporan"]].head(6)
most_frequent.set_axis(range(1, 7)).rename_axis(index="Urutan", columns=notice)

# %% tags=["latihan"]
n_paths = int((paths["n"].cumsum() < len(log.cases) / 2).sum()) + 1
check_answer("05", 4, n_paths)

# %% [markdown] tags=["petunjuk"]
# Separuh dari 1.500 adalah 750. Jumlahkan kolom Laporan satu per satu sampai tercapai.

# %% [markdown] tags=["kunci"]
# Beberapa varian mencakup separuh; lebih dari seratus varian mencakup separuh lainnya. Jangan
# memperbaiki alur dengan melihat varian yang paling sering saja.

# %% [markdown]
# ### Latihan 5. Disposisi yang berulang
#
# Di Kementerian D disposisi berulang pada sejumlah laporan. Sel berikut menampilkan berapa yang
# berulang, dan berapa yang pernah dikembalikan.

# %%
ours = rework(log).query("institution == 'Kementerian D'").set_index("activity")
print(f"Didisposisi: {ours.loc['Disposisi', 'n_cases']} laporan")
print(f"Disposisi berulang: {ours.loc['Disposisi', 'n']} laporan")
print(f"Pernah dikembalikan: {ours.loc['Dikembalikan: salah disposisi', 'n_cases']} laporan")

# %% [markdown]
# Kalimat mana yang boleh ditulis? Pilihlah `"a"`, `"b"`, atau `"c"`.
#
# * a. "Pada Kementerian D semua disposisi yang berulang disertai pengembalian."
# * b. "Seperti pada Kemendikbudristek, kebanyakan pengulangan di Kementerian D berjenjang."
# * c. "Admin Kementerian D bekerja kurang teliti."

# %% tags=["latihan"]
sentence = "a"
check_answer("05", 5, sentence)

# %% [markdown] tags=["petunjuk"]
# Bandingkan jumlah yang berulang dengan jumlah yang pernah dikembalikan. Apakah angka memuat sebab?

# %% [markdown] tags=["kunci"]
# Setiap laporan yang dikembalikan didisposisi ulang, dan kedua jumlahnya sama. Kalimat c menyebut
# sebab. Salah disposisi dapat pula terjadi karena laporan kurang jelas atau karena tugas unit baru
# saja berubah.

# %% [markdown]
# ### Latihan 6. Mencari yang bolak-balik
#
# Lihat enam laporan rekaan di bagian 8. Laporan mana yang bolak-balik? Tulislah nomornya di antara
# tanda kutip, misalnya `"SIM-1"`.

# %% tags=["latihan"]
back_and_forth = "SIM-2"
check_answer("05", 6, back_and_forth)

# %% [markdown] tags=["petunjuk"]
# Bacalah kolom unit dari atas ke bawah. Laporan mana yang kembali ke unit yang sama setelah pergi
# ke unit lain?

# %% [markdown] tags=["kunci"]
# Unit P, Unit Q, lalu Unit P lagi. SIM-3 berpindah satu kali dari Unit R ke Unit P; itu salah
# disposisi, bukan bolak-balik.

# %% [markdown]
# ### Latihan 7. Penutupan yang terlalu dini
#
# Pada SIM-6 Sistem menutup laporan sebelum masa tanggapan 10 hari kerja berakhir. Berapa hari kerja
# terlalu dini?

# %% tags=["latihan"]
n_days_early = 10 - int(load_calendar().working_days("2022-08-05", "2022-08-09"))
check_answer("05", 7, n_days_early)

# %% [markdown] tags=["petunjuk"]
# Kurangkan dari 10 hari kerja yang sudah lewat. Tindak lanjut pada Jumat, 5 Agustus; ditutup pada
# Selasa, 9 Agustus. Hari tindak lanjut tidak dihitung.

# %% [markdown] tags=["kunci"]
# Dari 5 sampai 9 Agustus ada dua hari kerja, Senin dan Selasa. Pelapor kehilangan delapan hari
# kerja untuk menanggapi.

# %% [markdown]
# ### Latihan 8. Kalimat untuk pimpinan
#
# Pimpinan Kementerian A meminta satu kalimat. Lihat bagian 2 dan 9. Kalimat mana yang boleh
# ditulis? Pilihlah `"a"`, `"b"`, atau `"c"`.
#
# * a. "Tahap penutupan perlu disingkat, karena sistem baru menutup setelah 10 hari kerja."
# * b. "Di antara tahap yang ada di tangan kita, penyelesaian memakai porsi waktu terbesar; sebabnya
#   perlu ditanyakan kepada unit."
# * c. "Bila penyelesaian dipersingkat, laporan pasti tuntas dua kali lebih cepat."

# %% tags=["latihan"]
advice = "b"
check_answer("05", 8, advice)

# %% [markdown] tags=["petunjuk"]
# Siapa yang ditunggu pada tahap penutupan? Apakah tabel tahap mengetahui hasil sebuah perbaikan?

# %% [markdown] tags=["kunci"]
# Kalimat a mengurangi waktu pelapor untuk menanggapi. Kalimat c menjanjikan hasil yang tidak
# dihitung di sini.

# %% [markdown]
# ## Rangkuman
#
# 1. Setiap tahap mempunyai dua pertanyaan: berapa harinya, dan apakah dalam batas. Jawabannya dapat
#    berbeda.
# 2. Tanyakan siapa yang ditunggu. Masa tanggapan milik pelapor; porsi dibaca di dalam satu
#    instansi.
# 3. Sebagian besar waktu adalah menunggu. Laporan yang masih terbuka ikut dihitung.
# 4. Disposisi berulang belum tentu salah disposisi; sesuai alur belum tentu lancar.
# 5. Tabel tahap menunjukkan di mana, bukan mengapa, dan bukan hasil sebuah perbaikan. Laporan
#    sedikit: data belum memadai.
#
# ### Satu halaman untuk dibawa pulang
#
# * Mintalah catatan kejadian kepada pengelola aplikasi: kapan didisposisi, dibuka, dan dijawab.
# * Pilih lima laporan yang paling lama terbuka. Ikuti kejadiannya satu per satu bersama unitnya.
# * Cari laporan yang pernah dikembalikan. Catat unit yang seharusnya menerima sejak awal.
# * Pada setiap tahap, tulis siapa yang ditunggu: admin, unit, instansi lain, atau pelapor.
# * Tetapkan tujuan dahulu, menyingkat hari atau mematuhi batas, lalu pilih satu tahap.
