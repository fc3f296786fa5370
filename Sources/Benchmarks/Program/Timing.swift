import Foundation

/// How long something takes, in milliseconds.
func measure(_ body: () throws -> Void) rethrows -> Double {
  let (seconds, attoseconds) = try ContinuousClock().measure(body).components
  return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
}

/// The median time of `body` in milliseconds, after one call to warm up.
///
/// A median, because machines are shared: single runs are now and then held up.
func medianMilliseconds(repetitions: Int = 25, _ body: () throws -> Void) rethrows -> Double {
  try body()
  return try median((0..<repetitions).map { _ in try measure(body) })
}

/// The middle one of some numbers, one at least; of an even number the upper of the two.
func median(_ numbers: [Double]) -> Double {
  if numbers.isEmpty { fatalError("No numbers have no median.") }
  return numbers.sorted()[numbers.count / 2]
}

/// Somebody whose training steps are measured.
struct Contestant {
  /// What it is called, as `rows, 2 threads`.
  let name: String
  /// Works for about so many seconds and returns the milliseconds of a step; nothing where it has given up.
  let milliseconds: (_ seconds: Double) -> Double?

  init(_ name: String, milliseconds: @escaping (_ seconds: Double) -> Double?) {
    self.name = name
    self.milliseconds = milliseconds
  }

  /// Work of this process; `make` makes as many steps as asked, or a few more, and returns how many.
  static func making(_ name: String, steps make: @escaping (Int) -> Int) -> Contestant {
    var stepTime: Double?
    return Contestant(name) { seconds in
      let wanted = stepTime.map { max(1, Int(seconds * 1e3 / $0)) } ?? 3
      var made = 0
      let duration = measure { made = make(wanted) }
      let time = max(duration / Double(made), 1e-6)
      stepTime = time
      return time
    }
  }
}

/// Lets contestants work in turns, and returns the median of each; nothing for one that gave up.
///
/// A shared machine is slow now and fast then, for seconds at a time. So everybody works for a moment, round after round,
/// every other round in the opposite order, and what disturbs one disturbs all. The first two rounds warm up. Before each
/// turn there is a pause, in which the threads that the one before has left waiting for work go to sleep.
func medians(
  of contestants: [Contestant], rounds: Int, seconds: Double, pause: Double = 0.03
) -> [Double?] {
  var times = [[Double]](repeating: [], count: contestants.count)
  var hasGivenUp = [Bool](repeating: false, count: contestants.count)
  for round in -2..<rounds {
    for index in round.isMultiple(of: 2) ? Array(contestants.indices) : contestants.indices.reversed()
    where !hasGivenUp[index] {
      Thread.sleep(forTimeInterval: pause)
      guard let time = contestants[index].milliseconds(seconds) else {
        hasGivenUp[index] = true
        continue
      }
      if round >= 0 { times[index].append(time) }
    }
  }
  return contestants.indices.map { hasGivenUp[$0] ? nil : median(times[$0]) }
}
