# %% [markdown]
# # 08 Apa rencana aksi kita?
#
# **DATA SINTETIS, bukan kinerja sebenarnya. CONTOH REKAAN, bukan penilaian sebenarnya.** Semua
# laporan di sini dibuat oleh program, dan semua jawaban formulir dikarang. Kisahnya adalah studi
# kasus 2022 dengan nomenklatur saat itu. Nama instansi yang nyata hanya Kemenkumham dan
# Kemendikbudristek; angka keduanya adalah angka model. Tingkat kematangan 0 sampai 4 dipakai untuk
# belajar: bukan nilai SPBE atau PANRB. lapor-lab bukan produk resmi KemenPANRB.
#
# Penilaian sudah selesai (pelajaran 07). Sekarang pimpinan bertanya: "Jadi, apa yang kita kerjakan,
# oleh siapa, kapan, dan apa ukurannya?" Pelajaran ini menjawabnya: dari bukti yang belum ada sampai
# nota dinas satu halaman. Pelajaran ini juga menunjukkan bagian mana yang hanya dapat diisi oleh
# instansi.

# %% [markdown]
# ## Tujuan Pembelajaran
#
# Setelah pelajaran ini, Anda dapat:
#
# 1. menurunkan kegiatan, output, indikator, dan target triwulan dari bukti yang belum ada;
# 2. membedakan baseline (dari data), target (dari simulasi), dan asumsi, masing-masing dengan
#    selangnya;
# 3. menghitung ulang urutan kegiatan dan menyebutkan urutan mana yang belum dapat dibedakan;
# 4. menulis "berkaitan" tanpa menulis "menyebabkan";
# 5. menyebutkan dokumen yang dihasilkan, bagian yang harus diisi instansi, dan tiga keputusan yang
#    diminta dari pimpinan.

# %% [markdown]
# ## Alokasi Waktu
#
# 3 JP (135 menit): 70 menit uraian materi dan 65 menit latihan dan diskusi kelompok.

# %% [markdown]
# ## Prasyarat
#
# Pelajaran 03 (selang kepercayaan) dan pelajaran 07 (lima praktik, tingkat kematangan, dan simulasi
# berpasangan). Anda tidak perlu pernah membuat program. Jalankan sel satu per satu dari atas dengan
# Shift+Enter.

# %% [markdown]
# ## Uraian Materi
#
# Sel pertama menyiapkan alat, penilaian contoh, dan satu tahun laporan rekaan.

# %%
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from lapor_lab.comparison import compare
from lapor_lab.course import check_answer
from lapor_lab.errors import ParameterError
from lapor_lab.metrics import count_cases, estimate
from lapor_lab.plots import plot_association, plot_differences
from lapor_lab.practices import (
    PRACTICES,
    Trial,
    associate,
    describe_association,
    officer_hours,
)
from lapor_lab.practices.calibration import calibrate, try_out_calibrated
from lapor_lab.practices.maturity import (
    assess,
    example_form_path,
    load_guides,
    read_form,
    tabulate_institutions,
)
from lapor_lab.practices.planning import action_plan, find_missing_items, gap_table
from lapor_lab.report import AssessmentReport, write_assessment
from lapor_lab.schema import (
    format_count,
    format_difference,
    format_estimate,
    format_estimate_interval,
    format_number,
    label,
)
from lapor_lab.synthetic import load_scenario, make_complaint_log

pd.set_option("display.max_colwidth", 200)
notice = "DATA SINTETIS dan CONTOH REKAAN"
names = {guide.id: guide.name for guide in load_guides()}
assessment = assess(read_form(example_form_path()))
scenario = load_scenario("kementerian")
log = make_complaint_log(scenario, rng=0)
print(f"Penilaian {assessment.institution} (contoh rekaan), {len(assessment.items)} butir")
print(f"{format_count(len(log.cases))} laporan sintetis, sepuluh instansi")

# %% [markdown]
# ### 1. Dari tingkat ke bukti yang belum ada
#
# Tingkat hanya alat baca. Orang tidak mengerjakan "tingkat"; orang mengerjakan **bukti**: sebuah
# SK, sebuah daftar, sebuah rapat. Maka langkah pertama adalah daftar bukti yang belum ada, sampai
# tingkat instansi percontohan. Praktik yang sudah setara dengan percontohan dituju satu tingkat
# lebih tinggi.

# %%
gaps = gap_table(assessment)
pd.DataFrame(
    {
        "Praktik": gaps["practice"].map(names),
        "Instansi": gaps["level"].astype(int),
        "Unit hasil penggabungan": gaps["inherited_level"].astype(int),
        "Percontohan": gaps["role_model"].astype(int),
        "Selisih": gaps["gap"].astype(int),
        "Bukti yang belum ada": gaps["missing_items"].map(len),
    }
).set_index("Praktik").rename_axis(columns=notice)

# %% [markdown]
# * **Unit hasil penggabungan** mempunyai kolom sendiri. Rata-rata instansi akan
#   menyembunyikannya. Tingkatnya adalah tingkat yang dicapai oleh separuh dari unit-unit itu.
# * **Selisih** diambil dari yang terlebar: instansi atau unit hasil penggabungannya.
# * **Percontohan** bukan nilai resmi. Itu bacaan penyusun atas kisah 2022, jadi asumsi. Kisah itu
#   juga tidak menyebut semuanya.
#
# Tabel ini tidak mengatakan bahwa Kemendikbudristek tertinggal. Jawabannya dikarang, dan unit hasil
# penggabungan memang baru datang.
#
# Bukti apa saja yang belum ada pada legalitas dan konektivitas?

# %%
missing = find_missing_items(assessment)
questions = {item.id: item.question for guide in load_guides() for item in guide.items}
chosen = missing[missing["practice"].isin(["legalitas", "konektivitas"])]
pd.DataFrame(
    {
        "Praktik": chosen["practice"].map(names),
        "Pertanyaan": chosen["item"].map(questions),
        "Ditanyakan kepada": chosen["n_asked"],
        "Belum terpenuhi": chosen["n_lacking"],
        "Unit hasil penggabungan": chosen["n_inherited"],
        "Tidak dijawab": chosen["n_unanswered"],
    }
).set_index("Praktik").rename_axis(columns=notice)

# %% [markdown]
# Baris dengan "Ditanyakan kepada 1" dijawab sekali untuk seluruh instansi. Baris lainnya dijawab
# untuk setiap unit yang dinilai. **Tidak dijawab** dihitung belum terpenuhi, tetapi disebut
# sendiri: mungkin buktinya ada dan belum dicari. Itu pekerjaan yang paling murah.

# %% [markdown]
# ### 2. Dari bukti ke kegiatan
#
# Setiap butir bukti dipenuhi oleh tepat satu kegiatan dalam katalog. Satu kegiatan dapat memenuhi
# beberapa butir. Maka rencana aksi tidak dimulai dari daftar keinginan, melainkan dari apa yang
# belum ada. `action_plan` menyusunnya. Untuk sementara tanpa data dan tanpa simulasi.

# %%
first_plan = action_plan(assessment)
activities = first_plan.activities.sort_values("practice", kind="stable")
short = activities["activity"].str.partition(" (")[0]
pd.DataFrame(
    {
        "Praktik": activities["practice"].map(names),
        "Kegiatan": short,
        "Penanggung jawab": activities["responsible"],
        "Unit yang belum": activities["n_units"].astype(int),
    }
).set_index("Praktik").rename_axis(columns=notice)

# %% [markdown]
# "Unit yang belum" dihitung di antara sembilan unit yang dinilai. Angka 0 berarti kegiatan itu
# dikerjakan sekali untuk seluruh instansi. Penanggung jawab ditulis sebagai **jabatan**, bukan nama
# orang.
#
# Setiap kegiatan mempunyai kartu. Inilah kartu kegiatan "menetapkan petunjuk teknis".

# %%
card = activities[activities["items"] == "juknis"].iloc[0]
fields = {
    "Kegiatan": "activity",
    "Output": "output",
    "Indikator": "indicator",
    "Akhir triwulan I": "q1",
    "Akhir triwulan II": "q2",
    "Akhir triwulan III": "q3",
    "Akhir triwulan IV": "q4",
    "Penanggung jawab": "responsible",
    "Data dukung": "evidence",
    "Anggaran": "budget",
}
pd.DataFrame({"Isi": [card[column] for column in fields.values()]}, index=list(fields)).rename_axis(
    columns=notice
)

# %% [markdown]
# Empat kata yang sering tertukar:
#
# | Kata | Menjawab | Contoh |
# |---|---|---|
# | kegiatan | apa yang dikerjakan? | menetapkan petunjuk teknis |
# | output | apa yang tampak setelahnya? | petunjuk teknis yang ditandatangani |
# | indikator | dengan apa kita tahu bahwa itu terjadi? | tanggal penetapan |
# | ukuran hasil | apa yang berubah bagi pelapor? | tindak lanjut pertama ≤ 5 hari kerja |
#
# Kegiatan dapat selesai seratus persen tanpa satu pun pelapor merasakannya. Maka rencana aksi
# memuat dua jenis baris: **kegiatan** dan **ukuran hasil**. Anggaran ditulis "[…]": program tidak
# mengetahuinya dan tidak mengarangnya.

# %% [markdown]
# ### 3. Baseline: dari data
#
# Sebelum menulis target, tulislah keadaan hari ini. Keadaan itu **baseline**. Baseline dihitung
# dari laporan instansi sendiri, dengan penyebut dan selangnya.

# %%
baselines = estimate(count_cases(log)).query("institution == 'Kemendikbudristek'")
watched = [
    "first_followed_up_within_limit",
    "completed_within_limit",
    "first_follow_up_median_days",
    "misrouted_share",
    "mean_rating",
]
today = baselines.set_index("measure").loc[watched]
pd.DataFrame(
    {
        "Ukuran": [label(f"measure.{measure}") for measure in today.index],
        "Baseline": [
            format_estimate(row.estimate, row.Index, row.availability) for row in today.itertuples()
        ],
        "Selang 95 %": [
            format_estimate_interval(row.lower, row.upper, row.Index) for row in today.itertuples()
        ],
        "Dari laporan": today["denominator"].map(format_count).to_list(),
    }
).set_index("Ukuran").rename_axis(columns=notice)

# %% [markdown]
# * Penyebutnya tidak sama, karena pertanyaannya tidak sama. Laporan yang masih dalam batas waktu
#   tidak dinilai. Untuk rata-rata penilaian, sebagian besar laporan tidak mempunyai rating; yang
#   dihitung hanya yang menilai.
# * Kecepatan tidak pernah berdiri sendiri. Di sampingnya selalu ada salah disposisi dan penilaian
#   pelapor. Jawaban cepat yang salah alamat bukan kemajuan.
# * Bila data Anda hanya satu ekspor, waktu tindak lanjut "tidak tersedia" (pelajaran 09). Maka
#   triwulan pertama dipakai untuk **mengukur**, bukan untuk menjanjikan.

# %% [markdown]
# ### 4. Dampak: dari model yang disetel pada data
#
# Berapa yang dapat diharapkan dari lima praktik? Pelajaran 07 memakai parameter skenario. Di sini
# parameter itu **disetel** dahulu pada laporan instansi. Yang meninggalkan jejak dalam data diambil
# dari data. Yang tidak meninggalkan jejak tetap asumsi.

# %%
calibration = calibrate(log, base=scenario, institution="Kemendikbudristek")
found = calibration.parameters
found["basis"].value_counts().rename("Parameter").rename_axis(index="Dasar").to_frame().rename_axis(
    columns=notice
)

# %%
meanings = {
    "misrouted_share": "Disposisi yang salah alamat",
    "active_liaison_share": "Unit yang membaca disposisi dengan cepat",
    "read_delay_active_days": "Hari kerja sampai disposisi dibaca, unit aktif",
    "read_delay_inactive_days": "Hari kerja sampai disposisi dibaca, unit tidak aktif",
    "officer_hours_per_day": "Jam sehari untuk laporan, seorang pejabat penghubung",
    "absences_per_year": "Berapa kali setahun petugas absen",
}
shown = found.set_index("parameter").loc[list(meanings)]
ends = shown[["lower", "upper"]].to_numpy().tolist()
pd.DataFrame(
    {
        "Parameter": list(meanings.values()),
        "Nilai": shown["estimate"].map(lambda value: format_number(value, 2)).to_list(),
        "Selang 95 %": [
            "–" if np.isnan(low) else f"{format_number(low, 2)} sampai {format_number(high, 2)}"
            for low, high in ends
        ],
        "Dasar": shown["basis"].to_list(),
    }
).set_index("Parameter").rename_axis(columns=notice)

# %% [markdown]
# Parameter dengan dasar "asumsi" tidak mempunyai selang: data tidak mengatakan apa pun tentangnya.
# Jam yang benar-benar dimiliki petugas, cuti, dan jabatan kosong harus ditanyakan kepada orang.
#
# Sekarang lima praktik dicoba pada model yang sudah disetel itu, sendiri dan bersama.

# %%
trials = {practice.id: Trial(practices=(practice,)) for practice in PRACTICES}
trials["semua"] = Trial(practices=PRACTICES)
effects = try_out_calibrated(calibration, trials, n_replications=8, rng=0)
effects = effects.rename(columns={"trial": "practice"})
target_measure = "first_followed_up_within_limit"
caption = label("notice.scenario", scenario="kementerian", rng=0) + "; 8 pasang"
_, axes = plt.subplots(figsize=(10.5, 4.2), layout="constrained")
plot_differences(
    effects, target_measure, names={**names, "semua": "Semua bersama"}, ax=axes, caption=caption
)
plt.show()

# %%
of_measure = effects[effects["measure"] == target_measure]
pd.DataFrame(
    {
        "Praktik": of_measure["practice"].map({**names, "semua": "Semua bersama"}),
        "Perubahan (selang 95 %)": [
            format_difference(row.difference, row.lower, row.upper, target_measure)
            for row in of_measure.itertuples()
        ],
    }
).set_index("Praktik").rename_axis(columns=f"{notice}. Tindak lanjut pertama ≤ 5 hari kerja")

# %% [markdown]
# Simulasi, bukan janji kinerja. Perubahan bersama bukan jumlah perubahan masing-masing. Perubahan
# oleh sosialisasi belum dapat dibedakan dari nol pada ukuran ini: sosialisasi juga membawa laporan
# baru. Selangnya memuat dua hal: kebetulan di dalam simulasi, dan galat parameter yang disetel.
# Besarnya pengaruh setiap praktik tetap asumsi (pelajaran 07).

# %% [markdown]
# ### 5. Target dan jalan triwulan
#
# Target = baseline dari data, digeser sebesar dampak kelima praktik menurut simulasi. Tiga aturan
# dipakai:
#
# * bagian (persen) digeser menurut **peluangnya**, sehingga target tidak pernah melebihi 100 %;
# * selang target memuat **dua** ketidakpastian: baseline dan dampak;
# * bila simulasi memperburuk sebuah ukuran, targetnya sama dengan baseline. Tidak ada yang
#   merencanakan kemunduran.

# %%
hours = {practice.id: officer_hours(practice, calibration.institution) for practice in PRACTICES}
plan = action_plan(assessment, effects, hours, baselines)
rows = plan.indicators.set_index("measure")
pd.DataFrame(
    {
        "Ukuran": rows["indicator"].to_list(),
        "Baseline": [format_estimate(r.baseline, r.Index, "tersedia") for r in rows.itertuples()],
        f"Target {plan.year}": [
            format_estimate(r.target, r.Index, "tersedia") for r in rows.itertuples()
        ],
        "Selang target": [
            format_estimate_interval(r.target_lower, r.target_upper, r.Index)
            for r in rows.itertuples()
        ],
        **{
            f"TW {roman}": [format_estimate(v, m, "tersedia") for m, v in rows[column].items()]
            for column, roman in {"q1": "I", "q2": "II", "q3": "III", "q4": "IV"}.items()
        },
    }
).set_index("Ukuran").rename_axis(columns=f"{notice}; simulasi, bukan janji kinerja")

# %% [markdown]
# * Jalan menuju target tidak lurus: 10 % pada akhir triwulan I, lalu 40 %, 70 %, dan 100 %. Aturan
#   ditulis dahulu, akibatnya menyusul. Pembagian ini **asumsi** dan boleh diganti.
# * Angka target adalah tengah dari selangnya. Pimpinan dapat memilih **ujung selang
#   yang lebih mudah dicapai** untuk Perjanjian Kinerja, lalu meninjaunya. Pilihan itu keputusan,
#   bukan hasil hitungan.
# * Median dihitung dalam hari kerja bulat. Target triwulannya dapat berupa pecahan; hasil
#   pengukurannya tidak.
# * Target ini berlaku bila **kelima** praktik dijalankan. Bila satu ditunda, hitunglah lagi.

# %% [markdown]
# ### 6. Urutan yang dapat dihitung ulang
#
# Dua belas kegiatan tidak dapat dimulai pada hari yang sama. Urutannya dihitung secara terbuka:
#
# **skor = selisih tingkat × dampak praktik (poin persen) ÷ jam kerja × 100**
#
# Selisih dari bagian 1, dampak dari bagian 4, jam kerja dari daftar asumsi jam petugas. Siapa pun
# yang tidak setuju dapat mengganti satu angka dan menghitung lagi.

# %%
ordered = plan.activities
short = ordered["activity"].str.partition(" (")[0]
places = ordered[["rank_low", "rank_high"]].astype(int).to_numpy().tolist()
pd.DataFrame(
    {
        "Urutan": ordered["priority"].astype(int),
        "Kegiatan": short,
        "Praktik": ordered["practice"].map(names),
        "Selisih": ordered["gap"].astype(int),
        "Dampak": (100 * ordered["effect"]).map(lambda points: format_number(points, 1)),
        "Jam": ordered["effort_hours"].map(lambda value: format_number(value, 0)),
        "Skor": ordered["score"].map(lambda value: format_number(value, 1)),
        "Urutan yang mungkin": [f"{low} sampai {high}" for low, high in places],
    }
).set_index("Urutan").rename_axis(columns=f"{notice}; simulasi, bukan janji kinerja")

# %% [markdown]
# * Kolom terakhir mengubah dampak di dalam selangnya. Beberapa kegiatan dapat bertukar tempat:
#   urutannya **belum dapat dibedakan**. Jangan berdebat tentang tempat pertama dan kedua.
# * Dampak ditulis untuk praktik secara utuh. Dua kegiatan dari praktik yang sama mempunyai dampak
#   yang sama; yang membedakan hanya jam kerjanya.
# * Skor yang kecil bukan berarti tidak perlu. Sosialisasi hampir tidak menggerakkan **ukuran ini**.
#   Untuk ukuran lain, seperti arsip dan penilaian pelapor, ceritanya dapat berbeda.
# * Bobot yang sama untuk ketiga unsur adalah asumsi.
#
# Jam kerja pun mempunyai rentang. Inilah jam setahun untuk setiap praktik, dari paling sedikit
# sampai paling banyak yang masih dianggap mungkin.

# %%
spent = {
    practice: hours[practice].items.query("not is_set_aside")[["low", "standard", "high"]].sum()
    for practice in hours
}
pd.DataFrame(
    {
        "Praktik": [names[practice] for practice in spent],
        "Jam setahun": [format_count(total["standard"]) for total in spent.values()],
        "Rentang asumsi": [
            f"{format_count(total['low'])} sampai {format_count(total['high'])}"
            for total in spent.values()
        ],
    }
).set_index("Praktik").rename_axis(columns=notice)

# %% [markdown]
# Tabel ini memuat pekerjaan untuk praktiknya sendiri, bagi seluruh instansi. Jam yang disisihkan
# petugas untuk **menangani laporan** tidak termasuk: tugas dan fungsi menyisihkan jauh lebih banyak
# jam, dan jam itu tidak hilang. Rentangnya lebar. Bila jam sebuah praktik ternyata dua kali lipat,
# skor kegiatannya menjadi separuh dan urutannya berubah. Karena itu rencana aksi menyebut jamnya,
# bukan hanya urutannya.

# %% [markdown]
# ### 7. Kematangan dan hasil: berkaitan, bukan menyebabkan
#
# "Apakah instansi yang lebih matang memang lebih cepat?" Pertanyaan itu memerlukan banyak instansi.
# Kita mempunyai tiga formulir: satu contoh, dan dua formulir rekaan dari kementerian rekaan.

# %%
peer_forms = [
    read_form(example_form_path(f"penilaian_kementerian_{letter}.toml")) for letter in "ab"
]
levels = tabulate_institutions([assessment, *(assess(form) for form in peer_forms)])
outcomes = compare(log, target_measure)
try:
    associate(levels, outcomes)
except ParameterError as refusal:
    print(label(f"error.{refusal.code}", **refusal.values))

# %% [markdown]
# Program **menolak**. Dengan kurang dari sepuluh instansi, satu instansi saja dapat membalik
# jawabannya. Menolak lebih jujur daripada menggambar garis melalui tiga titik.
#
# Maka kita memakai 24 daerah rekaan dari pelajaran 04. Tingkatnya juga rekaan. Kita membuat dua
# macam: **tingkat A** mengikuti keaktifan akun yang dipakai pembuat data, dan **tingkat B** adalah
# angka yang sama, tetapi dikocok di antara daerah.

# %%
regions = load_scenario("daerah")
region_outcomes = compare(make_complaint_log(regions), target_measure)
made_up = pd.DataFrame(
    {
        "institution": [region.name for region in regions.institutions],
        "level": [round(4 * region.active_liaison_share) for region in regions.institutions],
    }
)
shuffled = made_up.assign(level=np.random.default_rng(8).permutation(made_up["level"]))
level_a = associate(made_up, region_outcomes, rng=8)
level_b = associate(shuffled, region_outcomes, rng=8)
for letter, found in {"A": level_a, "B": level_b}.items():
    print(f"Tingkat {letter}. {describe_association(found)[1]}")

# %%
sentence = describe_association(level_a)[1]
_, axes = plt.subplots(figsize=(8, 4.2), layout="constrained")
plot_association(
    level_a.points, target_measure, text=sentence, ax=axes, is_synthetic=True,
    caption="24 daerah rekaan, tingkat rekaan",
)  # fmt: skip
plt.show()

# %% [markdown]
# Data sintetis. Setiap titik adalah satu daerah rekaan. Tidak ada garis yang ditarik: garis akan
# menjanjikan hasil untuk sebuah tingkat. Tingkat A **berkaitan** dengan tindak lanjut pertama.
# Tingkat B belum dapat dibedakan dari tidak ada kaitan, dan memang tidak ada: kita sendiri yang
# mengocoknya.
#
# Apakah akun yang aktif **menyebabkan** kecepatan di daerah-daerah itu? Kali ini kita dapat
# bertanya kepada pembuat data. Apa lagi yang berbeda?

# %%
pd.DataFrame(
    {
        "Tingkat A": made_up["level"],
        "Akun aktif": [region.active_liaison_share for region in regions.institutions],
        "Salah disposisi": [region.misrouted_share for region in regions.institutions],
        "Jam per jawaban": [region.answer_hours for region in regions.institutions],
    }
).groupby("Tingkat A").mean().map(lambda value: format_number(value, 2)).rename_axis(columns=notice)

# %% [markdown]
# Daerah dengan tingkat A yang lebih tinggi **juga** lebih jarang salah disposisi dan lebih sedikit
# memerlukan jam untuk satu jawaban. Ketiganya bergerak bersama. Dari 24 titik tidak ada yang dapat
# memisahkannya. Di dunia nyata masih ada anggaran, pimpinan, dan letak geografis.
#
# Karena itu kalimatnya selalu "berkaitan". Yang dapat mendekati sebab adalah cara lain: menerapkan
# praktik bertahap, sebagian unit dahulu, lalu membandingkan keduanya pada bulan yang sama.

# %% [markdown]
# ### 8. Dokumen yang keluar
#
# Semua langkah tadi dapat dijalankan dengan satu perintah di terminal:
#
# ```
# lapor-lab assess --example --out hasil
# ```
#
# Untuk instansi Anda: `lapor-lab assess --form penilaian.xlsx` menulis formulir kosong, lalu
# `lapor-lab assess penilaian.xlsx --data FOLDER --out hasil` mengerjakannya. Di sini kita menulis
# berkas-berkas itu dari hitungan kita, ke folder sementara. Lalu kita menghitung tanda "[…]" di
# dalamnya.

# %%
report = AssessmentReport(
    assessment=assessment,
    plan=plan,
    baselines=baselines,
    effects=effects,
    calibration=calibration,
    as_of=log.as_of,
    n_replications=8,
    scenario="kementerian",
    provenance=log.provenance,
)
workplace = TemporaryDirectory()
files = write_assessment(report, Path(workplace.name) / "hasil")
purposes = {
    "rencana_aksi.docx": "rencana aksi untuk dibahas",
    "juknis.docx": "draf keputusan dengan petunjuk teknis sebagai lampiran",
    "sk_tim.docx": "draf SK tim pengelola dan pejabat penghubung",
    "surat_edaran.docx": "draf surat edaran kepada pimpinan unit",
    "iku.docx": "naskah indikator untuk Perjanjian Kinerja",
    "nota_dinas.docx": "satu halaman dengan tiga keputusan",
    "penilaian_dampak_pelindungan_data.docx": "draf penilaian dampak pelindungan data",
    "catatan_pemrosesan.docx": "draf catatan pemrosesan data pribadi",
}
pages = {path.name: path for path in files}
blanks = {
    name: ZipFile(pages[name]).read("word/document.xml").decode().count("[…]") for name in purposes
}
pd.DataFrame({"Kegunaan": purposes, "Isian […]": blanks}).rename_axis(
    index="Berkas Word", columns=notice
)

# %% [markdown]
# Di samping delapan berkas Word ada `penilaian.html` untuk dibaca, serta `penilaian.xlsx` dan
# `matriks_rencana_aksi.xlsx` untuk dihitung lagi. Setiap angka pada berkas Word ada juga pada
# berkas Excel. Setiap halaman bertanda **DRAF**, tanpa lambang negara dan tanpa logo.

# %% [markdown]
# ### 9. Apa yang tetap "[…]"?
#
# Program tidak mengarang hal yang hanya diketahui instansi. Setiap draf diakhiri dengan daftar
# isian. Inilah daftar pada nota dinas.

# %%
memo = ZipFile(pages["nota_dinas.docx"]).read("word/document.xml").decode()
list_of_blanks = memo[memo.index("Yang harus diisi") :].partition("<")[0]
workplace.cleanup()
print(list_of_blanks)

# %% [markdown]
# | Tetap "[…]" | Mengapa | Siapa yang mengisi |
# |---|---|---|
# | nomor, tanggal, penanda tangan | menurut tata naskah dinas instansi | bagian persuratan |
# | nama jabatan dan unit | susunan organisasi berbeda-beda | bagian organisasi |
# | anggaran | tidak dapat dihitung dari laporan | bagian perencanaan |
# | dasar hukum khusus instansi | yang tidak terbaca tidak ditulis | bagian hukum |
#
# Setiap peraturan yang disebut disertai "periksa keberlakuan di JDIH". Isian yang kosong bukan
# cacat. Isian yang dikarang adalah cacat.

# %% [markdown]
# ### 10. Nota dinas: tiga keputusan
#
# Pimpinan tidak membaca dua belas kegiatan. Pimpinan memutuskan. Nota dinas satu halaman meminta
# tiga keputusan:
#
# 1. **Menetapkan tim pengelola dan pejabat penghubung** (`sk_tim.docx`). Tanpa keputusan ini
#    disposisi tidak mempunyai penerima yang pasti.
# 2. **Menetapkan petunjuk teknis, didahului surat edaran** (`juknis.docx`, `surat_edaran.docx`).
#    Tanpa keputusan ini setiap unit memakai batas waktunya sendiri.
# 3. **Menyetujui rencana aksi, indikator, dan anggarannya** (`rencana_aksi.docx`,
#    `matriks_rencana_aksi.xlsx`, `iku.docx`). Tanpa keputusan ini tidak ada angka yang ditagih dan
#    tidak ada jam yang disediakan.
#
# Dua keputusan pertama adalah **legalitas dan konektivitas**: pesan utama studi kasus 2022.
# Keputusan ketiga membuat keduanya dapat ditagih.

# %% [markdown]
# ## Latihan
#
# Gantilah tiga titik dengan jawaban Anda, lalu jalankan sel. Desimal ditulis dengan titik, misalnya
# 0.25. Jawaban berupa kata ditulis di antara tanda kutip. Semua angka di bawah berasal dari data
# sintetis dan contoh rekaan: simulasi, bukan janji kinerja.
#
# ### Latihan 1. Menghitung bukti
#
# Dari semua butir yang belum terpenuhi (tabel `missing`), berapa yang belum terpenuhi di
# **paling sedikit lima** unit yang dinilai? Sel berikut menampilkan yang diperlukan.

# %%
missing.loc[missing["scope"] == "unit", ["practice", "item", "n_asked", "n_lacking"]].replace(
    {"practice": names}
).set_axis(["Praktik", "Butir", "Ditanyakan kepada", "Belum terpenuhi"], axis="columns").set_index(
    "Praktik"
).rename_axis(columns=notice)

# %% tags=["latihan"]
n_wide_items = int(missing.loc[missing["scope"] == "unit", "n_lacking"].ge(5).sum())
check_answer("08", 1, n_wide_items)

# %% [markdown] tags=["petunjuk"]
# Hitunglah baris yang angka pada kolom "Belum terpenuhi" sama dengan 5 atau lebih.

# %% [markdown] tags=["kunci"]
# Butir yang belum ada di banyak unit lebih cocok dikerjakan dengan satu rumusan baku daripada
# dengan pendampingan unit demi unit.

# %% [markdown]
# ### Latihan 2. Kegiatan atau ukuran hasil?
#
# Sebuah rencana aksi menulis: "Indikator: terlaksananya pelatihan bagi 109 pejabat penghubung."
# Jenis apakah baris itu? Pilihlah `"kegiatan"` atau `"ukuran hasil"`.

# %% tags=["latihan"]
kind_of_row = "kegiatan"
check_answer("08", 2, kind_of_row)

# %% [markdown] tags=["petunjuk"]
# Bila pelatihan itu selesai, apakah pelapor sudah pasti mengalami sesuatu yang berbeda?

# %% [markdown] tags=["kunci"]
# Yang dihitung adalah pelaksanaannya. Tambahkan ukuran hasil di sampingnya, misalnya salah
# disposisi, dengan baseline dan selangnya.

# %% [markdown]
# ### Latihan 3. Angka mana yang menjadi baseline?
#
# Untuk tindak lanjut pertama ada tiga angka. Mana yang ditulis sebagai baseline?
#
# * `"A"`: nilai dari laporan instansi sendiri (bagian 3).
# * `"B"`: nilai dunia tanpa praktik di dalam simulasi (bagian 4).
# * `"C"`: nilai instansi percontohan.

# %% tags=["latihan"]
baseline_source = "A"
check_answer("08", 3, baseline_source)

# %% [markdown] tags=["petunjuk"]
# Baseline harus dapat diukur lagi tahun depan dengan cara yang sama, di instansi yang sama.

# %% [markdown] tags=["kunci"]
# Simulasi dipakai untuk perubahannya saja. Nilai instansi lain mempunyai komposisi laporan yang
# lain (pelajaran 04).

# %% [markdown]
# ### Latihan 4. Target triwulan II
#
# Sebuah ukuran mempunyai baseline 0,80 dan target 0,90. Dengan pembagian 10 %, 40 %, 70 %, 100 %,
# berapa angka pada akhir triwulan II? Tulislah antara 0 dan 1, dua angka desimal.

# %% tags=["latihan"]
second_quarter = 0.80 + 0.40 * (0.90 - 0.80)
check_answer("08", 4, second_quarter)

# %% [markdown] tags=["petunjuk"]
# Jalan seluruhnya 0,10. Berapa empat puluh persen dari jalan itu?

# %% [markdown] tags=["kunci"]
# 40 % dari jalan, bukan 40 % dari target.

# %% [markdown]
# ### Latihan 5. Menghitung ulang skor
#
# Ambillah kegiatan dengan urutan 1 pada tabel di bagian 6. Hitunglah skornya dari selisih, dampak,
# dan jamnya. Tulislah dengan satu desimal.

# %% tags=["latihan"] step=0.1
first = plan.activities.iloc[0]
own_score = first["gap"] * 100 * first["effect"] / first["effort_hours"] * 100
check_answer("08", 5, own_score)

# %% [markdown] tags=["petunjuk"]
# Kalikan selisih dengan dampak (poin persen), bagilah dengan jam, lalu kalikan dengan 100.

# %% [markdown] tags=["kunci"]
# Skor yang dapat dihitung ulang di rapat lebih mudah diterima daripada skor yang harus dipercaya.

# %% [markdown]
# ### Latihan 6. Siapa yang mungkin pertama?
#
# Dari dua belas kegiatan, berapa yang **masih mungkin** berada pada urutan 1? Lihat kolom "Urutan
# yang mungkin" di bagian 6.

# %% tags=["latihan"]
n_maybe_first = int(plan.activities["rank_low"].eq(1).sum())
check_answer("08", 6, n_maybe_first)

# %% [markdown] tags=["petunjuk"]
# Hitunglah kegiatan yang rentangnya dimulai dari 1.

# %% [markdown] tags=["kunci"]
# Di antara kegiatan-kegiatan ini data dan simulasi tidak dapat memilih. Pilihlah menurut yang dapat
# dimulai bulan ini dan siapa yang harus menandatangani.

# %% [markdown]
# ### Latihan 7. Kalimat tentang kematangan
#
# Kalimat mana yang boleh ditulis berdasarkan tingkat A di bagian 7?
#
# * `"A"`: "Menaikkan tingkat satu angka akan mempercepat tindak lanjut."
# * `"B"`: "Pada 24 daerah rekaan, tingkat yang lebih tinggi berkaitan dengan tindak lanjut pertama
#   yang lebih sering tepat waktu; sebabnya belum diketahui."
# * `"C"`: "Daerah dengan tingkat 1 kurang bekerja."

# %% tags=["latihan"]
allowed_sentence = "B"
check_answer("08", 7, allowed_sentence)

# %% [markdown] tags=["petunjuk"]
# Apakah daerah yang tingkatnya lebih tinggi berbeda dalam satu hal saja?

# %% [markdown] tags=["kunci"]
# Kalimat A menjanjikan sebab. Kalimat C menilai orang. Tabel terakhir di bagian 7 menunjukkan hal
# lain yang ikut berbeda.

# %% [markdown]
# ### Latihan 8. Isian yang tidak boleh dikarang
#
# Rekan Anda ingin mengisi "[…]" pada kolom anggaran dengan "Rp 50 juta, menurut simulasi". Siapa
# yang dapat mengisinya? Pilihlah `"simulasi"`, `"bagian perencanaan"`, atau
# `"instansi percontohan"`.

# %% tags=["latihan"]
who_fills = "bagian perencanaan"
check_answer("08", 8, who_fills)

# %% [markdown] tags=["petunjuk"]
# Simulasi menghitung jam dan laporan. Apakah ia mengenal rupiah?

# %% [markdown] tags=["kunci"]
# Jam kerja dari bagian 6 dapat menjadi bahan bagi bagian perencanaan. Rupiahnya tidak ada di dalam
# model.

# %% [markdown]
# ### Latihan 9. Satu formulir yang diperbaiki
#
# Andaikan Kemendikbudristek (contoh rekaan) sudah menetapkan petunjuk teknis, dan SK pejabat
# penghubung sudah lengkap di semua unit. Berapa butir yang masih belum terpenuhi pada tabel
# `missing`?

# %% tags=["latihan"]
done = ["juknis", "sk-penghubung", "sk-jabatan"]
n_still_missing = int((~missing["item"].isin(done)).sum())
check_answer("08", 9, n_still_missing)

# %% [markdown] tags=["petunjuk"]
# Hitunglah semua baris `missing` dengan `len(missing)`, lalu kurangkan butir legalitas yang sudah
# selesai (bagian 1).

# %% [markdown] tags=["kunci"]
# Legalitas selesai, tetapi akun, uraian tugas, dan pelatihan belum. Legalitas adalah landasan,
# bukan penggantinya. Pada putaran berikutnya isilah formulir lagi dan beri
# `--previous formulir_lama.xlsx`.

# %% [markdown]
# ## Rangkuman
#
# 1. Rencana dimulai dari bukti yang belum ada; setiap bukti dipenuhi oleh satu kegiatan.
# 2. Baseline dari data, dampak dari model, sisanya asumsi. Ketiganya ditulis terpisah, dengan
#    selang.
# 3. Urutan dihitung secara terbuka: selisih × dampak ÷ jam. Urutan yang berdekatan belum dapat
#    dibedakan.
# 4. Kematangan dan hasil "berkaitan", tidak pernah "menyebabkan"; di bawah sepuluh instansi tidak
#    dihitung.
# 5. Draf memuat "[…]" untuk hal yang hanya diketahui instansi. Nota dinas meminta tiga keputusan.
#
# **Untuk diskusi kelompok** (15 menit, tanpa kunci jawaban): keputusan mana dari ketiganya yang
# paling sulit di instansi Anda? Siapa yang harus diajak bicara sebelum nota dinas dikirim? Bukti
# apa yang sebenarnya sudah ada, tetapi belum pernah dikumpulkan?
#
# ### Satu halaman untuk dibawa pulang
#
# * Kumpulkan bukti yang sudah ada sebelum merencanakan yang baru; jawaban kosong adalah pekerjaan
#   yang paling murah.
# * Tulislah baseline dengan penyebut dan selangnya. Tanpa baseline, triwulan I adalah triwulan
#   mengukur.
# * Bagikan kegiatan kepada jabatan, bukan kepada nama, dengan output per triwulan.
# * Bawalah satu halaman dengan tiga keputusan kepada pimpinan, bukan dua puluh halaman tanpa
#   keputusan.
# * Serahkan draf kepada bagian hukum dan bagian perencanaan. Periksa keberlakuan peraturan di JDIH.
# * Ukurlah lagi setiap triwulan dengan definisi yang sama, lalu tinjau rencananya.
