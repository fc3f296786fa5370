"""Makes torch_techniques.json: what PyTorch gives where it has the same technique.

    python3 Tests/TechniquesTests/torch_techniques.py > Tests/TechniquesTests/torch_techniques.json

Needs PyTorch (2.13.0, the CPU build, made the file). Where PyTorch's method is another variant than ours, it is set so that
both agree, or the difference is named here:

- NAdam's momentum schedule is switched off by a large decay. Adamax adds epsilon elsewhere, so it is 0.
- AMSGrad always corrects the bias; the rate and epsilon of each step undo that.
- Nesterov keeps the look-ahead as its weights, so ours are those minus the momentum times the velocity.
- clip_grad_norm_ adds 1e-6 to the norm, renorm 1e-7.
- weight_decay d is the penalty d/2 sum(w^2).
"""

import json
import warnings
from unittest import mock

import torch

warnings.filterwarnings("ignore")  # about schedulers that step without their optimizer
optim = torch.optim
schedulers = torch.optim.lr_scheduler
STEPS = 60


def rates(make, base=0.4):
    optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=base)
    scheduler = make(optimizer)
    result = []
    for _ in range(STEPS):
        result.append(optimizer.param_groups[0]["lr"])
        scheduler.step()
    return result


def schedules():
    exp = lambda x: torch.tensor(x, dtype=torch.float64).exp().item()
    formula = lambda f: lambda o: schedulers.LambdaLR(o, f)
    warm_up = lambda o: schedulers.SequentialLR(
        o, [schedulers.LinearLR(o, start_factor=0.2, total_iters=8), schedulers.StepLR(o, 10, 0.5)], milestones=[8]
    )
    return {
        "constant": rates(formula(lambda t: 1)),
        "step": rates(lambda o: schedulers.StepLR(o, 7, 0.3)),
        "exponential": rates(lambda o: schedulers.ExponentialLR(o, 0.93)),
        "exponentialOverSteps": rates(formula(lambda t: 0.3 ** (t / 7))),
        "naturalExponential": rates(formula(lambda t: exp(-0.6 * t / 12))),
        "inverseTime": rates(formula(lambda t: 1 / (1 + 0.6 * t / 12))),
        "piecewiseConstant": rates(lambda o: schedulers.MultiStepLR(o, [5, 20, 21], 0.5)),
        "polynomial": rates(lambda o: schedulers.PolynomialLR(o, 40, 1.7)),
        "linear": rates(lambda o: schedulers.LinearLR(o, 1, 0.25, 40)),
        "linearWarmUp": rates(warm_up),
        "triangular": rates(lambda o: schedulers.CyclicLR(o, 0.1, 0.7, 7, 7, mode="triangular", cycle_momentum=False)),
        "cosine": rates(lambda o: schedulers.CosineAnnealingWarmRestarts(o, 9, 1, 0.01)),
        "cosineLonger": rates(lambda o: schedulers.CosineAnnealingWarmRestarts(o, 5, 2, 0.01)),
    }


def clipping():
    generator = torch.Generator().manual_seed(3)
    blocks = [3 * torch.randn(6, generator=generator), 0.05 * torch.randn(4, generator=generator)]
    blocks = [block.double() for block in blocks]

    def clipped(limit, clip):
        weights = [torch.zeros_like(block, requires_grad=True) for block in blocks]
        for weight, block in zip(weights, blocks):
            weight.grad = block.clone()
        clip(weights, limit)
        return torch.cat([weight.grad for weight in weights]).tolist()

    utils = torch.nn.utils
    each = lambda weights, limit: [utils.clip_grad_norm_([weight], limit) for weight in weights]
    return {
        "gradient": torch.cat(blocks).tolist(),
        "firstBlock": 6,
        "limit": 1.5,
        "byValue": clipped(1.5, utils.clip_grad_value_),
        "byNorm": clipped(1.5, each),
        "byGlobalNorm": clipped(1.5, utils.clip_grad_norm_),
    }


def initializers(inputs=30, outputs=70):
    """The bound or standard deviation with which PyTorch calls uniform_ or normal_."""
    init = torch.nn.init

    def drawn(how, initialize):
        with mock.patch.object(torch.Tensor, how) as draw:
            initialize(torch.empty(outputs, inputs))
        return draw.call_args.args[1]

    uniform = lambda initialize: drawn("uniform_", initialize)
    normal = lambda initialize: drawn("normal_", initialize)
    return {
        "inputs": inputs,
        "outputs": outputs,
        "glorotUniform": uniform(init.xavier_uniform_),
        "glorotNormal": normal(init.xavier_normal_),
        "heUniform": uniform(lambda w: init.kaiming_uniform_(w, nonlinearity="relu")),
        "heNormal": normal(lambda w: init.kaiming_normal_(w, nonlinearity="relu")),
        "leCunUniform": uniform(lambda w: init.kaiming_uniform_(w, nonlinearity="linear")),
        "leCunNormal": normal(lambda w: init.kaiming_normal_(w, nonlinearity="linear")),
        "fanInUniform": uniform(lambda w: init.kaiming_uniform_(w, a=5**0.5)),
    }


def penalties():
    weights = torch.tensor([0.7, -1.3, 0.02, 2.5, -0.4], dtype=torch.float64)
    gradient = torch.tensor([0.1, 0.2, -0.3, 0.05, 0.6], dtype=torch.float64)

    def penalty(function):
        point = weights.clone().requires_grad_()
        value = function(point)
        value.backward()
        return {"value": value.item(), "gradient": point.grad.tolist()}

    decayed = weights.clone().requires_grad_()
    decayed.grad = gradient.clone()
    optim.SGD([decayed], lr=0.1, weight_decay=2 * 0.03).step()
    return {
        "weights": weights.tolist(),
        "l1": penalty(lambda w: 0.03 * w.abs().sum()),
        "l2": penalty(lambda w: 0.03 * (w * w).sum()),
        "elasticNet": penalty(lambda w: 0.03 * (0.3 * w.abs().sum() + 0.7 * (w * w).sum())),
        "lossGradient": gradient.tolist(),
        "decayed": decayed.tolist(),
    }


def max_norm():
    weights = torch.randn(5, 7, generator=torch.Generator().manual_seed(4)).double()
    return {"weights": weights.tolist(), "limit": 2.0, "restored": weights.renorm(2, 1, 2.0).tolist()}


CURVATURE = [1.0, 0.125, 3.0, 0.5, 2.0, 0.25]
START = [1.0, -2.0, 0.5, 4.0, -0.25, 3.0]
RATE, MOMENTUM, RHO, BETAS, EPSILON = 0.05, 0.8, 0.7, (0.85, 0.97), 1e-3
RECORDED = [1, 2, 10, 50, 300]


def path(make, before=lambda group, step: None, after=lambda weights, state: weights):
    """300 steps in single precision on a quadratic with noise that is exact in it, so that nothing settles."""
    weights = torch.tensor(START, requires_grad=True)
    curvature = torch.tensor(CURVATURE)
    optimizer = make([weights])
    result = []
    for step in range(1, RECORDED[-1] + 1):
        noise = torch.tensor([((37 * step + 11 * place) % 17 - 8) / 16 for place in range(len(START))])
        weights.grad = curvature * weights.detach() + noise
        before(optimizer.param_groups[0], step)
        optimizer.step()
        if step in RECORDED:
            numbers = after(weights.detach(), optimizer.state[weights])
            result.append([float(f"{number:.9g}") for number in numbers.tolist()])
    return result


def behind_look_ahead(weights, state):
    # PyTorch's buffer b makes the velocity -rate * b.
    return weights + RATE * MOMENTUM * state["momentum_buffer"]


def undo_bias_correction(group, step):
    root = (1 - BETAS[1] ** step) ** 0.5
    group["lr"], group["eps"] = RATE * (1 - BETAS[0] ** step) / root, EPSILON / root


def optimizers():
    return {
        "gradientDescent": path(lambda p: optim.SGD(p, lr=RATE)),
        "momentum": path(lambda p: optim.SGD(p, lr=RATE, momentum=MOMENTUM)),
        "coupledMomentum": path(lambda p: optim.SGD(p, lr=RATE * (1 - MOMENTUM), momentum=MOMENTUM)),
        "nesterov": path(
            lambda p: optim.SGD(p, lr=RATE, momentum=MOMENTUM, nesterov=True), after=behind_look_ahead
        ),
        "adagrad": path(lambda p: optim.Adagrad(p, lr=RATE, eps=EPSILON)),
        "rmsprop": path(lambda p: optim.RMSprop(p, lr=RATE, alpha=RHO, eps=EPSILON)),
        "adadelta": path(lambda p: optim.Adadelta(p, lr=1.0, rho=RHO, eps=EPSILON)),
        "adam": path(lambda p: optim.Adam(p, lr=RATE, betas=BETAS, eps=EPSILON)),
        "adaMax": path(lambda p: optim.Adamax(p, lr=RATE, betas=BETAS, eps=0)),
        "nadam": path(lambda p: optim.NAdam(p, lr=RATE, betas=BETAS, eps=EPSILON, momentum_decay=1e9)),
        "amsGrad": path(
            lambda p: optim.Adam(p, lr=RATE, betas=BETAS, eps=EPSILON, amsgrad=True), before=undo_bias_correction
        ),
    }


print(
    json.dumps(
        {
            "torch": torch.__version__,
            "schedules": schedules(),
            "clipping": clipping(),
            "initializers": initializers(),
            "penalties": penalties(),
            "maxNorm": max_norm(),
            "optimizers": optimizers(),
        }
    )
)
