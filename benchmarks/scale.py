"""How time and memory grow: `scale.py runs 1000 10000 100000` trains so many runs of 50 steps, reports, and plans again;
`scale.py table` watches two workers that train on one table of 60,000 pictures; `scale.py memory` watches a worker over 10 million replica-steps of a stack over 200,000 steps of a small network
by the layer engine, and over 10,000 of LeNet. Prints a table; resident sizes are of the whole process, sampled ten times a second. Python's own library only."""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
CONVERGE = HERE.parent / "converge"

LINEAR = "{ name: randn, data: { randn: { rows: 5, features: 10, targets: 1, seed: 1 } }, network: linear }"
UPDATERS = "[{ %s: { learningRate: { log: [0.0001, 0.01], points: %d } } }]"


class Watch(threading.Thread):
    """Samples the resident size, in MB, of a command (a Java) and of the worker that it has forked, while it is alive."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.parent, self.worker, self.shared, self.over = pid, [], [], {}, False

    def run(self):
        while not self.over:
            try:
                self.parent.append(resident(self.pid))
                workers = [resident(child) for child in children(self.pid)]
                self.worker += [max(workers)] if workers else []
                self.shared.setdefault(len(workers), []).append(sum(shared(child) for child in children(self.pid)))
            except (FileNotFoundError, ProcessLookupError):
                pass
            time.sleep(0.1)


def children(pid):
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        found += (task / "children").read_text().split()
    return found


def resident(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0


def shared(pid):
    """What a process has in memory, of what it shares its part, in MB."""
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0


def timed(*arguments):
    """Wall and processor seconds of a command, and what was seen of its memory."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen([CONVERGE, *map(str, arguments)], stdout=subprocess.DEVNULL)
    watch = Watch(process.pid)
    watch.start()
    if process.wait() != 0:
        sys.exit(f"converge {arguments} ended with {process.returncode}")
    watch.over = True
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, cpu, watch


def experiment(folder, name, **keys):
    file = folder / f"{name}.yaml"
    file.write_text(f"name: {name}\nquestion: How far does it scale?\n" + "".join(f"{k}: {v}\n" for k, v in keys.items()))
    return file


def runs(folder, counts):
    print("| runs | run: wall s | processor s | parent MB | report: wall s | processor s | MB | plan: wall s | their files read as JSON: s |")
    print("|---|---|---|---|---|---|---|---|---|")
    for count in counts:
        rates = max(2, min(20, count // 50))
        file = experiment(
            folder, f"runs{count}", problem=LINEAR, updaters=UPDATERS % ("sgd", rates), seeds=count // rates, budget="{ steps: 50 }"
        )
        out = folder / f"results{count}"
        wall, cpu, watch = timed("run", file, "--quiet", "--out", out)
        again, again_cpu, reporting = timed("report", out)
        planned, _, _ = timed("plan", file, "--out", out)
        start = time.process_time()
        for record in (out / "runs").iterdir():
            json.loads(record.read_text())
        read = time.process_time() - start
        print(
            f"| {count} | {wall:.1f} | {cpu:.1f} | {max(watch.parent):.0f} | {again:.1f} | {again_cpu:.1f} |"
            f" {max(reporting.parent):.0f} | {planned:.1f} | {read:.1f} |",
            flush=True,
        )
        shutil.rmtree(out)


def memory(folder):
    shutil.copy(HERE / "scale" / "model.json", folder)
    shutil.copy(HERE.parent / "configs" / "lenet" / "model.json", folder / "lenet.json")
    lenet = "{ name: digits, data: { digits: { rows: 600 } }, network: { dl4j: { file: lenet.json } } }"
    network = "{ name: iris, data: { iris: {} }, network: { dl4j: { file: model.json } } }"
    print("| what a worker did | seconds | MB after a tenth, a quarter, half, three quarters, all of the time |")
    print("|---|---|---|")
    for what, keys in {
        "100 replicas × 100,000 steps of Linear(10, 1), sgd": dict(
            problem=LINEAR, updaters=UPDATERS % ("sgd", 2), seeds=50, budget="{ steps: 100000 }", record="log"
        ),
        "100 replicas × 100,000 steps of Linear(10, 1), adam": dict(
            problem=LINEAR, updaters=UPDATERS % ("adam", 2), seeds=50, budget="{ steps: 100000 }", record="log"
        ),
        "2 × 100,000 steps of 4-8-3 by the layer engine (`NetworkTrainer`), adam": dict(
            problem=network, updaters=UPDATERS % ("adam", 2), seeds=1, budget="{ steps: 100000 }", record="log"
        ),
        "10,000 steps of LeNet by the layer engine, batches of 8, adam": dict(
            problem=lenet, updaters="[{ adam: { learningRate: 0.001 } }]", seeds=1, batch=8, budget="{ steps: 10000 }", record="log"
        ),
    }.items():
        wall, _, watch = timed("run", experiment(folder, "memory", **keys), "--quiet", "--jobs", 1, "--out", folder / "results")
        sizes = watch.worker
        marks = [f"{sizes[min(len(sizes) - 1, int(len(sizes) * part))]:.0f}" for part in (0.1, 0.25, 0.5, 0.75, 1)]
        print(f"| {what} | {wall:.0f} | {', '.join(marks)} |", flush=True)
        shutil.rmtree(folder / "results")


def table(folder):
    problem = "{ name: digits, data: { digits: { rows: 60000, testFraction: 0 } }, network: { mlp: { hidden: [128] } } }"
    file = experiment(
        folder, "table", problem=problem, updaters=UPDATERS % ("adam", 2), seeds=2, batch=64, precision="float", budget="{ steps: 4000 }"
    )
    wall, _, watch = timed("run", file, "--quiet", "--jobs", 2, "--out", folder / "results")
    print("| seconds | one worker, which makes the table: most MB | two workers, which train on it: most MB together |")
    print("|---|---|---|")
    print(f"| {wall:.0f} | {max(watch.shared[1]):.0f} | {max(watch.shared[2]):.0f} |")


def main():
    subprocess.run([CONVERGE, "--version"], stdout=sys.stderr, check=True)  # builds if need be
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        if sys.argv[1:2] == ["runs"]:
            runs(pathlib.Path(folder), [int(count) for count in sys.argv[2:]])
        elif sys.argv[1:] == ["table"]:
            table(pathlib.Path(folder))
        elif sys.argv[1:] == ["memory"]:
            memory(pathlib.Path(folder))
        else:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
