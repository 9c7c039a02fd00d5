"""How do polygons and lines become the text of an SVG? One path a colour, one decimal, nothing that needs an id."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pages.zellij.frame import Frame
from pages.zellij.points import Point


class Layer(NamedTuple):
    """What one path draws; `stroke_width` is in units of the drawing, no colour is "none"."""

    shapes: Sequence[Sequence[Point]]
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0
    is_closed: bool = True
    dashes: str = ""


def number(value: float) -> str:
    return f"{round(value, 1) + 0:g}"


def path_data(layer: Layer, frame: Frame) -> str:
    end = "Z" if layer.is_closed else ""
    return "".join(_outline(shape, frame) + end for shape in layer.shapes)


def _outline(shape: Sequence[Point], frame: Frame) -> str:
    placed = (frame.place(point) for point in shape)
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in placed)


def path(layer: Layer, frame: Frame) -> str:
    stroke = ""
    if layer.stroke != "none":
        stroke = f' stroke="{layer.stroke}" stroke-width="{layer.stroke_width:.2f}"'
    if layer.dashes:
        stroke += f' stroke-dasharray="{layer.dashes}"'
    return f'<path fill="{layer.fill}"{stroke} d="{path_data(layer, frame)}"/>'


def svg(ground: str, layers: Iterable[Layer], frame: Frame) -> str:
    paths = "".join(path(layer, frame) for layer in layers if layer.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.size}" width="{frame.width}" '
        f'height="{frame.height}" preserveAspectRatio="xMidYMid slice">'
        f'<path fill="{ground}" d="M0 0H{frame.width}V{frame.height}H0Z"/>{paths}</svg>'
    )
