# %% [markdown]
# # 07 Praktik baik mana yang perlu didahulukan?
#
# **DATA SINTETIS, bukan kinerja sebenarnya. Simulasi, bukan janji kinerja.** Semua laporan di sini
# dibuat oleh program. Kisahnya adalah studi kasus 2022 dengan nomenklatur saat itu. Nama instansi
# yang nyata hanya Kemenkumham dan Kemendikbudristek; angka keduanya di sini adalah angka model,
# bukan hasil evaluasi. Formulir penilaian yang dipakai adalah **contoh rekaan**. Tingkat kematangan
# 0 sampai 4 dipakai untuk belajar: bukan nilai SPBE atau PANRB. lapor-lab bukan produk resmi
# KemenPANRB.
#
# Sebuah instansi ingin belajar dari instansi percontohan. Ada lima praktik baik, tetapi waktu dan
# tenaga terbatas. Pelajaran ini bertanya dahulu: apa yang sudah ada, dan apa buktinya? Lalu kelima
# praktik dicoba di dalam komputer sebelum dicoba pada orang: masing-masing sendiri, dan semuanya
# bersama. Urutannya tetap keputusan Anda.

# %% [markdown]
# ## Tujuan Pembelajaran
#
# Setelah pelajaran ini, Anda dapat:
#
# 1. menyebutkan lima praktik baik dari studi kasus dan menjelaskan apa yang diubah masing-masing;
# 2. menilai tingkat sebuah praktik menurut buktinya, dan membaca kesepakatan dua penilai;
# 3. menjelaskan mengapa angka sebelum dan sesudah belum membuktikan hasil sebuah praktik;
# 4. membandingkan lima praktik dengan perubahan, selang, asumsi, dan jam petugasnya, serta
#    mengenali antrean jenuh;
# 5. menyusun urutan praktik menurut apa yang belum ada dan menurut target yang harus dicapai.

# %% [markdown]
# ## Alokasi Waktu
#
# 5 JP (225 menit): 120 menit uraian materi, 105 menit latihan dan diskusi kelompok. Dapat dibagi
# dua pertemuan: bagian 1 sampai 4 (penilaian), lalu bagian 5 sampai 15 (simulasi).

# %% [markdown]
# ## Prasyarat
#
# Pelajaran 03 (tindak lanjut pertama, batas waktu, dan selang kepercayaan). Anda tidak perlu pernah
# membuat program. Jalankan sel satu per satu dari atas dengan Shift+Enter. Beberapa sel memerlukan
# beberapa detik, karena satu tahun laporan dibuat berulang kali.

# %% [markdown]
# ## Uraian Materi
#
# Sel pertama menyiapkan alat dan skenario.

# %%
from dataclasses import replace

import matplotlib.pyplot as plt
import pandas as pd

from lapor_lab.course import check_answer
from lapor_lab.course.assessment_form import AssessmentForm
from lapor_lab.metrics import count_cases, estimate
from lapor_lab.plots import plot_differences, plot_maturity
from lapor_lab.practices import (
    ALL_PRACTICES,
    KONEKTIVITAS,
    PRACTICES,
    SOSIALISASI,
    TUGAS_FUNGSI,
    WHAT_IF_MEASURES,
    Size,
    adopt,
    adopt_in_order,
    compare_practices,
    describe_saturation,
    find_practice,
    load_of,
    officer_hours,
    smallest_set,
    tabulate_comparison,
    tabulate_effects,
    tabulate_levers,
    what_if,
)
from lapor_lab.practices.maturity import (
    INSTITUTION,
    assess,
    example_form_path,
    load_guides,
    read_form,
)
from lapor_lab.schema import (
    format_count,
    format_date,
    format_difference,
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

# %% [markdown]
# ### 2. Apa yang sudah ada? Bukti, bukan kesan
#
# "Konektivitas kami sudah baik." Kalimat itu tidak dapat diperiksa. Maka setiap praktik mempunyai
# lima **tingkat kematangan**, 0 sampai 4, dan setiap tingkat meminta **bukti**. Inilah
# konektivitas.

# %%
guides = load_guides()
names = {guide.id: guide.name for guide in guides}
konektivitas = guides[1]
asked = [
    "; ".join(item.question for item in konektivitas.items if item.level == level) or "–"
    for level in range(5)
]
pd.DataFrame({"Arti": konektivitas.levels, "Bukti yang diminta": asked}).rename_axis(
    index="Tingkat", columns="Bukan nilai SPBE atau PANRB"
)

# %% [markdown]
# Sebagian pertanyaan dijawab sekali untuk seluruh instansi, sebagian untuk setiap unit. Setiap
# butir menyebut sumbernya: halaman publik yang pernah dibaca, atau kata "asumsi". Tiga aturan:
#
# * suatu tingkat didukung bila **semua** butir sampai tingkat itu terpenuhi;
# * butir tanpa **data dukung** (nama, nomor, atau tautan dokumen) dihitung belum terpenuhi;
# * tidak ada butir yang menanyakan kecepatan. Hasil diukur dari laporan, bukan dari formulir.
#
# Paket ini memuat satu formulir contoh: Kemendikbudristek dengan unit hasil penggabungan. **Semua
# jawabannya dikarang.** Kita baca, lalu kita nilai.

# %%
assessment = assess(
    read_form(example_form_path()),
    previous=read_form(example_form_path("penilaian_2021.toml")),
    peers=[read_form(example_form_path(f"penilaian_kementerian_{x}.toml")) for x in "ab"],
)
example = "CONTOH REKAAN"
whole = assessment.levels[assessment.levels["unit"] == INSTITUTION]
pd.DataFrame(
    {
        "Praktik": whole["practice"].map(names),
        "Didukung bukti": whole["level"].astype(int),
        "Menurut penilai 1": whole["claimed_1"].astype(int),
        "Menurut penilai 2": whole["claimed_2"].astype(int),
        "Butir terpenuhi": whole["n_met"],
        "Dari butir": whole["n_items"],
    }
).set_index("Praktik").rename_axis(columns=f"{example}; seluruh instansi")

# %% [markdown]
# Kolom "menurut penilai" adalah pendapat; kolom "didukung bukti" dihitung dari butirnya. Bila
# pendapat lebih tinggi daripada bukti, program menyebut selnya. Jawaban lain tetap dinilai.

# %%
for problem in assessment.problems["problem"].iloc[[0, 2, 4]]:
    print(f"* {problem}")

# %% [markdown]
# Ketiganya berbeda: belum dijawab, bukti kurang, dan data dukung belum disebut. Yang terakhir
# sering paling mudah: dokumennya ada, nomornya belum ditulis.
#
# Formulir yang sama dapat diisi di sini dengan tetikus. Pilih unit dan penilai, lalu buka satu tab
# untuk setiap praktik. Ubahlah satu jawaban, lalu jalankan sel sesudahnya.

# %%
form = AssessmentForm(read_form(example_form_path()))
form

# %%
own = assess(form.read())
n_met, n_items = own.items["is_met"].sum(), len(own.items)
print(f"Butir yang terpenuhi menurut formulir di atas: {n_met} dari {n_items}")

# %% [markdown]
# Untuk instansi sendiri, mulailah dengan `AssessmentForm()` yang kosong. Simpan dengan dua baris
# ini; berkasnya dapat dibuka lagi dengan `read_form`, juga sebagai `.xlsx`:
#
# ```python
# from lapor_lab.report.maturity_form import write_maturity_form
# write_maturity_form("penilaian_kami.toml", form.read())
# ```

# %% [markdown]
# ### 3. Dua penilai
#
# Satu orang dapat keliru membaca dokumen, atau terlalu sayang pada unitnya. Karena itu dua orang
# menilai sendiri-sendiri. Di mana mereka berbeda?

# %%
differing = assessment.disagreements
pd.DataFrame(
    {
        "Unit": differing["unit"],
        "Praktik": differing["practice"].map(names),
        "Butir": differing["item"],
        "Penilai 1": differing["answer_1"],
        "Penilai 2": differing["answer_2"],
        "Menentukan": differing["is_decisive"].map({True: "ya", False: "tidak"}),
    }
).set_index("Unit").rename_axis(columns=example)

# %% [markdown]
# "Menentukan" berarti satu jawaban memenuhi butir itu dan jawaban lainnya tidak. Sampai keduanya
# sepakat, butir itu dihitung **belum terpenuhi**. Jangan mengambil rata-rata; bukalah dokumennya
# bersama-sama.
#
# Seberapa sepakat mereka? Persentase sama saja dapat menipu: bila hampir semua butir "ya", dua
# orang yang menjawab sembarang pun sering sama. **Kappa** memperhitungkan itu. Nilai 1 berarti
# selalu sepakat; nilai 0 berarti tidak lebih sepakat daripada kebetulan.

# %%
agreement = assessment.agreement
ends = agreement[["lower", "upper"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Praktik": agreement["practice"].map({**names, "semua": "Semua"}),
        "Butir": agreement["n"],
        "Jawaban sama": agreement["observed_share"].map(format_share),
        "Kappa": agreement["kappa"].map(lambda kappa: format_number(kappa, 2)),
        "Selang 95 %": [
            f"{format_number(low, 2)} sampai {format_number(high, 2)}" for low, high in ends
        ],
    }
).set_index("Praktik").rename_axis(columns=example)

# %% [markdown]
# Selangnya bertumpang tindih: praktik mana yang paling disepakati belum dapat dibedakan. Makin
# sedikit butir, makin lebar selangnya. Kappa yang tinggi pun tidak berarti **benar**: dua orang
# dapat sepakat karena membaca dokumen usang yang sama.

# %% [markdown]
# ### 4. Profil: di samping siapa?
#
# Satu tingkat baru berarti di samping sesuatu: putaran sebelumnya, unit sendiri, kelompok
# pembanding, dan instansi percontohan.

# %%
_, axes = plt.subplots(figsize=(8, 4.6), layout="constrained")
plot_maturity(
    assessment.profile, names=names, ax=axes, is_example=True, caption="penilaian 15 Agustus 2022"
)
plt.show()

# %%
profile = assessment.profile
pd.DataFrame(
    {
        "Praktik": profile["practice"].map(names),
        "Putaran sebelumnya": profile["previous"].astype(int),
        "Sekarang": profile["level"].astype(int),
        "Unit lama": profile["own_level"].astype(int),
        "Unit hasil penggabungan": profile["inherited_level"].astype(int),
        "Percontohan": profile["role_model"].astype(int),
        "Pembanding (median)": profile["peers"].map(lambda level: format_number(level, 1)),
    }
).set_index("Praktik").rename_axis(columns=example)

# %% [markdown]
# * Tingkat sekelompok unit adalah tingkat yang dicapai oleh sedikitnya separuh dari unit-unit itu.
# * **Unit lama** setara dengan percontohan atau lebih tinggi pada empat dari lima praktik. **Unit
#   hasil penggabungan** lebih rendah pada kelimanya. Satu angka untuk seluruh instansi akan
#   menyembunyikan keduanya.
# * Tingkat **percontohan** adalah bacaan penyusun atas kisah 2022, jadi asumsi. Kisah itu tidak
#   menyebut semuanya; yang tidak disebut tidak dihitung.
# * Pembanding di sini dua kementerian rekaan. Dari dua formulir jangan menarik simpulan apa pun.
#
# Profil menunjukkan apa yang belum ada. Ia tidak mengatakan **apa yang akan berubah** bila itu
# diadakan. Untuk itu kita memerlukan sisa pelajaran ini.

# %% [markdown]
# ### 5. Mengapa "sebelum dan sesudah" belum cukup?
#
# Cara yang lazim: terapkan praktik, lalu bandingkan tahun ini dengan tahun lalu. Mari kita uji cara
# itu. Sel berikut membuat enam versi dari tahun yang sama di Kemendikbudristek. **Tidak ada praktik
# yang diterapkan**; yang berbeda hanya kebetulan: laporan apa yang masuk, kapan, dan ke mana.

# %%
notice = "DATA SINTETIS dan ASUMSI; simulasi, bukan janji kinerja"
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
# Semua versi memakai unit, petugas, dan kebiasaan yang sama. Namun angkanya bergerak. Andaikan
# versi terendah adalah tahun lalu dan versi tertinggi tahun ini. Orang akan memuji praktik yang
# baru diterapkan, padahal tidak ada yang diterapkan.
#
# "Dari laporan" tidak memuat arsip, salinan, dan laporan yang masih dalam batas waktu.
#
# Selang di tabel ini menganggap setiap laporan berdiri sendiri. Padahal laporan di antrean yang
# sama terlambat bersama-sama: satu bulan padat di satu unit cukup untuk menurunkan angka setahun.
# Maka beda dua tahun dapat lebih besar daripada yang dikatakan selangnya.
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
# ### 6. Apa yang diubah oleh setiap praktik?
#
# Di dalam model, instansi adalah sekumpulan angka yang disebut **parameter**. Setiap praktik
# mengubah beberapa di antaranya. Tabel ini memuat nilai hari ini, nilai dengan praktik, dan
# rentang yang masih dianggap mungkin: dari yang kurang menguntungkan sampai yang lebih
# menguntungkan.

# %%
levers = pd.concat({p.name: tabulate_levers(p, today) for p in PRACTICES}, names=["Praktik"])
levers.drop(columns="Alasan").rename_axis(columns=notice)

# %% [markdown]
# Ada dua baris yang menjadi lebih **buruk** bagi petugas, dan keduanya milik sosialisasi. Bila
# masyarakat mengenal salurannya, laporan bertambah. Itu tanda keberhasilan, tetapi juga beban.
# Beban ini harus disebut sebagai biaya, bukan disembunyikan.
#
# Mengapa sebesar itu? Setiap ukuran mempunyai alasan. Inilah alasan untuk dua praktik; ketiklah
# `levers[["Alasan"]]` untuk melihat semuanya.

# %%
levers.loc[["Konektivitas", "Sosialisasi"], ["Alasan"]].rename_axis(columns=notice)

# %% [markdown]
# Setiap alasan dimulai dengan kata **asumsi**. Kami tidak menemukan angka terbit tentang besarnya
# pengaruh praktik-praktik ini. Nilai "hari ini" pun asumsi. Arahnya berasal dari studi kasus;
# besarnya adalah pilihan penulis model.
#
# Punya angka yang lebih baik? Ukuran dapat diganti tanpa membuat program. Perintah
# `lapor-lab whatif kementerian --institution Kemendikbudristek --write-sizes ukuran.toml` menulis
# semua ukuran ke sebuah berkas. Ubah angkanya, tulis alasannya, lalu pakai dengan
# `--sizes ukuran.toml`.

# %% [markdown]
# ### 7. Unit mana yang belum terhubung?
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
# ### 8. Lima praktik: masing-masing dan bersama
#
# Perintah `compare_practices` membuat tujuh dunia: tanpa praktik, dengan setiap praktik sendiri,
# dan dengan kelimanya. Semua memakai kebetulan yang sama. Lalu semuanya diulang enam kali dengan
# kebetulan yang lain. Satu ulangan disebut satu **pasang**, karena setiap dunia dipasangkan dengan
# dunia tanpa praktik.

# %%
comparison = compare_practices(scenario, today.id, PRACTICES, n_replications=6, rng=7)
measures = [
    "first_followed_up_within_limit",
    "completed_within_limit",
    "first_follow_up_p90_days",
    "misrouted_share",
]
tabulate_comparison(comparison, PRACTICES, measures).rename_axis(columns=notice)

# %% [markdown]
# Setiap sel memuat perubahan terhadap dunia tanpa praktik: rata-rata enam pasang, dan dalam kurung
# selang kepercayaan 95 %. **Poin persen** adalah selisih dua persentase. **Persentil 90** adalah
# hari kerja yang cukup bagi sembilan dari sepuluh laporan.
#
# Cara membacanya:
#
# * Bila selang memuat nol, perubahan **belum dapat dibedakan** dari nol.
# * Bila selang dua praktik bertumpang tindih, keduanya belum dapat diurutkan.
# * Untuk salah disposisi dan hari kerja, tanda minus berarti turun.
# * Perubahan bersama **bukan** jumlah perubahan masing-masing. Konektivitas dan legalitas,
#   misalnya, sama-sama mengaktifkan akun. Akun yang sudah aktif tidak dapat diaktifkan dua kali.

# %%
in_picture = {**names, ALL_PRACTICES: "Semua bersama"}
caption = label("notice.scenario", scenario=scenario.name, rng=7) + "; 6 pasang"
_, axes = plt.subplots(figsize=(9.5, 3.6), layout="constrained")
plot_differences(
    comparison, "first_followed_up_within_limit", names=in_picture, ax=axes, caption=caption
)
plt.show()

# %% [markdown]
# Data sintetis; simulasi, bukan janji kinerja. Wajik adalah perubahan, garisnya selang 95 %. Angka
# yang sama ada di kolom pertama tabel di atas. Praktik ditulis menurut urutan studi kasus, bukan
# menurut peringkat.
#
# Perhatikan garis **sosialisasi**: biasanya lebih panjang. Dunia dengan sosialisasi memuat lebih
# banyak laporan, jadi laporannya bukan laporan yang sama. Kebetulan tidak lagi saling menghapus.
#
# Sekarang semua ukuran untuk kelimanya bersama.

# %%
together = comparison[comparison["practice"] == ALL_PRACTICES]
tabulate_effects(together).rename_axis(columns=notice)

# %% [markdown]
# * Median dihitung dalam hari kerja bulat. Selang yang ujungnya sama hanya berarti keenam pasang
#   berubah sama banyak. Itu bukan kepastian.
# * Pembagi "% sudah ditindaklanjuti" dan "% selesai" adalah semua laporan masuk, termasuk yang
#   diarsipkan. Kedua ukuran ini menjawab **apakah**; ukuran batas waktu menjawab **kapan**. Praktik
#   yang mempercepat dapat mengubah yang kedua tanpa banyak mengubah yang pertama.
# * "% selesai" juga naik bila arsip berkurang. Itu pengaruh sosialisasi: pelapor tahu apa yang
#   dapat ditindaklanjuti. Tidak ada yang bekerja lebih cepat karenanya.
#
# **Selang ini hanya berbicara tentang kebetulan di dalam simulasi.** Ia tidak mengatakan apa pun
# tentang benar tidaknya asumsi di bagian 6. Seribu pasang akan membuat selang sangat sempit, tetapi
# asumsinya tetap asumsi.

# %% [markdown]
# ### 9. Di unit mana perubahannya terjadi?
#
# Untuk konektivitas kita buat satu pasang (rng 7) dan menghitung tindak lanjut pertama menurut asal
# unit. Laporan yang masih dalam batas waktu dan laporan tanpa unit tidak ikut dihitung.

# %%
inherited = units.loc[units["is_inherited"], "unit"]
worlds = {"tanpa praktik": alone, "dengan konektivitas": adopt(alone, today.id, [KONEKTIVITAS])}
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
# Perubahan di unit hasil penggabungan jauh lebih besar daripada di unit lainnya. Unit lainnya
# berubah sedikit: salah disposisi berkurang, disposisi lebih cepat dibaca, dan lebih banyak
# disposisi dikirim langsung.
#
# Jangan membaca tabel ini sebagai temuan tentang unit yang nyata. Perbedaannya **dimasukkan** ke
# dalam model: unit tanpa akun aktif lama membaca disposisi. Yang dapat dipelajari adalah caranya.
# Rata-rata instansi menyembunyikan sedikit unit yang memerlukan bantuan. Hitunglah menurut unit
# sebelum memilih praktik.

# %% [markdown]
# ### 10. Bagaimana jika asumsinya terlalu besar?
#
# Karena besarnya pengaruh adalah asumsi, kita coba ujung rentangnya. **Kurang menguntungkan**
# berarti setiap manfaat lebih kecil dan setiap biaya lebih besar daripada yang diasumsikan;
# **lebih menguntungkan** sebaliknya. Kelima praktik dijalankan bersama.

# %%
by_size = what_if(scenario, today.id, PRACTICES, sensitivity=True, n_replications=6, rng=7)
sensitivity = pd.DataFrame(
    {
        label(f"whatif.size_{size}"): tabulate_effects(rows)["Selisih (selang kepercayaan 95 %)"]
        for size, rows in by_size.groupby("size", sort=False)
    }
)
sensitivity.rename_axis(columns=notice)

# %% [markdown]
# Bacalah setiap baris dari kiri ke kanan. Bila arahnya sama di ketiga kolom, arah itu tidak
# bergantung pada besarnya asumsi. Bila tandanya berubah atau selangnya memuat nol, jangan
# menjanjikan apa pun. Maka laporkan arah dan rentangnya, bukan satu angka.
#
# Rentang asumsi biasanya lebih lebar daripada selang kebetulan. Itulah yang perlu dipersempit
# dahulu: bukan dengan lebih banyak simulasi, melainkan dengan data instansi sendiri.

# %% [markdown]
# ### 11. Berapa penuh meja petugas?
#
# Sosialisasi menambah laporan, sedangkan jam petugas tetap. Berapa banyak tambahan yang masih
# tertampung? Untuk itu kita hitung **beban**: jam kerja yang diperlukan dibagi jam kerja yang ada.
# Beban dihitung dari parameter saja, tanpa simulasi.

# %%
load = load_of(scenario, today.id)
stations = [load.administrators, *sorted(load.units, key=lambda unit: -unit.utilisation)[:4]]
desk = pd.DataFrame(
    {
        "Meja": [station.name for station in stations],
        "Petugas": [station.n_servers for station in stations],
        "Laporan per hari kerja": [format_number(s.arrival_rate_per_day, 2) for s in stations],
        "Jam perlu": [format_number(s.hours_per_day, 1) for s in stations],
        "Jam ada": [format_number(s.capacity_hours_per_day, 1) for s in stations],
        "Beban": [format_share(s.utilisation) for s in stations],
    }
).set_index("Meja")
desk.rename_axis(columns=notice)

# %% [markdown]
# "Jam ada" adalah jam sehari yang dimiliki petugas untuk laporan (bagian 6), kali jumlah petugas,
# dikurangi hari ketika mejanya kosong.
#
# Tabel ini memuat admin instansi dan empat unit yang paling sibuk. Bebannya rata-rata setahun: pada
# musim ramai meja lebih penuh. Rata-rata beban **semua** pejabat penghubung jauh lebih rendah,
# tetapi meja yang kosong di satu unit tidak menolong antrean di unit lain.
#
# Bila beban mencapai 100 %, antrean menjadi **jenuh**. Setiap hari masuk lebih banyak daripada yang
# selesai. Tumpukan bertambah tanpa batas, dan lamanya menunggu bergantung pada sejak kapan kita
# menghitung. Maka program tidak memberi angka tetap; ia hanya menghitung pertambahan tumpukan.
#
# Kita andaikan sosialisasi yang sangat berhasil: laporan menjadi 2,5 kali, tanpa tambahan jam
# petugas.

# %%
volume, *others = SOSIALISASI.levers
larger = replace(volume, size=Size(low=3.0, standard=2.5, high=2.0), reason="asumsi: untuk latihan")
BIG_CAMPAIGN = replace(SOSIALISASI, levers=(larger, *others))
flooded = what_if(scenario, today.id, [BIG_CAMPAIGN], n_replications=2, rng=7)
tabulate_effects(flooded).rename_axis(columns=notice)

# %%
describe_saturation(load_of(adopt(scenario, today.id, [BIG_CAMPAIGN]), today.id))

# %% [markdown]
# Ukuran yang bergantung pada waktu tunggu tidak lagi mempunyai nilai tetap. Yang tersisa: salah
# disposisi, karena tidak bergantung pada antrean, dan baris terakhir, pertambahan tumpukan.
#
# Sekarang tugas dan fungsi diterapkan **dahulu**: jam kerja bertambah dan pengganti ditunjuk.

# %%
prepared = what_if(scenario, today.id, [TUGAS_FUNGSI, BIG_CAMPAIGN], n_replications=2, rng=7)
tabulate_effects(prepared).head(3).rename_axis(columns=notice)

# %% [markdown]
# Antrean tidak jenuh lagi, sehingga angkanya kembali ada; tiga di antaranya ditampilkan. Dua pasang
# hanya memberi selang yang lebar; di sini yang penting ada tidaknya angka. Hampir penuh pun tidak
# nyaman: makin dekat ke 100 %, makin lama menunggu. Lihat baris pertama: tindak lanjut yang tepat
# waktu berkurang.

# %% [markdown]
# ### 12. Berapa jam yang diperlukan?
#
# Praktik memerlukan orang. `officer_hours` menghitung jam setahun: rapat, pelatihan, pembaruan
# akun, dan seterusnya, untuk banyaknya unit dan petugas di instansi itu. Setiap besaran adalah
# asumsi, dengan rentangnya.

# %%
costs = {practice.name: officer_hours(practice, today) for practice in PRACTICES}
kept = {name: cost.items.query("is_set_aside")["standard"].sum() for name, cost in costs.items()}
pd.DataFrame(
    {
        "Jam untuk praktiknya": [
            format_count(cost.hours_per_year - kept[name]) for name, cost in costs.items()
        ],
        "Jam disisihkan untuk laporan": [format_count(hours) for hours in kept.values()],
        "Semua": [format_count(cost.hours_per_year) for cost in costs.values()],
        "Rentang asumsi": [
            f"{format_count(cost.lower)} sampai {format_count(cost.upper)}"
            for cost in costs.values()
        ],
    },
    index=list(costs),
).rename_axis(index="Praktik", columns=f"{notice}. Jam setahun, {today.name}")

# %% [markdown]
# Tugas dan fungsi tampak jauh paling mahal. Hampir seluruhnya adalah jam yang **disisihkan** bagi
# laporan: petugas boleh mengerjakan hal lain selama tidak ada laporan yang menunggu. Bacalah kedua
# kolom itu terpisah. Sosialisasi juga memuat jam untuk menangani laporan yang dibawanya.

# %% [markdown]
# ### 13. Praktik paling sedikit untuk sebuah target
#
# Pimpinan sering bertanya terbalik: "Saya mau 90 % tindak lanjut pertama dalam 5 hari kerja. Apa
# yang paling sedikit harus kita jalankan?" Dari lima praktik dapat dibuat 32 himpunan, termasuk
# tidak menjalankan apa pun. `smallest_set` mencoba semuanya dengan kebetulan yang sama.

# %%
answer = smallest_set(
    scenario, today.id, "first_followed_up_within_limit", 0.9, n_replications=4, rng=7
)
verdicts = {
    "confident": "tercapai dengan yakin",
    "on_average": "tercapai rata-rata",
    "not_met": "belum tercapai",
}
sets = answer.sets.query("n_practices <= 1 or practices == @answer.practices or n_practices == 5")
ends = sets[["lower", "upper"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Praktik": [
            ", ".join(names[each] for each in ids) or "tidak satu pun" for ids in sets["practices"]
        ],
        "Tepat waktu": sets["estimate"].map(format_share),
        "Selang satu tahun": [format_interval(*pair, is_share=True) for pair in ends],
        "Jam setahun": sets["hours"].map(format_count),
        "Target 90 %": sets["verdict"].map(verdicts),
    }
).set_index("Praktik").rename_axis(columns=notice)

# %%
chosen_names = " dan ".join(names[each] for each in answer.practices)
print(f"Himpunan terkecil yang dipilih: {chosen_names} ({verdicts[answer.verdict.value]})")

# %% [markdown]
# * Selang di sini bukan selang rata-rata. Ia memuat **satu tahun** berikutnya, sehingga lebih
#   lebar. "Dengan yakin" berarti ujung bawahnya pun mencapai target. "Rata-rata" berarti tahun yang
#   sial dapat meleset.
# * Tabel memuat tujuh himpunan pilihan dan himpunan yang dipilih, bukan semua 32.
# * Himpunan terkecil belum tentu yang paling ringan: lihat kolom jam. Dan yang paling ringan belum
#   tentu tahan terhadap tahun yang sial.
# * Jawaban ini bergantung pada asumsi bagian 6. Ubahlah ukurannya, dan himpunannya dapat berubah.

# %% [markdown]
# ### 14. Praktik yang sama di instansi percontohan
#
# Sekarang kelima praktik dicoba di Kemenkumham, dengan asumsi yang sama.

# %%
role_model = scenario.institution("kemenkumham")
role_comparison = compare_practices(scenario, role_model.id, PRACTICES, n_replications=6, rng=7)
measure = "first_followed_up_within_limit"
both = {today.name: comparison, role_model.name: role_comparison}
pd.DataFrame(
    {
        f"Perubahan di {name}": tabulate_comparison(table, PRACTICES, [measure]).iloc[:, 0]
        for name, table in both.items()
    }
).rename_axis(columns=f"{notice}. Tindak lanjut pertama ≤ 5 hari kerja")

# %% [markdown]
# Perubahan oleh konektivitas di Kemenkumham belum dapat dibedakan dari nol. Sebabnya bukan praktik
# yang gagal. Praktik itu **sudah ada**: bagian akun aktif di sana sudah 97 %, sama dengan nilai
# yang dituju.
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
# berganti. Karena itu studi kasus menyebut konektivitas **dan** legalitas bersama-sama.

# %% [markdown]
# ### 15. Urutan Anda
#
# Lima praktik tidak dapat dimulai pada hari yang sama. **Urutannya keputusan Anda**, bukan hasil
# hitungan. Sel berikut hanya memeriksa satu hal: apakah ada langkah yang membuat sebuah antrean
# jenuh. Sosialisasinya yang besar, 2,5 kali laporan.
#
# Ubahlah isi `order`, lalu jalankan selnya. Tulislah alasan urutan Anda pada lembar kerja.

# %%
order = ["sosialisasi", "konektivitas", "legalitas", "target-kinerja", "tugas-fungsi"]

chosen = [BIG_CAMPAIGN if name == "sosialisasi" else find_practice(name) for name in order]
worlds = [adopt(scenario, today.id, chosen[: n + 1]) for n in range(len(chosen))]
loads = [load_of(world, today.id) for world in worlds]
n_full_steps = sum(bool(load.saturated) for load in loads)
steps = pd.DataFrame(
    {
        "Langkah": range(1, len(order) + 1),
        "Praktik": [practice.name for practice in chosen],
        "Meja tersibuk": [load.busiest_station.name for load in loads],
        "Beban": [format_share(load.busiest_station.utilisation) for load in loads],
        "Tumpukan per hari kerja": [format_number(x.backlog_growth_per_day, 2) for x in loads],
    }
).set_index("Langkah")
steps.rename_axis(columns=f"{notice}. Langkah dengan antrean jenuh: {n_full_steps}")

# %% [markdown]
# Urutan juga menentukan **siapa yang mendapat pujian**. Dua urutan berikut berakhir di tempat yang
# sama. Namun tambahan setiap langkahnya lain: yang dijalankan lebih dahulu mengambil bagian yang
# dapat diberikan oleh keduanya.

# %%
measure = "first_followed_up_within_limit"
pairs = [["konektivitas", "legalitas"], ["legalitas", "konektivitas"]]
paths = pd.concat(
    [
        adopt_in_order(
            scenario, today.id, [find_practice(x) for x in pair], n_replications=4, rng=7
        )
        for pair in pairs
    ],
    keys=[" lalu ".join(names[each] for each in pair) for pair in pairs],
    names=["Urutan"],
).query("measure == @measure")
pd.DataFrame(
    {
        "Langkah": paths["step"],
        "Praktik": paths["practice"].map(names),
        "Tambahan langkah ini": [
            format_difference(row.step_difference, row.step_lower, row.step_upper, measure)
            for row in paths.itertuples()
        ],
        "Sejak awal": [
            format_difference(row.difference, row.lower, row.upper, measure)
            for row in paths.itertuples()
        ],
    }
).droplevel(1).rename_axis(columns=notice)

# %% [markdown]
# Baris terakhir kedua urutan sama pada kolom "sejak awal". Maka jangan menilai sebuah praktik dari
# tambahan pada langkahnya saja.
#
# Meja tersibuk dapat berpindah, karena praktik juga mengubah ke mana disposisi dikirim. Beban
# rata-rata setahun pun tidak menjawab semuanya. Urutan yang tidak pernah jenuh masih banyak.
# Yang memilih di antaranya adalah Anda: apa yang belum ada, apa yang dapat dimulai bulan ini, dan
# siapa yang harus menandatangani.

# %% [markdown]
# ## Latihan
#
# Gantilah tiga titik dengan jawaban Anda, lalu jalankan sel. Desimal ditulis dengan titik,
# misalnya 0.25. Jawaban berupa kata ditulis di antara tanda kutip. Semua angka di bawah berasal
# dari data sintetis: simulasi, bukan janji kinerja.
#
# ### Latihan 1. Unit yang belum terhubung
#
# Konektivitas dijalankan penuh. Berapa unit hasil penggabungan yang **masih belum** memiliki akun
# aktif?

# %% tags=["latihan"]
n_still_inactive = (units["is_inherited"] & ~units["is_active_with_practice"]).sum()
check_answer("07", 1, n_still_inactive)

# %% [markdown] tags=["petunjuk"]
# Pada tabel bagian 7, kurangkan akun aktif dengan praktik dari jumlah unit hasil penggabungan.

# %% [markdown] tags=["kunci"]
# Model menyisakan 3 % unit tanpa akun aktif, karena selalu ada pejabat yang baru berganti. Di dunia
# nyata, sebutkan unit-unit itu dengan nama dan tanggal penyelesaiannya.

# %% [markdown]
# ### Latihan 2. Membaca tabel
#
# Dengan kelima praktik bersama, dalam berapa hari kerja sembilan dari sepuluh laporan mendapat
# tindak lanjut pertama? Bacalah tabel "Tanpa praktik" dan "Dengan praktik" di bagian 8.

# %% tags=["latihan"] step=0.1
p90_days = together.set_index("measure").loc["first_follow_up_p90_days", "changed"]
check_answer("07", 2, p90_days)

# %% [markdown] tags=["petunjuk"]
# Carilah baris "Persentil 90 hari kerja sampai tindak lanjut pertama", kolom "Dengan praktik".

# %% [markdown] tags=["kunci"]
# Angka ini rata-rata dari enam dunia. Bandingkan dengan kolom "Tanpa praktik" dan dengan batas 5
# hari kerja.

# %% [markdown]
# ### Latihan 3. Menghitung poin persen
#
# Salah disposisi turun berapa **poin persen** di Kemendikbudristek bila hanya konektivitas yang
# dijalankan? Tulislah sebagai angka positif dengan satu desimal.

# %% tags=["latihan"] step=0.1
misrouted = comparison.set_index(["practice", "measure"]).loc[("konektivitas", "misrouted_share")]
drop_points = -misrouted["difference"] * 100
check_answer("07", 3, drop_points)

# %% [markdown] tags=["petunjuk"]
# Lihat tabel pertama di bagian 8: baris "Konektivitas", kolom "Salah disposisi".

# %% [markdown] tags=["kunci"]
# Penurunan ini bukan temuan: asumsi 40 % di bagian 6 yang menghasilkannya. Turun 40 % dari sekitar
# 9 % memang kira-kira 3,6 poin persen; selisih kecil dari angka di tabel adalah kebetulan. Sebutkan
# selalu keduanya, agar persen dan poin persen tidak tertukar.

# %% [markdown]
# ### Latihan 4. Dari mana keterlambatan berasal?
#
# Lihat dunia **tanpa praktik** di bagian 9. Dari semua laporan yang tidak tepat waktu di kedua
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
# Bandingkan bagian ini dengan bagian laporan yang diterima unit hasil penggabungan. Bila
# keterlambatan lebih terpusat daripada laporannya, satu praktik yang tepat sasaran dapat mengubah
# angka seluruh instansi.

# %% [markdown]
# ### Latihan 5. Apa yang dikatakan selang?
#
# Perubahan tindak lanjut pertama oleh konektivitas di bagian 8 mempunyai selang. Apa artinya?
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
# Untuk asumsi, pakailah rentang seperti bagian 10 dan data instansi sendiri.

# %% [markdown]
# ### Latihan 6. Kapan meja penuh?
#
# Lihat tabel beban di bagian 11. Bila hanya jumlah laporan yang berubah, beban berubah sama banyak.
# Pada **berapa kali** jumlah laporan hari ini unit yang paling sibuk mencapai beban 100 %? Tulislah
# dengan satu desimal.

# %% tags=["latihan"] step=0.1
times_until_full = 1 / load_of(scenario, today.id).busiest_unit.utilisation
check_answer("07", 6, times_until_full)

# %% [markdown] tags=["petunjuk"]
# Beban 50 % menjadi 100 % bila laporan menjadi 2 kali. Bagilah 100 dengan beban unit yang paling
# sibuk.

# %% [markdown] tags=["kunci"]
# Ini perkiraan yang terlalu longgar: beban dihitung rata-rata setahun. Pada musim ramai antrean
# sudah panjang jauh sebelum rata-ratanya mencapai 100 %.

# %% [markdown]
# ### Latihan 7. Apa yang harus mendahului?
#
# Kembali ke bagian 15. Coba beberapa urutan. Praktik mana yang harus mendahului sosialisasi besar,
# agar tidak ada satu langkah pun dengan antrean jenuh? Pilihlah satu: `"tugas dan fungsi"`,
# `"konektivitas"`, `"target kinerja"`, atau `"legalitas"`.

# %% tags=["latihan"]
must_precede = "tugas dan fungsi"
check_answer("07", 7, must_precede)

# %% [markdown] tags=["petunjuk"]
# Beban adalah jam perlu dibagi jam ada. Praktik mana yang menambah jam ada?

# %% [markdown] tags=["kunci"]
# Hanya tugas dan fungsi yang menambah jam kerja. Konektivitas mengurangi salah disposisi, jadi
# mengurangi jam perlu, tetapi tidak cukup. Praktik lainnya dapat diurutkan dengan banyak cara: itu
# tetap keputusan Anda.

# %% [markdown]
# ### Latihan 8. Mana yang didahulukan?
#
# Sebuah instansi rekaan: unit pengelolanya resmi ditugasi, semua unit punya akun aktif, dan
# disposisi dibaca dalam satu hari. Namun pejabat penghubung ditunjuk secara lisan. Setiap kali
# ada pergantian, penggantinya merasa tidak berwenang menjawab. Praktik mana yang pertama dibahas?
# Pilihlah satu: `"tugas dan fungsi"`, `"konektivitas"`, `"target kinerja"`, `"sosialisasi"`, atau
# `"legalitas"`.

# %% tags=["latihan"]
first_practice = "legalitas"
check_answer("07", 8, first_practice)

# %% [markdown] tags=["petunjuk"]
# Apa yang belum ada: akunnya, angkanya, pengetahuannya, atau dasar hukum penunjukannya?

# %% [markdown] tags=["kunci"]
# Yang belum ada adalah SK. Menambah konektivitas di sini mengubah sedikit, karena konektivitas
# sudah ada. Jawaban ini hasil pertimbangan, bukan hasil simulasi.

# %% [markdown]
# ### Latihan 9. Tingkat menurut bukti
#
# Sebuah unit rekaan memenuhi semua butir konektivitas tingkat 1, tidak memenuhi satu butir tingkat
# 2, dan memenuhi semua butir tingkat 3. Tingkat berapa yang didukung bukti?

# %% tags=["latihan"]
supported = 1
check_answer("07", 9, supported)

# %% [markdown] tags=["petunjuk"]
# Suatu tingkat didukung bila semua butir **sampai** tingkat itu terpenuhi.

# %% [markdown] tags=["kunci"]
# Tingkat 3 tidak dapat berdiri tanpa tingkat 2. Lengkapilah satu butir itu, dan tingkatnya langsung
# menjadi 3.

# %% [markdown]
# ### Latihan 10. Menentukan atau tidak
#
# Lihat tabel perbedaan kedua penilai di bagian 3. Berapa perbedaan yang **menentukan**?

# %% tags=["latihan"]
n_decisive = int(differing["is_decisive"].sum())
check_answer("07", 10, n_decisive)

# %% [markdown] tags=["petunjuk"]
# Hitunglah baris dengan "ya" pada kolom terakhir.

# %% [markdown] tags=["kunci"]
# Perbedaan lainnya, misalnya 60 % dan 65 %, berada di sisi ambang yang sama. Catatlah, tetapi
# dahulukan yang menentukan.

# %% [markdown]
# ### Latihan 11. Rata-rata atau yakin?
#
# Dari 32 himpunan di bagian 13, berapa yang mencapai target 90 % **dengan yakin**? Semuanya ada di
# `answer.sets`, dengan kolom `verdict`. Nilainya `"confident"` bila yakin.

# %% tags=["latihan"]
n_confident = int(answer.sets["verdict"].eq("confident").sum())
check_answer("07", 11, n_confident)

# %% [markdown] tags=["petunjuk"]
# Ketik `answer.sets["verdict"].value_counts()` untuk melihat hitungannya.

# %% [markdown] tags=["kunci"]
# Banyak himpunan mencapainya. Yang memilih di antaranya bukan simulasi, melainkan jam yang ada dan
# bukti yang belum ada (bagian 2 sampai 4).

# %% [markdown]
# ## Rangkuman
#
# 1. Studi kasus 2022 memuat lima praktik; pesan utamanya konektivitas dan legalitas di antara para
#    admin.
# 2. Tingkat dinilai dari bukti, oleh dua penilai, dengan unit hasil penggabungan tersendiri.
#    Mulailah dari apa yang belum ada.
# 3. Sebelum dan sesudah saja belum membuktikan apa pun. Simulasi berpasangan memisahkan praktik
#    dari kebetulan; asumsinya tetap harus dinilai orang, maka laporkan rentangnya.
# 4. Praktik bersama bukan jumlah praktik masing-masing, dan tambahan satu langkah bergantung pada
#    urutannya.
# 5. Sosialisasi membawa laporan dan praktik memerlukan jam. Antrean jenuh tidak sembuh dengan
#    menunggu.
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
# * Hitung beban setiap meja: laporan per hari kerja, jam per laporan, jam yang benar-benar ada.
# * Pilih satu praktik yang belum ada. Tulis asumsinya: angka apa yang akan bergerak, dan berapa.
# * Terapkan bertahap: sebagian unit dahulu, sebagian kemudian. Bandingkan keduanya pada bulan yang
#   sama.
# * Tetapkan ukuran dan definisinya sebelum mulai, agar tidak dipilih setelah hasilnya terlihat.
