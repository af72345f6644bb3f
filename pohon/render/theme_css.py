"""The roles of the theme as CSS: colours are variables, so that day and night share the rules."""

from collections.abc import Iterator, Mapping

from . import theme
from .theme_dark import DARK_SURFACES, DARK_TEXTS

__all__ = ["classes", "colours", "theme_css"]


def theme_css() -> str:
    """Return the style sheet of the board: day, night where the system or the page (`data-tema`) asks for it."""
    dark = colours(DARK_SURFACES, DARK_TEXTS)
    return "\n".join(
        [
            *classes(),
            ":root{" + colours(theme.SURFACES, theme.TEXTS) + "}",
            '@media (prefers-color-scheme:dark){:root:not([data-tema="terang"]){' + dark + "}}",
            ':root[data-tema="gelap"]{' + dark + "}",
            "",
        ]
    )


def classes() -> Iterator[str]:
    """Yield a rule for every role of the theme: .s-NAME for surfaces, .t-NAME for texts."""
    yield f"svg text{{font-family:{theme.FONTS}}}"
    for name, surface in theme.SURFACES.items():
        rule = [f"fill:var(--f-{name})" if surface.fill else "fill:none"]
        if surface.stroke:
            rule.append(f"stroke:var(--s-{name});stroke-width:{surface.line:g}")
        if surface.dash:
            rule.append("stroke-dasharray:" + " ".join(f"{part:g}" for part in surface.dash))
        yield f".s-{name}{{{';'.join(rule)}}}"
    for name, look in theme.TEXTS.items():
        yield f".t-{name}{{fill:var(--t-{name}){';font-weight:700' if look.bold else ''}}}"


def colours(surfaces: Mapping[str, theme.Surface], texts: Mapping[str, theme.TextLook]) -> str:
    """Return the variables of all colours."""
    parts = [f"--f-{name}:{one.fill}" for name, one in surfaces.items() if one.fill]
    parts += [f"--s-{name}:{one.stroke}" for name, one in surfaces.items() if one.stroke]
    parts += [f"--t-{name}:{one.colour}" for name, one in texts.items()]
    return ";".join(parts)
