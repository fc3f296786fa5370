"""Makes torch_steps.json: the weights after twenty steps of PyTorch's optimizers, in double precision.

    python3 Tests/OptimizersTests/torch_steps.py > Tests/OptimizersTests/torch_steps.json

Needs PyTorch (2.13.0 made the file). The function is 1/2 sum(curvature * w^2). Where PyTorch's method is another variant
than the lab's, it is set so that both agree: NAdam's momentum schedule is switched off by a large decay, Adamax has no
epsilon. PyTorch's AMSGrad always corrects the bias and has no counterpart here. Its Nesterov keeps the look-ahead as its
weights, so the lab's weights are those minus the momentum times the velocity.
"""

import json

import torch

torch.set_default_dtype(torch.float64)  # NAdam keeps its product of momenta in the default precision

CURVATURE = [1.0, 0.1, 3.0, 0.5]
START = [1.0, -2.0, 0.5, 4.0]
STEPS = 20
RATE, MOMENTUM, RHO, BETAS, EPSILON = 0.05, 0.8, 0.7, (0.85, 0.97), 1e-3


def run(make, after=lambda weights, state: weights):
    weights = torch.tensor(START, requires_grad=True)
    curvature = torch.tensor(CURVATURE)
    optimizer = make([weights])
    path = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        (curvature * weights * weights / 2).sum().backward()
        optimizer.step()
        path.append(after(weights.detach().clone(), optimizer.state[weights]).tolist())
    return path


def behind_look_ahead(weights, state):
    # PyTorch's buffer b makes the velocity -rate * b.
    return weights + RATE * MOMENTUM * state["momentum_buffer"]


optim = torch.optim
print(
    json.dumps(
        {
            "torch": torch.__version__,
            "runs": {
                "gradient-descent": run(lambda p: optim.SGD(p, lr=RATE)),
                "momentum": run(lambda p: optim.SGD(p, lr=RATE, momentum=MOMENTUM)),
                "coupled-momentum": run(lambda p: optim.SGD(p, lr=RATE * (1 - MOMENTUM), momentum=MOMENTUM)),
                "nesterov": run(lambda p: optim.SGD(p, lr=RATE, momentum=MOMENTUM, nesterov=True), behind_look_ahead),
                "adagrad": run(lambda p: optim.Adagrad(p, lr=RATE, eps=EPSILON)),
                "rmsprop": run(lambda p: optim.RMSprop(p, lr=RATE, alpha=RHO, eps=EPSILON)),
                "adadelta": run(lambda p: optim.Adadelta(p, lr=RATE, rho=RHO, eps=EPSILON)),
                "adam": run(lambda p: optim.Adam(p, lr=RATE, betas=BETAS, eps=EPSILON)),
                "adamax": run(lambda p: optim.Adamax(p, lr=RATE, betas=BETAS, eps=0)),
                "nadam": run(lambda p: optim.NAdam(p, lr=RATE, betas=BETAS, eps=EPSILON, momentum_decay=1e9)),
            },
        },
        indent=1,
    )
)
