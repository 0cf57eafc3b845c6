# %% [markdown]
# # 04 Apakah perbandingan ini adil?
#
# **DATA SINTETIS, bukan kinerja sebenarnya.** Semua laporan di sini dibuat oleh program. Dua puluh
# empat daerah dan enam instansi contoh adalah rekaan. Kisahnya adalah studi kasus 2022 dengan
# nomenklatur saat itu. Nama instansi yang nyata hanya Kemenkumham dan Kemendikbudristek; angka
# keduanya adalah angka model. Bukan hasil evaluasi resmi KemenPANRB maupun penilaian Ombudsman RI.
# lapor-lab bukan produk resmi KemenPANRB.
#
# "Daerah kita peringkat berapa?" Tabel peringkat mudah dibuat dan cepat menyebar. Orang yang
# namanya ada di baris terakhir menanggung akibatnya, juga bila barisnya hanya kebetulan. Pelajaran
# ini memeriksa kapan sebuah perbandingan adil, dan kapan jawaban yang jujur adalah "belum dapat
# dibedakan".

# %% [markdown]
# ## Tujuan Pembelajaran
#
# Setelah pelajaran ini, Anda dapat:
#
# 1. menjelaskan mengapa tabel peringkat menyesatkan, terutama bagi instansi kecil;
# 2. memperhitungkan komposisi laporan sebelum membandingkan;
# 3. membaca diagram corong, termasuk "belum dapat dibedakan" dan "data belum memadai";
# 4. membaca rentang peringkat dan memeriksa kelompok pembanding;
# 5. membaca grafik bulanan dan skor gabungan tanpa menarik simpulan yang terlalu jauh.

# %% [markdown]
# ## Alokasi Waktu
#
# 2 JP (90 menit): 45 menit uraian materi dan 45 menit latihan.

# %% [markdown]
# ## Prasyarat
#
# Pelajaran 03 (pembilang, penyebut, dan selang kepercayaan). Anda tidak perlu pernah membuat
# program. Jalankan sel satu per satu dari atas dengan Shift+Enter.

# %% [markdown]
# ## Uraian Materi
#
# Sel pertama menyiapkan alat dan membuat satu tahun laporan rekaan dari skenario "daerah".

# %%
from dataclasses import replace

import matplotlib.pyplot as plt
import pandas as pd

from lapor_lab.comparison import compare, composite, find_measure, profile, track
from lapor_lab.course import check_answer
from lapor_lab.exchange import load_sample
from lapor_lab.metrics import count_cases, estimate
from lapor_lab.plots import (
    plot_adjustment,
    plot_caterpillar,
    plot_control_chart,
    plot_funnel,
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
from lapor_lab.synthetic import load_scenario, make_complaint_log

pd.set_option("display.max_colwidth", 200)
notice = "Data sintetis"
log = make_complaint_log(load_scenario("daerah"))
counts = count_cases(log)
caption = label("notice.scenario", scenario="daerah", rng=log.provenance["rng"])
print(f"{format_count(len(log.cases))} laporan sintetis, {len(counts.institutions)} daerah rekaan")
print(f"Data per tanggal {format_date(log.as_of)}")

# %% [markdown]
# ### 1. Tabel peringkat dan dasarnya yang rapuh
#
# Ukuran pertama: bagian laporan yang **dibuka kembali** setelah tanggapan pelapor. Makin rendah
# makin diharapkan. Kita urutkan nilai mentahnya, seperti yang biasa dilakukan orang. Inilah empat
# baris teratas dan empat baris terbawah.

# %%
reopened = compare(counts, "reopened_share")
league = reopened.table.sort_values("crude", ignore_index=True)
ends = league[["crude_lower", "crude_upper"]].to_numpy().tolist()
crude_table = pd.DataFrame(
    {
        "Urutan": league.index + 1,
        "Daerah": league["institution"],
        "Dibuka kembali": league["numerator"].map(format_count),
        "Dari laporan": league["denominator"].map(format_count),
        "Nilai mentah": league["crude"].map(format_share),
        "Selang 95 %": [format_interval(*pair, is_share=True) for pair in ends],
    }
).set_index("Urutan")
pd.concat([crude_table.head(4), crude_table.tail(4)]).rename_axis(columns=notice)

# %% [markdown]
# Lihat kolom "Dari laporan". Daerah dengan laporan sedikit ada di **kedua ujung**; tidak satu pun
# daerah dengan lebih dari 500 laporan tampak di sini. Itu bukan hal yang aneh. Bila laporannya
# sedikit, satu laporan saja menggeser nilainya jauh, ke atas atau ke bawah.
#
# Ujian yang sederhana: bagi tahun yang sama menjadi dua paruh, lalu buat dua tabel peringkat.

# %%
is_first = log.cases["submitted_at"] < "2022-02-15"
places = {}
for name, chosen in {"Paruh pertama": is_first, "Paruh kedua": ~is_first}.items():
    half = count_cases(replace(log, cases=log.cases[chosen]))
    values = estimate(half, [find_measure("reopened_share")]).set_index("institution")["estimate"]
    places[name] = values.rank(method="min").astype(int)
both_halves = pd.DataFrame(places).rename_axis(index="Daerah", columns=notice)
both_halves.loc[[*league["institution"].head(4), *league["institution"].tail(4)]]

# %%
moved = (both_halves["Paruh pertama"] - both_halves["Paruh kedua"]).abs()
print(f"Rata-rata daerah berpindah {format_number(moved.mean(), 1)} urutan dari 24")
print(f"Berpindah lebih dari lima urutan: {moved.gt(5).sum()} daerah")

# %% [markdown]
# Yang terdepan pada paruh pertama menjadi yang terakhir pada paruh kedua. Apakah daerah-daerah itu
# berubah? Kali ini kita dapat bertanya kepada pembuat data, karena datanya sintetis. Berapa macam
# peluang yang dipakai untuk 24 daerah?

# %%
inside = log.parameters.query("parameter in ['reply_share', 'reopened_share']")
for parameter, values in inside.groupby("parameter")["value"]:
    print(f"{parameter}: {len(values)} daerah, {values.nunique()} nilai")

# %% [markdown]
# Satu nilai untuk semua. Peluang pelapor membalas dan peluang laporan dibuka kembali **sama** di
# setiap daerah. Seluruh tabel peringkat tadi adalah kebetulan. Di dunia nyata kita tidak dapat
# bertanya kepada pembuat data. Maka kita memerlukan cara membaca yang tahan terhadap kebetulan.

# %% [markdown]
# ### 2. Komposisi laporan: yang pertama menjadi yang terakhir
#
# Sekarang soal yang lain, dan laporannya banyak. Enam instansi rekaan masing-masing menerima 1.000
# laporan, tetapi jenisnya berbeda. Tabel ini memuat jumlah laporan dan jumlah yang tindak lanjut
# pertamanya terlambat.

# %%
topics = ["Jalan rusak", "Bantuan sosial", "Perizinan"]
names = [f"Instansi {letter}" for letter in "ABCDEF"]
received = [900, 60, 40, 500, 300, 200, 300, 300, 400, 100, 300, 600, 60, 500, 440, 20, 80, 900]
late = [396, 12, 2, 250, 66, 18, 150, 75, 44, 52, 72, 60, 27, 130, 48, 12, 22, 144]
cells = pd.DataFrame(
    {
        "institution": [name for name in names for _ in topics],
        "topic": topics * len(names),
        "masuk": received,
        "terlambat": late,
    }
)
wide = cells.pivot_table(index="institution", columns="topic", aggfunc="sum")
wide.swaplevel(axis="columns")[topics].rename_axis(index="Instansi", columns=[notice, ""])

# %% [markdown]
# Instansi A hampir seluruhnya menerima laporan jalan rusak. Instansi F hampir seluruhnya menerima
# perizinan. Berapa bagian yang tepat waktu pada setiap topik, dan berapa pada semua topik?

# %%
n, n_late = wide["masuk"][topics], wide["terlambat"][topics]
on_time = 1 - n_late / n
on_time["Semua topik"] = 1 - n_late.sum(axis="columns") / n.sum(axis="columns")
on_time.map(format_share).rename_axis(index="Tepat waktu", columns=notice)

# %% [markdown]
# Bacalah kolom demi kolom. Pada **setiap** topik nilai Instansi A paling tinggi dan nilai
# Instansi F paling rendah. Namun pada "semua topik" Instansi F paling tinggi dan Instansi A paling
# rendah. Sebabnya **komposisi laporan**: laporan jalan rusak lama di mana pun ia masuk, dan
# Instansi A menerima paling banyak.
#
# `compare` memperhitungkannya bila diberi `adjust`. Caranya: hitung berapa yang tepat waktu
# seandainya setiap topik ditangani seperti rata-rata semua instansi, lalu bandingkan dengan yang
# terjadi. Sel berikut menulis 6.000 laporan rekaan itu satu per satu, lalu membandingkannya.

# %%
cases = cells.loc[cells.index.repeat(cells["masuk"])].reset_index(drop=True)
is_late = cases.groupby(["institution", "topic"]).cumcount() < cases["terlambat"]
cases["case_id"] = [f"SIM-{number}" for number in cases.index]
cases["submitted_at"] = pd.Timestamp("2022-07-04")
cases["responded_at"] = pd.to_datetime(is_late.map({True: "2022-07-29", False: "2022-07-06"}))
composed = ComplaintLog(cases=cases, events=None, as_of=log.as_of)
adjusted = compare(composed, "first_followed_up_within_limit", adjust=("topic",))
_, axes = plt.subplots(figsize=(8, 3.6), layout="constrained")
plot_adjustment(
    adjusted.table,
    "first_followed_up_within_limit",
    named=["Instansi A", "Instansi F"],
    ax=axes,
    is_synthetic=True,
    caption="enam instansi rekaan",
)
plt.show()

# %%
found = adjusted.table
ends = found[["adjusted_lower", "adjusted_upper"]].to_numpy().tolist()
ranks = found[["rank_low", "rank_high"]].astype(int).to_numpy().tolist()
pd.DataFrame(
    {
        "Instansi": found["institution"],
        "Penyebut": found["denominator"].map(format_count),
        "Nilai mentah": found["crude"].map(format_share),
        "Setelah disesuaikan": found["adjusted"].map(format_share),
        "Selang 95 %": [format_interval(*pair, is_share=True) for pair in ends],
        "Rentang peringkat": [f"{low} sampai {high}" for low, high in ranks],
    }
).set_index("Instansi").rename_axis(columns=notice)

# %% [markdown]
# Garisnya bersilangan: yang pertama menurut nilai mentah menjadi yang terakhir setelah disesuaikan.
# Lihat juga selangnya. Setelah disesuaikan, lima instansi saling berdekatan. Putusannya tetap
# hati-hati, "belum dapat dibedakan": dari enam instansi saja, kisaran yang wajar belum pasti.
# Kolom terakhir dibahas di bagian 5.
#
# Penyesuaian bukan sulap. Ia hanya memperhitungkan yang tercatat, di sini topik. Beratnya kasus,
# jarak, dan jumlah petugas tidak ikut diperhitungkan.

# %% [markdown]
# ### 3. Diagram corong
#
# Kembali ke 24 daerah dan laporan yang dibuka kembali. Diagram corong menaruh jumlah laporan di
# sumbu mendatar dan nilai di sumbu tegak. Garis tengah adalah nilai semua daerah bersama, yang
# disebut **acuan**. Dua pasang garis di atas dan di bawahnya adalah batas.

# %%
_, axes = plt.subplots(figsize=(8, 3.8), layout="constrained")
plot_funnel(
    reopened.table,
    reopened.limits,
    "reopened_share",
    named=["Kabupaten Contoh 02", "Kabupaten Contoh 11", "Kabupaten Contoh 13"],
    ax=axes,
    is_synthetic=True,
    caption=caption,
)
plt.show()
for verdict, n_regions in reopened.table["verdict"].value_counts().items():
    print(f"{label(f'verdict.{verdict}')}: {n_regions} daerah")

# %% [markdown]
# Batas itu menjawab satu pertanyaan: sejauh apa nilai dapat bergeser **karena kebetulan saja**?
# Untuk laporan sedikit, jauh; untuk laporan banyak, dekat. Karena itu bentuknya corong. Batas luar
# memuat 99,8 % kebetulan: dari 500 daerah yang sama persis, kira-kira satu akan berada di luarnya.
#
# * **Belum dapat dibedakan.** Titiknya di dalam corong. Yang pertama dan yang terakhir pada tabel
#   peringkat tadi sama-sama di dalam.
# * **Data belum memadai.** Penyebutnya kurang dari 30. Daerah itu digambar kosong dan tidak
#   dinilai.
# * **Di atas** atau **di bawah kisaran kelompok pembanding.** Titiknya di luar. Kali ini tidak ada.
#
# Apakah "belum dapat dibedakan" berarti baik-baik saja? **Tidak.** Diam bukan pembebasan. Tanyakan
# dahulu: seberapa jauh daerah itu harus menyimpang supaya terlihat?

# %%
sizes = reopened.table.set_index("institution").loc[
    ["Kabupaten Contoh 11", "Kabupaten Contoh 08", "Kota Contoh 03", "Kota Contoh 01"]
]
pd.DataFrame(
    {
        "Penyebut": sizes["denominator"].map(format_count),
        "Nilai mentah": sizes["crude"].map(format_share),
        "Acuan": sizes["target"].map(format_share),
        "Baru akan terlihat pada": (sizes["target"] + sizes["smallest_effect"]).map(format_share),
    }
).rename_axis(index="Daerah", columns=notice)

# %% [markdown]
# Kolom terakhir dihitung dengan peluang 80 %. Di daerah dengan sedikit laporan, bagian yang dibuka
# kembali harus berlipat kali acuan sebelum terlihat. Di daerah besar, selisih beberapa poin persen
# sudah terlihat. Maka tulislah "belum dapat dibedakan" **bersama** angka ini.
#
# Corong juga dapat menemukan sesuatu. Ukuran berikutnya adalah verifikasi dalam 3 hari kerja.

# %%
verified = compare(counts, "verified_within_limit")
outside = verified.table.query("verdict in ['above', 'below']")
for row in outside.itertuples():
    interval = format_interval(row.crude_lower, row.crude_upper, is_share=True)
    print(f"{row.institution}: {row.numerator:.0f} dari {row.denominator:.0f} tepat waktu")
    print(f"{format_share(row.crude)} (selang 95 %: {interval}), acuan {format_share(row.target)}")
    print(label(f"verdict.{row.verdict}"))

# %% [markdown]
# Satu dari 24 daerah berada di luar. Itu awal pertanyaan, bukan akhir penilaian. Kita kembali
# kepadanya di bagian 7.

# %% [markdown]
# ### 4. Bila semua memang beragam
#
# Ukuran ketiga: tindak lanjut pertama dalam 5 hari kerja. Garis titik-titik adalah batas biasa,
# seperti di bagian 3. Garis lainnya adalah batas yang dilebarkan.

# %%
share = "first_followed_up_within_limit"
follow_up = compare(counts, share)
_, axes = plt.subplots(figsize=(8, 3.8), layout="constrained")
plot_funnel(
    follow_up.table, follow_up.limits, share,
    named=[], ax=axes, is_synthetic=True, caption=caption,
)  # fmt: skip
plt.show()

# %% [markdown]
# Hampir semua titik berada di luar batas biasa, di atas maupun di bawah. Bila hampir semua
# "menyimpang", kata itu kehilangan arti: tidak ada kebiasaan bersama yang disimpangi. Daerah
# **memang berbeda-beda**, misalnya karena jumlah petugasnya. Batas biasa hanya mengenal kebetulan,
# sehingga terlalu sempit. Keadaan ini disebut **keragaman berlebih**.
#
# Maka batas dilebarkan menurut beragamnya kelompok itu sendiri. Ada lebih dari satu cara yang
# wajar:
#
# * **cara 1** membuang nilai paling ujung sebelum menghitung keragaman;
# * **cara 2** menarik nilai paling ujung ke dalam, tanpa membuangnya.
#
# Keduanya dapat berbeda. lapor-lab baru menyebut "di atas" atau "di bawah" bila **keduanya
# sepakat**. Tabel berikut menghitung titik di luar batas. Baris ketiga membandingkan topik, bukan
# daerah.

# %%
by_topic = compare(log, "first_follow_up_mean_days", by="topic")
looked_at = {
    "Verifikasi ≤ 3 hari kerja, menurut daerah": verified.table,
    "Tindak lanjut pertama ≤ 5 hari kerja, menurut daerah": follow_up.table,
    "Rata-rata hari sampai tindak lanjut, menurut topik": by_topic.table,
}
rows = {}
for name, table in looked_at.items():
    is_outside = table[["z", "z_truncated", "z_winsorised"]].abs().gt(3.09)
    agreed = is_outside["z_truncated"] & is_outside["z_winsorised"]
    rows[name] = [table["z"].count(), *is_outside.sum(), agreed.sum()]
columns = ["Dinilai", "Di luar batas biasa", "Menurut cara 1", "Menurut cara 2", "Sepakat"]
pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis(columns=notice)

# %% [markdown]
# Angka 3,09 adalah jarak yang setara dengan batas 99,8 %.
#
# * Baris pertama: kedua cara sepakat. Kesimpulannya kuat.
# * Baris kedua: banyak di luar batas biasa, tidak satu pun di luar batas yang dilebarkan. Bukan
#   karena semua sama, melainkan karena semua berbeda.
# * Baris ketiga: satu topik tampak menyimpang menurut satu cara saja. Kesimpulan yang bergantung
#   pada pilihan rumus bukan kesimpulan. Jawabannya: belum dapat dibedakan.

# %% [markdown]
# ### 5. Rentang peringkat, bukan peringkat
#
# "Berbeda dari kelompoknya" dan "berbeda satu dengan yang lain" adalah dua pertanyaan. Untuk yang
# kedua kita memakai **rentang peringkat**: semua peringkat yang masih mungkin bagi sebuah daerah.
# Dengan kepercayaan 95 %, peringkat yang sebenarnya dari semua daerah sekaligus ada di dalam
# rentangnya.

# %%
chosen = ["Kota Contoh 05", "Kabupaten Contoh 03", "Kota Contoh 02", "Kabupaten Contoh 06"]
chosen_rows = follow_up.table.set_index("institution").loc[chosen]
ranges = {"Nilai tindak lanjut pertama": chosen_rows["crude"].map(format_share)}
for name, table in {"Rentang peringkatnya": follow_up, "Rentang dibuka kembali": reopened}.items():
    both_ends = table.table.set_index("institution").loc[chosen, ["rank_low", "rank_high"]]
    ranges[name] = [f"{low:.0f} sampai {high:.0f}" for low, high in both_ends.to_numpy()]
pd.DataFrame(ranges).rename_axis(index="Daerah", columns=notice)

# %% [markdown]
# * Untuk **tindak lanjut pertama**, sebagian rentang terpisah. Seluruh rentang Kota Contoh 05 ada
#   di depan seluruh rentang Kabupaten Contoh 06. Keduanya berbeda.
# * Rentang yang **bertumpang tindih** belum dapat diurutkan, walaupun nilainya berbeda.
# * Untuk **dibuka kembali**, rentangnya memuat hampir semua peringkat. Tabel peringkat di bagian 1
#   memberi setiap daerah satu angka. Rentang ini mengatakan: angka itu tidak berisi apa-apa.
#
# Jadi tidak ada daerah yang berada di luar kisaran kelompoknya, tetapi beberapa **pasang** daerah
# sudah jelas berbeda. Kedua kalimat itu benar bersama-sama. Gambar semua rentang akan Anda buat
# sendiri pada latihan 6.

# %% [markdown]
# ### 6. Siapa pembandingnya, dan enam pemeriksaan
#
# Acuan berasal dari kelompok pembanding. Kelompok yang lain memberi acuan yang lain. Pilihan
# `peers="kind"` membandingkan provinsi dengan provinsi, kota dengan kota, kabupaten dengan
# kabupaten.

# %%
by_kind = compare(counts, share, peers="kind").table
peer_groups = pd.concat([by_kind, follow_up.table]).groupby("peer_group")
pd.DataFrame(
    {
        "Daerah": peer_groups.size(),
        "Laporan yang dinilai": peer_groups["denominator"].sum().map(format_count),
        "Acuan": peer_groups["target"].first().map(format_share),
    }
).rename_axis(index="Kelompok pembanding", columns=notice)

# %% [markdown]
# Acuan provinsi dan acuan kabupaten terpaut jauh. Maka tentukan kelompok **sebelum** melihat angka,
# dan tulis alasannya. Kelompok yang terlalu kecil pun tidak menolong: dari empat provinsi kita
# hampir tidak tahu seberapa beragam provinsi. Kelompok yang kurang dari tiga tidak dinilai.
#
# Sekarang sepuluh kementerian dari data contoh, disesuaikan menurut topik. Sebelum menyebut nama
# siapa pun, `compare` menjalankan enam pemeriksaan.

# %%
ministries = compare(load_sample(), share, adjust=("topic",))
pd.DataFrame(
    {
        "Pemeriksaan": [label(f"check.{check.step}") for check in ministries.checks],
        "Hasil": [label(f"check_status.{check.status.value}") for check in ministries.checks],
        "Penjelasan": [check.reason for check in ministries.checks],
    }
).set_index("Pemeriksaan").rename_axis(columns=notice)

# %%
named = ministries.table
pd.DataFrame(
    {
        "Instansi": named["institution"],
        "Penyebut": named["denominator"].map(format_count),
        "Putusan": [label(f"verdict.{verdict}") for verdict in named["verdict"]],
    }
).set_index("Instansi").rename_axis(columns=notice)

# %% [markdown]
# Angka Kemenkumham dan Kemendikbudristek di sini adalah angka model. Lebih penting lagi: sebagian
# besar pemeriksaan berbunyi "perhatian".
#
# Setiap kementerian mempunyai urusannya sendiri: sebagian besar laporannya bertopik yang jarang
# diterima kementerian lain. Menyesuaikan menurut topik di sini hampir berarti membandingkan
# kementerian dengan dirinya sendiri. Instansinya hanya sepuluh, sehingga keragamannya belum pasti,
# dan satu di antaranya belum memadai datanya. Kesimpulan yang jujur: belum dapat dibedakan.
#
# Perbandingan dapat juga **ditolak**, misalnya bila kurang dari tiga instansi yang dapat dinilai.

# %% [markdown]
# ### 7. Bulan demi bulan
#
# Kota Contoh 04 berada di bawah kisaran untuk verifikasi. Apakah sepanjang tahun? Grafik kendali
# menjawabnya. Dua catatan pada grafik kita tulis sendiri, karena program tidak mengetahuinya.
# SK itu rekaan.

# %%
notes = {"Kota Contoh 04": {"2022-04": "SK baru (rekaan)", "2022-05": "Lebaran"}}
monthly = track(log, "verified_within_limit", notes=notes).table
chart = monthly.query("institution == 'Kota Contoh 04'")
_, axes = plt.subplots(figsize=(8.5, 3.6), layout="constrained")
plot_control_chart(chart, "verified_within_limit", ax=axes, is_synthetic=True, caption=caption)
plt.show()

# %%
part = chart.query("'2022-01' <= period <= '2022-06'")
ends = part[["lower", "upper"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Bulan": part["period"],
        "Tepat waktu": part["numerator"].map(format_count),
        "Penyebut": part["denominator"].map(format_count),
        "Nilai": part["value"].map(format_share),
        "Batas bulan itu": [format_interval(*pair, is_share=True) for pair in ends],
        "Tanda": part["is_special"].map({True: "di luar batas", False: ""}),
        "Catatan": part["note"],
    }
).set_index("Bulan").rename_axis(columns=notice)

# %% [markdown]
# Satu bulan berada di luar batas, dan bulan sebelumnya hampir. Bulan lainnya biasa. Jadi yang
# perlu ditanyakan bukan "mengapa kota ini tertinggal", melainkan "apa yang terjadi pada Februari
# dan Maret". Mungkin petugas cuti, mungkin jabatan kosong. Data ini tidak mencatatnya; orang di
# sana tahu.
#
# **SK belum tentu penyebab.** Nilai membaik setelah Maret, dan pada April ada SK. Namun sesudah
# titik yang ekstrem, titik berikutnya hampir selalu lebih biasa, dengan atau tanpa SK. Catatan
# hanya memberi tahu kapan, bukan mengapa.
#
# **Batas tidak dimulai ulang dengan sendirinya.** Bila program memulai batas baru setiap kali ada
# perubahan, penurunan pun segera dianggap biasa. Anda boleh memintanya dengan `rebase_at`, dengan
# alasan yang ditulis. Bandingkan garis tengahnya:

# %%
restarted = track(log, "verified_within_limit", rebase_at={"Kota Contoh 04": ["2022-04"]}).table
restarted = restarted.query("institution == 'Kota Contoh 04'")
for name, table in {"Batas tetap": chart, "Dimulai ulang pada April 2022": restarted}.items():
    first, last = (format_share(table["centre"].iloc[place]) for place in (0, -1))
    print(f"{name}: garis tengah Agustus 2021 {first}, Agustus 2022 {last}")

# %% [markdown]
# Dengan batas yang dimulai ulang, tahun itu tampak terdiri atas dua masa, dengan SK di antaranya.
# Padahal yang luar biasa hanya dua bulan.
#
# **Lebaran dan musim.** Di sekitar Lebaran banyak daerah melambat bersama-sama. Itu bukan tanda
# tentang satu daerah. Maka garis tengah setiap daerah mengikuti musim yang dialami daerah **lain**.
# Lihat tindak lanjut pertama di semua daerah dan di Kota Contoh 04:

# %%
season = track(log, share).table.query("'2022-03' <= period <= '2022-06'")
together = season.groupby("period")[["numerator", "denominator", "is_special"]].sum()
one = season.query("institution == 'Kota Contoh 04'").set_index("period")
pd.DataFrame(
    {
        "Semua daerah": (together["numerator"] / together["denominator"]).map(format_share),
        "Daerah dengan tanda": together["is_special"],
        "Kota Contoh 04": one["value"].map(format_share),
        "Garis tengah Kota Contoh 04": one["centre"].map(format_share),
    }
).rename_axis(index="Bulan", columns=notice)

# %% [markdown]
# Mei 2022, bulan Lebaran, paling rendah bagi semua daerah bersama. Garis tengah Kota Contoh 04 ikut
# turun, dan Mei tidak menimbulkan lebih banyak tanda daripada bulan lain.

# %% [markdown]
# ### 8. Skor gabungan: selalu dengan rentangnya
#
# Tiga ukuran berdampingan disebut **profil**. Di dalam profil tidak ada yang dijumlahkan. Kemudian
# ada yang meminta satu angka. Angka itu memerlukan **bobot**, dan bobot adalah pilihan orang. Kita
# beri bobot yang sama. Lalu program mengubah setiap bobot sampai seperempatnya dan memakai tiga
# cara menyamakan skala. Hasilnya rentang peringkat, bukan peringkat. Tabel memuat provinsi dan kota
# saja; rentangnya dihitung di antara 24 daerah.

# %%
completed = compare(counts, "completed_within_limit")
side_by_side = profile([verified, follow_up, completed])
measures = ["verified_within_limit", share, "completed_within_limit"]
scores = composite(side_by_side, dict.fromkeys(measures, 1)).set_index("institution")
score_ranks = scores[["rank_low", "rank_high"]].astype(int)
values = side_by_side.pivot_table(index="institution", columns="measure", values="value")
values = (
    values[measures]
    .map(format_share)
    .set_axis([label(f"measure.{measure}") for measure in measures], axis="columns")
)
values["Rentang peringkat skor"] = [
    f"{low} sampai {high}" for low, high in score_ranks.to_numpy().tolist()
]
is_shown = ~values.index.str.startswith("Kabupaten")
values[is_shown].rename_axis(index="Daerah", columns=notice)

# %% [markdown]
# Pada banyak daerah bobot ikut menentukan: rentangnya lebar walaupun datanya sama persis. Rentang
# ini pun **belum** memuat ketidakpastian datanya, sehingga yang sebenarnya lebih lebar. Bila skor
# gabungan harus dipakai, tulis bobotnya, siapa yang memilihnya, dan rentangnya.
#
# Ukuran "dibuka kembali" tidak dapat ikut. Di sana tidak ada perbedaan yang dapat digabungkan.

# %% [markdown]
# ## Latihan
#
# Gantilah tiga titik dengan jawaban Anda, lalu jalankan sel. Desimal ditulis dengan titik, misalnya
# 0.25. Jawaban berupa kata ditulis di antara tanda kutip.
#
# ### Latihan 1. Yang terakhir pada tabel peringkat
#
# Kabupaten Contoh 13 berada di urutan terakhir pada tabel di bagian 1. Sel berikut menampilkan
# rentang peringkatnya untuk laporan yang dibuka kembali.

# %%
last = reopened.table.set_index("institution").loc["Kabupaten Contoh 13"]
print(f"Rentang peringkat: {last['rank_low']:.0f} sampai {last['rank_high']:.0f}")

# %% [markdown]
# Berapa peringkat **paling depan** yang masih mungkin baginya?

# %% tags=["latihan"]
best_rank = int(last["rank_low"])
check_answer("04", 1, best_rank)

# %% [markdown] tags=["petunjuk"]
# Peringkat paling depan adalah angka pertama dari rentangnya.

# %% [markdown] tags=["kunci"]
# Daerah yang terakhir menurut nilai mentah masih mungkin yang terdepan. Penyebutnya hanya puluhan
# laporan.

# %% [markdown]
# ### Latihan 2. Berapa yang diharapkan?
#
# Sel berikut menampilkan bagian tepat waktu setiap topik di keenam instansi bersama, dan jumlah
# laporan Instansi A.

# %%
on_time_everywhere = 1 - n_late.sum() / n.sum()
own = n.loc["Instansi A"]
for topic in topics:
    print(f"{topic}: {format_share(on_time_everywhere[topic])}; Instansi A {own[topic]} laporan")

# %% [markdown]
# Andaikan setiap topik di Instansi A ditangani seperti semua instansi bersama. Berapa bagian dari
# seluruh laporannya yang tepat waktu? Tulislah antara 0 dan 1, dua angka desimal.

# %% tags=["latihan"]
expected_share = (on_time_everywhere * own).sum() / own.sum()
check_answer("04", 2, expected_share)

# %% [markdown] tags=["petunjuk"]
# Kalikan bagian tepat waktu setiap topik dengan jumlah laporan Instansi A, jumlahkan, lalu bagi
# dengan seluruh laporan Instansi A.

# %% [markdown] tags=["kunci"]
# Bandingkan dengan nilai mentah Instansi A di bagian 2. Yang terjadi sedikit di **atas** yang
# diharapkan, padahal nilai mentahnya paling rendah.

# %% [markdown]
# ### Latihan 3. Kalimat tentang Instansi F
#
# Kalimat mana yang boleh ditulis berdasarkan bagian 2? Pilihlah `"a"`, `"b"`, atau `"c"`.
#
# * a. "Instansi F paling cepat, karena paling banyak laporannya yang tepat waktu."
# * b. "Nilai Instansi F tinggi karena sebagian besar laporannya perizinan; pada setiap topik
#   nilainya di bawah instansi lain."
# * c. "Setelah disesuaikan, petugas Instansi F terbukti kurang bekerja."

# %% tags=["latihan"]
sentence = "b"
check_answer("04", 3, sentence)

# %% [markdown] tags=["petunjuk"]
# Bandingkan kolom setiap topik dengan kolom "semua topik". Apakah penyesuaian mengetahui sebab?

# %% [markdown] tags=["kunci"]
# Kalimat a hanya melihat nilai mentah. Kalimat c menyebut sebab, padahal angka tidak memuat sebab.

# %% [markdown]
# ### Latihan 4. Diam bukan pembebasan
#
# Kabupaten Contoh 09 tidak menyimpang untuk laporan yang dibuka kembali.

# %%
silent = reopened.table.set_index("institution").loc["Kabupaten Contoh 09"]
print(f"Penyebut {format_count(silent['denominator'])} laporan")
print(f"Acuan {format_number(silent['target'], 3)}")
print(f"Penyimpangan terkecil yang akan terlihat {format_number(silent['smallest_effect'], 3)}")

# %% [markdown]
# Pada nilai berapa daerah ini baru akan terlihat? Tulislah antara 0 dan 1, dua angka desimal.

# %% tags=["latihan"]
seen_from = silent["target"] + silent["smallest_effect"]
check_answer("04", 4, seen_from)

# %% [markdown] tags=["petunjuk"]
# Jumlahkan acuan dan penyimpangan terkecil yang akan terlihat.

# %% [markdown] tags=["kunci"]
# Nilainya kira-kira tiga kali acuan. Andaikan bagian yang dibuka kembali di sana dua kali acuan,
# corong ini mungkin sekali tidak melihatnya.

# %% [markdown]
# ### Latihan 5. Dua cara yang harus sepakat
#
# Lima instansi rekaan. Angkanya adalah jarak dari acuan menurut dua cara. Jarak lebih dari 3,09
# berarti di luar batas.

# %%
distances = pd.DataFrame(
    {"cara_1": [1.2, 3.4, -3.6, 2.8, -2.2], "cara_2": [1.4, 3.9, -4.1, 3.2, -2.9]},
    index=["Instansi P", "Instansi Q", "Instansi R", "Instansi S", "Instansi T"],
)
distances.map(lambda value: format_number(value, 1)).rename_axis(columns=notice)

# %% [markdown]
# Berapa instansi yang boleh disebut di atas atau di bawah kisaran kelompok pembandingnya?

# %% tags=["latihan"]
is_firm = distances.abs().gt(3.09).all(axis="columns")
n_firm = int(is_firm.sum())
check_answer("04", 5, n_firm)

# %% [markdown] tags=["petunjuk"]
# Tanda minus berarti di bawah acuan. Hitunglah instansi yang jaraknya lebih dari 3,09 menurut
# kedua cara.

# %% [markdown] tags=["kunci"]
# Instansi Q di atas dan Instansi R di bawah. Instansi S menyimpang menurut satu cara saja, sehingga
# belum dapat dibedakan.

# %% [markdown]
# ### Latihan 6. Dua daerah, satu pertanyaan
#
# Gambarlah dahulu rentang semua daerah untuk tindak lanjut pertama. Salin dua baris ini ke sel di
# bawah, di atas jawaban Anda:
#
# ```python
# plot_caterpillar(follow_up.table, share, is_synthetic=True, caption=caption)
# plt.show()
# ```
#
# Bagaimana Provinsi Contoh 02 dibandingkan dengan Kota Contoh 02? Pilihlah: `"di atas"`,
# `"di bawah"`, atau `"belum dapat dibedakan"`.

# %% tags=["latihan"]
plot_caterpillar(follow_up.table, share, is_synthetic=True, caption=caption)
plt.show()
reading = "belum dapat dibedakan"
check_answer("04", 6, reading)

# %% [markdown] tags=["petunjuk"]
# Jangan membandingkan nilainya. Apakah kedua rentang peringkat bertumpang tindih?

# %% [markdown] tags=["kunci"]
# Nilainya berselisih, tetapi rentangnya bertumpang tindih. Tabel peringkat akan mengurutkan
# keduanya; data ini tidak.

# %% [markdown]
# ### Latihan 7. Setelah SK terbit
#
# Lihat bagian 7. Kalimat mana yang boleh ditulis? Pilihlah `"a"`, `"b"`, atau `"c"`.
#
# * a. "SK April memperbaiki verifikasi di Kota Contoh 04."
# * b. "Karena ada SK, batas dimulai ulang dan bulan Maret tidak perlu dibahas."
# * c. "Pada Maret verifikasi di luar batas biasa; sesudahnya kembali seperti sebelumnya. Pada April
#   ada SK. Sebabnya perlu ditanyakan."

# %% tags=["latihan"]
statement = "c"
check_answer("04", 7, statement)

# %% [markdown] tags=["petunjuk"]
# Bandingkan nilai sesudah April dengan nilai **sebelum** Februari. Apakah ada yang baru?

# %% [markdown] tags=["kunci"]
# Nilai sesudah April serupa dengan nilai tahun 2021. Yang luar biasa adalah Februari dan Maret.

# %% [markdown]
# ### Latihan 8. Bobot yang ikut menentukan
#
# Dari **semua** 24 daerah, berapa yang masih mungkin berada di peringkat 10 menurut skor gabungan?
# Rentang setiap daerah ada di `score_ranks`, dengan kolom `rank_low` dan `rank_high`.

# %% tags=["latihan"]
may_be_tenth = score_ranks["rank_low"].le(10) & score_ranks["rank_high"].ge(10)
n_tenth = int(may_be_tenth.sum())
check_answer("04", 8, n_tenth)

# %% [markdown] tags=["petunjuk"]
# Ketik `score_ranks` untuk melihat semuanya. Hitunglah daerah yang rentangnya memuat 10.
#
# Dengan program: bandingkan `rank_low` dengan 10 dan `rank_high` dengan 10, lalu jumlahkan yang
# memenuhi keduanya.

# %% [markdown] tags=["kunci"]
# Hanya bobot dan skalanya yang berubah; laporannya sama. Satu peringkat dapat ditempati beberapa
# daerah. Untuk melihat ketiga ukuran tanpa skor, jalankan
# `lapor_lab.plots.plot_profile(side_by_side, is_synthetic=True, caption=caption)`, setelah
# `import lapor_lab.plots`.

# %% [markdown]
# ## Rangkuman
#
# 1. Tabel peringkat menaruh instansi kecil di kedua ujung. Peringkatnya berpindah tanpa sebab.
# 2. Perhitungkan komposisi laporan sebelum membandingkan; nilai mentah dapat membalik urutan.
# 3. Di dalam corong: belum dapat dibedakan. Sebutkan pula seberapa besar penyimpangan yang baru
#    akan terlihat.
# 4. Kesimpulan kuat hanya bila dua cara sepakat. Tulislah rentang peringkat, bukan peringkat.
# 5. Bulan dibaca dengan musimnya, catatan tidak sama dengan sebab, dan skor gabungan ditulis dengan
#    rentang menurut bobotnya.
#
# ### Satu halaman untuk dibawa pulang
#
# * Tanyakan pada setiap tabel peringkat: dari berapa laporan, jenis apa, dan dibandingkan dengan
#   siapa?
# * Bagilah satu tahun menjadi dua paruh. Bila urutannya berganti, jangan umumkan urutannya.
# * Tetapkan kelompok pembanding sebelum membuka angkanya, dan tulis alasannya.
# * Sebelum terbit, kirimkan angka kepada instansi yang disebut dan beri ruang untuk menjawab.
# * Tulislah "di atas", "di bawah", "belum dapat dibedakan", atau "data belum memadai". Bukan juara.
