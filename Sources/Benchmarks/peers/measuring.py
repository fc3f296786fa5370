"""How a peer is measured: the same way for every peer, so that they are compared fairly.

A peer is an object with
    name                        what it is and its version, as "PyTorch 2.13.0"
    step(optimizer, batch)      gives a function that trains
    sweep(optimizer, batch)     gives several such functions by name, each of which trains eight networks

A function that trains takes the number of steps wanted, makes as many or a few more, waits until they are done, and
returns how many there were.

A script that ends with `main(peer)` prints one JSON object with all times. With --answer it answers one request a line
instead, so that the benchmark program can let the peers take turns with its own training:
    step momentum 32 0.1        train for about 0.1 seconds: {"milliseconds": 0.331} a step
    sweep momentum 128 0.5      {"milliseconds": 3.1, "arrangement": "..."}: a step of each of the eight networks
"""

import json
import os
import statistics
import sys
import time

SAMPLES, INPUTS, HIDDEN, CLASSES = 60_000, 784, 200, 10
NETWORKS = 8
OPTIMIZERS = ["momentum", "adam"]
BATCHES = [1, 8, 32, 128, 512, 1024, 4096]
SWEEP_BATCHES = [32, 128]
LEARNING_RATES = {"momentum": 0.01, "adam": 0.001}


def processors():
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def forget_kernel_choice():
    """Every library shall choose the kernel that it finds best. Call this before the first import of a library."""
    for name in [name for name in os.environ if name.startswith("OPENBLAS_")]:
        del os.environ[name]


class Trainer:
    """A function that trains, and how many steps of it take a second."""

    def __init__(self, train):
        self.train = train
        self.rate = None

    def milliseconds(self, seconds):
        """The time of a step, from training for about as long as asked."""
        if self.rate is None:
            self.warm_up()
        steps, duration = self.timed(max(1, round(self.rate * seconds)))
        return 1000 * duration / steps

    def warm_up(self):
        """The first steps compile and allocate; then enough are made to know how long one takes."""
        self.timed(3)
        steps, duration = self.timed(1)
        while duration < 0.03:
            steps, duration = self.timed(4 * steps)
        self.rate = steps / duration

    def timed(self, steps):
        start = time.perf_counter()
        steps = self.train(steps)
        return steps, time.perf_counter() - start


class Measuring:
    """A peer's trainers, each made when it is first asked for and kept."""

    def __init__(self, peer):
        self.peer = peer
        self.trainers = {}

    def step(self, optimizer, batch, seconds):
        key = ("step", optimizer, batch)
        if key not in self.trainers:
            self.trainers[key] = Trainer(self.peer.step(optimizer, batch))
        return {"milliseconds": self.trainers[key].milliseconds(seconds)}

    def sweep(self, optimizer, batch, seconds):
        """Measured is the peer's best way to train eight networks, found by three tries of each."""
        key = ("sweep", optimizer, batch)
        if key not in self.trainers:
            ways = {name: Trainer(train) for name, train in self.peer.sweep(optimizer, batch).items()}
            times = {
                name: statistics.median(way.milliseconds(seconds) for _ in range(3)) for name, way in ways.items()
            }
            best = min(times, key=times.get)
            self.trainers[key] = (best, ways[best])
        name, trainer = self.trainers[key]
        return {"milliseconds": trainer.milliseconds(seconds), "arrangement": name}

    def median(self, measure, *arguments):
        answers = [measure(*arguments) for _ in range(5)]
        answer = dict(answers[-1])
        answer["milliseconds"] = statistics.median(each["milliseconds"] for each in answers)
        return answer

    def all(self):
        steps = {
            optimizer: {
                str(batch): self.median(self.step, optimizer, batch, 0.1)["milliseconds"] for batch in BATCHES
            }
            for optimizer in OPTIMIZERS
        }
        sweep = {str(batch): self.median(self.sweep, "momentum", batch, 0.3) for batch in SWEEP_BATCHES}
        return {"peer": self.peer.name, "threads": processors(), "steps": steps, "sweep": {"momentum": sweep}}

    def answer_requests(self):
        print(json.dumps({"peer": self.peer.name}), flush=True)
        for line in sys.stdin:
            kind, optimizer, batch, seconds = line.split()
            measure = {"step": self.step, "sweep": self.sweep}[kind]
            print(json.dumps(measure(optimizer, int(batch), float(seconds))), flush=True)


def main(peer):
    measuring = Measuring(peer)
    if sys.argv[1:] == ["--answer"]:
        measuring.answer_requests()
    elif sys.argv[1:]:
        sys.exit("This script takes no argument, or --answer.")
    else:
        print(json.dumps(measuring.all(), indent=2))
