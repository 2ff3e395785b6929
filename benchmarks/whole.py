"""Times the whole of an experiment with LeNet, from the command to its report: 3 updaters, 2 learning rates, 2 seeds, one epoch, two
workers; and the same twelve runs in PyTorch, in two processes of one thread each, looked at as often and at as many pictures.

    python benchmarks/whole.py [PICTURES]      a python with torch in it; 60,000 pictures unless said, half an hour; 6,000 take minutes

Seconds of wall and processor time, starting included on both sides; ours also draws the pictures, measures what steps cost, and
writes the report, PyTorch trains on random numbers and writes nothing."""

import json
import multiprocessing
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
CONVERGE = HERE.parent / "converge"
BATCH = 64
os.environ.pop("OPENBLAS_CORETYPE", None)  # each side takes the kernel for the processor; PyTorch's MKL knows no other
RATES = {"sgd": (0.03, 0.1), "nesterovs": (0.01, 0.03), "adam": (0.0003, 0.001)}

EXPERIMENT = """
name: whole
question: What does all of it take?
problem: { name: digits, data: { digits: { rows: %d, testFraction: 0 } }, network: { dl4j: { file: %s } } }
updaters: [%s]
seeds: 2
batch: %d
precision: float
budget: { epochs: 1 }
"""


def seconds(work):
    """Wall and processor seconds of what is done in processes of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ours(folder, pictures):
    updaters = ", ".join(f"{{ {name}: {{ learningRate: [{low}, {high}] }} }}" for name, (low, high) in RATES.items())
    model = HERE.parent / "configs" / "lenet" / "model.json"
    file = folder / "whole.yaml"
    file.write_text(EXPERIMENT % (pictures, model, updaters, BATCH))
    subprocess.run([CONVERGE, "run", file, "--quiet", "--jobs", "2", "--out", folder / "results"], stdout=subprocess.DEVNULL, check=True)


def looks(folder):
    """At which steps ours were looked at, and at how many pictures but for the last."""
    record = json.loads(next((folder / "results" / "runs").iterdir()).read_text())
    sampled = record.get("sampled")
    return record["curve"]["steps"], sampled["rows"] if sampled else record["facts"]["rows"], record["trainer"]


def one(run):
    """A run in PyTorch."""
    import torch
    from large import lenet  # which has PyTorch take one thread
    from torch import nn

    name, rate, seed, pictures, steps, sample = run
    torch.manual_seed(seed)
    model = lenet()
    x = torch.rand(pictures, 784)
    y = torch.randint(0, 10, (pictures,))
    loss = nn.CrossEntropyLoss()
    rules = {
        "sgd": lambda: torch.optim.SGD(model.parameters(), lr=rate, fused=True),
        "nesterovs": lambda: torch.optim.SGD(model.parameters(), lr=rate, momentum=0.9, nesterov=True, fused=True),
        "adam": lambda: torch.optim.Adam(model.parameters(), lr=rate, fused=True),
    }
    rule = rules[name]()

    def look(count):
        with torch.no_grad():
            for start in range(0, count, BATCH):
                out = model(x[start : start + BATCH])
                loss(out, y[start : start + BATCH])
                (out.argmax(1) == y[start : start + BATCH]).sum()

    order = torch.randperm(pictures)
    for step in range(steps[-1] + 1):
        if step > 0:
            rows = order[(step - 1) * BATCH : step * BATCH]
            rule.zero_grad()
            loss(model(x[rows]), y[rows]).backward()
            rule.step()
        if step in steps:
            look(pictures if step == steps[-1] else sample)


def theirs(pictures, steps, sample):
    runs = [(name, rate, seed, pictures, steps, sample) for name, rates in RATES.items() for rate in rates for seed in (1, 2)]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(one, runs, chunksize=1)
        pool.close()
        pool.join()


def main():
    pictures = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
    subprocess.run([CONVERGE, "--version"], stdout=sys.stderr, check=True)  # builds if need be
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        wall, processor = seconds(lambda: ours(folder, pictures))
        steps, sample, trainer = looks(folder)
    other, others = seconds(lambda: theirs(pictures, steps, sample))
    print(f"{trainer}; {len(steps)} looks, at {sample} pictures but for the last, at all {pictures}\n")
    print("| 12 runs of LeNet, one epoch | wall s | processor s |")
    print("|---|---|---|")
    print(f"| `converge run --jobs 2` | {wall:.0f} | {processor:.0f} |")
    print(f"| PyTorch, two processes | {other:.0f} | {others:.0f} |")
    print(f"| ratio | {wall / other:.2f} | {processor / others:.2f} |")


if __name__ == "__main__":
    main()
