"""Writes rules.json: where optax, Keras and timm take five parameters under the fixed gradient sequence of torch/generate.py, each
rule at its library's own defaults (optax has none for most rates: those of ours), and which entry of the catalog, at which settings,
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


def gradient(t):
    return np.array([math.sin(0.9 * t + 1.7 * i) * (0.5 + i) + 0.1 for i in range(SIZE)])


def of_optax(rule):
    theta = jnp.array(START)
    state = rule.init(theta)
    for t in range(1, STEPS + 1):
        update, state = rule.update(jnp.array(gradient(t)), state, theta)
        theta = optax.apply_updates(theta, update)
        yield t, theta.tolist()


def of_keras(rule):
    theta = keras.Variable(np.array(START), dtype="float64")
    rule.build([theta])
    for t in range(1, STEPS + 1):
        rule.apply([torch.tensor(gradient(t))], [theta])
        yield t, keras.ops.convert_to_numpy(theta.value).tolist()


def of_timm(make):
    theta = torch.tensor(START, requires_grad=True)
    rule = make([theta])
    for t in range(1, STEPS + 1):
        theta.grad = torch.tensor(gradient(t))
        rule.step()
        yield t, theta.tolist()


K = keras.optimizers
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
]

cases = [dict(name=name, library=library, call=call, updater=entry, settings=settings,
              theta={t: theta for t, theta in steps if t in KEEP}) for name, library, call, steps, entry, settings in RULES]
here = pathlib.Path(__file__).parent
(here / "rules.json").write_text(json.dumps(dict(start=START, versions=dict(optax=optax.__version__, keras=keras.__version__),
                                                  cases=cases), indent=1) + "\n")
