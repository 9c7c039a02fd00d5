"""How are points and plain star polygons placed in the plane? Angles are radians, y grows downwards."""

from math import cos, hypot, pi, sin

Point = tuple[float, float]
Polygon = list[Point]


def polar(radius: float, angle: float, centre: Point = (0, 0)) -> Point:
    return centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)


def distance(first: Point, second: Point) -> float:
    return hypot(first[0] - second[0], first[1] - second[1])


def star_polygon(points: int, radius: float, ratio: float, centre: Point, rotation: float) -> Polygon:
    """A star of as many points, its inner corners at `ratio` of the radius."""
    return [
        polar(radius if corner % 2 == 0 else radius * ratio, rotation + pi * corner / points, centre)
        for corner in range(2 * points)
    ]
