"""How fast tables are read: writes one of 500 MB (or `tables.py MEGABYTES`), ten columns of numbers, and prints what reading it
takes of one processor's time, here (cold, and once more in the same virtual machine) and in pandas; and the largest resident size.
Kinds: numbers of 17 digits, of 4 digits, and whole ones. Python with pandas and NumPy."""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile

import numpy

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = 10
BLOCK = 20_000
KINDS = {
    "17 digits": ("%.17g", lambda random: random.standard_normal((BLOCK, COLUMNS))),
    "4 digits": ("%.4g", lambda random: random.standard_normal((BLOCK, COLUMNS))),
    "whole": ("%d", lambda random: random.integers(0, 256, (BLOCK, COLUMNS))),
}
PANDAS = """
import resource, sys, pandas
before = resource.getrusage(resource.RUSAGE_SELF)
read = pandas.read_csv(sys.argv[1])
after = resource.getrusage(resource.RUSAGE_SELF)
print(len(read), read.shape[1], after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss // 1024)
"""


def write(path, megabytes, kind):
    form, draw = KINDS[kind]
    random = numpy.random.default_rng(1)
    block = tempfile.SpooledTemporaryFile(mode="w+", max_size=1 << 30)
    numpy.savetxt(block, draw(random), delimiter=",", fmt=form)
    block.seek(0)
    text = block.read()
    with open(path, "w") as file:
        file.write(",".join(f"x{i}" for i in range(COLUMNS)) + "\n")
        for _ in range(max(1, round(megabytes * 1e6 / len(text)))):
            file.write(text)


def pandas(path):
    environment = dict(os.environ, OMP_NUM_THREADS="1")
    out = subprocess.run([sys.executable, "-c", PANDAS, path], check=True, capture_output=True, text=True, env=environment)
    rows, columns, seconds, resident = out.stdout.split()
    return int(rows), int(columns), float(seconds), int(resident)


def here(path):
    environment = dict(os.environ, JAVA_OPTIONS="-Xmx5g")
    command = [HERE / "java.sh", "org.converge4j.problem.TableRate", path]
    out = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    cold, warm = (line.split() for line in out.stdout.splitlines())
    resident = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return int(cold[0]), int(cold[1]), float(cold[2]), float(warm[2]), resident


def main():
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 500
    print("| numbers | MB | here, MB/s | again | pandas, MB/s | here / pandas | numbers as doubles, MB | resident here | pandas |")
    print("|---|---|---|---|---|---|---|---|---|")
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "table.csv")
            write(path, megabytes, kind)
            size = os.path.getsize(path) / 1e6
            rows, columns, cold, warm, resident = here(path)
            theirs = pandas(path)
            assert theirs[:2] == (rows, columns), (theirs, rows, columns)
            print(f"| {kind} | {size:.0f} | {size / cold:.0f} | {size / warm:.0f} | {size / theirs[2]:.0f} | {theirs[2] / cold:.2f} "
                  f"| {rows * columns * 8 / 2**20:.0f} | {resident} | {theirs[3]} |", flush=True)


main()
