"""The benchmark's chart in matplotlib: prints the median time from value to PNG file, in milliseconds."""

import os
import statistics
import tempfile
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np


def draw(path):
    x, y = np.meshgrid(np.linspace(-2, 2, 200), np.linspace(-1, 3, 200))
    z = (1 - x) ** 2 + 100 * (y - x * x) ** 2
    levels = 10 ** (-1 + 4.5 * np.arange(20) / 19)
    figure, axes = plt.subplots(figsize=(12, 9), dpi=100)
    axes.contourf(x, y, z, levels)
    axes.contour(x, y, z, levels, colors="0.4", linewidths=0.8)
    angles = np.arange(200) / 20
    for run in range(10):
        radius = (1 - run / 12) * np.exp(-angles / 10)
        axes.plot(radius * np.cos(angles), 1 + radius * np.sin(angles), label=f"run {run + 1}")
    axes.set(title="Contours and lines", xlabel="$w_1$", ylabel="$w_2$")
    axes.legend(loc="upper right")
    figure.savefig(path)
    plt.close(figure)


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "chart.png")
    draw(path)
    times = []
    for _ in range(9):
        start = time.perf_counter()
        draw(path)
        times.append(1000 * (time.perf_counter() - start))
    print(statistics.median(times))
