"""Writes networks.json: outputs, losses and gradients of small networks, computed by PyTorch in double precision.

    pip install torch==2.13.0    # the CPU build will do
    python3 networks.py

Layers are written as Swift encodes them. Weights are [inputs, outputs]; PyTorch's are transposed.
"""

import json
import pathlib

import torch
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(20)
SAMPLES, INPUTS = 6, 4

ACTIVATIONS = {
    "identity": ({}, lambda z: z),
    "sigmoid": ({}, torch.sigmoid),
    "tanh": ({}, torch.tanh),
    "relu": ({}, torch.relu),
    "leakyRelu": ({"slope": 0.2}, lambda z: F.leaky_relu(z, 0.2)),
    "elu": ({"alpha": 1.3}, lambda z: F.elu(z, 1.3)),
    "selu": ({}, F.selu),
    "softplus": ({}, lambda z: F.softplus(z, threshold=1e9)),
    "softmax": ({}, lambda z: F.softmax(z, dim=1)),
}

LOSSES = {
    "meanSquaredError": F.mse_loss,
    "binaryCrossEntropy": F.binary_cross_entropy_with_logits,
    "softmaxCrossEntropy": F.cross_entropy,
}


def activation(name):
    return {name: ACTIVATIONS[name][0]}


class Reference:
    """A network as a list of layers; `run` computes its outputs and moves the running averages."""

    def __init__(self, layers):
        self.layers, self.parameters, self.steps, self.norms = [], [], [], []
        width = INPUTS
        for kind, *arguments in layers:
            width = getattr(self, kind)(width, *arguments)
        self.outputs = width

    def parameter(self, *shape, around=0.0):
        number = (around + 0.6 * torch.randn(*shape)).requires_grad_()
        self.parameters.append(number)
        return number

    def dense(self, width, outputs, name="identity"):
        weights, bias = self.parameter(width, outputs), self.parameter(outputs)
        self.layers.append({"dense": {"_0": outputs, "_1": activation(name)}})
        self.steps.append(lambda x, training: ACTIVATIONS[name][1](F.linear(x, weights.T, bias)))
        return outputs

    def maxout(self, width, outputs, pieces):
        weights, bias = self.parameter(width, outputs * pieces), self.parameter(outputs * pieces)
        self.layers.append({"maxout": {"_0": outputs, "pieces": pieces}})
        self.steps.append(
            lambda x, training: (x @ weights + bias).reshape(-1, outputs, pieces).max(dim=2).values)
        return outputs

    def activation(self, width, name):
        self.layers.append({"activation": {"_0": activation(name)}})
        self.steps.append(lambda x, training: ACTIVATIONS[name][1](x))
        return width

    def batchNormalization(self, width, momentum, epsilon):
        scale, shift = self.parameter(width, around=1.0), self.parameter(width)
        mean, variance = torch.zeros(width), torch.ones(width)
        self.norms += [mean, variance]
        self.layers.append({"batchNormalization": {"momentum": momentum, "epsilon": epsilon}})
        self.steps.append(
            lambda x, training: F.batch_norm(x, mean, variance, scale, shift, training, momentum, epsilon))
        return width

    def run(self, x, training):
        for step in self.steps:
            x = step(x, training)
        return x


def flat(tensors):
    return [number for tensor in tensors for number in tensor.detach().reshape(-1).tolist()]


def targets_for(loss, outputs, soft):
    if loss == "meanSquaredError":
        return torch.randn(SAMPLES, outputs)
    if loss == "binaryCrossEntropy":
        return torch.rand(SAMPLES, outputs) if soft else torch.randint(0, 2, (SAMPLES, outputs)).double()
    if soft:
        return F.softmax(torch.randn(SAMPLES, outputs), dim=1)
    return torch.randint(0, outputs, (SAMPLES,))


def case(name, layers, loss, soft=False):
    network = Reference(layers)
    samples = torch.randn(SAMPLES, INPUTS)
    targets = targets_for(loss, network.outputs, soft)
    outputs = network.run(samples, True)
    value = LOSSES[loss](outputs, targets)
    value.backward()
    result = {
        "name": name, "layers": network.layers, "parameters": flat(network.parameters), "loss": loss,
        "samples": samples.tolist(), "outputs": outputs.tolist(), "value": value.item(),
        "gradient": flat(parameter.grad for parameter in network.parameters),
        "statistics": flat(network.norms), "inference": network.run(samples, False).tolist(),
    }
    result["classes" if targets.dim() == 1 else "values"] = targets.tolist()
    return result


CASES = [case(f"{name}", [("dense", 5, name), ("dense", 3)], "meanSquaredError") for name in ACTIVATIONS]
CASES += [
    case("softmax output", [("dense", 5, "tanh"), ("dense", 3, "softmax")], "meanSquaredError"),
    case("classes", [("dense", 6, "relu"), ("dense", 4)], "softmaxCrossEntropy"),
    case("soft classes", [("dense", 6, "selu"), ("dense", 4)], "softmaxCrossEntropy", soft=True),
    case("binary", [("dense", 5, "sigmoid"), ("dense", 2)], "binaryCrossEntropy"),
    case("soft binary", [("dense", 5, "softplus"), ("dense", 1)], "binaryCrossEntropy", soft=True),
    case("maxout", [("maxout", 4, 3), ("dense", 3)], "softmaxCrossEntropy"),
    case("activation alone", [("dense", 5), ("activation", "elu"), ("dense", 3)], "softmaxCrossEntropy"),
    case(
        "batch normalization",
        [("dense", 5), ("batchNormalization", 0.1, 1e-5), ("activation", "relu"), ("dense", 3)],
        "softmaxCrossEntropy"),
    case(
        "deep",
        [("batchNormalization", 0.3, 1e-3), ("dense", 6, "tanh"), ("batchNormalization", 0.1, 1e-5),
         ("dense", 5, "leakyRelu"), ("maxout", 3, 2), ("dense", 3)],
        "softmaxCrossEntropy"),
]

path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"torch": torch.__version__, "cases": CASES}, indent=1) + "\n")
