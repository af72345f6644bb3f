"""Structure of the tree (STR): stages 1 to 5 as a graph."""
