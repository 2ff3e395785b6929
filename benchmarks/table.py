"""Prints what docs/speed.md says of speed: converge4j beside PyTorch doing the same work, on one machine in one sitting.

    python benchmarks/table.py        a python with torch in it; about six minutes

Whole commands are taken in turn, three rounds, and shown as medians of wall and processor seconds with their ratio to converge4j;
PyTorch's eager form takes a tenth of the steps, and its time is shown tenfold. Steps are µs of processor time a replica."""

import csv
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import torch

HERE = pathlib.Path(__file__).resolve().parent
CONVERGE = HERE.parent / "converge"
ROUNDS = 3


def whole(*command):
    """Wall and processor seconds of a command and all that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def said(*command):
    """The two numbers that a script prints of itself."""
    out = subprocess.run([sys.executable, *map(str, command)], stdout=subprocess.PIPE, text=True, check=True).stdout
    return tuple(map(float, out.split()))


def in_turn(what):
    """Medians of wall and processor seconds by name, the first of which is what the others are held against."""
    rounds = [{name: take() for name, take in what.items()} for _ in range(ROUNDS)]
    return {name: [statistics.median(r[name][i] for r in rounds) for i in (0, 1)] for name in what}


def table(heading, medians):
    print(f"\n| {heading} | wall s | ratio | processor s | ratio |\n|---|---|---|---|---|")
    first = next(iter(medians.values()))
    for name, (wall, cpu) in medians.items():
        print(f"| {name} | {wall:.2f} | {wall / first[0]:.2f} | {cpu:.2f} | {cpu / first[1]:.2f} |", flush=True)


def sweep(folder):
    fresh = iter(range(ROUNDS))
    sweep_py = HERE / "sweep.py"
    table(
        "270 runs × 1000 steps of Linear(10, 1), the loss kept at every step",
        in_turn(
            {
                "`converge run benchmarks/sweep.yaml`, starts and report included": lambda: whole(
                    CONVERGE, "run", HERE / "sweep.yaml", "--quiet", "--out", folder / f"sweep{next(fresh)}"
                ),
                "PyTorch, one model after the other": lambda: tuple(10 * s for s in said(sweep_py, "eager", 100)),
                "PyTorch, the seeds of a rate as one product, fused optimizers": lambda: said(sweep_py, "batched"),
                "PyTorch, 90 models as one product, the optimizer written out": lambda: said(sweep_py, "byhand"),
            }
        ),
    )


def starting(folder):
    fresh = iter(range(ROUNDS))
    listing = HERE.parent / "configs" / "listing.yaml"
    one = ["--set", "seeds=1", "--set", "updaters=[{sgd: {learningRate: 0.01}}]", "--quiet"]
    table(
        "starting",
        in_turn(
            {
                '`python -c "import torch"`': lambda: whole(sys.executable, "-c", "import torch"),
                "`converge --help`": lambda: whole(CONVERGE, "--help"),
                "`converge plan configs/listing.yaml`": lambda: whole(CONVERGE, "plan", listing),
                "`converge run` of one run, with its report": lambda: whole(
                    CONVERGE, "run", listing, *one, "--out", folder / f"one{next(fresh)}"
                ),
            }
        ),
    )


def steps(folder):
    ours = folder / "steps.csv"
    subprocess.run([HERE / "steps.sh", "-rf", "csv", "-rff", ours], stdout=subprocess.DEVNULL, check=True)
    with ours.open() as lines:
        rows = [row for row in csv.DictReader(lines) if row["Benchmark"].endswith(":cpu")]
    cost = {
        (row["Benchmark"].split(".")[-1].removesuffix(":cpu"), row.get("Param: updater") or row["Param: rule"]): float(row["Score"])
        for row in rows
    }
    out = subprocess.run([sys.executable, HERE / "steps.py"], stdout=subprocess.PIPE, text=True, check=True).stdout
    for line in out.splitlines():
        problem, rule, kind, micros = line.split(",")
        cost[problem, f"{kind} {rule}"] = float(micros)
    print("\n| µs of processor time a replica-step | sgd | torchSgd | adam | torchAdam | plain loop: sgd | adam |"
          " PyTorch batched, fused: sgd | adam | PyTorch eager: sgd | adam |\n|---|---|---|---|---|---|---|---|---|---|---|")
    for problem, name in {
        "linear": "Linear(10, 1), 5 rows, double, 90 replicas",
        "mlp": "10-32-1 tanh, 32 rows, float, 100 replicas",
    }.items():
        shown = [cost[problem, updater] for updater in ("sgd", "torchSgd", "adam", "torchAdam")]
        shown += [cost.get(("plainLoop", rule)) if problem == "linear" else None for rule in ("sgd", "adam")]
        shown += [cost.get((problem, f"{kind} {rule}")) for kind in ("batched", "eager") for rule in ("sgd", "adam")]
        print(f"| {name} | " + " | ".join("" if s is None else f"{s:.3g}" for s in shown) + " |", flush=True)


def main():
    java = subprocess.run([CONVERGE, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[-1]
    model = [line for line in open("/proc/cpuinfo") if line.startswith("model name")][0].split(":")[1].strip()
    print(f"{platform.system()} {platform.machine()}, {model}, {os.cpu_count()} processors; {java}; PyTorch {torch.__version__}")
    with tempfile.TemporaryDirectory() as folder:
        sweep(pathlib.Path(folder))
        starting(pathlib.Path(folder))
        steps(pathlib.Path(folder))


if __name__ == "__main__":
    main()
