"""Pictures that no camera took: gradients and shapes that stand in for photographs."""

from __future__ import annotations

import random


def photograph(draw: random.Random, width: float, height: float) -> str:
    """An SVG like a photograph of a landscape or a town: sky, hills, houses, a sun."""
    hue, sun = draw.randint(180, 230), draw.randint(20, 60)
    shapes = []
    for layer in range(draw.randint(2, 4)):
        base = height * (0.45 + 0.13 * layer)
        points = [f"0,{height:.0f}"]
        steps = draw.randint(5, 9)
        points += [
            f"{width * step / steps:.0f},{base + draw.uniform(-0.14, 0.08) * height:.0f}" for step in range(steps + 1)
        ]
        points.append(f"{width:.0f},{height:.0f}")
        shade = 62 - 13 * layer
        shapes.append(f'<polygon points="{" ".join(points)}" fill="hsl({draw.randint(80, 150)},28%,{shade}%)"/>')
    for _ in range(draw.randint(4, 12)):
        x, w, h = draw.uniform(0, width), draw.uniform(0.03, 0.09) * width, draw.uniform(0.12, 0.45) * height
        grey = draw.randint(35, 75)
        shapes.append(
            f'<rect x="{x:.0f}" y="{height * 0.9 - h:.0f}" width="{w:.0f}" height="{h:.0f}" fill="hsl(210,12%,{grey}%)"/>'
        )
    name = f"g{draw.randrange(10**9)}"
    sky = (
        f'<linearGradient id="{name}" x2="0" y2="1"><stop stop-color="hsl({hue},55%,55%)"/>'
        f'<stop offset="1" stop-color="hsl({sun},60%,85%)"/></linearGradient>'
    )
    disc = (
        f'<circle cx="{draw.uniform(0.1, 0.9) * width:.0f}" cy="{draw.uniform(0.1, 0.35) * height:.0f}" '
        f'r="{height * 0.07:.0f}" fill="hsl({sun},90%,85%)"/>'
    )
    return (
        f'<svg width="{width:.0f}" height="{height:.0f}" style="display:block"><defs>{sky}</defs>'
        f'<rect width="100%" height="100%" fill="url(#{name})"/>{disc}{"".join(shapes)}</svg>'
    )
