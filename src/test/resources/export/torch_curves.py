"""Trains in PyTorch what ./converge export wrote, and prints the curves with the columns of curves.csv.

./converge export src/test/resources/export/experiment.yaml --out src/test/resources/export
cd src/test/resources/export && python torch_curves.py > curves.csv
"""
import csv
import torch

torch.set_default_dtype(torch.float64)


def table(name):
    with open("small/" + name) as file:
        return list(csv.DictReader(file))


rows = table("training.csv")
x = torch.tensor([[float(r["x1"]), float(r["x2"])] for r in rows])
y = torch.tensor([[float(r["y1"])] for r in rows])
loss = torch.nn.MSELoss()


def network(seed):
    start = torch.tensor([float(r[f"seed {seed}"]) for r in table("start.csv")])
    net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1))
    linears = {"0": net[0], "1": net[2]}
    with torch.no_grad():
        for array in table("layers.csv"):
            part = start[int(array["from"]):int(array["to"])]
            linear = linears[array["layer"]]
            if array["parameter"] == "W":  # [in, out] column by column is [out, in] row by row
                linear.weight.copy_(part.reshape(linear.weight.shape))
            else:
                linear.bias.copy_(part)
    return net


optimizers = [
    ("torchSgd", 0.1, lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9)),
    ("torchAdam", 0.01, lambda p: torch.optim.Adam(p, lr=0.01)),
]
print("problem,updater,label,learning_rate,seed,step,loss")
for name, rate, make in optimizers:
    for seed in (1, 2):
        net = network(seed)
        optimizer = make(net.parameters())
        order = [[int(i) for i in r["rows"].split()] for r in table("order.csv") if r["seed"] == str(seed)]
        print(f"small,{name},{name} in PyTorch,{rate},{seed},0,{loss(net(x), y).item()!r}")
        for step, batch in enumerate(order, 1):
            optimizer.zero_grad()
            loss(net(x[batch]), y[batch]).backward()
            optimizer.step()
            print(f"small,{name},{name} in PyTorch,{rate},{seed},{step},{loss(net(x), y).item()!r}")
