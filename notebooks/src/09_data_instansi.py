# %% [markdown]
# # 09 Bagaimana dengan data instansi kita?
#
# **DATA SINTETIS, bukan kinerja sebenarnya.** Semua berkas di sini dibuat oleh program. Tidak ada
# pelapor sungguhan; nama orang, nomor, dan alamat di dalamnya rekaan. Kisahnya adalah studi kasus
# 2022 dengan nomenklatur saat itu. Nama instansi yang nyata hanya Kemendikbudristek; angkanya angka
# model, bukan hasil evaluasi. lapor-lab bukan produk resmi KemenPANRB.
#
# Pukul delapan pagi. Di meja seorang analis ada satu folder berisi lima berkas dari empat pengirim.
# Sebelum makan siang pimpinan meminta perbandingan. Pelajaran ini mengikuti pagi itu: dari folder
# sampai kalimat yang boleh ditulis, dan kalimat yang tidak.

# %% [markdown]
# ## Tujuan Pembelajaran
#
# Setelah pelajaran ini, Anda dapat:
#
# 1. mengimpor satu folder berkas sekaligus dan memeriksa bahwa tidak ada baris yang hilang;
# 2. membaca laporan impor: karantina, kolom yang tidak ada, dan hal yang perlu diperiksa;
# 3. mengenali jam UTC dan tanggal data yang tidak tertulis, lalu membetulkannya;
# 4. menulis apa yang dapat dikatakan sebuah ekspor tentang kecepatan: batas, bukan satu angka;
# 5. membaca % selesai bersama % sudah ditindaklanjuti, bagian arsip, dan siapa yang menutup;
# 6. memperlakukan hasil impor sebagai data pribadi, dan menghapusnya bila selesai.

# %% [markdown]
# ## Alokasi Waktu
#
# 2 JP (90 menit): 55 menit uraian materi dan 35 menit latihan.

# %% [markdown]
# ## Prasyarat
#
# Pelajaran 01 (isi sebuah laporan) dan pelajaran 03 (batas waktu, dan dua definisi yang sama-sama
# resmi). Anda tidak perlu pernah membuat program. Jalankan sel satu per satu dari atas dengan
# Shift+Enter.

# %% [markdown]
# ## Uraian Materi
#
# Sel pertama menyiapkan alat dan sebuah folder kerja sementara. Semua hasil pelajaran ini, termasuk
# kunci penyandi nomor laporan, ada di folder itu dan dihapus di sel terakhir.

# %%
import json
import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import matplotlib.pyplot as plt
import pandas as pd

from lapor_lab.course import check_answer
from lapor_lab.exchange import (
    ImportOptions,
    load_sample,
    open_tables,
    read_log_folder,
    read_recap_rows,
    remove_import,
    sample_path,
)
from lapor_lab.metrics import count_cases, estimate, recap_counts
from lapor_lab.plots import plot_estimates, plot_shares
from lapor_lab.plots.palette import BLUE, GREEN, MUTED, VERMILLION
from lapor_lab.report import import_to_folder
from lapor_lab.report.quarantine_advice import mending_advice
from lapor_lab.schema import (
    format_count,
    format_date,
    format_estimate,
    format_interval,
    format_share,
    label,
)

pd.set_option("display.max_colwidth", 300)
workplace = TemporaryDirectory()
work = Path(workplace.name)
os.environ["LAPOR_LAB_HOME"] = str(work / "kunci")
exports = sample_path("contoh_ekspor")
notice = label("notice.synthetic")
print(notice)

# %% [markdown]
# ### 1. Melihat folder sebelum menyentuhnya
#
# Berkas apa saja yang datang? Sel ini hanya membaca kerangkanya, bukan isi laporannya.

# %%
tables = [table for path in sorted(exports.iterdir()) for table in open_tables(path)]
pd.DataFrame(
    {
        "Berkas": [table.path.name for table in tables],
        "Pengkodean": [table.encoding or "buku kerja Excel" for table in tables],
        "Pemisah": [table.delimiter or "tidak berlaku" for table in tables],
        "Baris judul kolom": [table.header_row for table in tables],
        "Kolom": [len(table.columns) for table in tables],
        "Kolom pertama": [table.columns[0] for table in tables],
    }
).set_index("Berkas").rename_axis(columns=notice)

# %% [markdown]
# Lima berkas, lima susunan. Dua buku kerja mempunyai keterangan di atas judul kolom. Satu CSV
# memakai titik koma. Satu memakai nama kolom buatan aplikasi lain (`tracking_id`). Berkas terakhir
# tidak memuat laporan sama sekali, hanya jumlah per instansi.
#
# Menyalinnya dengan tangan ke satu lembar memakan pagi, dan setiap salinan dapat keliru. Ada alasan
# lain: **teks di dalamnya belum disamarkan.** Jangan membuka berkas asal di layar proyektor.

# %% [markdown]
# ### 2. Mengimpor dalam satu langkah

# %%
summary = import_to_folder([exports], work / "impor")
by_file = pd.DataFrame(
    [
        (file.file, file.n_rows, file.n_accepted, file.n_quarantined, file.n_snapshots)
        for file in summary.files
    ],
    columns=["Berkas", "Dibaca", "Diterima", "Karantina", "Keadaan lama"],
).set_index("Berkas")
by_file.rename_axis(columns=notice)

# %% [markdown]
# Periksalah satu hal dahulu: **dibaca = diterima + karantina**. Tidak ada baris yang dibuang
# diam-diam.

# %%
rows = [format_count(n) for n in (summary.n_rows, summary.n_accepted, summary.n_quarantined)]
print("{} dibaca = {} diterima + {} karantina".format(*rows))
parts = [format_count(n) for n in (summary.n_cases, summary.n_snapshots, summary.n_recap_rows)]
print("Yang diterima: {} laporan, {} keadaan lama, {} baris rekapitulasi".format(*parts))

# %% [markdown]
# **Keadaan lama** adalah laporan yang nomornya ada di dua ekspor dengan tanggal berbeda. Laporan
# itu dihitung satu kali, dengan status yang terakhir. Statusnya yang lama tidak dibuang: gunanya
# ada di bagian 7.

# %% [markdown]
# ### 3. Karantina: baris yang tidak dapat dipakai
#
# Berkas `quarantine.csv` memuat alasan, nomor baris seperti yang terlihat di Excel, dan **isi
# aslinya**. Karena itu kita hanya menampilkan tiga kolomnya.

# %%
quarantine = pd.read_csv(work / "impor" / "quarantine.csv", dtype="str")
by_reason = quarantine.groupby(["file", "reason"])["row"].agg(", ".join).reset_index()
by_reason["Perbaikan"] = by_reason["reason"].map(mending_advice)
names = {"file": "Berkas", "reason": "Alasan", "row": "Baris"}
by_reason.rename(columns=names).set_index("Berkas").rename_axis(columns=notice)

# %% [markdown]
# Tidak semuanya kesalahan. **Baris jumlah** pada rekap cocok dengan baris di atasnya, lalu
# dikarantina agar tidak terhitung dua kali. **Nomor ganda** adalah baris yang tertempel dua kali.
# Yang perlu ditanyakan kepada pengirim adalah instansi yang kosong dan tanggal `0000-00-00`.
#
# Perbaiki di **berkas asal**, lalu impor lagi ke folder yang sama. Jangan memperbaiki hasil impor:
# bulan depan kesalahan yang sama datang lagi.
#
# Karantina tidak memuat setiap keganjilan. Tiga tanggal di salah satu buku kerja tertulis sebagai
# nomor seri Excel, dan banyak kategori memakai spasi tak-putus atau diawali "Lainnya terkait".
# Semuanya terbaca.

# %% [markdown]
# ### 4. Yang perlu diperiksa
#
# Folder hasil memuat `impor.html` untuk dibaca dan `import.json` untuk diolah. Isinya sama. Inilah
# catatannya, dengan tindakan yang disarankan.

# %%
facts = json.loads((work / "impor" / "import.json").read_text("utf-8"))
remarks = [(r["text"], label(f"remark.{r['code']}.action")) for r in facts["remarks"]]
pd.DataFrame(remarks, columns=["Catatan", "Tindakan"]).set_index("Catatan").rename_axis(
    columns=notice
)

# %% [markdown]
# **Tanggal data** adalah catatan yang paling penting. Laporan yang belum ditindaklanjuti dihitung
# menunggu **sampai tanggal itu**. Bila tanggalnya tidak tertulis, lapor-lab hanya dapat menduga
# dari waktu terakhir di dalam berkas. Dugaan itu selalu terlalu awal atau tepat, tidak pernah
# terlambat, sehingga sebagian keterlambatan tidak terlihat.
#
# Analis menelepon kedua pengirim: berkasnya diunduh 15 Agustus 2022. Ia mengimpor lagi dengan
# tanggal itu. Tanggal yang tertulis di dalam berkas tetap dipakai.

# %%
dated = ImportOptions(as_of={"": pd.Timestamp("2022-08-15")})
first_dates = {file.file: format_date(file.as_of) for file in summary.files}
summary = import_to_folder([exports], work / "impor", options=dated)
facts = json.loads((work / "impor" / "import.json").read_text("utf-8"))
pd.DataFrame(
    {
        "Data per, sebelum": first_dates,
        "Data per, sesudah": {file.file: format_date(file.as_of) for file in summary.files},
        "Menurut": {file.file: file.as_of_origin.value for file in summary.files},
    }
).rename_axis(index="Berkas", columns=notice)

# %%
print(f"Tanggal bersama: {format_date(summary.as_of)}")
for remark in facts["remarks"]:
    print("-", remark["text"])

# %% [markdown]
# Tiga catatan tersisa. Yang pertama dibahas sebentar lagi. Dua yang lain **tidak dapat dijawab oleh
# program**.
#
# * *Menunggu Konfirmasi Pimpinan* bukan status resmi. lapor-lab menyimpannya apa adanya dan tidak
#   menganggapnya selesai. Pengirimlah yang tahu artinya.
# * Pada rekap, selesai + proses + belum lebih kecil daripada masuk. Selisihnya mungkin arsip.
#   Tanyakan; jangan menebak.

# %% [markdown]
# ### 5. Jam berapa laporan masuk?
#
# Orang menulis laporan pada jam yang wajar: pagi, siang, malam, jarang pukul tiga dini hari. Maka
# jam masuk adalah pemeriksaan yang murah. Kita bagi hari menjadi empat.

# %%
log = read_log_folder(work / "impor")
cases = log.cases
parts_of_day = ["00.00–05.59", "06.00–11.59", "12.00–17.59", "18.00–23.59"]
part_of_day = pd.cut(cases["submitted_at"].dt.hour, [0, 6, 12, 18, 24], right=False)
part_of_day = part_of_day.cat.rename_categories(parts_of_day)
hours = pd.crosstab(cases["institution"], part_of_day).rename_axis(columns="Jam masuk")
hours.rename_axis(index=notice)

# %% [markdown]
# Kementerian C janggal: lebih dari sepertiga laporannya masuk antara tengah malam dan pukul enam
# pagi. Selisih WIB dari UTC adalah tujuh jam. Pukul 09.00 di Jakarta tercatat 02.00. Berkas ini
# memang diekspor ulang oleh aplikasi lain, dan aplikasi sering menyimpan waktu dalam UTC.
#
# Itulah catatan pertama tadi. lapor-lab **tidak menggeser jam diam-diam**; pengelola datalah yang
# tahu. Analis bertanya, dan jawabannya: benar, UTC. Semua berkas diimpor lagi, dan `source_zone`
# menyebut zona jam berkas itu.

# %%
in_utc = replace(dated, source_zone={"kementerian_c_re-ekspor.csv": "UTC"})
summary = import_to_folder([exports], work / "impor", options=in_utc)
log = read_log_folder(work / "impor")
cases_c = log.cases[log.cases["institution"] == "Kementerian C"]
part_c = pd.cut(cases_c["submitted_at"].dt.hour, [0, 6, 12, 18, 24], right=False)
part_c = part_c.cat.rename_categories(parts_of_day)
hours.loc["Kementerian C, dibaca sebagai UTC"] = part_c.value_counts()
shares = hours.div(hours.sum(axis="columns"), axis="index")
plot_shares(shares, [MUTED, BLUE, GREEN, VERMILLION], is_synthetic=True)
plt.show()

# %%
shares.map(format_share).rename_axis(index="Instansi", columns=notice)

# %% [markdown]
# Sesudah dibaca sebagai UTC, Kementerian C serupa dengan yang lain. Apakah jam yang bergeser
# penting bila yang dihitung hari kerja?

# %%
both = cases_c.merge(cases, on="case_id", suffixes=("", "_before"))
moved = both["submitted_at"].dt.date != both["submitted_at_before"].dt.date
print(f"{moved.sum()} dari {len(both)} laporan berpindah tanggal masuk")

# %% [markdown]
# Ya. Laporan yang ditulis dini hari tercatat pada hari sebelumnya, sehingga batas waktunya ikut
# maju sehari. Mulai sekarang kita memakai hasil yang sudah dibetulkan.

# %%
counts = count_cases(log)
print("Dihitung:", ", ".join(counts.institutions))

# %% [markdown]
# ### 6. Kolom yang tidak ada
#
# Apa yang tidak dimuat berkas tidak dapat dihitung. Inilah kolom yang paling sering ditanyakan.

# %%
asked = ["status", "responded_at", "completed_at", "closed_at", "rating", "province"]
case_files = [file for file in facts["files"] if file["layout"] != "rekapitulasi"]
pd.DataFrame(
    {
        file["file"]: ["tidak ada" if name in file["columns_missing"] else "ada" for name in asked]
        for file in case_files
    },
    index=[label(f"target.{name}") for name in asked],
).T.rename_axis(index="Berkas", columns=notice)

# %% [markdown]
# Tidak satu pun ekspor memuat waktu tindak lanjut, waktu tuntas, atau waktu ditutup. Itu sifat
# ekspornya, bukan kelalaian pengirim. Akibatnya pada ukuran:

# %%
measures = {
    "followed_up_share": "status",
    "closed_share": "status",
    "archived_share": "status",
    "first_followed_up_within_limit": "waktu tindak lanjut pertama",
    "completed_within_limit": "waktu tuntas",
    "first_follow_up_median_days": "waktu tindak lanjut pertama",
    "misrouted_share": "riwayat disposisi",
}
estimates = estimate(counts)
one = estimates.query("institution == 'Kemendikbudristek'").set_index("measure")
pd.DataFrame(
    {"Memerlukan": measures, "Dari ekspor": one["availability"].reindex(list(measures))}
).rename(index=lambda name: label(f"measure.{name}")).rename_axis(index="Ukuran", columns=notice)

# %% [markdown]
# **Tersedia**: ada angkanya. **Tidak tersedia**: tidak ada angkanya, dan itu bukan nol. Yang baru
# adalah **hanya batas**.

# %% [markdown]
# ### 7. Kecepatan: batas, bukan satu angka
#
# Sebuah laporan berstatus "Ditutup oleh Sistem". Kapan tindak lanjutnya? Tidak tertulis. Mungkin
# pada hari kedua, mungkin pada hari kedua puluh. Tetapi sebagian laporan dapat dipastikan:
#
# * yang sampai tanggal data belum ditindaklanjuti dan batasnya sudah lewat **pasti terlambat**;
# * yang masuk belum lama sebelum tanggal data dan sudah ditindaklanjuti **pasti tepat waktu**;
# * sistem baru menutup setelah 10 hari kerja tanpa tanggapan, sehingga tindak lanjutnya pasti
#   lebih awal daripada itu.
#
# Sisanya tidak diketahui. Bila semuanya terlambat, kita mendapat angka terendah; bila semuanya
# tepat waktu, angka tertinggi. Kebenaran ada di antara keduanya.

# %%
within = "first_followed_up_within_limit"
_ = plot_estimates(estimates, within, is_synthetic=True)
plt.show()

# %%
bounds = estimates[estimates["measure"].isin([within, "completed_within_limit"])]
pd.DataFrame(
    {
        "Instansi": bounds["institution"],
        "Ukuran": [label(f"measure.{name}") for name in bounds["measure"]],
        "Laporan": bounds["denominator"].map(format_count),
        "Yang dapat dikatakan": [
            format_estimate(
                row.estimate, row.measure, row.availability, bounds=(row.lower, row.upper)
            )
            for row in bounds.itertuples()
        ],
    }
).set_index("Instansi").rename_axis(columns=notice)

# %% [markdown]
# Balok bergaris itu **bukan selang kepercayaan** dan tidak mempunyai titik tengah. Nilai di
# tengahnya tidak lebih mungkin daripada nilai di ujungnya. Ketiga balok hampir selebar gambar:
# dengan data ini ketiga instansi **belum dapat dibedakan**, dan kecepatannya belum diketahui.
#
# Mengambil tengahnya lalu menulis "sekitar 50 %" berarti mengarang.
#
# **Ekspor kedua mempersempit batas.** Kemendikbudristek mengirim dua ekspor, Februari dan Agustus.
# Laporan yang pada 1 Februari sudah selesai pasti tuntas sebelum hari itu. Yang pada hari itu belum
# ditindaklanjuti pasti ditindaklanjuti sesudahnya. Kita bandingkan laporan yang sama, yaitu yang
# masuk sebelum 1 Februari 2022.

# %%
_ = import_to_folder([exports / "kemendikbudristek_2022-08-15.xlsx"], work / "satu", options=dated)
own = replace(log, cases=cases[cases["institution"] == "Kemendikbudristek"])
sources = {"Satu ekspor": read_log_folder(work / "satu"), "Dua ekspor": own}
said = {}
for name, source in sources.items():
    early = source.cases[source.cases["submitted_at"] < "2022-02-01"]
    found = estimate(count_cases(replace(source, cases=early))).set_index("measure")
    said[name] = [
        format_estimate(
            found["estimate"][measure],
            measure,
            found["availability"][measure],
            bounds=(found["lower"][measure], found["upper"][measure]),
        )
        for measure in [within, "completed_within_limit"]
    ]
narrowed = pd.DataFrame(said, index=[within, "completed_within_limit"])
narrowed = narrowed.rename(index=lambda name: label(f"measure.{name}"))
narrowed.rename_axis(index="Ukuran", columns=notice)

# %% [markdown]
# Karena data ini rekaan, kita boleh mengintip jawabannya. Data lengkapnya memuat waktu setiap
# langkah.

# %%
full = load_sample()
is_same = full.cases["institution"].eq("Kemendikbudristek")
is_same &= full.cases["submitted_at"] < "2022-02-01"
known = estimate(count_cases(replace(full, cases=full.cases[is_same]))).set_index("measure")
known = known.loc[[within, "completed_within_limit"]]
pd.DataFrame(
    {
        "Sebenarnya, pada data lengkap": known["estimate"].map(format_share),
        "Selang kepercayaan 95 %": [
            format_interval(*ends, is_share=True)
            for ends in zip(known["lower"], known["upper"], strict=True)
        ],
    }
).rename(index=lambda name: label(f"measure.{name}")).rename_axis(index="Ukuran", columns=notice)

# %% [markdown]
# Nilai sebenarnya memang di dalam batas. Satu ekspor tambahan menaikkan batas bawah "tuntas dalam
# batas waktu" dari nol, tetapi batas tindak lanjut hampir tidak berubah: enam bulan terlalu jarang
# untuk batas lima hari kerja. Maka mulailah hari ini: **simpan satu ekspor setiap minggu, dengan
# tanggalnya**, dan impor semuanya sekaligus.

# %% [markdown]
# ### 8. Membaca % selesai dengan tiga pendampingnya
#
# Status cukup untuk menghitung % selesai. Namun satu angka itu menyembunyikan tiga hal: yang masih
# **dalam proses**, yang **diarsipkan**, dan **siapa yang menutup**. Instansi yang hanya mengirim
# rekap ikut ditampilkan.

# %%
totals = read_recap_rows(work / "impor")
with_totals = counts + recap_counts(totals, as_of=log.as_of)
chosen = {
    "followed_up_share": "% sudah ditindaklanjuti",
    "closed_share": "% selesai",
    "archived_share": "Diarsipkan",
    "closed_by_system_share": "Selesai: oleh sistem",
    "closed_by_admin_share": "Selesai: oleh admin",
    "closed_by_reporter_share": "Selesai: oleh pelapor",
}
status_shares = estimate(with_totals).query("measure in @chosen")
written = [
    format_estimate(row.estimate, row.measure, row.availability)
    for row in status_shares.itertuples()
]
side_by_side = status_shares.assign(written=written).pivot_table(
    index="institution", columns="measure", values="written", aggfunc="first"
)
side_by_side[list(chosen)].rename(columns=chosen).rename_axis(index="Instansi", columns=notice)

# %% [markdown]
# Bacalah baris Kementerian C. Dua angka pertamanya berbeda hampir sepuluh poin persen, dan **kedua
# angka benar menurut definisinya**: selisihnya laporan dalam proses. Bagian arsip ditulis di
# samping, sebab yang diarsipkan tetap ada di penyebut kedua angka itu. Bila penyebutnya tidak
# memuat arsip, % selesai naik, dan instansi yang banyak mengarsipkan tampak lebih cepat selesai.
#
# Tiga kolom terakhir menjawab "selesai menurut siapa?". Sebagian besar laporan **ditutup sistem**:
# pelapor tidak membalas. Itu belum tentu berarti puas. Pada rekap, kolom ini tidak tersedia, karena
# rekap tidak menyebutnya.
#
# Angka-angka ini tanpa selang agar tabelnya terbaca; jangan menyusun peringkat darinya. `lapor-lab
# compare` memberi selang untuk setiap angka, dan pelajaran 04 membahas kapan perbandingan adil.

# %% [markdown]
# ### 9. Penyamaran bukan anonimisasi
#
# Impor menyamarkan judul dan isi laporan, mengganti nomor laporan dengan kode berkunci, dan tidak
# menyimpan nama pelapor. Teks laporan Rahasia tidak disimpan sama sekali. Pada data sintetis nomor
# laporan dibiarkan, agar selalu dikenali sebagai sintetis.

# %%
masked = pd.Series(facts["masked"], name="Kali").sort_values(ascending=False)
masked.rename_axis("Yang disamarkan atau tidak disimpan").to_frame().rename_axis(columns=notice)

# %% [markdown]
# RAHASIA menghitung judul dan isi yang tidak disimpan. Yang dilaporkan hanya **berapa kali**, tidak
# pernah nilainya. Beginilah beberapa teks yang sudah disamarkan:

# %%
holds_number = cases["text"].str.contains("[NIK]", regex=False, na=False)
excerpts = cases.loc[holds_number, "text"].str.split().str.join(" ").str.slice(-95)
pd.DataFrame({"Akhir teks": "… " + excerpts.str.strip()}).reset_index(drop=True).rename_axis(
    columns=notice
)

# %% [markdown]
# Apakah orangnya kini tidak dikenal? Belum tentu. Program dapat luput, dan gabungan tempat, waktu,
# dan peristiwa dapat menunjuk satu orang. Menurut UU 27/2022 tentang Pelindungan Data Pribadi, data
# yang masih dapat dikaitkan dengan seseorang **tetap data pribadi**. Karena itu:
#
# | Berkas | Perlakuan |
# |---|---|
# | berkas asal dan `quarantine.csv` | data pribadi yang terbaca; hanya untuk memperbaiki data |
# | folder hasil impor | tetap data pribadi; simpan di tempat yang dibatasi |
# | kunci penyandi | di luar folder hasil; jangan dikirim bersama hasilnya |
# | `perbandingan.html` | hanya angka per instansi; ini yang dibagikan |
#
# Bila selesai, hapuslah hasil impor **beserta kuncinya** dengan `lapor-lab import --hapus FOLDER`.
# Di dalam Python:

# %%
removed = remove_import(work / "satu")
print(f"{len(removed)} dihapus: folder hasil dan kuncinya")
print("Folder masih ada:", "ya" if (work / "satu").exists() else "tidak")

# %% [markdown]
# Perintah itu tidak menyentuh berkas asal Anda. Berkas asal disimpan atau dihapus menurut aturan
# instansi Anda.

# %% [markdown]
# ### 10. Dengan data Anda sendiri
#
# Buka terminal di folder yang memuat ekspor Anda. Tiga perintah berikut mengulang seluruh pagi ini:
#
# ```console
# lapor-lab import folder-ekspor --out impor --as-of 2022-08-15
# lapor-lab compare impor --out perbandingan.html
# lapor-lab import --hapus impor
# ```
#
# Gantilah `folder-ekspor` dengan folder Anda, dan tanggalnya dengan hari ekspor itu diunduh. Di
# antara perintah pertama dan kedua, **bacalah** `impor/impor.html`. Bila jam di dalam berkas adalah
# UTC, tambahkan `--source-zone UTC` untuk semua berkas, atau `--source-zone nama.csv=UTC` untuk
# satu berkas. Bila nama kolomnya tidak dikenal, lapor-lab bertanya dahulu; `--save-mapping`
# menyimpan jawaban Anda untuk bulan depan.
#
# Semuanya berjalan di komputer Anda. Tidak ada data yang dikirim ke mana pun.

# %% [markdown]
# ## Latihan
#
# Gantilah tiga titik dengan jawaban Anda, lalu jalankan sel. Desimal ditulis dengan titik, misalnya
# 0.25. Jawaban berupa kata ditulis di antara tanda kutip.
#
# ### Latihan 1. Tidak ada baris yang hilang
#
# Berapa baris `kementerian_a.csv` yang **diterima**? Hitunglah dari yang dibaca dan yang masuk
# karantina.

# %% tags=["latihan"]
row = by_file.loc["kementerian_a.csv"]
n_accepted = row["Dibaca"] - row["Karantina"]
check_answer("09", 1, n_accepted)

# %% [markdown] tags=["petunjuk"]
# Dibaca = diterima + karantina. Kedua angka lainnya ada di tabel bagian 2.

# %% [markdown] tags=["kunci"]
# Bila ketiga angka tidak cocok, berhentilah: ada yang keliru, dan bukan pada data Anda.

# %% [markdown]
# ### Latihan 2. Mana yang ditanyakan kepada pengirim?
#
# Baris karantina mana yang **perlu** ditanyakan kepada pengirim? Pilihlah `"a"`, `"b"`, atau `"c"`.
#
# * a. "baris jumlah, cocok dengan baris di atasnya"
# * b. "tanpa instansi"
# * c. "nomor laporan ganda", dan kedua barisnya sama persis

# %% tags=["latihan"]
to_ask = "b"
check_answer("09", 2, to_ask)

# %% [markdown] tags=["petunjuk"]
# Pada baris mana hilang sesuatu yang tidak tertulis di tempat lain?

# %% [markdown] tags=["kunci"]
# Baris jumlah dan salinan tidak membawa keterangan baru. Laporan tanpa instansi tidak dapat
# dihitung untuk siapa pun sampai pengirim menyebutkan instansinya.

# %% [markdown]
# ### Latihan 3. Dari UTC ke WIB
#
# Sebuah berkas mencatat laporan masuk pada 3 Maret 2022 pukul 18.40 UTC. **Tanggal berapa** laporan
# itu masuk menurut WIB? Tulislah tanggalnya saja, antara 1 dan 31.

# %% tags=["latihan"]
moment = pd.Timestamp("2022-03-03 18:40", tz="UTC").tz_convert("Asia/Jakarta")
day_of_march = moment.day
check_answer("09", 3, day_of_march)

# %% [markdown] tags=["petunjuk"]
# WIB tujuh jam lebih dahulu daripada UTC. Apakah 18.40 ditambah tujuh jam melewati tengah malam?

# %% [markdown] tags=["kunci"]
# Pukul 01.40 WIB keesokan harinya. Tanpa perbaikan, batas waktunya dihitung sehari terlalu awal.

# %% [markdown]
# ### Latihan 4. Batas bawah dan batas atas
#
# Dari sebuah ekspor rekaan, 40 laporan sudah dapat dinilai terhadap batas lima hari kerja: 6 pasti
# tepat waktu, 4 pasti terlambat, dan 30 sudah ditindaklanjuti pada waktu yang tidak diketahui.
# Berapa bagian yang tepat waktu **paling banyak**? Tulislah antara 0 dan 1.

# %% tags=["latihan"]
most = (6 + 30) / (6 + 4 + 30)
check_answer("09", 4, most)

# %% [markdown] tags=["petunjuk"]
# Andaikan semua yang tidak diketahui ternyata tepat waktu. Penyebutnya semua 40 laporan.

# %% [markdown] tags=["kunci"]
# Paling sedikit 6 dari 40, yaitu 15 %. Paling banyak 36 dari 40. Tulislah kedua-duanya.

# %% [markdown]
# ### Latihan 5. Kalimat untuk pimpinan
#
# Pimpinan menanyakan kecepatan Kemendikbudristek menurut satu ekspor. Kalimat mana yang boleh
# ditulis? Pilihlah `"a"`, `"b"`, atau `"c"`.
#
# * a. "Sekitar separuh laporan mendapat tindak lanjut dalam lima hari kerja."
# * b. "Menurut ekspor ini kecepatannya belum dapat ditentukan; batasnya terlalu lebar."
# * c. "Tidak ada laporan yang mendapat tindak lanjut dalam lima hari kerja."

# %% tags=["latihan"]
sentence = "b"
check_answer("09", 5, sentence)

# %% [markdown] tags=["petunjuk"]
# Apakah nilai di tengah batas lebih mungkin daripada nilai di ujungnya? Apakah batas bawah nol
# berarti nilainya nol?

# %% [markdown] tags=["kunci"]
# Kalimat a mengambil tengahnya, kalimat c mengambil ujungnya. Keduanya mengatakan lebih banyak
# daripada yang diketahui. Tambahkan pada kalimat b apa yang diperlukan: ekspor mingguan.

# %% [markdown]
# ### Latihan 6. Yang tidak tertulis di rekap
#
# Sel berikut menampilkan rekap yang diterima.

# %%
recap_names = {"n": "Masuk", "n_closed": "Selesai", "n_in_process": "Proses"}
recap_names["n_not_followed_up"] = "Belum"
recap_table = totals.set_index("institution")[list(recap_names)].rename(columns=recap_names)
recap_table.rename_axis(index="Instansi", columns=notice)

# %% [markdown]
# Pengirim menjelaskan bahwa selisihnya laporan yang diarsipkan. Berapa bagian laporan Kementerian B
# yang **diarsipkan**? Tulislah antara 0 dan 1, paling sedikit dua angka desimal.

# %% tags=["latihan"]
row = recap_table.loc["Kementerian B"]
n_archived = row["Masuk"] - row["Selesai"] - row["Proses"] - row["Belum"]
archived_share = float(n_archived / row["Masuk"])
check_answer("09", 6, archived_share)

# %% [markdown] tags=["petunjuk"]
# Kurangi laporan masuk dengan ketiga bagiannya, lalu bagilah dengan laporan masuk.

# %% [markdown] tags=["kunci"]
# Lebih dari seperempat. Bila arsip keluar dari penyebut, % selesai Kementerian B naik dari 68,4 %
# menjadi 94,0 % tanpa satu laporan pun ditangani.

# %% [markdown]
# ### Latihan 7. Apa yang boleh dikirim?
#
# Rekan di instansi lain meminta hasil Anda lewat surel. Apa yang Anda kirim? Pilihlah `"a"`, `"b"`,
# atau `"c"`.
#
# * a. Folder hasil impor, karena nama dan nomornya sudah disamarkan.
# * b. `quarantine.csv`, agar ia membantu memperbaiki.
# * c. `perbandingan.html`.

# %% tags=["latihan"]
to_send = "c"
check_answer("09", 7, to_send)

# %% [markdown] tags=["petunjuk"]
# Penyamaran bukan anonimisasi. Berkas mana yang tidak memuat baris laporan sama sekali?

# %% [markdown] tags=["kunci"]
# Halaman perbandingan hanya memuat angka per instansi. Folder impor tetap data pribadi, dan
# karantina memuat isi aslinya.

# %% [markdown]
# ## Rangkuman
#
# 1. Dibaca = diterima + karantina. Baris yang ditolak mempunyai alasan dan nomor baris; perbaiki di
#    berkas asal.
# 2. Tanggal data dan zona waktu ditanyakan, bukan ditebak. Jam masuk yang janggal adalah petunjuk
#    yang murah.
# 3. Ekspor tidak memuat waktu tindak lanjut. Tentang kecepatan hanya ada batas: "paling sedikit
#    ..., paling banyak ...". Ekspor yang sering dan bertanggal mempersempitnya.
# 4. % selesai ditulis bersama % sudah ditindaklanjuti, bagian arsip, dan siapa yang menutup.
# 5. Penyamaran bukan anonimisasi. Hasil impor tetap data pribadi; yang dibagikan hanya
#    perbandingannya.
#
# ### Satu halaman untuk dibawa pulang
#
# * Buat satu folder ekspor. Beri setiap berkas tanggalnya sebagai nama; jangan menimpa yang lama.
# * Jadwalkan satu ekspor setiap minggu, pada hari yang sama.
# * Tanyakan sekali kepada pengelola data: jam di ekspor ini WIB atau UTC? Catat jawabannya.
# * Tetapkan siapa yang boleh membuka `quarantine.csv`, dan kapan dihapus.
# * Lampirkan definisi di bawah setiap angka, dan tulis "tidak tersedia" bila memang tidak tersedia.
#
# Sel terakhir menghapus semua yang dibuat pelajaran ini.

# %%
workplace.cleanup()
os.environ.pop("LAPOR_LAB_HOME", None)
print("Folder kerja masih ada:", "ya" if work.exists() else "tidak")
