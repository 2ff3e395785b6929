"""Writes rules.json: where PyTorch, optax, Keras and timm take five parameters, a 2 x 2 matrix [outputs, inputs] and a number, under the fixed gradient sequence
of torch/generate.py and a fixed sequence of losses, each rule at its library's own defaults (optax has none for most rates: those of ours), and which entry of the catalog, at which settings,
is said to compute the same. Run with PyTorch 2.13, optax 0.2.8, Keras 3.15.1 and timm 1.0.29: KERAS_BACKEND=torch python generate.py"""
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


# the curvature of the loss of the rules that look elsewhere, whose gradient is then the sequence's beside H theta
H = np.array([[0.1 * (i + 1) * (i == j) + 0.02 * math.cos(i + j) for j in range(SIZE)] for i in range(SIZE)])
SIGNS = np.array([[1.0 if math.sin(1 + 3 * k + 5 * i) > 0 else -1.0 for i in range(SIZE)] for k in range(STEPS)])


def slope(t, theta):
    return cut(np.concatenate([a.ravel() for a in gradient(t)]) + H @ np.array(flat(theta)))


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


def sam_of_optax():
    rule = optax.contrib.sam(optax.sgd(0.1), optax.chain(optax.contrib.normalize(), optax.sgd(0.05)), opaque_mode=True)
    theta = [jnp.array(a) for a in cut(START)]
    state = rule.init(theta)
    for t in range(1, STEPS + 1):
        update, state = rule.update([jnp.array(a) for a in slope(t, theta)], state, theta,
                                    grad_fn=lambda at, _: [jnp.array(a) for a in slope(t, at)])
        theta = optax.apply_updates(theta, update)
        yield t, flat(theta)


def lookahead_of_optax():
    rule = optax.lookahead(optax.sgd(0.1), sync_period=6, slow_step_size=0.5)
    theta = optax.LookaheadParams.init_synced([jnp.array(a) for a in cut(START)])
    state = rule.init(theta)
    for t in range(1, STEPS + 1):
        update, state = rule.update([jnp.array(g) for g in slope(t, theta.fast)], state, theta)
        theta = optax.apply_updates(theta, update)
        yield t, flat(theta.slow)


def sophia_of_optax():
    """With probes that are given: its own are jax's."""
    def diagonal(updates, state, params=None, **_):
        z = jnp.array(SIGNS)[state]
        product = z * (jnp.array(H) @ z)
        return [product[:4].reshape(2, 2), product[4:]], state + 1
    return of_optax(C.sophia(1e-4, hessian_diagonal_fn=optax.GradientTransformationExtraArgs(lambda p: jnp.array(0), diagonal)))


PROBES_OF_TIMM = []


def adahessian_of_timm():
    theta = [torch.tensor(a, requires_grad=True) for a in cut(START)]
    rule = timm.Adahessian(theta)
    drawn = torch.Generator().manual_seed(rule.seed)
    for t in range(1, STEPS + 1):
        # the sequence's gradients, with the curvature H
        bent = torch.tensor(H) @ torch.cat([a.reshape(-1) for a in theta])
        moved = torch.tensor(flat(gradient(t))) + bent - bent.detach()
        theta[0].grad, theta[1].grad = moved[:4].reshape(2, 2), moved[4:]
        PROBES_OF_TIMM.append("".join("+" if z > 0 else "-" for a in theta
                                      for z in (torch.randint(0, 2, a.size(), generator=drawn) * 2.0 - 1.0).ravel()))
        rule.step()
        yield t, flat(a.detach() for a in theta)


def lbfgs_of_torch():
    """On one slope, for its memory is of one function."""
    theta = [torch.tensor(a, requires_grad=True) for a in cut(START)]
    rule = torch.optim.LBFGS(theta, max_iter=1)
    for t in range(1, STEPS + 1):
        for a, g in zip(theta, slope(1, [a.detach().numpy() for a in theta])):
            a.grad = torch.tensor(g)
        rule.step(lambda: torch.tensor(0.0))
        yield t, flat(a.detach() for a in theta)


def averaged_by_torch(**how):
    model = torch.nn.ParameterList([torch.tensor(a) for a in cut(START)])
    average = torch.optim.swa_utils.AveragedModel(model, **how)
    rule = torch.optim.SGD(model.parameters(), 0.1)
    for t in range(1, STEPS + 1):
        for a, g in zip(model, gradient(t)):
            a.grad = torch.tensor(g)
        rule.step()
        average.update_parameters(model)
        yield t, flat(a.detach() for a in average.module)


def averaged_by_keras():
    rule = K.SGD(0.1, use_ema=True)
    theta = [keras.Variable(a, dtype="float64") for a in cut(START)]
    rule.build(theta)
    for t in range(1, STEPS + 1):
        rule.apply([torch.tensor(g) for g in gradient(t)], theta)
        yield t, flat(keras.ops.convert_to_numpy(v.value) for v in rule._model_variables_moving_average)


def muon_of_torch():
    """In 64 bits, where PyTorch takes 16, and the number left alone, which it refuses."""
    taken, torch.Tensor.bfloat16 = torch.Tensor.bfloat16, lambda self: self.clone()
    for t, theta in of_torch(lambda p: torch.optim.Muon(p[:1])):
        yield t, theta
    torch.Tensor.bfloat16 = taken


def of_torch(make):
    theta = [torch.tensor(a, requires_grad=True) for a in cut(START)]
    rule = make(theta)
    for t in range(1, STEPS + 1):
        for a, g in zip(theta, gradient(t)):
            a.grad = torch.tensor(g)
        rule.step(lambda: torch.tensor(loss(t)))
        yield t, flat(a.detach() for a in theta)


K, C = keras.optimizers, optax.contrib
# Keras takes the square root of a matrix's side, its norm, means, the less and the greater of two in 32 bits, whatever the variables have
keras.src.ops.norm = lambda x, axis, keepdims: torch.linalg.norm(x, dim=axis, keepdim=keepdims)
keras.src.ops.minimum = lambda a, b: torch.minimum(torch.as_tensor(a), torch.as_tensor(b))
keras.src.ops.maximum = lambda a, b: torch.maximum(torch.as_tensor(a), torch.as_tensor(b))
keras.src.ops.mean = lambda x, axis=None, keepdims=False: torch.mean(x) if axis is None else torch.mean(x, dim=axis, keepdim=keepdims)
K.Muon.lr_adjust = lambda self, x: x * math.sqrt(max(x.shape)) * self.rms_rate
# optax takes the share of Adafactor's new squares in 32 bits
F = optax._src.factorized.scale_by_factored_rms
F.__defaults__ = F.__defaults__[:-1] + (lambda step, power: 1.0 - jnp.asarray(step + 1, jnp.float64) ** (-power),)
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
    ("lion", "timm", "Lion", of_torch(lambda p: timm.Lion(p)), "lion", {}),
    ("paperAdaBelief", "optax", "adabelief", of_optax(optax.adabelief(0.001)), "paperAdaBelief", dict(epsilon=1e-16)),
    ("lamb", "optax", "lamb", of_optax(optax.lamb(0.001)), "lamb", {}),
    ("lamb", "Keras", "Lamb", of_keras(K.Lamb()), "lamb", dict(epsilon=1e-7)),
    ("adopt", "optax", "contrib.adopt", of_optax(optax.contrib.adopt(0.001)), "adopt", {}),
    ("adopt", "timm", "Adopt", of_torch(lambda p: timm.Adopt(p)), "adopt", dict(clipPower=0.333)),
    ("laprop", "timm", "LaProp", of_torch(lambda p: timm.LaProp(p)), "laprop", {}),
    ("novograd", "optax", "novograd", of_optax(optax.novograd(0.001)), "novograd", {}),
    ("novograd", "timm", "NvNovoGrad", of_torch(lambda p: timm.NvNovoGrad(p)), "novograd", dict(beta1=0.95, beta2=0.98, epsilon=1e-8)),
    ("madgrad", "timm", "MADGRAD", of_torch(lambda p: timm.MADGRAD(p)), "madgrad", {}),
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
    ("adan", "timm", "Adan", of_torch(lambda p: timm.Adan(p)), "correctedAdan", {}),
    ("rprop", "torch.optim", "Rprop", of_torch(torch.optim.Rprop), "rprop", {}),
    ("rprop", "optax", "rprop", of_optax(optax.rprop(0.01)), "optaxRprop", {}),
    ("muon", "torch.optim", "Muon", muon_of_torch(), "torchMuon", {}),
    ("muon", "optax", "contrib.muon", of_optax(C.muon(0.02, muon_weight_dimension_numbers=AXES)), "muon", {}),
    ("muon", "Keras", "Muon", of_keras(K.Muon()), "kerasMuon", {}),
    ("lars", "optax", "lars", of_optax(optax.lars(0.1)), "lars", dict(learningRate=0.1)),
    ("mars", "timm", "Mars", of_torch(lambda p: timm.Mars(p)), "mars", {}),
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
    ("adafactor", "torch.optim", "Adafactor", of_torch(torch.optim.Adafactor), "adafactor", {}),
    ("adafactor", "optax", "adafactor", of_optax(optax.adafactor(0.01)), "shiftedAdafactor", {}),
    ("adafactor", "Keras", "Adafactor", of_keras(K.Adafactor()), "shiftedAdafactor",
     dict(learningRate=0.001, falling=True, factoredFrom=1)),
    ("asgd", "torch.optim", "ASGD", of_torch(torch.optim.ASGD), "asgd", {}),
    ("lbfgs", "torch.optim", "LBFGS with max_iter 1", lbfgs_of_torch(), "lbfgs",
     dict(search=False, history=100)),
    ("signum", "optax", "signum", of_optax(optax.signum(1e-4)), "signum", {}),
    ("sophia", "optax", "contrib.sophia", sophia_of_optax(), "sophia", dict(weightDecay=1e-4)),
    ("adahessian", "timm", "Adahessian", adahessian_of_timm(), "adahessian", {}),
    ("sam", "optax", "contrib.sam", sam_of_optax(), "sam", {}),
    ("lookahead", "optax", "lookahead", lookahead_of_optax(), "lookahead", {}),
    ("cautious", "timm", "AdamWLegacy with caution", of_torch(lambda p: timm.AdamWLegacy(p, caution=True)), "cautious", {}),
    ("ema", "torch.optim", "swa_utils.AveragedModel with get_ema_multi_avg_fn",
     averaged_by_torch(multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.999)), "ema", {}),
    ("ema", "Keras", "use_ema of every optimizer", averaged_by_keras(), "ema", dict(decay=0.99)),
    ("swa", "torch.optim", "swa_utils.AveragedModel", averaged_by_torch(), "swa", {}),
]
SGD = dict(updater="torchSgd", settings=dict(learningRate=0.1))
# what a case needs besides: the updater that is stood around, whether the loss is bent, the signs of the probes
MORE = dict(lbfgs=dict(bent=True, steady=True), sam=dict(inside=SGD, bent=True), lookahead=dict(inside=SGD, bent=True), ema=dict(inside=SGD), swa=dict(inside=SGD),
            cautious=dict(inside=dict(updater="torchAdamW", settings=dict(weightDecay=1e-2))),
            sophia=dict(probes=["".join("+" if z > 0 else "-" for z in row) for row in SIGNS]), adahessian=dict(probes=PROBES_OF_TIMM))

cases = [dict(name=name, library=library, call=call, updater=entry, settings=settings,
              theta={t: theta for t, theta in steps if t in KEEP}, **MORE.get(name, {})) for name, library, call, steps, entry, settings in RULES]
here = pathlib.Path(__file__).parent
(here / "rules.json").write_text(json.dumps(dict(start=START, curvature=H.tolist(), versions=dict(optax=optax.__version__, keras=keras.__version__),
                                                  cases=cases), indent=1) + "\n")
