"""A sweep on a cluster, batch by batch, from measured figures: how long it takes and what keeps it waiting.

    python benchmarks/million.py [--runs N] [--executors N] [--batch N] [--run-ms X] ...

Executors take batches from one queue. Each needs its libraries first (all of them at once, over the driver's line), and
starts a worker; a batch then costs an overhead and its runs; its records come back over the driver's line and are stored by
the driver one after the other at the given rate. A share of executors is slow, and an executor dies now and then, which costs
the batch it had. Every figure is an option; the defaults are those of docs/design/past-one-machine.md.
"""
import argparse
import heapq
import math
import random


def simulate(a):
    draw = random.Random(a.seed)
    speed = [a.slow_factor if draw.random() < a.slow_share else 1.0 for _ in range(a.executors)]
    baggage = a.executors * a.baggage_mb * 8 / a.line_mbit  # all fetch at once
    events = [(baggage + a.start_s * speed[e], e, 0) for e in range(a.executors)]  # (time, who, runs that it brings)
    heapq.heapify(events)
    queue = [min(a.batch, a.runs - at) for at in range(0, a.runs, a.batch)]
    batches = len(queue)
    job = line = store = busy = longest_wait = 0.0  # when the driver is free to hand out, to receive, to store
    while events:
        now, e, brought = heapq.heappop(events)
        if brought:
            line = max(line, now) + brought * a.record_kb * 8 / 1e3 / a.line_mbit
            store = max(store, line) + brought / a.store_rate
            longest_wait = max(longest_wait, store - now)
        if not queue:
            continue
        size = queue.pop()
        # a driver that is behind hands out nothing: it keeps so many batches out, stored ones not counted
        job = max(job, now, store - a.room * a.batch / a.store_rate) + a.job_ms / 1e3
        work = (a.batch_ms + size * a.run_ms * draw.lognormvariate(0, a.spread)) / 1e3 * speed[e]
        busy += work
        if draw.random() < -math.expm1(-work / (a.hours_to_death * 3600)):
            queue.append(size)
            heapq.heappush(events, (job + work / 2 + a.lost_s, e, 0))
        else:
            heapq.heappush(events, (job + work, e, size))
    stored_at = store
    training = busy / a.executors
    storing = a.runs / a.store_rate
    network = (a.executors * a.baggage_mb + a.runs * a.record_kb / 1e3) * 8 / a.line_mbit
    handing = batches * a.job_ms / 1e3
    print(f"{a.runs} runs of {a.run_ms:g} ms, {a.executors} executors, batches of {a.batch}: {stored_at:.0f} s")
    for name, seconds in sorted(
        {"training": training, "storing": storing, "driver's line": network, "handing out": handing}.items(),
        key=lambda item: -item[1],
    ):
        print(f"  {name:14s} {seconds:9.0f} s  {seconds / stored_at:5.0%} of the time")
    print(f"  longest wait of a batch to be stored {longest_wait:.0f} s")


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, default in {
        "runs": 1_000_000, "executors": 100, "batch": 256, "room": 512, "seed": 1,
    }.items():
        p.add_argument("--" + name, type=int, default=default)
    for name, default in {
        "run-ms": 2.0, "batch-ms": 30.0, "job-ms": 24.0, "store-rate": 2250.0, "record-kb": 3.0, "line-mbit": 1000.0,
        "baggage-mb": 141.0, "start-s": 5.0, "spread": 0.1, "slow-share": 0.05, "slow-factor": 3.0,
        "hours-to-death": 100.0, "lost-s": 15.0,
    }.items():
        p.add_argument("--" + name, type=float, default=default)
    simulate(p.parse_args())


if __name__ == "__main__":
    main()
