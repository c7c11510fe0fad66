"""The picture of the benchmark, drawn by matplotlib."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.part import Bars, Lines, Part, milliseconds
from engine.extras import required

_WIDTH = 8.0
_PEERS, _OURS = "#8a8f98", "#1f5fa8"


def draw(parts: Sequence[Part], path: Path) -> None:
    """Write a panel below the other as SVG; raise ScenarioError where matplotlib is missing."""
    matplotlib = required("matplotlib", "matplotlib", "bench")
    matplotlib.use("svg")
    from matplotlib import pyplot

    panels = [panel for part in parts for panel in part.panels]
    heights = [_height(panel) for panel in panels]
    with pyplot.rc_context({"svg.fonttype": "none", "svg.hashsalt": "unstuck", "font.size": 9}):
        figure, axes = pyplot.subplots(
            len(panels),
            squeeze=False,
            figsize=(_WIDTH, sum(heights)),
            height_ratios=heights,
            layout="constrained",
        )
        for panel, (axis,) in zip(panels, axes, strict=True):
            if isinstance(panel, Bars):
                _bars(panel, axis)
            else:
                _lines(panel, axis)
            axis.set_title(panel.title, loc="left", fontsize=10)
            axis.spines[["top", "right"]].set_visible(False)
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, format="svg", metadata={"Date": None})
        pyplot.close(figure)


def _height(panel: Bars | Lines) -> float:
    return 0.8 + 0.3 * len(panel.times) if isinstance(panel, Bars) else 3.5


def _bars(panel: Bars, axis: Any) -> None:
    """Draw the fastest on top, with its median in figures and its quartiles as a whisker."""
    ordered = sorted(panel.times.items(), key=lambda way: -way[1].median)
    names = [name for name, _ in ordered]
    medians = [_in_ms(times.median) for _, times in ordered]
    quartiles = [tuple(map(_in_ms, times.quartiles)) for _, times in ordered]
    whiskers = [
        [median - low for median, (low, _) in zip(medians, quartiles, strict=True)],
        [high - median for median, (_, high) in zip(medians, quartiles, strict=True)],
    ]
    colours = [_OURS if name.startswith("unstuck") else _PEERS for name in names]
    bars = axis.barh(names, medians, xerr=whiskers, color=colours, capsize=2)
    axis.bar_label(bars, [milliseconds(times.median) for _, times in ordered], padding=6)
    axis.set_xlabel("ms, median and quartiles")
    axis.margins(x=0.15)
    if panel.by_tens:
        axis.set_xscale("log")


def _lines(panel: Lines, axis: Any) -> None:
    for number, (name, times) in enumerate(panel.times.items()):
        medians = [_in_ms(each.median) for each in times.values()]
        colour = _OURS if name.startswith("unstuck") else f"C{number}"
        axis.plot(list(times), medians, marker="o", label=name, color=colour)
    axis.set_xscale("log", base=2)
    axis.set_yscale("log")
    ticks = sorted({size for times in panel.times.values() for size in times})
    axis.set_xticks(ticks, [str(size) for size in ticks])
    axis.set_xlabel(panel.across)
    axis.set_ylabel("ms, median")
    axis.legend(loc="center left", bbox_to_anchor=(1, 0.5))


def _in_ms(seconds: float) -> float:
    return seconds * 1000
