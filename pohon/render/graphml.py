"""A tree as GraphML, for graph programs. Edges run from cause to effect, as in the model."""

from pohon.model.tree import Tree

from . import metrics

__all__ = ["render"]


def render(tree: Tree) -> str:
    """Return the GraphML text: nodes with number, kind, statement, indicators; edges `sebab` and `dukungan`."""
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph(
        judul=metrics.clean(tree.judul), instansi=metrics.clean(tree.instansi)
    )
    for node in (*tree.nodes.values(), *tree.belum.values()):
        graph.add_node(
            node.key,
            nomor=tree.number(node.key),
            jenis=node.kind.value,
            pernyataan=metrics.clean(node.statement),
            indikator=" | ".join(metrics.clean(indicator.nama) for indicator in node.indikator),
            belum_ditempatkan=node.key in tree.belum,
        )
    for node in (*tree.nodes.values(), *tree.belum.values()):
        graph.add_edges_from((key, node.key, {"hubungan": "sebab"}) for key in node.sebab)
        graph.add_edges_from((key, node.key, {"hubungan": "dukungan"}) for key in node.ref)
    return "\n".join(networkx.generate_graphml(graph)) + "\n"
