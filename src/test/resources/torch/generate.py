"""Writes rules.json: where PyTorch's optimizers, schedulers and clippers take five parameters under a fixed gradient
sequence. Run with PyTorch 2.13: python generate.py"""
import json
import math
import pathlib

import torch

torch.set_default_dtype(torch.float64)
SIZE, STEPS, KEEP = 5, 80, (1, 2, 3, 10, 80)
START = [0.5 - 0.3 * i for i in range(SIZE)]


def gradient(t):
    return torch.tensor([math.sin(0.9 * t + 1.7 * i) * (0.5 + i) + 0.1 for i in range(SIZE)])


def follow(make, clip=None, scheduler=None):
    theta = torch.tensor(START, requires_grad=True)
    optimizer = make([theta])
    schedule = scheduler(optimizer) if scheduler else None
    kept = {}
    for t in range(1, STEPS + 1):
        theta.grad = gradient(t)
        if clip:
            clip([theta])
        optimizer.step()
        if schedule:
            schedule.step()
        if t in KEEP:
            kept[t] = theta.tolist()
    return kept


O, L = torch.optim, torch.optim.lr_scheduler
RULES = [
    ("torchSgd", {}, lambda p: O.SGD(p)),
    ("torchSgd", dict(learningRate=0.02, momentum=0.8, dampening=0.3), lambda p: O.SGD(p, 0.02, 0.8, 0.3)),
    ("torchSgd", dict(learningRate=0.02, momentum=0.7, nesterov=True, weightDecay=0.05),
     lambda p: O.SGD(p, 0.02, 0.7, nesterov=True, weight_decay=0.05)),
    ("torchSgd", dict(momentum=0.9, dampening=0.9, weightDecay=0.2),
     lambda p: O.SGD(p, momentum=0.9, dampening=0.9, weight_decay=0.2)),
    ("torchAdam", {}, lambda p: O.Adam(p)),
    ("torchAdam", dict(learningRate=0.03, beta1=0.8, beta2=0.95, epsilon=1e-3, weightDecay=0.1),
     lambda p: O.Adam(p, 0.03, (0.8, 0.95), 1e-3, 0.1)),
    ("torchAdam", dict(amsgrad=True, beta2=0.7), lambda p: O.Adam(p, betas=(0.9, 0.7), amsgrad=True)),
    ("torchAdamW", {}, lambda p: O.AdamW(p)),
    ("torchAdamW", dict(learningRate=0.05, weightDecay=0.3, amsgrad=True, beta2=0.8),
     lambda p: O.AdamW(p, 0.05, (0.9, 0.8), weight_decay=0.3, amsgrad=True)),
    ("torchNAdam", {}, lambda p: O.NAdam(p)),
    ("torchNAdam", dict(learningRate=0.01, beta1=0.7, momentumDecay=0.5, weightDecay=0.1),
     lambda p: O.NAdam(p, 0.01, (0.7, 0.999), momentum_decay=0.5, weight_decay=0.1)),
    ("torchRAdam", {}, lambda p: O.RAdam(p)),
    ("torchRAdam", dict(learningRate=0.02, beta2=0.9, epsilon=1e-4, weightDecay=0.1),
     lambda p: O.RAdam(p, 0.02, (0.9, 0.9), 1e-4, 0.1)),
    ("torchAdamax", {}, lambda p: O.Adamax(p)),
    ("torchAdamax", dict(learningRate=0.02, beta2=0.9, epsilon=1e-2, weightDecay=0.1),
     lambda p: O.Adamax(p, 0.02, (0.9, 0.9), 1e-2, 0.1)),
    ("torchRmsProp", {}, lambda p: O.RMSprop(p)),
    ("torchRmsProp", dict(alpha=0.9, momentum=0.6, centered=True, weightDecay=0.1),
     lambda p: O.RMSprop(p, alpha=0.9, momentum=0.6, centered=True, weight_decay=0.1)),
    ("torchRmsProp", dict(learningRate=0.003, momentum=0.6, epsilon=1e-3),
     lambda p: O.RMSprop(p, 0.003, momentum=0.6, eps=1e-3)),
    ("torchRmsProp", dict(centered=True), lambda p: O.RMSprop(p, centered=True)),
    ("torchAdagrad", {}, lambda p: O.Adagrad(p)),
    ("torchAdagrad", dict(learningRate=0.2, learningRateDecay=0.1, initialAccumulatorValue=0.5, weightDecay=0.1),
     lambda p: O.Adagrad(p, 0.2, 0.1, 0.1, 0.5)),
    ("torchAdadelta", {}, lambda p: O.Adadelta(p)),
    ("torchAdadelta", dict(learningRate=0.5, rho=0.8, epsilon=1e-4, weightDecay=0.1),
     lambda p: O.Adadelta(p, 0.5, 0.8, 1e-4, 0.1)),
]
ADAMW = ("torchAdamW", dict(learningRate=0.02), lambda p: O.AdamW(p, 0.02))
SGD = ("torchSgd", dict(learningRate=0.02, momentum=0.9), lambda p: O.SGD(p, 0.02, 0.9))
SCHEDULES = [
    ([{"step": dict(size=7, gamma=0.5)}], lambda o: L.StepLR(o, 7, 0.5)),
    ([{"exponential": dict(gamma=0.97)}], lambda o: L.ExponentialLR(o, 0.97)),
    ([{"inverse": dict(gamma=0.1, power=0.5)}], lambda o: L.LambdaLR(o, lambda t: (1 + 0.1 * t) ** -0.5)),
    ([{"polynomial": dict(steps=50, power=2)}], lambda o: L.PolynomialLR(o, 50, 2.0)),
    ([{"cosine": dict(steps=80, end=0.25)}], lambda o: L.CosineAnnealingLR(o, 80, 0.25 * 0.02)),
    ([{"warmUp": dict(steps=9, start=0.1)}], lambda o: L.LinearLR(o, 0.1, 1.0, 9)),
    ([{"warmUp": dict(steps=9, start=0.1)}, {"cosine": dict(steps=71, end=0)}],
     lambda o: L.SequentialLR(o, [L.LinearLR(o, 0.1, 1.0, 9), L.CosineAnnealingLR(o, 71)], [9])),
]
CLIPS = [
    ("VALUE", 0.7, lambda p: torch.nn.utils.clip_grad_value_(p, 0.7)),
    ("NORM", 1.3, lambda p: torch.nn.utils.clip_grad_norm_(p, 1.3)),
]
cases = [dict(updater=n, settings=s, theta=follow(m)) for n, s, m in RULES]
for n, s, m in (ADAMW, SGD):
    cases += [dict(updater=n, settings=s, schedule=c, theta=follow(m, scheduler=f)) for c, f in SCHEDULES]
    cases += [dict(updater=n, settings=s, clip=k, limit=x, theta=follow(m, clip=f)) for k, x, f in CLIPS]
out = dict(source=f"PyTorch {torch.__version__}, float64", start=START, cases=cases)
pathlib.Path(__file__).with_name("rules.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
