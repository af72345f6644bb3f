"""Help and usage errors in Indonesian: typer speaks English."""

import re

__all__ = ["help_text", "usage_message"]

_HEADINGS = (
    ("Usage:", "Pemakaian:"),
    ("[OPTIONS]", "[PILIHAN]"),
    ("COMMAND [ARGS]...", "PERINTAH ..."),
    ("Options:", "Pilihan:"),
    ("Arguments:", "Masukan:"),
    ("Commands:", "Perintah:"),
    ("Show this message and exit.", "Tampilkan bantuan ini."),
    ("[required]", "[wajib]"),
)

_MESSAGES = (
    (r"No such option: (?P<what>\S+)(?P<rest>.*)", "pilihan {what} tidak dikenal."),
    (r"No such command '(?P<what>.*?)'\.?(?P<rest>.*)", "perintah {what} tidak dikenal."),
    (r"Missing argument '(?P<what>.*?)'\.?(?P<rest>.*)", "{what} belum disebutkan."),
    (
        r"Missing option '-o'.*(?P<rest>)",
        "sebut berkas hasilnya dengan -o; akhiran namanya menentukan jenisnya.",
    ),
    (r"Missing option '(?P<what>[^']*)'(?P<rest>).*", "pilihan {what} wajib diisi."),
    (r"Missing command\.(?P<rest>.*)", "perintah belum disebutkan."),
    (r"Got unexpected extra argument\(s\) \((?P<what>.*)\)(?P<rest>)", "masukan {what} berlebih."),
    (r"Option '(?P<what>.*?)' requires an argument\.(?P<rest>)", "pilihan {what} memerlukan isi."),
    (r"Option '(?P<what>.*?)' requires (?P<rest>\d+) arguments\.", "pilihan {what} memerlukan {rest} isi."),
    (r"Option '(?P<what>.*?)' does not take a value\.(?P<rest>)", "pilihan {what} tidak memerlukan isi."),
    (r"Invalid value for .*?: \w+ '(?P<what>.*)' is not (?:readable|writable)\.(?P<rest>)", "{what}: tidak ada izin."),
    (r"Invalid value for (?P<what>.*?): (?P<rest>.*)", "isi {what} tidak dapat dipakai: {rest}"),
)


def help_text(words: str) -> str:
    """Return a help text of typer in Indonesian."""
    for english, indonesian in _HEADINGS:
        words = words.replace(english, indonesian)
    words = re.sub(r"default:(?=\s)", "bawaan:", words)
    return re.sub(r"\{([A-Z.]+)\}", r"\1", words)


def usage_message(message: str) -> str:
    """Return a usage error of typer in Indonesian; one that is not known stays as it is."""
    message = " ".join(message.split())
    for pattern, indonesian in _MESSAGES:
        found = re.fullmatch(pattern, message)
        if found:
            said = indonesian.format(**{name: _values(words) for name, words in found.groupdict().items()})
            return " ".join(filter(None, (said, _near(found["rest"]) if "{rest}" not in indonesian else "")))
    return message


def _near(rest: str) -> str:
    """Turn "Did you mean 'lint'?" and "(Possible options: --stage)" into Indonesian."""
    near = re.findall(r"'([^']+)'|(--[\w-]+)", rest)
    words = [first or second for first, second in near]
    return f"Maksud Anda {' atau '.join(words)}?" if words else ""


def _values(words: str) -> str:
    words = re.sub(r"'(.*?)' is not one of (.*)\.", r"'\1' bukan salah satu dari \2.", words)
    words = re.sub(r"'?(.*?)'? is not in the range (\d+)<=x<=(\d+)\.", r"\1 harus antara \2 dan \3.", words)
    return re.sub(r"'(.*?)' is not a valid (?:integer|int)(?: range)?\.", r"'\1' bukan bilangan bulat.", words)
