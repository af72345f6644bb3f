"""Sentences that every office prints in the same words; a tree that brings its own (`dokumen` > `uraian`) wins.

They hold no fact: agency, year and positions are filled in. Source: the public forms of domain.md 5.3 and 5.4.
"""

from collections.abc import Mapping

from pohon.model.document import Document

__all__ = ["PK", "RKT", "words"]

RKT: Mapping[str, str] = {
    "pengertian": (
        "Rencana Kinerja Tahunan (RKT) merupakan penjabaran dari sasaran dan program yang telah ditetapkan "
        "dalam Rencana Strategis, dan akan dilaksanakan oleh satuan organisasi/kerja melalui berbagai "
        "kegiatan tahunan. Penyusunan RKT dilakukan seiring dengan penyusunan program dan kebijakan anggaran "
        "oleh pimpinan satuan organisasi/kerja yang akan dicapai pada tahun berjalan.\n"
        "Penyusunan RKT meliputi sasaran strategis, indikator kinerja sasaran atau indikator kinerja utama "
        "(IKU), dan target yang ingin dicapai dalam tahun yang bersangkutan."
    ),
    "penetapan_sasaran": (
        "Sasaran pada rencana kinerja ini adalah sasaran sebagaimana dimuat dalam Rencana Strategis (Renstra)"
        " {instansi}. Selanjutnya diidentifikasi sasaran yang akan diwujudkan pada tahun yang bersangkutan "
        "beserta indikator dan rencana tingkat capaiannya (targetnya)."
    ),
    "indikator_kinerja_sasaran": (
        "Indikator kinerja adalah ukuran kuantitatif dan/atau kualitatif yang menggambarkan tingkat "
        "pencapaian suatu sasaran yang telah ditetapkan. Setiap sasaran dapat memiliki lebih dari satu "
        "indikator kinerja sasaran.\n"
        "Indikator kinerja sasaran harus didasarkan pada dokumen Renstra atau penetapan Indikator Kinerja "
        "Utama (IKU) satuan organisasi."
    ),
    "penetapan_target": (
        "Setiap indikator kinerja sasaran disertai rencana tingkat capaian (target), berupa kualitatif maupun"
        " kuantitatif."
    ),
    "rencana_kinerja_tahunan": (
        "Rencana kinerja {instansi} untuk mewujudkan tujuan dan sasaran yang telah ditetapkan dapat dilihat "
        "dalam tabel di bawah ini:"
    ),
}
"""Sections a to e of an RKT, by the key under `dokumen` > `rkt` > `uraian`."""

PK: Mapping[str, str] = {
    "pembukaan": (
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
        "berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
    ),
    "pernyataan_pihak_pertama": (
        "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian "
        "ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam "
        "dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung "
        "jawab kami."
    ),
    "pernyataan_pihak_kedua": (
        "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
        "kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian "
        "penghargaan dan sanksi."
    ),
    "target_kinerja": (
        "Dalam perjanjian kinerja ini, setiap indikator kinerja telah ditetapkan besaran target kinerja yang "
        "akan dicapai dengan penjelasan sebagai berikut:"
    ),
}
"""Sentences of a Perjanjian Kinerja, by the key under `dokumen` > `perjanjian_kinerja` > `uraian`."""


def words(doc: Document, usual: Mapping[str, str], key: str, instansi: str = "") -> str:
    """Return a sentence as the document has it, else the usual one."""
    own = dict(doc.uraian).get(key, "")
    return own or usual.get(key, "").replace("{instansi}", instansi)
