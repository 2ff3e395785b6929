"""Holds steps of large networks, and looks at them, against PyTorch's with its fused Adam: one thread each, in turn, in one sitting.

    python benchmarks/large.py        a python with torch in it; about four minutes

Milliseconds of processor time, medians; ours over PyTorch's in brackets. Each side has the kernel for what the processor can, whatever OPENBLAS_CORETYPE says."""

import os
import pathlib
import statistics
import subprocess
import time

import torch
from torch import nn

HERE = pathlib.Path(__file__).resolve().parent
ROUNDS = 3
BATCH = 64
LOOKED_AT = 6000
torch.set_num_threads(1)
os.environ.pop("OPENBLAS_CORETYPE", None)  # each side takes the kernel for the processor; PyTorch's MKL knows no other


def lenet():
    return nn.Sequential(
        nn.Unflatten(1, (1, 28, 28)),
        nn.Conv2d(1, 20, 5),
        nn.MaxPool2d(2),
        nn.Conv2d(20, 50, 5),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(800, 500),
        nn.ReLU(),
        nn.Linear(500, 10),
    )


def mlp():
    return nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))


class Lstm(nn.Module):
    """8-32-32-10: two layers along 20 steps, a linear one behind the last."""

    def __init__(self):
        super().__init__()
        self.along = nn.LSTM(8, 32, num_layers=2, batch_first=True)
        self.end = nn.Linear(32, 10)

    def forward(self, rows):
        return self.end(self.along(rows.view(-1, 20, 8))[0][:, -1])


def median(times, work):
    millis = []
    for _ in range(times):
        before = time.thread_time()
        work()
        millis.append(1e3 * (time.thread_time() - before))
    return statistics.median(millis[times // 3 :])


NETWORKS = {"lenet": (lenet, 784, 60), "784-128-10": (mlp, 784, 3000), "lstm": (Lstm, 160, 300)}


def theirs(name, precision):
    make, features, steps = NETWORKS[name]
    torch.manual_seed(1)
    model = make().to(precision)
    x = torch.rand(LOOKED_AT, features, dtype=precision)
    is_class = name != "lstm"
    y = torch.randint(0, 10, (LOOKED_AT,)) if is_class else torch.randn(LOOKED_AT, 10, dtype=precision)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, fused=True)
    loss = nn.CrossEntropyLoss() if is_class else nn.MSELoss()

    def step():
        rows = torch.randint(0, LOOKED_AT, (BATCH,))
        optimizer.zero_grad()
        loss(model(x[rows]), y[rows]).backward()
        optimizer.step()

    def look():
        with torch.no_grad():
            for start in range(0, LOOKED_AT, BATCH):
                out = model(x[start : start + BATCH])
                loss(out, y[start : start + BATCH])
                if is_class:
                    (out.argmax(1) == y[start : start + BATCH]).sum()

    return median(steps, step), median(6, look)


def main():
    rounds = {}
    for _ in range(ROUNDS):
        lines = subprocess.run([HERE / "large.sh"], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
        for line in lines:
            name, precision, step, look, *_ = line.split()
            other = theirs(name, torch.float64 if precision == "DOUBLE" else torch.float32)
            rounds.setdefault((name, precision.lower()), []).append((float(step), other[0], float(look), other[1]))
    print(f"PyTorch {torch.__version__}, medians of {ROUNDS} rounds\n")
    print("| network | a step of 64 rows | PyTorch | ratio | a look at 6,000 rows | PyTorch | ratio |")
    print("|---|---|---|---|---|---|---|")
    for (name, precision), taken in rounds.items():
        step, other, look, others = (statistics.median(column) for column in zip(*taken))
        print(
            f"| {name}, {precision} | {step:.2f} | {other:.2f} | {step / other:.2f} "
            f"| {look:.0f} | {others:.0f} | {look / others:.2f} |"
        )


if __name__ == "__main__":
    main()
