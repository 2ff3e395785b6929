"""What a step of one replica costs in PyTorch, the loss of every replica kept at every step; one thread, µs of processor time,
the median of five rounds. Linear(10, 1) on 5 rows in double precision: one model after the other as tutorials do, and 90 models
as one batched product under torch.optim's fused optimizers; 10-32-1 with tanh on 32 rows in single precision, 100 models.
Prints problem, optimizer, form and µs, comma-separated."""

import statistics
import time

import torch

OPTIMIZERS = {
    "sgd": lambda p, **more: torch.optim.SGD(p, lr=0.001, **more),
    "adam": lambda p, **more: torch.optim.Adam(p, lr=0.001, **more),
}


def timed(step, steps, replicas):
    for _ in range(steps // 2):
        step()
    rounds = []
    for _ in range(5):
        start = time.process_time()
        for _ in range(steps):
            step()
        rounds.append((time.process_time() - start) / steps / replicas * 1e6)
    return statistics.median(rounds)


def eager(make):
    torch.manual_seed(1)
    x, y = torch.randn(5, 10), torch.randn(5, 1)
    model, loss_of, curve = torch.nn.Linear(10, 1), torch.nn.MSELoss(), []
    optimizer = make(model.parameters())

    def step():
        optimizer.zero_grad()
        loss = loss_of(model(x), y)
        curve.append(loss.item())
        loss.backward()
        optimizer.step()

    return timed(step, 500, 1)


def batched(make, replicas, rows, hidden, steps):
    torch.manual_seed(1)
    x = torch.randn(rows, 10).expand(replicas, rows, 10)
    y = torch.randn(rows, 1)
    sizes = [10, *hidden, 1]
    weights = [((torch.rand(replicas, i, o) * 2 - 1) / i**0.5).requires_grad_() for i, o in zip(sizes, sizes[1:])]
    biases = [((torch.rand(replicas, 1, o) * 2 - 1) / i**0.5).requires_grad_() for i, o in zip(sizes, sizes[1:])]
    optimizer, curve = make([*weights, *biases], fused=True), []

    def step():
        optimizer.zero_grad()
        a = x
        for layer, (w, b) in enumerate(zip(weights, biases)):
            a = torch.baddbmm(b, a, w)
            a = a if layer == len(weights) - 1 else torch.tanh(a)
        losses = (a - y).square().mean((1, 2))
        curve.append(losses.tolist())
        losses.sum().backward()
        optimizer.step()

    return timed(step, steps, replicas)


def main():
    torch.set_num_threads(1)
    for name, make in OPTIMIZERS.items():
        torch.set_default_dtype(torch.float64)
        print(f"linear,{name},eager,{eager(make):.3f}")
        print(f"linear,{name},batched,{batched(make, 90, 5, [], 500):.3f}")
        torch.set_default_dtype(torch.float32)
        print(f"mlp,{name},batched,{batched(make, 100, 32, [32], 200):.3f}")


if __name__ == "__main__":
    main()
