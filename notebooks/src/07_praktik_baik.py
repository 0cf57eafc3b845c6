# %% [markdown]
# # 07 Praktik baik mana yang perlu didahulukan?
#
# **DATA SINTETIS, bukan kinerja sebenarnya. Simulasi, bukan janji kinerja.** Semua laporan di sini
# dibuat oleh program. Kisahnya adalah studi kasus 2022 dengan nomenklatur saat itu. Nama instansi
# yang nyata hanya Kemenkumham dan Kemendikbudristek; angka keduanya di sini adalah angka model,
# bukan hasil evaluasi. lapor-lab bukan produk resmi KemenPANRB.
#
# Sebuah instansi ingin belajar dari instansi percontohan. Ada lima praktik baik, tetapi waktu dan
# tenaga terbatas. Pelajaran ini mencoba satu praktik di dalam komputer sebelum dicoba pada orang.

# %% [markdown]
# ## Tujuan Pembelajaran
#
# Setelah pelajaran ini, Anda dapat:
#
# 1. menyebutkan lima praktik baik dari studi kasus dan menjelaskan inti masing-masing;
# 2. menjelaskan mengapa angka sebelum dan sesudah belum membuktikan hasil sebuah praktik;
# 3. membaca hasil simulasi "bagaimana jika": kedua dunia, perubahannya, dan selangnya;
# 4. membedakan hal yang dikatakan selang dan hal yang hanya diasumsikan;
# 5. memilih praktik yang didahulukan menurut apa yang belum ada di instansi.

# %% [markdown]
# ## Alokasi Waktu
#
# 2 JP (90 menit): 45 menit uraian materi, 45 menit latihan dan diskusi kelompok.

# %% [markdown]
# ## Prasyarat
#
# Pelajaran 03 (tindak lanjut pertama dan batas waktu) dan pelajaran 04 (selang kepercayaan). Anda
# tidak perlu pernah membuat program. Jalankan sel satu per satu dari atas dengan Shift+Enter.
# Beberapa sel memerlukan beberapa detik, karena satu tahun laporan dibuat berulang kali.

# %% [markdown]
# ## Uraian Materi
#
# Sel pertama menyiapkan alat dan skenario.

# %%
from dataclasses import replace

import matplotlib.pyplot as plt
import pandas as pd

from lapor_lab.course import check_answer
from lapor_lab.metrics import count_cases, estimate
from lapor_lab.plots import plot_before_after
from lapor_lab.practices import KONEKTIVITAS, WHAT_IF_MEASURES, adopt, what_if
from lapor_lab.schema import (
    format_count,
    format_date,
    format_difference,
    format_estimate,
    format_interval,
    format_number,
    format_share,
    label,
)
from lapor_lab.synthetic import load_scenario, make_complaint_log

pd.set_option("display.max_colwidth", 200)
scenario = load_scenario("kementerian")
f"skenario {scenario.name}, {scenario.period_days} hari sampai {format_date(scenario.as_of)}"

# %% [markdown]
# ### 1. Lima praktik baik dari studi kasus
#
# Pada 15 Agustus 2022 Kemenkumham berbagi pengalaman mengelola SP4N-LAPOR! dengan
# Kemendikbudristek (kemenkumham.go.id). Ada lima praktik:
#
# 1. **Tugas dan fungsi.** Mengelola laporan adalah tugas resmi sebuah unit, bukan sambilan.
# 2. **Konektivitas.** Admin terhubung dengan pejabat penghubung di setiap unit utama, kantor
#    wilayah, dan UPT.
# 3. **Target kinerja.** Penanganan laporan masuk target kinerja, sehingga ditagih dan dipantau.
# 4. **Sosialisasi.** Pejabat penghubung tahu caranya, masyarakat tahu salurannya.
# 5. **Legalitas.** Ada dasar hukumnya: rencana aksi (Kepmenkumham M.HH-10.HH.07.05), surat edaran
#    Sekjen (SEK-12.HH.05.05), serta SK admin dan pejabat penghubung. Sebuah Permen saat itu sedang
#    disiapkan.
#
# Pesan utamanya: bila **konektivitas dan legalitas** di antara para admin sudah terbangun, laporan
# menjadi mudah ditindaklanjuti.
#
# Kemendikbudristek bukan pihak yang tertinggal. Pada Juni 2022 kedua kementerian menerima
# penghargaan dalam kategori yang sama: keberlanjutan, konektivitas, dan dampak (undp.org,
# 17 Juni 2022; memorandum.disway.id). Yang berbeda adalah keadaannya. Kemendikbudristek baru
# menerima unit hasil penggabungan dan ingin menyusun petunjuk teknis.
#
# **Baru konektivitas yang dapat dicoba di komputer**, karena akibatnya dapat ditulis sebagai angka:
# berapa akun yang aktif, berapa disposisi yang salah, berapa hari sampai dibaca. Empat praktik
# lainnya kita bahas, tidak kita simulasikan. Itu tidak berarti keempatnya kurang penting.

# %% [markdown]
# ### 2. Mengapa "sebelum dan sesudah" belum cukup?
#
# Cara yang lazim: terapkan praktik, lalu bandingkan tahun ini dengan tahun lalu. Mari kita uji cara
# itu. Sel berikut membuat enam versi dari tahun yang sama di Kemendikbudristek. **Tidak ada praktik
# yang diterapkan**; yang berbeda hanya kebetulan: laporan apa yang masuk, kapan, dan ke mana.

# %%
notice = "DATA SINTETIS; simulasi, bukan janji kinerja"
today = scenario.institution("kemendikbudristek")
alone = replace(scenario, institutions=(today,))
within_limit = [m for m in WHAT_IF_MEASURES if m.id == "first_followed_up_within_limit"]
logs = [make_complaint_log(alone, rng=seed) for seed in range(1, 7)]
years = pd.concat([estimate(count_cases(log), within_limit) for log in logs])
intervals = zip(years["lower"], years["upper"], strict=True)
same_year = pd.DataFrame(
    {
        "Versi": range(1, 7),
        "Tepat waktu": years["numerator"].map(format_count).to_list(),
        "Dari laporan": years["denominator"].map(format_count).to_list(),
        "Tindak lanjut pertama ≤ 5 hari kerja": years["estimate"].map(format_share).to_list(),
        "Selang 95 %": [format_interval(*ends, is_share=True) for ends in intervals],
    }
).set_index("Versi")
same_year.rename_axis(columns=notice)

# %% [markdown]
# Semua versi memakai unit, petugas, dan kebiasaan yang sama. Namun angkanya bergerak beberapa poin
# persen. Andaikan versi 1 adalah tahun lalu dan versi 2 tahun ini. Orang akan memuji praktik yang
# baru diterapkan, padahal tidak ada yang diterapkan.
#
# "Dari laporan" tidak memuat arsip, salinan, dan laporan yang masih dalam batas waktu.
#
# Selang versi 1 dan versi 2 bahkan tidak bertumpang tindih. Selang itu menganggap setiap laporan
# berdiri sendiri. Padahal laporan di antrean yang sama terlambat bersama-sama: satu bulan padat di
# satu unit cukup untuk menurunkan angka setahun.
#
# Di dunia nyata masih ada hal lain yang ikut berubah: musim, jumlah laporan, pejabat, cara
# mencatat. Kita hanya melihat satu dari dua dunia, dengan praktik **atau** tanpa praktik.
#
# Simulasi melihat keduanya. Laporan yang sama masuk pada jam yang sama, dengan kebetulan yang sama.
# Hanya praktiknya yang berbeda.
#
# | Simulasi dapat | Simulasi tidak dapat |
# |---|---|
# | memisahkan akibat praktik dari kebetulan | menunjukkan bahwa asumsinya benar |
# | menunjukkan di unit mana perubahan terjadi | menghitung biaya, kemauan, dan kecakapan orang |
# | menguji asumsi yang lebih lemah | menilai mutu isi jawaban kepada pelapor |
# | menolak gagasan yang pengaruhnya kecil, menurut model itu | menjanjikan angka tahun depan |

# %% [markdown]
# ### 3. Apa yang diubah oleh konektivitas?
#
# Di dalam model, instansi adalah sekumpulan angka yang disebut **parameter**. Konektivitas mengubah
# tiga di antaranya. Tabel ini menunjukkan nilai hari ini, nilai dengan praktik, dan alasannya.

# %%
levers = pd.DataFrame(
    {
        "parameter": [lever.parameter for lever in KONEKTIVITAS.levers],
        "today": [lever.value(today, strength=0) for lever in KONEKTIVITAS.levers],
        "reached": [lever.value(today, strength=1) for lever in KONEKTIVITAS.levers],
        "Alasan": [lever.reason for lever in KONEKTIVITAS.levers],
    }
)
is_share = levers["parameter"].str.endswith("_share")
shown = levers[["today", "reached"]].map(format_number, decimals=2)
shown[is_share] = levers.loc[is_share, ["today", "reached"]].map(format_share)
shown.columns = ["Hari ini", "Dengan praktik"]
shown.index = [label(f"parameter.{name}") for name in levers["parameter"]]
shown["Alasan"] = levers["Alasan"].to_list()
shown.rename_axis(index="Parameter", columns=notice)

# %% [markdown]
# Bacalah kolom terakhir dengan teliti. Setiap alasan dimulai dengan kata **asumsi**. Kami tidak
# menemukan angka terbit tentang besarnya pengaruh konektivitas. Nilai "hari ini" pun asumsi,
# termasuk bagian unit dengan akun aktif. Arahnya berasal dari studi kasus; besarnya adalah
# pilihan penulis model.

# %% [markdown]
# ### 4. Unit mana yang belum terhubung?
#
# Skenario memuat unit utama, kantor wilayah, dan UPT. Di bawah unit utama semua nama adalah rekaan,
# dan jumlahnya lebih sedikit daripada kenyataan. Kita hitung unit menurut asalnya.

# %%
changed = adopt(alone, today.id, [KONEKTIVITAS]).institution(today.id)
units = pd.DataFrame(
    {
        "unit": [unit.name for unit in today.units],
        "level": [unit.level for unit in today.units],
        "is_inherited": [unit.is_inherited for unit in today.units],
        "is_active": today.is_active,
        "is_active_with_practice": changed.is_active,
    }
)
origin = units["is_inherited"].map({True: "unit hasil penggabungan", False: "unit lainnya"})
unit_counts = units.groupby(origin).agg(
    {"unit": "size", "is_active": "sum", "is_active_with_practice": "sum"}
)
unit_counts.columns = ["Jumlah unit", "Akun aktif hari ini", "Akun aktif dengan praktik"]
unit_counts.rename_axis(index="Asal unit", columns=notice)

# %% [markdown]
# Di dalam model, unit yang belum terhubung adalah unit hasil penggabungan. Sebabnya sederhana:
# akunnya belum diaktifkan sejak penggabungan. Laporan tetap dikirim ke sana, tetapi
# lama tidak dibaca. Ini bukan soal kemauan pegawai.

# %% [markdown]
# ### 5. Bagaimana jika konektivitas dibangun?
#
# Perintah `what_if` menjalankan kedua dunia, tanpa dan dengan praktik, lalu mengulanginya enam kali
# dengan kebetulan yang lain. Satu ulangan disebut satu **pasang**.

# %%
effects = what_if(scenario, today.id, [KONEKTIVITAS], n_replications=6, rng=7)
effects_table = pd.DataFrame(
    {
        "Ukuran": label(f"measure.{row.measure}"),
        "Tanpa praktik": format_estimate(row.base, row.measure, "tersedia"),
        "Dengan praktik": format_estimate(row.changed, row.measure, "tersedia"),
        "Perubahan (selang 95 %)": format_difference(
            row.difference, row.lower, row.upper, row.measure
        ),
        "Pasang": row.n_pairs,
    }
    for row in effects.itertuples()
)
effects_table.set_index("Ukuran").rename_axis(columns=notice)

# %% [markdown]
# Setiap angka adalah rata-rata dari enam pasang. Setiap dunia memuat satu tahun laporan, sekitar
# 2.160. Cara membaca baris pertama: bagian laporan yang ditindaklanjuti dalam 5 hari kerja bergerak
# dari sekitar 91 % ke sekitar 97 %, naik kira-kira 6 poin persen. **Poin persen** adalah selisih
# dua persentase.
#
# * Selang perubahan lebih sempit daripada gerak kebetulan di bagian 2. Itulah gunanya pasangan:
#   kebetulan yang sama ada di kedua dunia, lalu saling menghapus.
# * Bila selang memuat nol, perubahan belum dapat dibedakan dari nol.
# * Median dihitung dalam hari kerja bulat. Selang yang ujungnya sama hanya berarti keenam pasang
#   berubah sama banyak. Itu bukan kepastian.
# * "% sudah ditindaklanjuti" dan "% selesai" nyaris tidak bergerak. Pembaginya semua laporan masuk,
#   termasuk yang diarsipkan, dan hampir semua laporan akhirnya ditindaklanjuti juga. Konektivitas
#   mengubah **kapan**, bukan **apakah**.
#
# **Selang ini hanya berbicara tentang kebetulan di dalam simulasi.** Ia tidak mengatakan apa pun
# tentang benar tidaknya asumsi di bagian 3. Seribu pasang akan membuat selang sangat sempit, tetapi
# asumsinya tetap asumsi.

# %%
caption = label("notice.scenario", scenario=scenario.name, rng=7) + "; 6 pasang"
chosen = ["first_followed_up_within_limit", "completed_within_limit", "misrouted_share"]
_, axes = plt.subplots(figsize=(11, 3.4), layout="constrained")
chosen_effects = effects[effects["measure"].isin(chosen)]
plot_before_after(chosen_effects, ax=axes, is_synthetic=True, caption=caption)
plt.show()

# %% [markdown]
# Data sintetis; simulasi, bukan janji kinerja. Lingkaran adalah dunia tanpa praktik, wajik adalah
# dunia dengan praktik. Garis pada wajik adalah selang perubahan. Bagian yang tepat waktu bergerak
# ke kanan, salah disposisi ke kiri. Gambar ini memuat persen; hari kerja digambar tersendiri,
# karena skalanya lain.

# %%
chosen = ["first_follow_up_median_days", "first_follow_up_p90_days"]
_, axes = plt.subplots(figsize=(11, 3.4), layout="constrained")
chosen_effects = effects[effects["measure"].isin(chosen)]
plot_before_after(chosen_effects, ax=axes, is_synthetic=True, caption=caption)
plt.show()

# %% [markdown]
# Data sintetis; simulasi, bukan janji kinerja. Persentil 90 adalah hari kerja yang cukup bagi
# sembilan dari sepuluh laporan. Di dalam simulasi ia turun lebih banyak daripada median.
# Perubahan terbesar ada pada laporan yang paling lama menunggu.

# %% [markdown]
# ### 6. Di unit mana perubahannya terjadi?
#
# Kita buat satu pasang (rng 7) dan menghitung tindak lanjut pertama menurut asal unit. Laporan yang
# masih dalam batas waktu dan laporan tanpa unit tidak ikut dihitung.

# %%
inherited = units.loc[units["is_inherited"], "unit"]
worlds = {"tanpa praktik": alone, "dengan praktik": adopt(alone, today.id, [KONEKTIVITAS])}
rows = []
for world, model in worlds.items():
    log = make_complaint_log(model, rng=7)
    is_inherited = log.cases["unit"].isin(inherited)
    group = is_inherited.map({True: "unit hasil penggabungan", False: "unit lainnya"})
    cases = log.cases.assign(origin=group)[log.cases["unit"].notna()]
    counts = count_cases(replace(log, cases=cases), by="origin")
    rows.append(estimate(counts, within_limit).assign(world=world))
by_origin = pd.concat(rows, ignore_index=True).rename(columns={"institution": "origin"})
intervals = zip(by_origin["lower"], by_origin["upper"], strict=True)
pd.DataFrame(
    {
        "Asal unit": by_origin["origin"],
        "Dunia": by_origin["world"],
        "Tepat waktu": by_origin["numerator"].map(format_count),
        "Dari laporan": by_origin["denominator"].map(format_count),
        "≤ 5 hari kerja": by_origin["estimate"].map(format_share),
        "Selang 95 %": [format_interval(*ends, is_share=True) for ends in intervals],
    }
).sort_values("Asal unit", kind="stable").set_index("Asal unit").rename_axis(columns=notice)

# %% [markdown]
# Sebagian besar perubahan terjadi di unit hasil penggabungan. Unit lainnya berubah sedikit, melalui
# salah disposisi yang berkurang dan disposisi yang lebih cepat dibaca.
#
# Jangan membaca tabel ini sebagai temuan tentang unit yang nyata. Perbedaannya **dimasukkan** ke
# dalam model: unit tanpa akun aktif lama membaca disposisi. Yang dapat dipelajari adalah caranya.
# Rata-rata instansi menyembunyikan sedikit unit yang memerlukan bantuan. Hitunglah menurut unit
# sebelum memilih praktik.

# %% [markdown]
# ### 7. Bagaimana jika asumsinya terlalu besar?
#
# Karena besarnya pengaruh adalah asumsi, kita coba yang lebih lemah. **Kekuatan** 0,5 berarti
# setiap parameter hanya berjalan setengah jalan. Kita coba juga bila hanya akun yang diaktifkan,
# sedangkan salah disposisi dan kecepatan membaca tetap seperti hari ini.

# %%
accounts_only = replace(KONEKTIVITAS, levers=KONEKTIVITAS.levers[:1])
half = what_if(scenario, today.id, [KONEKTIVITAS], strength=0.5, n_replications=6, rng=7)
accounts = what_if(scenario, today.id, [accounts_only], n_replications=6, rng=7)
trials = {"Kekuatan 1,0": effects, "Kekuatan 0,5": half, "Hanya akun aktif": accounts}
chosen = ["first_followed_up_within_limit", "misrouted_share", "first_follow_up_p90_days"]
sensitivity = pd.DataFrame(
    {
        "Ukuran": label(f"measure.{row.measure}"),
        "Percobaan": trial,
        "Perubahan (selang 95 %)": format_difference(
            row.difference, row.lower, row.upper, row.measure
        ),
    }
    for measure in chosen
    for trial, table in trials.items()
    for row in table[table["measure"] == measure].itertuples()
)
sensitivity.set_index(["Ukuran", "Percobaan"]).rename_axis(columns=notice)

# %% [markdown]
# Enam pasang pada setiap baris. Perubahan tindak lanjut pertama tetap di atas nol pada ketiga
# percobaan, tetapi besarnya berbeda. Maka laporkan arah dan rentangnya, bukan satu angka.
#
# * Setengah kekuatan tidak berarti setengah hasil. Untuk tindak lanjut pertama, setengah jalan
#   sudah memberi lebih dari separuh perubahan.
# * Mengaktifkan akun saja sudah memberi sebagian besar perubahan tindak lanjut pertama. Salah
#   disposisi praktis tidak berubah; untuk itu daftar pejabat penghubung harus mutakhir.
#
# Menurut asumsi ini, aktifkan akun dahulu, lalu rapikan daftar. Di instansi Anda urutannya bisa
# lain.

# %% [markdown]
# ### 8. Praktik yang sama di instansi percontohan
#
# Sekarang konektivitas dicoba di Kemenkumham, dengan asumsi yang sama.

# %%
role_model = scenario.institution("kemenkumham")
role_effects = what_if(scenario, role_model.id, [KONEKTIVITAS], n_replications=6, rng=7)
chosen = ["first_followed_up_within_limit", "completed_within_limit", "misrouted_share"]
both = {today.name: effects, role_model.name: role_effects}
compared = pd.DataFrame(
    {
        "Ukuran": label(f"measure.{measure}"),
        **{
            f"Perubahan di {name} (selang 95 %)": format_difference(
                *table.set_index("measure").loc[measure, ["difference", "lower", "upper"]],
                measure,
            )
            for name, table in both.items()
        },
    }
    for measure in chosen
)
compared.set_index("Ukuran").rename_axis(columns=notice)

# %% [markdown]
# Di Kemenkumham perubahan dua ukuran pertama belum dapat dibedakan dari nol. Sebabnya bukan
# praktik yang gagal. Praktik itu **sudah ada**: bagian akun aktif di sana sudah 97 %, sama dengan
# nilai yang dituju. Yang tersisa hanya sedikit salah disposisi.
#
# Apakah Kemenkumham di dalam model tidak punya pekerjaan rumah? Lihat musim seleksi CPNS.

# %%
log = make_complaint_log(replace(scenario, institutions=(role_model,)), rng=7)
is_season = log.cases["submitted_at"].dt.month.eq(9)
season = is_season.map({True: "September (musim CPNS)", False: "sebelas bulan lainnya"})
counts = count_cases(replace(log, cases=log.cases.assign(season=season)), by="season")
by_season = estimate(counts, within_limit)
intervals = zip(by_season["lower"], by_season["upper"], strict=True)
pd.DataFrame(
    {
        "Laporan masuk": by_season["institution"],
        "Tepat waktu": by_season["numerator"].map(format_count),
        "Dari laporan": by_season["denominator"].map(format_count),
        "≤ 5 hari kerja": by_season["estimate"].map(format_share),
        "Selang 95 %": [format_interval(*ends, is_share=True) for ends in intervals],
    }
).set_index("Laporan masuk").rename_axis(columns=notice)

# %% [markdown]
# Pada musim itu laporan menumpuk di satu antrean. Akun yang aktif tidak menambah tangan. Yang
# diperlukan adalah tenaga tambahan atau jawaban siap pakai, dan itu bukan konektivitas. Musim ini
# pun asumsi skenario.
#
# **Jangan membandingkan tingkat kedua kementerian.** Topik, musim, dan parameternya berbeda, dan
# semuanya angka model. Yang dibandingkan hanyalah perubahan oleh praktik yang sama.
#
# Pelajarannya: **titik awal ditentukan oleh apa yang belum ada**. Praktik yang sangat berguna di
# satu instansi dapat mengubah sedikit di instansi lain. Tanyakan dahulu:
#
# | Bila yang belum ada adalah … | mulailah membahas … |
# |---|---|
# | unit yang resmi ditugasi mengelola laporan | tugas dan fungsi |
# | akun aktif atau daftar pejabat penghubung yang mutakhir | konektivitas |
# | angka yang ditagih dan dipantau pimpinan | target kinerja |
# | pejabat atau masyarakat yang tahu caranya | sosialisasi |
# | SK, surat edaran, atau petunjuk teknis | legalitas |
#
# Praktik juga saling menopang. Daftar pejabat penghubung tanpa SK cepat usang saat pejabatnya
# berganti. Karena itu studi kasus menyebut konektivitas **dan** legalitas bersama-sama. Hal ini
# belum ada di dalam model.

# %% [markdown]
# ## Latihan
#
# Gantilah tiga titik dengan jawaban Anda, lalu jalankan sel. Desimal ditulis dengan titik,
# misalnya 0.25. Jawaban berupa kata ditulis di antara tanda kutip. Semua angka di bawah berasal
# dari data sintetis: simulasi, bukan janji kinerja.
#
# ### Latihan 1. Unit yang belum terhubung
#
# Praktik dijalankan penuh. Berapa unit hasil penggabungan yang **masih belum** memiliki akun aktif?

# %% tags=["latihan"]
n_still_inactive = (units["is_inherited"] & ~units["is_active_with_practice"]).sum()
check_answer("07", 1, n_still_inactive)

# %% [markdown] tags=["petunjuk"]
# Pada tabel bagian 4, kurangkan akun aktif dengan praktik dari jumlah unit hasil penggabungan.

# %% [markdown] tags=["kunci"]
# Model menyisakan 3 % unit tanpa akun aktif, karena selalu ada pejabat yang baru berganti. Di dunia
# nyata, sebutkan unit-unit itu dengan nama dan tanggal penyelesaiannya.

# %% [markdown]
# ### Latihan 2. Membaca tabel
#
# Dengan praktik, dalam berapa hari kerja sembilan dari sepuluh laporan mendapat tindak lanjut
# pertama? Bacalah tabel bagian 5.

# %% tags=["latihan"] step=0.1
p90_days = effects.set_index("measure").loc["first_follow_up_p90_days", "changed"]
check_answer("07", 2, p90_days)

# %% [markdown] tags=["petunjuk"]
# Carilah baris "Persentil 90 hari kerja sampai tindak lanjut pertama", kolom "Dengan praktik".

# %% [markdown] tags=["kunci"]
# Angka ini rata-rata dari enam dunia. Tanpa praktik, angkanya sedikit di atas batas 5 hari kerja.

# %% [markdown]
# ### Latihan 3. Menghitung poin persen
#
# Salah disposisi turun berapa **poin persen** di Kemendikbudristek bila praktik dijalankan penuh?
# Tulislah sebagai angka positif dengan satu desimal.

# %% tags=["latihan"] step=0.1
misrouted = effects.set_index("measure").loc["misrouted_share"]
drop_points = (misrouted["base"] - misrouted["changed"]) * 100
check_answer("07", 3, drop_points)

# %% [markdown] tags=["petunjuk"]
# Kurangkan angka "Dengan praktik" dari angka "Tanpa praktik" pada baris "Salah disposisi".

# %% [markdown] tags=["kunci"]
# Penurunan ini bukan temuan: asumsi 40 % di bagian 3 yang menghasilkannya. Turun 40 % dari sekitar
# 9 % memang kira-kira 3,5 poin persen. Sebutkan selalu keduanya, agar persen dan poin persen tidak
# tertukar.

# %% [markdown]
# ### Latihan 4. Dari mana keterlambatan berasal?
#
# Lihat dunia **tanpa praktik** di bagian 6. Dari semua laporan yang tidak tepat waktu di kedua
# kelompok, berapa bagian yang berada di unit hasil penggabungan? Tulislah antara 0 dan 1.

# %% tags=["latihan"] step=0.01
base = by_origin[by_origin["world"] == "tanpa praktik"].set_index("origin")
late = base["denominator"] - base["numerator"]
late_share = late["unit hasil penggabungan"] / late.sum()
check_answer("07", 4, late_share)

# %% [markdown] tags=["petunjuk"]
# Untuk setiap kelompok, kurangkan "Tepat waktu" dari "Dari laporan". Lalu bagilah yang terlambat di
# unit hasil penggabungan dengan jumlah keduanya.

# %% [markdown] tags=["kunci"]
# Unit hasil penggabungan menerima kurang dari seperlima laporan, tetapi memuat sebagian besar
# keterlambatan. Di sinilah satu praktik yang tepat sasaran mengubah angka seluruh instansi.

# %% [markdown]
# ### Latihan 5. Apa yang dikatakan selang?
#
# Perubahan tindak lanjut pertama di bagian 5 mempunyai selang yang sempit. Apa artinya?
#
# * `"A"`: asumsi tentang konektivitas telah diuji dan benar.
# * `"B"`: bila simulasi diulang dengan kebetulan lain, rata-ratanya hanya bergeser sedikit.
# * `"C"`: di instansi nyata perubahannya hampir pasti berada di dalam selang itu.

# %% tags=["latihan"]
meaning = "B"
check_answer("07", 5, meaning)

# %% [markdown] tags=["petunjuk"]
# Apa yang berbeda di antara enam pasang: asumsinya, instansinya, atau kebetulannya?

# %% [markdown] tags=["kunci"]
# Keenam pasang memakai asumsi yang sama. Selang tidak dapat menguji hal yang tidak pernah berubah.
# Untuk asumsi, pakailah percobaan seperti bagian 7 dan data instansi sendiri.

# %% [markdown]
# ### Latihan 6. Mana yang didahulukan?
#
# Sebuah instansi rekaan: unit pengelolanya resmi ditugasi, semua unit punya akun aktif, dan
# disposisi dibaca dalam satu hari. Namun pejabat penghubung ditunjuk secara lisan. Setiap kali
# ada pergantian, penggantinya merasa tidak berwenang menjawab. Praktik mana yang pertama dibahas?
# Pilihlah satu: `"tugas dan fungsi"`, `"konektivitas"`, `"target kinerja"`, `"sosialisasi"`, atau
# `"legalitas"`.

# %% tags=["latihan"]
first_practice = "legalitas"
check_answer("07", 6, first_practice)

# %% [markdown] tags=["petunjuk"]
# Apa yang belum ada: akunnya, angkanya, pengetahuannya, atau dasar hukum penunjukannya?

# %% [markdown] tags=["kunci"]
# Yang belum ada adalah SK. Menambah konektivitas di sini mengubah sedikit, karena konektivitas
# sudah ada. Jawaban ini hasil pertimbangan, bukan hasil simulasi.

# %% [markdown]
# ## Rangkuman
#
# 1. Studi kasus 2022 memuat lima praktik; pesan utamanya konektivitas dan legalitas di antara para
#    admin.
# 2. Angka bergerak karena kebetulan. Sebelum dan sesudah saja belum membuktikan apa pun.
# 3. Simulasi berpasangan memisahkan praktik dari kebetulan. Asumsinya tetap harus dinilai orang.
# 4. Selang berbicara tentang kebetulan di dalam simulasi, bukan tentang asumsi dan bukan janji.
# 5. Mulailah dari apa yang belum ada. Baru konektivitas yang dapat disimulasikan; empat lainnya
#    dibahas.
#
# **Untuk diskusi kelompok** (15 menit, tanpa kunci jawaban): dari lima praktik, mana yang paling
# belum ada di instansi Anda? Bukti apa yang Anda punya? Bila praktik itu dijalankan, angka mana
# yang seharusnya bergerak lebih dahulu? Hasil apa yang akan membuat Anda berubah pikiran?
#
# ### Satu halaman untuk dibawa pulang
#
# * Susun daftar semua unit: nama pejabat penghubung, nomor SK, dan akun aktif atau tidak.
# * Tandai unit hasil penggabungan atau unit baru, lalu hitung tindak lanjut pertamanya secara
#   terpisah.
# * Pilih satu praktik yang belum ada. Tulis asumsinya: angka apa yang akan bergerak, dan berapa.
# * Terapkan bertahap: sebagian unit dahulu, sebagian kemudian. Bandingkan keduanya pada bulan yang
#   sama.
# * Tetapkan ukuran dan definisinya sebelum mulai, agar tidak dipilih setelah hasilnya terlihat.
