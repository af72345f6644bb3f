"""libyaml's complaints in plain Indonesian."""

from pohon.errors import Place, Problem

__all__ = ["translate"]

_WORDS = (
    ("mapping values are not allowed", "ada titik dua (:) atau kunci di tempat yang tidak semestinya.",
     "Periksa jorokan baris ini terhadap baris di atasnya."),
    ("did not find expected key", "susunan kunci terputus di sini.",
     "Kunci dari satu simpul harus menjorok sama dalam."),
    ("did not find expected '-' indicator", "butir daftar tidak lurus dengan butir di atasnya.",
     "Setiap butir diawali tanda - pada kolom yang sama."),
    ("block sequence entries are not allowed", "tanda - tidak dapat berdiri di sini.",
     "Mulai daftar pada baris baru di bawah kuncinya."),
    ("could not find expected ':'", "kunci ini tidak diikuti titik dua (:).",
     "Tulis kunci, titik dua, spasi, lalu isinya."),
    ("found character that cannot start any token", "ada huruf yang tidak dapat mengawali isi di sini.",
     "Apit isinya dengan tanda kutip; jangan memakai tab."),
    ("did not find expected ',' or ']'", "daftar [ ... ] tidak tertutup atau kurang koma.",
     "Periksa tanda kurung siku."),
    ("did not find expected ',' or '}'", "kelompok { ... } tidak tertutup atau kurang koma.",
     "Periksa tanda kurung kurawal."),
    ("unexpected end of stream", "berkas terputus: tanda kutip atau kurung belum ditutup.",
     "Tutup tanda kutip atau kurungnya; periksa apakah berkas terpotong."),
    ("unknown escape character", "tanda \\ di dalam kutip ganda tidak dikenal.",
     "Tulis \\\\ atau pakai kutip tunggal."),
    ("did not find expected <document start>", "susunan berkas terputus di sini.", "Periksa jorokan baris ini."),
    ("did not find expected node content", "isi tidak ditemukan di sini.", "Periksa tanda baca pada baris ini."),
    ("control characters are not allowed", "ada huruf kendali yang tidak terlihat.", "Hapus huruf itu."),
)  # fmt: skip


def translate(error: Exception, place: Place) -> Problem:
    """Return a YAML error as a problem in Indonesian; unknown complaints get a general sentence."""
    said = str(error)
    for sign, message, remedy in _WORDS:
        if sign in said:
            return Problem(place, message, remedy)
    return Problem(place, "baris ini tidak dapat dibaca sebagai berkas pohon.", "Periksa tanda baca dan jorokannya.")
