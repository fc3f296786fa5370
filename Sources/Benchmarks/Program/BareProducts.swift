import COpenBLAS
import Foundation

/// The limit of a training step: the time of its five products alone, in the fastest of many arrangements.
enum BareProducts {
  static let batches = [1, 8, 32, 128, 512, 1024, 4096]

  static var threads: Int { min(ProcessInfo.processInfo.activeProcessorCount, 4) }

  /// The processor that OpenBLAS's inner loops of this process were written for.
  static var kernel: String { openblas_get_corename().map { String(cString: $0) } ?? "unknown kernel" }

  /// All arrangements, to take turns with somebody's training step.
  static func contestants(batch: Int) -> [Contestant] {
    let memory = StepMemory(batch: batch, threads: threads)
    return Arrangement.all(in: memory, threads: threads).map { arrangement in
      var stepTime = 10.0
      return Contestant("\(arrangement.name), \(kernel)") { seconds in
        // The closure keeps the memory, to which the products only point.
        withExtendedLifetime(memory) {
          stepTime = arrangement.millisecondsOfStep(steps: max(1, Int(seconds * 1e3 / max(stepTime, 1e-4))))
        }
        return stepTime
      }
    }
  }

  /// Other kernels, each in a process of its own: a library chooses its kernel when it is loaded.
  ///
  /// A kernel that this machine can't run, or that the library doesn't have, gives up or isn't used, and is left out.
  static func otherKernels() -> [PeerProcess] {
    guard let program = Bundle.main.executablePath else { return [] }
    return ["Haswell", "SkylakeX", "Cooperlake"].filter { $0 != kernel }.compactMap { name in
      let process = PeerProcess(
        [program, BenchmarkCommand.answeringFlag], environment: [kernelVariable: name])
      return process?.name == name ? process : nil
    }
  }

  /// The variable by which OpenBLAS is told its kernel.
  static let kernelVariable = "OPENBLAS_CORETYPE"

  /// Answers a request a line, as the peers do: `products any 32 0.05` gives the fastest arrangement's time.
  static func answerRequests() throws {
    let encoder = JSONEncoder()
    func write(_ answer: some Encodable) throws {
      try FileHandle.standardOutput.write(contentsOf: encoder.encode(answer) + Data("\n".utf8))
    }
    try write(PeerProcess.Greeting(peer: kernel))
    var chosen: [Int: Contestant] = [:]
    while let line = readLine() {
      let words = line.split(separator: " ")
      guard words.count == 4, let batch = Int(words[2]), let seconds = Double(words[3]) else { return }
      let contestant = chosen[batch] ?? fastest(batch: batch, seconds: seconds)
      chosen[batch] = contestant
      guard let time = contestant.milliseconds(seconds) else { return }
      try write(PeerProcess.Answer(milliseconds: time, arrangement: contestant.name))
    }
  }

  private static func fastest(batch: Int, seconds: Double) -> Contestant {
    let all = contestants(batch: batch)
    let times = medians(of: all, rounds: 1, seconds: seconds / 2)
    guard let best = zip(all, times).min(by: { ($0.1 ?? .infinity) < ($1.1 ?? .infinity) }) else {
      fatalError("There is no arrangement of \(batch) samples.")
    }
    return best.0
  }
}
