import AnswerChecks
import AnswerWire
import LabProofs
import NumericCore
import OptimizersQuestions
import Testing

/// Formulas as lectures and libraries write them, typed in from there and not from our own wrong answers: what is right
/// in another notation passes, what isn't is named.
@Suite("Formulas from elsewhere")
struct MisconceptionSlideTests {
  @Test("Kretov's momentum, with the other sign, is right")
  func kretovMomentum() throws {
    let verdict = try verdict("1.5") { w, g, memory, input in
      memory.v = (input.momentum ?? 0) * memory.v + input.learningRate * g
      return w - memory.v
    }
    #expect(verdict.status == .passed)
  }

  @Test("PyTorch's momentum, with the rate outside the velocity, is right")
  func pyTorchMomentum() throws {
    let verdict = try verdict("1.5") { w, g, memory, input in
      memory.v = (input.momentum ?? 0) * memory.v + g
      return w - input.learningRate * memory.v
    }
    #expect(verdict.status == .passed)
  }

  @Test("Kretov's velocity with Falcão's step climbs, and is named")
  func mixedMomentum() throws {
    let verdict = try verdict("1.5") { w, g, memory, input in
      memory.v = (input.momentum ?? 0) * memory.v + input.learningRate * g
      return w + memory.v
    }
    #expect(verdict.diagnoses.map(\.name) == ["velocity-sign-mixed"])
  }

  @Test("PyTorch's nesterov=True is named, in 1.5 and in 1.7", arguments: ["1.5", "1.7"])
  func pyTorchNesterov(_ id: String) throws {
    let verdict = try verdict(id) { w, g, memory, input in
      memory.v = (input.momentum ?? 0) * memory.v + g
      return w - input.learningRate * (g + (input.momentum ?? 0) * memory.v)
    }
    #expect(verdict.diagnoses.map(\.name) == [id == "1.5" ? "nesterov-instead" : "library-form"])
  }

  @Test("RMSprop as Falcão and Pujari write it earns half")
  func rmsprop() throws {
    let verdict = try verdict("1.9") { w, g, memory, input in
      let rho = input.rho ?? 0
      memory.s = rho * memory.s + (1 - rho) * g * g
      return w - input.learningRate / sqrt(memory.s + (input.epsilon ?? 0)) * g
    }
    #expect(verdict.diagnoses.map(\.name) == ["epsilon-inside"])
    #expect(verdict.points == 0.5)
  }

  @Test("Falcão's Adam to the letter: the root multiplies, and ε is inside")
  func falcaoAdam() throws {
    let verdict = try verdict("1.11") { w, g, memory, input in
      let (beta1, beta2) = (input.beta1 ?? 0, input.beta2 ?? 0)
      memory.t += 1
      memory.v = beta1 * memory.v - (1 - beta1) * g
      memory.s = beta2 * memory.s + (1 - beta2) * g * g
      let (m, s) = (memory.v / (1 - pow(beta1, memory.t)), memory.s / (1 - pow(beta2, memory.t)))
      return w + input.learningRate * m * sqrt(s + (input.epsilon ?? 0))
    }
    #expect(verdict.diagnoses.map(\.name) == ["root-multiplied", "epsilon-inside"])
  }

  @Test("Falcão's AdaMax to the letter")
  func falcaoAdaMax() throws {
    let verdict = try verdict("1.12") { w, g, memory, input in
      let beta2 = input.beta2 ?? 0
      memory.s = (beta2 * memory.s).zip(g) { max($0, $1) }
      memory.v = (input.beta1 ?? 0) * memory.v - (1 - (input.beta1 ?? 0)) * g
      memory.t += 1
      let m = memory.v / (1 - pow(input.beta1 ?? 0, memory.t))
      return w + input.learningRate * m * sqrt(memory.s / (1 - pow(beta2, memory.t)) + (input.epsilon ?? 0))
    }
    #expect(verdict.diagnoses.map(\.name) == ["slide-read-literally"])
  }

  @Test("Kretov's Adam to the letter: the wrong accumulator, and no correction")
  func kretovAdam() throws {
    let verdict = try verdict("1.11") { w, g, memory, input in
      let (beta1, beta2) = (input.beta1 ?? 0, input.beta2 ?? 0)
      let first = beta1 * memory.s + (1 - beta1) * g
      memory.s = beta2 * memory.s + (1 - beta2) * g * g
      return w - input.learningRate * first / (sqrt(memory.s) + (input.epsilon ?? 0))
    }
    #expect(verdict.diagnoses.map(\.name).sorted() == ["first-moment-from-second", "no-bias-correction"])
  }

  @Test("Keras's Adam earns half")
  func kerasAdam() throws {
    let verdict = try verdict("1.11") { w, g, memory, input in
      let (beta1, beta2) = (input.beta1 ?? 0, input.beta2 ?? 0)
      memory.t += 1
      memory.v += (g - memory.v) * (1 - beta1)
      memory.s += (g * g - memory.s) * (1 - beta2)
      let rate = input.learningRate * sqrt(1 - pow(beta2, memory.t)) / (1 - pow(beta1, memory.t))
      return w - memory.v * rate / (sqrt(memory.s) + (input.epsilon ?? 0))
    }
    #expect(verdict.diagnoses.map(\.name) == ["epsilon-hat"])
    #expect(verdict.points == 1.5)
  }

  @Test("PyTorch's NAdam, with its running product of momenta, earns half")
  func pyTorchNadam() throws {
    var product = 1.0
    let verdict = try verdict("1.13") { w, g, memory, input in
      let (beta1, beta2) = (input.beta1 ?? 0, input.beta2 ?? 0)
      if memory.t == 0 { product = 1 }
      memory.t += 1
      let now = beta1 * (1 - 0.5 * pow(0.96, memory.t * 0.004))
      let next = beta1 * (1 - 0.5 * pow(0.96, (memory.t + 1) * 0.004))
      product *= now
      memory.v = beta1 * memory.v + (1 - beta1) * g
      memory.s = beta2 * memory.s + (1 - beta2) * g * g
      let scale = sqrt(memory.s / (1 - pow(beta2, memory.t))) + (input.epsilon ?? 0)
      let step = g * (1 - now) / (1 - product) + memory.v * next / (1 - product * next)
      return w - input.learningRate * step / scale
    }
    #expect(verdict.diagnoses.map(\.name) == ["slow-schedule"])
    #expect(verdict.points == 1.5)
  }

  /// The verdict on steps by this formula, which gets the gradient at the weights.
  private func verdict(
    _ id: String, step: (Vector<Double>, Vector<Double>, inout Memory, StepsInput) -> Vector<Double>
  ) throws -> Verdict {
    let exercise = try proof.exercise(id)
    let outputs = try exercise.cases.map { recorded in
      let input = try Wire.decode(StepsInput.self, from: Wire.encode(recorded.input))
      var (weights, memory) = (input.weights, Memory(dimensions: input.weights.count))
      let run = (0..<(input.gradients?.rows ?? input.steps ?? 0)).map { index in
        let gradient = input.gradients.map { $0.row(index) } ?? (input.curvature ?? weights) * weights
        weights = step(weights, gradient, &memory, input)
        return weights
      }
      return try Value(encoding: run)
    }
    return exercise.verdict(on: outputs)
  }
}

/// Whatever a formula remembers.
private struct Memory {
  var t = 0.0
  var v: Vector<Double>
  var s: Vector<Double>

  init(dimensions: Int) { (v, s) = (.zeros(dimensions), .zeros(dimensions)) }
}
