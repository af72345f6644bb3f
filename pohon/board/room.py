"""One room: a tree file that many people edit at once. No network, no process, no clock of its own.

Interface (what the network, the worker and the tests use)::

    room = Room.open(path, journal, clock=time.time)   # BadInput, BadSettings, BadEdit, JournalError
    room.join(member)                       # members.Member(id, nama, peran): remembers the name for the history
    out = room.handle(member, message)      # message: the decoded JSON of t = op, urung, ulang (or a messages.* model)
    out.reply        tuple of messages for the connection that sent it: op with its `n`, or tolak, or both (clash)
    out.broadcast    the op message for every other connection, None when nothing was made
    out.edits        pohon.model.edits edits in order: the worker applies them to its replica
    out.seq          seq after it (unchanged when refused)
    out.failed       True when the journal could not be written: nothing was made; say so with `simpan: gagal`

    room.tree, room.seq, room.tanda, room.path
    room.snapshot(member)    {"seq", "tanda", "pohon", "papan"}: those fields of `awal`
    room.since(seq, tanda, member)   op messages after seq for `susul`, or None = send `awal`
    room.history(before, count)      rows of /api/riwayat, newest first
    room.tree_at(seq)                the tree as it stood after seq (0 = as opened); LookupError
    room.compare(dari, ke)           `simpul` of /api/banding

  What others put in (both may stay unset; then the operation is refused with a plain sentence)::

    room.gate  = Callable[[int], Sequence[str]]    what keeps stage n open, in words; empty = may be closed.
                 `tutup` asks it at once, so the network asks the worker first and sets the answer, then calls handle.
    room.fixes = Callable[[id, kode, field], Offer | None]   Offer(fix=finding.Fix, seq=seq of the lint that found it)

  The file (worker)::

    room.base        (seq, text): what the disk holds, or is to hold first (ids given); tree(text) is the tree at seq
    room.pending(seq)            [(seq, edits), ...] after seq, in order
    room.saving(seq, text)       call BEFORE disk.write(path, text): notes seq, sha256, text in the journal; JournalError
    room.outside(text)           the disk holds a text that nobody here wrote: merged. -> Outside(outcome, base)
                                 outcome: broadcast + edits as above (made by member "berkas"); base = their text with
                                 ids; `base_edits` turn it into the room's tree. BadInput when it is no tree.

Times are milliseconds since 1970. `handle` never raises for what a client sent.
"""
