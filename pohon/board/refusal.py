"""Why an operation was not made, in words for the person who wanted it."""

__all__ = ["NotMade"]


class NotMade(Exception):  # never leaves this package: the room turns it into a `tolak`
    """An operation cannot be made: what is wrong (`pesan`) and what to do (`saran`)."""

    def __init__(self, pesan: str, saran: str = "") -> None:
        self.pesan = pesan
        self.saran = saran
        super().__init__(pesan)
