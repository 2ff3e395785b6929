"""Writes rules.json: where the published recurrences (and those that DL4J's native kernels compute) take five parameters
under a fixed gradient sequence. Plain Python, number by number, each rule written from its paper's algorithm with its own
symbols. Run: python generate.py"""
import json
import math
import pathlib

SIZE, STEPS, KEEP = 5, 80, (1, 2, 3, 10, 80)
START = [0.5 - 0.3 * i for i in range(SIZE)]


def sign(x):
    return (x > 0) - (x < 0)


def lion(eta, b1, b2, lam):
    # Chen et al. 2023, algorithm 2
    m = 0.0
    def step(x, g, t):
        nonlocal m
        c = b1 * m + (1 - b1) * g
        x = x - eta * (sign(c) + lam * x)
        m = b2 * m + (1 - b2) * g
        return x
    return step


def signum(delta, beta):
    # Bernstein et al. 2018, algorithm 2
    m = 0.0
    def step(x, g, t):
        nonlocal m
        m = beta * m + (1 - beta) * g
        return x - delta * sign(m)
    return step


def yogi(eta, b1, b2, eps):
    # Zaheer et al. 2018, algorithm 2
    m = v = 0.0
    def step(x, g, t):
        nonlocal m, v
        m = b1 * m + (1 - b1) * g
        v = v - (1 - b2) * sign(v - g * g) * g * g
        return x - eta * m / (math.sqrt(v) + eps)
    return step


def adabelief(alpha, b1, b2, eps):
    # Zhuang et al. 2020, algorithm 2
    m = s = 0.0
    def step(x, g, t):
        nonlocal m, s
        m = b1 * m + (1 - b1) * g
        s = b2 * s + (1 - b2) * (g - m) ** 2 + eps
        return x - alpha * (m / (1 - b1 ** t)) / (math.sqrt(s / (1 - b2 ** t)) + eps)
    return step


def adan(eta, b1, b2, b3, eps):
    # Xie et al. 2022, algorithm 1 with their beta = 1 - ours: m0 = g0, v0 = 0, n0 = g0^2
    m = v = n = last = None
    def step(x, g, t):
        nonlocal m, v, n, last
        if t == 1:
            m, v, n = g, 0.0, g * g
        else:
            c1, c2, c3 = 1 - b1, 1 - b2, 1 - b3
            m = (1 - c1) * m + c1 * g
            v = (1 - c2) * v + c2 * (g - last)
            n = (1 - c3) * n + c3 * (g + (1 - c2) * (g - last)) ** 2
        last = g
        return x - eta / (math.sqrt(n) + eps) * (m + b2 * v)
    return step


def ema_momentum(eta, beta):
    # the article: v <- beta v + (1 - beta) g
    v = 0.0
    def step(x, g, t):
        nonlocal v
        v = beta * v + (1 - beta) * g
        return x - eta * v
    return step


def uncorrected_adam(eta, b1, b2, eps):
    # the article: no bias correction
    m = v = 0.0
    def step(x, g, t):
        nonlocal m, v
        m = b1 * m + (1 - b1) * g
        v = b2 * v + (1 - b2) * g * g
        return x - eta / (math.sqrt(v) + eps) * m
    return step


# DL4J 1.0.0-M2.1: libnd4j/include/ops/declarable/helpers/cpu/updater*.cpp
def sgd(eta):
    return lambda x, g, t: x - eta * g


def nesterovs(eta, mu):
    v = 0.0
    def step(x, g, t):
        nonlocal v
        before = v
        v = mu * v - eta * g
        return x - (mu * before - (1 + mu) * v)
    return step


def adam(eta, b1, b2, eps, largest=False):
    m = v = h = 0.0
    def step(x, g, t):
        nonlocal m, v, h
        m = b1 * m + (1 - b1) * g
        v = b2 * v + (1 - b2) * g * g
        h = max(h, v) if largest else v
        return x - eta * math.sqrt(1 - b2 ** t) / (1 - b1 ** t) * m / (math.sqrt(h) + eps)
    return step


def adamax(eta, b1, b2, eps):
    m = w = 0.0
    def step(x, g, t):
        nonlocal m, w
        m = b1 * m + (1 - b1) * g
        w = max(b2 * w, abs(g)) + 1e-32
        return x - eta / (1 - b1 ** t) * m / w
    return step


def nadam(eta, b1, b2, eps):
    m = v = 0.0
    def step(x, g, t):
        nonlocal m, v
        m = b1 * m + (1 - b1) * g
        v = b2 * v + (1 - b2) * g * g
        return x - eta * (b1 * m + (1 - b1) * g) / (1 - b1 ** t) / (math.sqrt(v) + eps)
    return step


def adagrad(eta, eps):
    h = 1e-6
    def step(x, g, t):
        nonlocal h
        h += g * g
        return x - eta * g / (math.sqrt(h) + eps)
    return step


def adadelta(rho, eps):
    a = d = 0.0
    def step(x, g, t):
        nonlocal a, d
        a = rho * a + (1 - rho) * g * g
        u = g * math.sqrt(d + eps) / math.sqrt(a + eps)
        d = rho * d + (1 - rho) * u * u
        return x - u
    return step


def rmsprop(eta, rho, eps):
    c = eps
    def step(x, g, t):
        nonlocal c
        c = rho * c + (1 - rho) * g * g
        return x - eta * g / (math.sqrt(c) + eps)
    return step


def case(updater, settings, rule):
    rules = [rule() for _ in range(SIZE)]
    theta, kept = list(START), {}
    for t in range(1, STEPS + 1):
        gradient = [math.sin(0.9 * t + 1.7 * i) * (0.5 + i) + 0.1 for i in range(SIZE)]
        theta = [step(x, g, t) for step, x, g in zip(rules, theta, gradient)]
        if t in KEEP:
            kept[t] = theta
    return dict(updater=updater, settings=settings, theta=kept)


BETAS = dict(beta1=0.8, beta2=0.95, epsilon=1e-4)
cases = [
    case("lion", {}, lambda: lion(1e-4, 0.9, 0.99, 0)),
    case("lion", dict(learningRate=0.01, beta1=0.7, beta2=0.8, weightDecay=0.3), lambda: lion(0.01, 0.7, 0.8, 0.3)),
    case("signum", {}, lambda: signum(1e-4, 0.9)),
    case("signum", dict(learningRate=0.02, beta=0), lambda: signum(0.02, 0)),
    case("yogi", {}, lambda: yogi(0.01, 0.9, 0.999, 1e-3)),
    case("yogi", BETAS, lambda: yogi(0.01, 0.8, 0.95, 1e-4)),
    case("paperAdaBelief", {}, lambda: adabelief(1e-3, 0.9, 0.999, 1e-8)),
    case("paperAdaBelief", BETAS, lambda: adabelief(1e-3, 0.8, 0.95, 1e-4)),
    case("adan", {}, lambda: adan(1e-3, 0.98, 0.92, 0.99, 1e-8)),
    case("adan", dict(learningRate=0.02, beta1=0.9, beta2=0.5, beta3=0.8, epsilon=1e-3),
         lambda: adan(0.02, 0.9, 0.5, 0.8, 1e-3)),
    case("emaMomentum", dict(beta=0.7), lambda: ema_momentum(0.01, 0.7)),
    case("uncorrectedAdam", BETAS, lambda: uncorrected_adam(1e-3, 0.8, 0.95, 1e-4)),
    case("sgd", {}, lambda: sgd(0.01)),
    case("momentum", dict(learningRate=0.02, beta=0.8), lambda: nesterovs(0.02 * (1 - 0.8), 0.8)),
    case("nesterovs", dict(learningRate=0.02, momentum=0.8), lambda: nesterovs(0.02, 0.8)),
    case("adam", BETAS, lambda: adam(1e-3, 0.8, 0.95, 1e-4)),
    case("amsGrad", BETAS, lambda: adam(1e-3, 0.8, 0.95, 1e-4, True)),
    case("adaMax", BETAS, lambda: adamax(1e-3, 0.8, 0.95, 1e-4)),
    case("nadam", BETAS, lambda: nadam(1e-3, 0.8, 0.95, 1e-4)),
    case("adaGrad", dict(learningRate=0.05, epsilon=1e-3), lambda: adagrad(0.05, 1e-3)),
    case("adaDelta", dict(rho=0.9, epsilon=1e-4), lambda: adadelta(0.9, 1e-4)),
    case("rmsProp", dict(learningRate=0.02, rho=0.9, epsilon=1e-4), lambda: rmsprop(0.02, 0.9, 1e-4)),
    case("noOp", {}, lambda: sgd(1)),
]
out = dict(source="the papers' algorithms in plain Python", start=START, cases=cases)
pathlib.Path(__file__).with_name("rules.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
