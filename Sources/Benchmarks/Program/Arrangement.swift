/// A way to do the five products of a training step with some threads.
struct Arrangement: Sendable {
  /// As `rows, 2 threads`.
  let name: String
  /// What is done: in each phase a list of products for each thread. A phase begins when the one before is done.
  var phases: [[[Product]]]
  /// How many batches of samples the steps take in turns.
  let batches: Int
  /// How many threads OpenBLAS uses inside a product.
  var threadsInside = 1

  /// How many threads take part, apart from OpenBLAS's own.
  var threads: Int { phases[0].count }

  /// The products of a step in every way that was found to be the fastest at some batch size.
  static func all(in memory: StepMemory, threads: Int) -> [Arrangement] {
    let whole = memory.chain(0..<memory.batch, copy: 0)
    var arrangements = [Arrangement(name: "1 thread", phases: [[whole]], batches: memory.batches)]
    guard threads > 1 else { return arrangements }
    arrangements += [
      Arrangement(
        name: "OpenBLAS's \(threads) threads", phases: [[whole]], batches: memory.batches, threadsInside: threads),
      hiddenUnits(memory, threads),
    ]
    guard memory.batch >= threads else { return arrangements }
    arrangements += [samples(memory, threads), rows(memory, threads, pieces: 1)]
    if memory.batch >= 4 * threads { arrangements.append(rows(memory, threads, pieces: 4)) }
    return arrangements
  }

  /// Each thread has a share of the samples, from forward pass to gradient. (Adding up the threads' gradients is no
  /// product, so isn't done here.)
  private static func samples(_ memory: StepMemory, _ threads: Int) -> Arrangement {
    let lists = (0..<threads).map { memory.chain(share($0, of: threads, memory.batch), copy: $0) }
    return Arrangement(name: "samples, \(threads) threads", phases: [lists], batches: memory.batches)
  }

  /// Each thread has a share of the samples, in so many pieces, forward and backward; then a share of the gradient's
  /// rows.
  private static func rows(_ memory: StepMemory, _ threads: Int, pieces: Int) -> Arrangement {
    let count = threads * pieces
    let all = 0..<memory.batch
    let passes = (0..<threads).map { thread in
      (0..<pieces).flatMap { piece in
        let rows = share(thread * pieces + piece, of: count, memory.batch)
        return memory.forward(rows) + [memory.backward(rows)]
      }
    }
    let gradients = (0..<threads).map { thread in
      (0..<pieces).map { piece in
        memory.firstGradient(inputs: share(thread * pieces + piece, of: count, StepMemory.inputs), samples: all)
      } + (thread == threads - 1 ? [memory.secondGradient(samples: all)] : [])
    }
    let detail = pieces == 1 ? "" : " in \(pieces) pieces"
    return Arrangement(name: "rows\(detail), \(threads) threads", phases: [passes, gradients], batches: memory.batches)
  }

  /// Each thread has a share of the hidden units: columns of the first weights, rows of the second. One thread
  /// alone does the small product with all of them.
  private static func hiddenUnits(_ memory: StepMemory, _ threads: Int) -> Arrangement {
    let all = 0..<memory.batch
    let forward = memory.forward(all)
    let backward = memory.backward(all)
    let shares = (0..<threads).map { share($0, of: threads, StepMemory.hidden) }
    return Arrangement(
      name: "hidden units, \(threads) threads",
      phases: [
        shares.map { units in
          [
            Product(
              rows: all.count, columns: units.count, inner: StepMemory.inputs, left: memory.samples,
              right: memory.firstWeights.from(column: units.lowerBound),
              result: memory.activations.from(column: units.lowerBound), stepOfLeft: memory.batch * StepMemory.inputs)
          ]
        },
        shares.indices.map { $0 == 0 ? [forward[1]] : [] },
        shares.map { units in
          [
            memory.secondGradient(hidden: units, samples: all),
            Product(
              transposesRight: true, rows: all.count, columns: units.count, inner: StepMemory.outputs,
              left: backward.left, right: memory.secondWeights.from(row: units.lowerBound),
              result: memory.activationDelta.from(column: units.lowerBound)),
            memory.firstGradient(hidden: units, samples: all),
          ]
        },
      ], batches: memory.batches)
  }

  private static func share(_ index: Int, of count: Int, _ total: Int) -> Range<Int> {
    total * index / count..<total * (index + 1) / count
  }
}

extension StepMemory {
  /// All products of a step of some samples, one after another.
  fileprivate func chain(_ rows: Range<Int>, copy: Int) -> [Product] {
    forward(rows) + [
      secondGradient(samples: rows, copy: copy), backward(rows), firstGradient(samples: rows, copy: copy),
    ]
  }
}
