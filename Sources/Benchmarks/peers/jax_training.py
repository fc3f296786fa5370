"""The benchmark's training in JAX, in the fastest form that was found. See measuring.py for what it prints.

One compiled function makes many steps: a scan over rows of shuffled indices that gathers each batch, computes the
gradient and updates the parameters, whose memory is donated. A compiled step called from a loop is as fast from batch
512 up and slower below.
"""

import measuring

measuring.forget_kernel_choice()

from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial

import jax
import jax.numpy as jnp
from jax import lax

from measuring import CLASSES, HIDDEN, INPUTS, LEARNING_RATES, NETWORKS, SAMPLES


def make_data():
    pixels, classes = jax.random.split(jax.random.key(1))
    return jax.random.uniform(pixels, (SAMPLES, INPUTS)), jax.random.randint(classes, (SAMPLES,), 0, CLASSES)


def make_parameters(seed):
    first, second = jax.random.split(jax.random.key(seed))
    return (
        jax.random.uniform(first, (INPUTS, HIDDEN), minval=-1, maxval=1) / INPUTS**0.5,
        jnp.zeros(HIDDEN),
        jax.random.uniform(second, (HIDDEN, CLASSES), minval=-1, maxval=1) / HIDDEN**0.5,
        jnp.zeros(CLASSES),
    )


def loss(parameters, samples, labels):
    first_weights, first_bias, second_weights, second_bias = parameters
    hidden = jax.nn.relu(samples @ first_weights + first_bias)
    outputs = hidden @ second_weights + second_bias
    own = jnp.take_along_axis(outputs, labels[:, None], axis=1)[:, 0]
    return jnp.mean(jax.nn.logsumexp(outputs, axis=1) - own)


each = jax.tree.map


class Momentum:
    rate = LEARNING_RATES["momentum"]

    def start(self, parameters):
        return each(jnp.zeros_like, parameters)

    def update(self, parameters, velocity, gradient):
        velocity = each(lambda v, g: 0.9 * v - self.rate * g, velocity, gradient)
        return each(jnp.add, parameters, velocity), velocity


class Adam:
    rate = LEARNING_RATES["adam"]

    def start(self, parameters):
        return each(jnp.zeros_like, parameters), each(jnp.zeros_like, parameters), jnp.zeros(())

    def update(self, parameters, state, gradient):
        first, second, step = state
        step = step + 1
        first = each(lambda m, g: 0.9 * m + 0.1 * g, first, gradient)
        second = each(lambda s, g: 0.999 * s + 0.001 * g * g, second, gradient)
        rate, correction = self.rate / (1 - 0.9**step), 1 / (1 - 0.999**step)
        moved = each(lambda w, m, s: w - rate * m / (jnp.sqrt(correction * s) + 1e-8), parameters, first, second)
        return moved, (first, second, step)


METHODS = {"momentum": Momentum(), "adam": Adam()}


def steps_of(method, data, state, batches):
    """Makes a step for each row of indices."""
    samples, labels = data

    def step(state, rows):
        parameters, moments = state
        gradient = jax.grad(loss)(parameters, samples[rows], labels[rows])
        return method.update(parameters, moments, gradient), None

    return lax.scan(step, state, batches)[0]


@cache
def compiled(optimizer, several):
    """The function that trains one network, or several side by side; compiled once a shape and then shared."""
    make_steps = partial(steps_of, METHODS[optimizer])
    if several:
        make_steps = jax.vmap(make_steps, in_axes=(None, 0, 0))
    return jax.jit(make_steps, donate_argnums=1)


def chunks_of_batches(batch, networks=None):
    """Shuffled indices of shape [chunks, steps, batch], or [chunks, networks, steps, batch].

    A chunk is what one call trains on: long enough that calls cost nothing, and one epoch at most.
    """
    steps = max(1, min(SAMPLES // batch, 20_000 // (batch + 20)))
    count = max(1, SAMPLES // (batch * steps))

    def shuffled(seed):
        order = jax.random.permutation(jax.random.key(seed), SAMPLES)
        return order[: count * steps * batch].reshape(count, steps, batch)

    if networks is None:
        return steps, list(shuffled(0))
    return steps, list(jnp.stack([shuffled(seed) for seed in range(networks)], axis=1))


def trainer(data, optimizer, batch, seed=0, networks=None):
    """Trains one network, or several in one call, whose parameters then have a dimension more."""
    start = METHODS[optimizer].start
    if networks is None:
        parameters = make_parameters(seed)
        state = (parameters, start(parameters))
    else:
        parameters = each(lambda *own: jnp.stack(own), *[make_parameters(seed) for seed in range(networks)])
        state = (parameters, jax.vmap(start)(parameters))
    make_steps = compiled(optimizer, networks is not None)
    steps_a_chunk, chunks = chunks_of_batches(batch, networks)
    position = 0

    def train(steps):
        nonlocal position, state
        calls = -(-steps // steps_a_chunk)
        for _ in range(calls):
            state = make_steps(data, state, chunks[position % len(chunks)])
            position += 1
        jax.block_until_ready(state)
        return calls * steps_a_chunk

    return train


def one_after_another(trainers):
    def train(steps):
        return [each(steps) for each in trainers][0]

    return train


def side_by_side(trainers, threads):
    def train(steps):
        return list(threads.map(lambda each: each(steps), trainers))[0]

    return train


class JAX:
    name = f"JAX {jax.__version__}"

    def __init__(self):
        self.data = make_data()
        self.threads = ThreadPoolExecutor(measuring.processors())

    def step(self, optimizer, batch):
        return trainer(self.data, optimizer, batch)

    def sweep(self, optimizer, batch):
        singles = [trainer(self.data, optimizer, batch, seed) for seed in range(NETWORKS)]
        return {
            "one after another": one_after_another(singles),
            "one thread a core": side_by_side(singles, self.threads),
            "vmap": trainer(self.data, optimizer, batch, networks=NETWORKS),
        }


if __name__ == "__main__":
    measuring.main(JAX())
