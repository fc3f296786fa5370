import COpenBLAS
import Testing

@testable import Benchmarks

@Suite("The limit of a training step")
struct BareProductsTests {
  @Test("every arrangement does the same products, over the whole batch", arguments: [1, 2, 7, 32])
  func arrangementsAgree(batch: Int) throws {
    let memory = StepMemory(batch: batch, threads: 2)
    let arrangements = Arrangement.all(in: memory, threads: 2)
    #expect(arrangements.count == (batch < 2 ? 3 : batch < 8 ? 5 : 6))
    let expected = results(of: arrangements[0], in: memory)
    for arrangement in arrangements.dropFirst() where arrangement.threadsInside == 1 {
      let found = results(of: arrangement, in: memory)
      for (place, numbers) in expected {
        let other = try #require(found[place])
        let error = zip(numbers, other).map { abs($0 - $1) }.max() ?? 0
        let scale = numbers.map(abs).max() ?? 0
        #expect(error <= 1e-5 * scale, "\(place) of \(arrangement.name), batch \(batch)")
      }
    }
  }

  @Test("every arrangement multiplies as many numbers as one thread does", arguments: [1, 32, 100])
  func arrangementsAreComplete(batch: Int) {
    let memory = StepMemory(batch: batch, threads: 2)
    let expected = batch * (3 * 200 * 10 + 2 * 784 * 200)
    for arrangement in Arrangement.all(in: memory, threads: 2) {
      let products = arrangement.phases.flatMap { $0 }.flatMap { $0 }
      #expect(products.reduce(0) { $0 + $1.rows * $1.columns * $1.inner } == expected, "\(arrangement.name)")
      #expect(products.allSatisfy { $0.rows > 0 && $0.columns > 0 && $0.inner > 0 }, "\(arrangement.name)")
    }
  }

  @Test("OpenBLAS is back at one thread afterwards")
  func threadsAreRestored() async {
    // In a process of its own: other tests multiply with one thread meanwhile.
    await #expect(processExitsWith: .success) {
      let memory = StepMemory(batch: 32, threads: 2)
      for arrangement in Arrangement.all(in: memory, threads: 2) {
        let time = withExtendedLifetime(memory) { arrangement.millisecondsOfStep(steps: 2) }
        #expect(time > 0)
        #expect(openblas_get_num_threads() == 1)
      }
    }
  }

  /// Runs an arrangement over cleared results and collects what it wrote; the threads' own gradients are added.
  private func results(of arrangement: Arrangement, in memory: StepMemory) -> [String: [Float]] {
    let gradients = memory.firstGradients.map { ($0, 784 * 200) } + memory.secondGradients.map { ($0, 200 * 10) }
    let passes = [
      (memory.activations, memory.batch * 200), (memory.answers, memory.batch * 10),
      (memory.activationDelta, memory.batch * 200),
    ]
    for (place, count) in gradients + passes { place.start.update(repeating: 0, count: count) }
    _ = arrangement.millisecondsOfStep(steps: 1)
    func sum(_ places: [MatrixPlace], _ count: Int) -> [Float] {
      (0..<count).map { index in places.reduce(0) { $0 + $1.start[index] } }
    }
    return withExtendedLifetime(memory) {
      [
        "activations": sum([memory.activations], memory.batch * 200),
        "answers": sum([memory.answers], memory.batch * 10),
        "activationDelta": sum([memory.activationDelta], memory.batch * 200),
        "first gradient": sum(memory.firstGradients, 784 * 200),
        "second gradient": sum(memory.secondGradients, 200 * 10),
      ]
    }
  }
}
