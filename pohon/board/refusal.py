"""Why an operation was not made, in words for the person who wanted it."""

__all__ = ["NotMade"]


class NotMade(Exception):  # never leaves this package: the room turns it into a `tolak`
    """An operation cannot be made: what is wrong (`pesan`) and what to do (`saran`).

    `n` is the client's name of the operation where that could be read, else "".
    """

    def __init__(self, pesan: str, saran: str = "") -> None:
        self.pesan = pesan
        self.saran = saran
        self.n = ""
        super().__init__(pesan)
