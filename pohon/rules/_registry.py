"""Every rule, one line each: module below `pohon.rules`, the first stage at which it runs, and what it needs.

Selection happens on these lines alone; a rule's module is imported when the rule is to run, so that a start with
few rules stays cheap. Code and name are the file's name. Words behind the stage say what a tree must hold for the
rule to speak at all (pohon/model/facts.py): every word must hold, `a|b` holds when one of them does. The word `trees`
marks a rule over several trees, which never runs on one alone (_across.py).
tests/rules/test_registry.py compares the list with the folders and with the rules themselves, test_needs.py the words
with what the rules find. Keep the lines sorted by family and code.
"""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import NamedTuple

from ._base import Rule

__all__ = ["Entry", "across", "entries", "load", "matches", "selected", "unknown"]

_LINES = (
    # struktur
    "struktur.str01_simpul_tanpa_induk 3 akar|belum",
    "struktur.str02_siklus 2 ref",
    "struktur.str03_akar_salah 1 akar",
    "struktur.str04_lompat_jenjang 3",
    "struktur.str05_arah_terbalik 2",
    "struktur.str06_daun_belum_operasional 3",
    "struktur.str07_operasional_beranak 3",
    "struktur.str08_anak_tunggal 3",
    "struktur.str09_terlalu_lebar 3",
    "struktur.str10_induk_ganda 3 ref",
    "struktur.str11_csf_kosong 2",
    "struktur.str12_utama_ganda 3 tunggal",
    "struktur.str13_cabang_timpang 3",
    "struktur.str14_simpul_hilang 4 asal",
    "struktur.str15_teks_berubah 4 asal",
    "struktur.str16_label_tak_dikenal 3 asal|jenjang",
    "struktur.str17_label_tahap_salah 4 asal",
    "struktur.str18_kolom_bergeser 3 asal",
    "struktur.str19_csf_tanpa_lanjutan 5 komponen|jabatan|asal",
    # redundansi
    "redundansi.red01_kembar_persis 2",
    "redundansi.red02_ulang_induk 2",
    "redundansi.red03_mirip_saudara 3",
    "redundansi.red04_indikator_kembar 4 indikator",
    "redundansi.red05_redundansi_lintas_opd 3 trees",
    "redundansi.red06_satu_kalimat_dua_komponen 5 program",
    "redundansi.red07_tujuan_sama_dengan_sasaran 5",
    "redundansi.red08_kembar_resmi 5 program",
    # bahasa
    "bahasa.bhs01_kepala_bukan_hasil 1",
    "bahasa.bhs02_kata_kerja_aktif 1",
    "bahasa.bhs03_keluaran_di_level_hasil 3",
    "bahasa.bhs04_hasil_di_level_operasional 3",
    "bahasa.bhs05_nominal 1",
    "bahasa.bhs06_indikator_di_kolom_kinerja 1",
    "bahasa.bhs07_bahasa_masalah_di_kondisi 2",
    "bahasa.bhs08_isu_csf_tanpa_masalah 2 isu",
    "bahasa.bhs09_majemuk 1",
    "bahasa.bhs10_kata_cara 1",
    "bahasa.bhs11_kata_kabur 4",
    "bahasa.bhs12_bahasa_rencana_prematur 1",
    "bahasa.bhs13_bahasa_struktur 1",
    "bahasa.bhs14_terpotong 1",
    "bahasa.bhs15_salah_ketik_kepala 1",
    "bahasa.bhs16_terlalu_panjang 1",
    "bahasa.bhs17_daftar_acara 3",
    "bahasa.bhs18_istilah_tak_konsisten 1",
    "bahasa.bhs19_terlalu_ringkas 1",
    "bahasa.bhs20_angka_di_kinerja 1 angka",
    "bahasa.bhs22_kata_kerja_ganda 1",
    "bahasa.bhs23_target_di_kalimat 1 angka",
    "bahasa.bhs24_kinerja_milik_kantor 1",
    "bahasa.bhs25_ukuran_di_kalimat_hasil 1",
    "bahasa.bhs26_gaya_nomenklatur 3",
    "bahasa.bhs27_bukan_kalimat_kinerja 1",
    "bahasa.bhs28_bentuk_kata_salah 1",
    "bahasa.bhs29_salah_ketik 1",
    # sebab_akibat
    "sebab_akibat.seb03_pengukuran_sebagai_sebab 3",
    "sebab_akibat.seb04_anak_lebih_luas 3",
    "sebab_akibat.seb05_topik_melompat 3",
    "sebab_akibat.seb06_alat_dijadikan_hasil 3",
    "sebab_akibat.seb07_csf_mengulang_outcome 4 indikator",
    "sebab_akibat.seb08_bagian_tanpa_sebab 3",
    "sebab_akibat.seb10_penunjang_sebagai_sebab 5 program",
    # indikator
    "indikator.ind01_kinerja_tanpa_indikator 4",
    "indikator.ind02_indikator_tanpa_kinerja 4 asal",
    "indikator.ind03_tanpa_kata_ukur 4 indikator",
    "indikator.ind04_ukur_ganda 4 indikator",
    "indikator.ind05_level_indikator 4 indikator",
    "indikator.ind06_persen_tanpa_penyebut 4 rumus",
    "indikator.ind07_jumlah_berformula_persen 4 rumus",
    "indikator.ind08_formula_mengulang_nama 4 rumus",
    "indikator.ind09_formula_mengukur_lain 4 rumus",
    "indikator.ind10_indikator_menyimpang 4 indikator",
    "indikator.ind11_dua_indikator_satu_sel 4 indikator",
    "indikator.ind12_terlalu_banyak_indikator 4 indikator",
    "indikator.ind13_belum_cukup 4 indikator",
    "indikator.ind14_satuan_tidak_cocok 4 indikator",
    "indikator.ind15_satuan_hilang 4 indikator",
    "indikator.ind16_sumber_data_hilang 5 indikator sumber|dokumen",
    "indikator.ind17_nama_indikator_berubah 4 asal",
    "indikator.ind18_indikator_proses 4 indikator",
    "indikator.ind19_indikator_mengulang_pernyataan 4 indikator",
    "indikator.ind20_ukuran_sama_induk_anak 4 indikator",
    "indikator.ind21_polaritas 4 arah|target",
    "indikator.ind22_iku_berganti 4 trees indikator tahun",
    "indikator.ind23_tahun_keras 4 rumus",
    "indikator.ind24_ejaan_ukur 4 indikator",
    "indikator.ind25_rumus_hilang_faktor 4 rumus",
    "indikator.ind26_ukuran_tanpa_isi 4 indikator",
    "indikator.ind27_indikator_pinjaman 5 indikator",
    "indikator.ind28_kata_kabur_di_indikator 4 indikator",
    "indikator.ind29_rumus_hilang 5 rumus|hitung",
    "indikator.ind30_menghitung_sasaran 4 indikator",
    "indikator.ind31_mutu_diukur_cakupan 4 indikator",
    "indikator.ind32_indikator_di_dua_kolom 4 indikator",
    "indikator.ind33_ukuran_hasil_lain_topik 4 indikator",
    # target
    "target.tgt01_tanpa_target 5 indikator target|dokumen|tahun|periode",
    "target.tgt02_target_datar 5 target",
    "target.tgt03_di_luar_rentang 5 target",
    "target.tgt04_satuan_ganda 5 target satuan",
    "target.tgt05_format_angka_campur 5 target|awal|realisasi|asal|anggaran|program",
    "target.tgt06_target_beda_dokumen 5 target",
    "target.tgt07_aritmetika_penjelasan 5 hitung|penjelasan_target",
    "target.tgt08_target_dari_capaian_lama 5 target|catatan|penjelasan_target",
    "target.tgt09_seratus_persen 5 target",
    "target.tgt10_arah_tidak_sejalan 5 target",
    "target.tgt12_target_beda_dengan_kalimat 5 target",
    "target.tgt13_bukan_target 5 target",
    "target.tgt14_sisa_hitungan 5 target|awal",
    # crosscutting
    "crosscutting.xct01_tanpa_crosscutting 5",
    "crosscutting.xct02_crosscutting_tidak_lengkap 3 crosscutting",
    "crosscutting.xct03_crosscutting_tanpa_kontribusi 3 crosscutting",
    "crosscutting.xct04_belum_disetujui 5 crosscutting",
    "crosscutting.xct06_mitra_tidak_dikenal 3 crosscutting",
    "crosscutting.xct07_mitra_diri_sendiri 3 crosscutting",
    "crosscutting.xct08_tanpa_resiprokal 3 trees crosscutting",
    "crosscutting.xct09_level_beda 3 trees crosscutting",
    # pemetaan
    "pemetaan.pet01_simpul_belum_dipetakan 5",
    "pemetaan.pet02_pasangan_level_komponen 5 komponen|asal",
    "pemetaan.pet03_komponen_sebelum_waktunya 1 komponen|jabatan|program",
    "pemetaan.pet04_csf_tanpa_sasaran 5 rencana",
    "pemetaan.pet05_kode_salah_bentuk 5 program",
    "pemetaan.pet06_kode_yatim 5 program",
    "pemetaan.pet07_kode_versi 5 program",
    "pemetaan.pet08_kewenangan 5 program",
    "pemetaan.pet09_jabatan_tidak_sesuai 5 jabatan",
    "pemetaan.pet10_jabatan_tanpa_kinerja 5 jabatan",
    "pemetaan.pet12_kinerja_atasan_terputus 5 jabatan",
    "pemetaan.pet13_jabatan_induk_anak_sama 5 jabatan",
    "pemetaan.pet14_komponen_tanpa_simpul 5 program",
    "pemetaan.pet16_sasaran_rpjmd_tidak_terhubung 5 dokumen",
    # anggaran
    "anggaran.ang01_anggaran_prematur 1 angka|anggaran",
    "anggaran.ang02_anggaran_tidak_rollup 5 anggaran|program",
    "anggaran.ang03_anggaran_di_level_salah 5 program",
    "anggaran.ang04_program_pk_tanpa_total 5 dokumen program",
    # dokumen
    "dokumen.dok01_identitas_kosong 5 dokumen",
    "dokumen.dok02_nama_perangkat_berbeda 5",
    "dokumen.dok03_tahun_tidak_sejalan 5 dokumen|periode",
    "dokumen.dok04_pk_tak_sesuai_pohon 5 asal",
    "dokumen.dok05_jumlah_naratif 5 dokumen|uraian|penjelasan_target|relevansi",
    "dokumen.dok06_nomor_baris 5 dokumen|jabatan|uraian|penjelasan_target",
    "dokumen.dok09_sisa_konversi 1",
    "dokumen.dok10_tenggat_pk 5 dokumen",
    "dokumen.dok11_tanda_tangan_pihak 5 dokumen",
)

_ACROSS = "trees"
_OWN = (("P000", "aturan-rusak"), ("P001", "abaikan-sia-sia"), ("P003", "aturan-terlalu-lama"))
"""Codes of the engine itself."""


class Entry(NamedTuple):
    """One registered rule, before its module is imported."""

    code: str
    name: str
    stage: int
    module: str
    needs: tuple[frozenset[str], ...] = ()
    across: bool = False

    def speaks_of(self, facts: frozenset[str]) -> bool:
        """Tell whether the rule can find anything in a tree that holds this."""
        return not any(need.isdisjoint(facts) for need in self.needs)


@cache
def entries() -> tuple[Entry, ...]:
    """Return every registered rule, in the order of the list."""
    return tuple(_entry(line) for line in _LINES)


def across() -> tuple[Entry, ...]:
    """Return the rules over several trees."""
    return tuple(entry for entry in entries() if entry.across)


def _entry(line: str) -> Entry:
    module, stage, *needs = line.split(" ")
    code, _, name = module.rpartition(".")[2].partition("_")
    across = needs[:1] == [_ACROSS]
    words = tuple(frozenset(need.split("|")) for need in needs[across:])
    return Entry(code.upper(), name.replace("_", "-"), int(stage), module, words, across)


@cache
def load(entry: Entry) -> Rule:
    """Import the module of an entry and return its rule."""
    rule: Rule = import_module(f"pohon.rules.{entry.module}").RULE
    return rule


def matches(code: str, name: str, words: Iterable[str]) -> bool:
    """Tell whether one of the words means this rule: its code, its family (`STR`), a prefix of its code, its name."""
    return any(word and (code.startswith(word.upper()) or name == word.casefold()) for word in words)


def selected(
    select: Iterable[str], ignore: Iterable[str], stage: int, *, across: bool | None = None
) -> tuple[Entry, ...]:
    """Return the rules to run at a stage: those selected (nothing selected = all), less those ignored.

    `across` asks only for the rules over several trees, or only for the others.
    """
    chosen, left_out = tuple(select), tuple(ignore)
    return tuple(
        entry
        for entry in entries()
        if entry.stage <= stage
        and across in (None, entry.across)
        and (not chosen or matches(entry.code, entry.name, chosen))
        and not matches(entry.code, entry.name, left_out)
    )


def unknown(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that mean no rule at all; the engine's own codes are known."""
    asked = tuple(words)
    if not asked:
        return ()
    codes = [*((entry.code, entry.name) for entry in entries()), *_OWN]
    return tuple(word for word in asked if not any(matches(code, name, (word,)) for code, name in codes))
