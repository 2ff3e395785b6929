"""Writes rules.json: where optax, Keras and timm take five parameters, a 2 x 2 matrix [outputs, inputs] and a number, under the fixed gradient sequence
of torch/generate.py and a fixed sequence of losses, each rule at its library's own defaults (optax has none for most rates: those of ours), and which entry of the catalog, at which settings,
is said to compute the same. Run with optax 0.2.8, Keras 3.15.1 and timm 1.0.29: KERAS_BACKEND=torch python generate.py"""
import json
import math
import pathlib

import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import keras
import numpy as np
import optax
import timm.optim as timm
import torch

keras.config.set_floatx("float64")
torch.set_default_dtype(torch.float64)
SIZE, STEPS, KEEP = 5, 80, (1, 2, 3, 10, 80)
START = [0.5 - 0.3 * i for i in range(SIZE)]


def cut(flat):
    return [np.array(flat[:4]).reshape(2, 2), np.array(flat[4:])]


def flat(arrays):
    return [float(x) for a in arrays for x in np.asarray(a).ravel()]


def gradient(t):
    return cut([math.sin(0.9 * t + 1.7 * i) * (0.5 + i) + 0.1 for i in range(SIZE)])


def loss(t):
    return 2 + math.sin(t)


def of_optax(rule, at=lambda state, theta: theta, **more):
    rule = optax.with_extra_args_support(rule)
    theta = [jnp.array(a) for a in cut(START)]
    state = rule.init(theta)
    for t in range(1, STEPS + 1):
        update, state = rule.update([jnp.array(g) for g in gradient(t)], state, theta, **(dict(value=loss(t)) if more else {}))
        theta = optax.apply_updates(theta, update)
        yield t, flat(at(state, theta))


def of_keras(rule):
    theta = [keras.Variable(a, dtype="float64") for a in cut(START)]
    rule.build(theta)
    for t in range(1, STEPS + 1):
        rule.apply([torch.tensor(g) for g in gradient(t)], theta)
        yield t, flat(keras.ops.convert_to_numpy(v.value) for v in theta)


def of_timm(make):
    theta = [torch.tensor(a, requires_grad=True) for a in cut(START)]
    rule = make(theta)
    for t in range(1, STEPS + 1):
        for a, g in zip(theta, gradient(t)):
            a.grad = torch.tensor(g)
        rule.step()
        yield t, flat(a.detach() for a in theta)


K, C = keras.optimizers, optax.contrib
# Keras takes the square root of a matrix's side and its norm in 32 bits, whatever the variables have
keras.src.ops.norm = lambda x, axis, keepdims: torch.linalg.norm(x, dim=axis, keepdim=keepdims)
K.Muon.lr_adjust = lambda self, x: x * math.sqrt(max(x.shape)) * self.rms_rate
AXES = [C.MuonDimensionNumbers(1, 0), None]
# name of the catalog whose namesake it is | library | its call | entry of the catalog | settings there
RULES = [
    ("torchSgd", "optax", "sgd", of_optax(optax.sgd(0.001)), "torchSgd", {}),
    ("torchSgd", "Keras", "SGD", of_keras(K.SGD()), "torchSgd", dict(learningRate=0.01)),
    ("torchAdam", "optax", "adam", of_optax(optax.adam(0.001)), "torchAdam", {}),
    ("torchAdam", "Keras", "Adam", of_keras(K.Adam()), "adam", dict(epsilon=1e-7)),
    ("torchAdamW", "optax", "adamw", of_optax(optax.adamw(0.001)), "torchAdamW", dict(weightDecay=1e-4)),
    ("torchNAdam", "optax", "nadam", of_optax(optax.nadam(0.002)), "optimisticAdam", dict(learningRate=0.002, alpha=1.0, beta=0.0)),
    ("torchNAdam", "Keras", "Nadam", of_keras(K.Nadam()), "torchNAdam", dict(learningRate=0.001, epsilon=1e-7, momentumDecay=1.0)),
    ("torchAdamax", "optax", "adamax", of_optax(optax.adamax(0.002)), "torchAdamax", {}),
    ("torchAdadelta", "optax", "adadelta", of_optax(optax.adadelta(1.0)), "torchAdadelta", {}),
    ("torchAdadelta", "Keras", "Adadelta", of_keras(K.Adadelta()), "torchAdadelta", dict(learningRate=0.001, rho=0.95, epsilon=1e-7)),
    ("lion", "optax", "lion", of_optax(optax.lion(1e-4)), "lion", dict(weightDecay=1e-3)),
    ("lion", "Keras", "Lion", of_keras(K.Lion()), "lion", dict(learningRate=0.001)),
    ("lion", "timm", "Lion", of_timm(lambda p: timm.Lion(p)), "lion", {}),
    ("paperAdaBelief", "optax", "adabelief", of_optax(optax.adabelief(0.001)), "paperAdaBelief", dict(epsilon=1e-16)),
    ("lamb", "optax", "lamb", of_optax(optax.lamb(0.001)), "lamb", {}),
    ("lamb", "Keras", "Lamb", of_keras(K.Lamb()), "lamb", dict(epsilon=1e-7)),
    ("adopt", "optax", "contrib.adopt", of_optax(optax.contrib.adopt(0.001)), "adopt", {}),
    ("adopt", "timm", "Adopt", of_timm(lambda p: timm.Adopt(p)), "adopt", dict(clipPower=0.333)),
    ("laprop", "timm", "LaProp", of_timm(lambda p: timm.LaProp(p)), "laprop", {}),
    ("novograd", "optax", "novograd", of_optax(optax.novograd(0.001)), "novograd", {}),
    ("novograd", "timm", "NvNovoGrad", of_timm(lambda p: timm.NvNovoGrad(p)), "novograd", dict(beta1=0.95, beta2=0.98, epsilon=1e-8)),
    ("madgrad", "timm", "MADGRAD", of_timm(lambda p: timm.MADGRAD(p)), "madgrad", {}),
    ("prodigy", "optax", "contrib.prodigy", of_optax(optax.contrib.prodigy()), "prodigy", {}),
    ("dadaptAdamW", "optax", "contrib.dadapt_adamw", of_optax(optax.contrib.dadapt_adamw()), "dadaptAdamW", {}),
    ("ademamix", "optax", "contrib.ademamix", of_optax(optax.contrib.ademamix(0.001)), "ademamix", {}),
    ("ftrl", "Keras", "Ftrl", of_keras(K.Ftrl()), "ftrl", dict(learningRate=0.001)),
    ("torchAdagrad", "optax", "adagrad", of_optax(optax.adagrad(0.01)), "rootedSquares", dict(learningRate=0.01)),
    ("torchAdagrad", "Keras", "Adagrad", of_keras(K.Adagrad()), "rootedSquares", {}),
    ("torchRmsProp", "optax", "rmsprop", of_optax(optax.rmsprop(0.01)), "rootedSquares", dict(learningRate=0.01, rho=0.9, first=0.0, epsilon=1e-8)),
    ("torchRmsProp", "Keras", "RMSprop", of_keras(K.RMSprop()), "rootedSquares", dict(rho=0.9, first=0.0)),
    ("torchRAdam", "optax", "radam", of_optax(optax.radam(0.001)), "optaxRAdam", {}),
    ("torchAdamW", "Keras", "AdamW", of_keras(K.AdamW()), "kerasAdamW", {}),
    ("torchAdamax", "Keras", "Adamax", of_keras(K.Adamax()), "kerasAdamax", {}),
    ("yogi", "optax", "yogi", of_optax(optax.yogi(0.01)), "optaxYogi", {}),
    ("adan", "optax", "adan", of_optax(optax.adan(0.001)), "correctedAdan", dict(epsilonRoot=1e-8, lookahead=0.08)),
    ("adan", "timm", "Adan", of_timm(lambda p: timm.Adan(p)), "correctedAdan", {}),
    ("rprop", "optax", "rprop", of_optax(optax.rprop(0.01)), "optaxRprop", {}),
    ("muon", "optax", "contrib.muon", of_optax(C.muon(0.02, muon_weight_dimension_numbers=AXES)), "muon", {}),
    ("muon", "Keras", "Muon", of_keras(K.Muon()), "kerasMuon", {}),
    ("lars", "optax", "lars", of_optax(optax.lars(0.1)), "lars", dict(learningRate=0.1)),
    ("mars", "timm", "Mars", of_timm(lambda p: timm.Mars(p)), "mars", {}),
    ("scheduleFreeSgd", "optax", "contrib.schedule_free_sgd", of_optax(C.schedule_free_sgd(), C.schedule_free_eval_params), "scheduleFreeSgd", {}),
    ("scheduleFreeAdamW", "optax", "contrib.schedule_free_adamw", of_optax(C.schedule_free_adamw(), C.schedule_free_eval_params), "scheduleFreeAdamW", {}),
    ("simplifiedAdemamix", "optax", "contrib.simplified_ademamix", of_optax(C.simplified_ademamix(1e-4)), "simplifiedAdemamix", dict(learningRate=1e-4)),
    ("dog", "optax", "contrib.dog", of_optax(C.dog()), "dog", {}),
    ("dowg", "optax", "contrib.dowg", of_optax(C.dowg()), "dowg", {}),
    ("cocob", "optax", "contrib.cocob", of_optax(C.cocob()), "cocob", {}),
    ("acprop", "optax", "contrib.acprop", of_optax(C.acprop(1e-3)), "acprop", dict(learningRate=1e-3)),
    ("optimisticAdam", "optax", "optimistic_adam_v2", of_optax(optax.optimistic_adam_v2(1e-3)), "optimisticAdam", dict(learningRate=1e-3)),
    ("momo", "optax", "contrib.momo", of_optax(C.momo(), value=True), "momo", {}),
    ("momoAdam", "optax", "contrib.momo_adam", of_optax(C.momo_adam(), value=True), "momoAdam", {}),
    ("polyakSgd", "optax", "polyak_sgd", of_optax(optax.polyak_sgd(), value=True), "polyakSgd", dict(knownFloor=False)),
]

cases = [dict(name=name, library=library, call=call, updater=entry, settings=settings,
              theta={t: theta for t, theta in steps if t in KEEP}) for name, library, call, steps, entry, settings in RULES]
here = pathlib.Path(__file__).parent
(here / "rules.json").write_text(json.dumps(dict(start=START, versions=dict(optax=optax.__version__, keras=keras.__version__),
                                                  cases=cases), indent=1) + "\n")
