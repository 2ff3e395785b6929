"""The same sweep in PyTorch: 3 optimizers x 9 learning rates x 10 seeds x 1000 steps of Linear(10, 1) on 5 rows, in double
precision, the loss of every replica kept at every step. `eager` trains one model after the other as tutorials do; `batched` trains
the 10 seeds of a learning rate as one batched matrix product under torch.optim's fused optimizers, which take one learning rate a
tensor; `byhand` trains all 90 models of an optimizer at once, its equation written out. One thread; the import is not counted.
Arguments: the form, steps (1000) and seeds (10). Prints seconds of wall and processor time."""

import sys
import time

import torch

STEPS, RATES = 1000, [10 ** (-4 + 2 * i / 8) for i in range(9)]
SEEDS = int(sys.argv[3]) if len(sys.argv) > 3 else 10
OPTIMIZERS = {
    "sgd": lambda p, lr: torch.optim.SGD(p, lr=lr),
    "nesterov": lambda p, lr: torch.optim.SGD(p, lr=lr, momentum=0.9, nesterov=True),
    "adam": lambda p, lr: torch.optim.Adam(p, lr=lr),
}


def eager(x, y, steps):
    curves = []
    for make in OPTIMIZERS.values():
        for rate in RATES:
            for seed in range(SEEDS):
                torch.manual_seed(seed)
                model = torch.nn.Linear(10, 1)
                optimizer = make(model.parameters(), rate)
                loss_of = torch.nn.MSELoss()
                curve = []
                for _ in range(steps):
                    optimizer.zero_grad()
                    loss = loss_of(model(x), y)
                    curve.append(loss.item())
                    loss.backward()
                    optimizer.step()
                curves.append(curve)
    return curves


def batched(x, y, steps):
    fused = {
        "sgd": lambda p, lr: torch.optim.SGD(p, lr=lr, fused=True),
        "nesterov": lambda p, lr: torch.optim.SGD(p, lr=lr, momentum=0.9, nesterov=True, fused=True),
        "adam": lambda p, lr: torch.optim.Adam(p, lr=lr, fused=True),
    }
    xs = torch.cat([x, torch.ones(5, 1)], 1).expand(SEEDS, 5, 11)
    curves = []
    for make in fused.values():
        for rate in RATES:
            w = ((torch.rand(SEEDS, 11, 1) * 2 - 1) / 10**0.5).requires_grad_()
            optimizer = make([w], rate)
            curve = []
            for _ in range(steps):
                optimizer.zero_grad()
                losses = (torch.bmm(xs, w) - y).square().mean((1, 2))
                curve.append(losses.tolist())
                losses.sum().backward()
                optimizer.step()
            curves.append(curve)
    return curves


def by_hand(x, y, steps):
    curves = []
    for name in OPTIMIZERS:
        replicas = len(RATES) * SEEDS
        rate = torch.tensor(RATES).repeat_interleave(SEEDS).view(-1, 1, 1)
        xs = torch.cat([x, torch.ones(5, 1)], 1).expand(replicas, 5, 11)
        w = ((torch.rand(replicas, 11, 1) * 2 - 1) / 10**0.5).requires_grad_()
        v, m = torch.zeros_like(w), torch.zeros_like(w)
        curve = []
        for t in range(1, steps + 1):
            losses = (torch.bmm(xs, w) - y).square().mean((1, 2))
            curve.append(losses.detach())
            (g,) = torch.autograd.grad(losses.sum(), w)
            with torch.no_grad():
                if name == "sgd":
                    w -= rate * g
                elif name == "nesterov":
                    v.mul_(0.9).add_(g)
                    w -= rate * (g + 0.9 * v)
                else:
                    m.lerp_(g, 0.1)
                    v.mul_(0.999).addcmul_(g, g, value=0.001)
                    w -= rate * (m / (1 - 0.9**t)) / ((v / (1 - 0.999**t)).sqrt() + 1e-8)
        curves.append(torch.stack(curve))
    return curves


def main():
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(1)
    x, y = torch.randn(5, 10), torch.randn(5, 1)
    kind = sys.argv[1]
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else STEPS
    wall, cpu = time.perf_counter(), time.process_time()
    {"eager": eager, "batched": batched, "byhand": by_hand}[kind](x, y, steps)
    print(f"{time.perf_counter() - wall:.2f} {time.process_time() - cpu:.2f}")


if __name__ == "__main__":
    main()
