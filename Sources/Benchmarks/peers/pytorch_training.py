"""The benchmark's training in PyTorch, in the fastest form that was found. See measuring.py for what it prints.

Tried and measured (PyTorch 2.13, two processors): nn.Sequential, torch.nn.functional.linear and a traced module are as
fast as `addmm` from batch 32 up and slower below, as `addmm` is one call a layer; torch.compile is slower at all
sizes; of the optimizers' forms (one parameter after another, foreach, fused) fused is the fastest, and two threads are.
Samples lie in one tensor, and a batch is gathered by a list of shuffled indices.
"""

import measuring

measuring.forget_kernel_choice()

import torch
from torch.multiprocessing import get_context
from torch.nn.functional import cross_entropy

from measuring import CLASSES, HIDDEN, INPUTS, LEARNING_RATES, NETWORKS, SAMPLES


def make_data():
    generator = torch.Generator().manual_seed(1)
    samples = torch.rand(SAMPLES, INPUTS, generator=generator)
    labels = torch.randint(0, CLASSES, (SAMPLES,), generator=generator)
    return samples, labels


def make_parameters(seeds):
    """Weights and biases of one network, or of several in one tensor where there are several seeds."""
    networks = []
    for seed in seeds:
        generator = torch.Generator().manual_seed(seed)
        network = []
        for rows, columns in [(INPUTS, HIDDEN), (HIDDEN, CLASSES)]:
            network.append((2 * torch.rand(rows, columns, generator=generator) - 1) / rows**0.5)
            network.append(torch.zeros(columns))
        networks.append(network)
    if len(seeds) > 1:
        networks = [[torch.stack(each) for each in zip(*networks)]]
    return [parameter.requires_grad_() for parameter in networks[0]]


def make_optimizer(name, parameters):
    if name == "momentum":
        return torch.optim.SGD(parameters, lr=LEARNING_RATES[name], momentum=0.9, fused=True)
    return torch.optim.Adam(parameters, lr=LEARNING_RATES[name], fused=True)


def shuffled_batches(batch, seed):
    order = torch.randperm(SAMPLES, generator=torch.Generator().manual_seed(seed))
    return order[: SAMPLES - SAMPLES % batch].view(-1, batch)


def trainer(data, optimizer_name, batch, seed=0):
    """Trains one network."""
    samples, labels = data
    parameters = make_parameters([seed])
    first_weights, first_bias, second_weights, second_bias = parameters
    optimizer = make_optimizer(optimizer_name, parameters)
    batches = shuffled_batches(batch, seed)
    position = 0

    def train(steps):
        nonlocal position
        for _ in range(steps):
            rows = batches[position % len(batches)]
            position += 1
            hidden = torch.relu_(torch.addmm(first_bias, samples.index_select(0, rows), first_weights))
            outputs = torch.addmm(second_bias, hidden, second_weights)
            loss = cross_entropy(outputs, labels.index_select(0, rows))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
        return steps

    return train


def stacked_trainer(data, optimizer_name, batch):
    """Trains eight networks as one whose weights have a dimension more; each has its own shuffled batches."""
    samples, labels = data
    parameters = make_parameters(range(NETWORKS))
    first_weights, first_bias, second_weights, second_bias = parameters
    optimizer = make_optimizer(optimizer_name, parameters)
    batches = torch.stack([shuffled_batches(batch, seed) for seed in range(NETWORKS)], dim=1).flatten(1).contiguous()
    position = 0

    def train(steps):
        nonlocal position
        for _ in range(steps):
            rows = batches[position % len(batches)]
            position += 1
            inputs = samples.index_select(0, rows).view(NETWORKS, batch, INPUTS)
            hidden = torch.relu_(torch.baddbmm(first_bias.unsqueeze(1), inputs, first_weights))
            outputs = torch.baddbmm(second_bias.unsqueeze(1), hidden, second_weights)
            # Each network's loss is a mean over its own batch, and the networks' losses are added.
            loss = cross_entropy(outputs.flatten(0, 1), labels.index_select(0, rows)) * NETWORKS
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
        return steps

    return train


def one_after_another(trainers):
    def train(steps):
        for each in trainers:
            each(steps)
        return steps

    return train


def prepare_worker(data):
    """Keeps the data, which the processes share, in a process of its own that uses one thread."""
    torch.set_num_threads(1)
    prepare_worker.data = data
    prepare_worker.trainers = {}


def train_in_worker(seeds, optimizer_name, batch, steps):
    for seed in seeds:
        key = (seed, optimizer_name, batch)
        if key not in prepare_worker.trainers:
            prepare_worker.trainers[key] = trainer(prepare_worker.data, optimizer_name, batch, seed)
        prepare_worker.trainers[key](steps)


class Processes:
    """One process a processor, each with its share of the networks. Each has a pool of its own, so keeps its share."""

    def __init__(self, data):
        for tensor in data:
            tensor.share_memory_()
        count = min(measuring.processors(), NETWORKS)
        context = get_context("spawn")
        self.pools = [context.Pool(1, prepare_worker, (data,)) for _ in range(count)]
        self.shares = [range(NETWORKS)[index::count] for index in range(count)]

    def trainer(self, optimizer_name, batch):
        def train(steps):
            running = [
                pool.apply_async(train_in_worker, (list(share), optimizer_name, batch, steps))
                for pool, share in zip(self.pools, self.shares)
            ]
            for each in running:
                each.get()
            return steps

        return train


class PyTorch:
    name = f"PyTorch {torch.__version__}"

    def __init__(self):
        torch.set_num_threads(measuring.processors())
        self.data = make_data()
        self.processes = None

    def step(self, optimizer, batch):
        return trainer(self.data, optimizer, batch)

    def sweep(self, optimizer, batch):
        if self.processes is None:
            self.processes = Processes(self.data)
        return {
            "one after another": one_after_another(
                [trainer(self.data, optimizer, batch, seed) for seed in range(NETWORKS)]
            ),
            "stacked": stacked_trainer(self.data, optimizer, batch),
            "one process a core": self.processes.trainer(optimizer, batch),
        }


if __name__ == "__main__":
    measuring.main(PyTorch())
