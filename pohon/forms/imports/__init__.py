"""Documents of offices into trees: reading files, recognising tables, structure, notes, and changes into a tree.

`reading` gives a `Source`, `recognise` its tables with their columns, `importer` the tree; `into` compares it with a
tree that exists. Forms are written by the modules beside this package, which never import it.
"""
