"""Makes mlp.json: PyTorch 2.13.0 on a small network, double precision, full batches, settings other than the defaults.

    python3 mlp.py > mlp.json

oneUlpDrift is how far a trajectory moves when every starting parameter moves by one unit in the last place.
"""
import json

import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(3)
X, Y = torch.randn(12, 4), torch.randn(12, 1)
STEPS = 100
O = torch.optim
CASES = {
    "torchSgd: { learningRate: 0.05, momentum: 0.8, dampening: 0.3, weightDecay: 0.02 }":
        lambda p: O.SGD(p, lr=0.05, momentum=0.8, dampening=0.3, weight_decay=0.02),
    "torchSgd: { learningRate: 0.04, momentum: 0.8, nesterov: true, weightDecay: 0.01 }":
        lambda p: O.SGD(p, lr=0.04, momentum=0.8, nesterov=True, weight_decay=0.01),
    "torchAdam: { learningRate: 0.02, beta1: 0.8, beta2: 0.99, epsilon: 0.0001, weightDecay: 0.03, amsgrad: true }":
        lambda p: O.Adam(p, lr=0.02, betas=(0.8, 0.99), eps=1e-4, weight_decay=0.03, amsgrad=True),
    "torchAdamW: { learningRate: 0.02 }": lambda p: O.AdamW(p, lr=0.02),
    "torchNAdam: { learningRate: 0.01, momentumDecay: 0.01, weightDecay: 0.02 }":
        lambda p: O.NAdam(p, lr=0.01, momentum_decay=0.01, weight_decay=0.02),
    "torchRAdam: { learningRate: 0.02, weightDecay: 0.01 }": lambda p: O.RAdam(p, lr=0.02, weight_decay=0.01),
    "torchAdamax: { learningRate: 0.02, weightDecay: 0.01 }": lambda p: O.Adamax(p, lr=0.02, weight_decay=0.01),
    "torchRmsProp: { learningRate: 0.005, alpha: 0.9, momentum: 0.5, centered: true, weightDecay: 0.01 }":
        lambda p: O.RMSprop(p, lr=0.005, alpha=0.9, momentum=0.5, centered=True, weight_decay=0.01),
    "torchAdagrad: { learningRate: 0.1, learningRateDecay: 0.01, initialAccumulatorValue: 0.1, weightDecay: 0.01 }":
        lambda p: O.Adagrad(p, lr=0.1, lr_decay=0.01, initial_accumulator_value=0.1, weight_decay=0.01),
    "torchAdadelta: { learningRate: 0.9, rho: 0.8, weightDecay: 0.01 }":
        lambda p: O.Adadelta(p, lr=0.9, rho=0.8, weight_decay=0.01),
    "torchSgd: {}": lambda p: O.SGD(p),
    "torchAdam: {}": lambda p: O.Adam(p),
    "torchNAdam: {}": lambda p: O.NAdam(p),
    "torchRAdam: {}": lambda p: O.RAdam(p),
    "torchAdamax: {}": lambda p: O.Adamax(p),
    "torchRmsProp: {}": lambda p: O.RMSprop(p),
    "torchAdagrad: {}": lambda p: O.Adagrad(p),
    "torchAdadelta: {}": lambda p: O.Adadelta(p),
}


def network(ulps):
    torch.manual_seed(5)
    net = torch.nn.Sequential(torch.nn.Linear(4, 6), torch.nn.Tanh(), torch.nn.Linear(6, 1))
    with torch.no_grad():
        for p in net.parameters():
            for _ in range(ulps):
                p.copy_(torch.nextafter(p, torch.tensor(float("inf"))))
    return net


def flat(net):
    return torch.cat([p.detach().flatten() for p in net.parameters()])


def train(make, ulps):
    net = network(ulps)
    optimizer = make(net.parameters())
    losses = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(net(X), Y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    losses.append(torch.nn.functional.mse_loss(net(X), Y).item())
    return torch.tensor(losses), flat(net)


cases = []
for updater, make in CASES.items():
    loss, params = train(make, 0)
    moved_loss, moved_params = train(make, 1)
    cases.append({
        "updater": updater,
        "loss": loss.tolist(),
        "params": params.tolist(),
        "oneUlpDrift": max((loss - moved_loss).abs().max().item(), (params - moved_params).abs().max().item()),
    })
print(json.dumps({
    "source": "PyTorch " + torch.__version__,
    "x": X.tolist(),
    "y": Y.flatten().tolist(),
    "start": flat(network(0)).tolist(),
    "cases": cases,
}))
