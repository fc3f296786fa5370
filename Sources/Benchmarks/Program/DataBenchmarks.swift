import DeepLearning
import Foundation

/// Reading MNIST, and the memory of one training on it; both need its files.
enum DataBenchmarks {
  static func all(_ progress: Progress) throws -> [Benchmark] {
    guard let folder = mnistFolder() else {
      progress.note("MNIST is in neither $DESCENT_DATASETS/mnist nor datasets/mnist: reading it isn't measured.")
      return []
    }
    let images = folder.appending(path: "train-images-idx3-ubyte.gz")
    progress.say("data: reading MNIST")
    let time = try medianMilliseconds(repetitions: 7) { _ = try IDX.images(contentsOf: images) }
    progress.say("data: memory of a training on MNIST")
    let memory = try peakMegabytesOfTraining(on: folder)
    return [
      Benchmark("data/idx-of-60000-images", value: time, bound: 600),
      Benchmark("data/peak-memory-of-one-training", unit: .megabytes, value: memory, bound: 500),
    ]
  }

  private static func mnistFolder() -> URL? {
    let roots = [ProcessInfo.processInfo.environment["DESCENT_DATASETS"], "datasets"].compactMap { $0 }
    return roots.map { URL(filePath: $0).appending(path: "mnist") }.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "train-images-idx3-ubyte.gz").path)
    }
  }

  /// Trains in a process of its own, which says how much memory it has used.
  private static func peakMegabytesOfTraining(on folder: URL) throws -> Double {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = [BenchmarkCommand.trainingFlag, folder.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard process.terminationStatus == 0, let megabytes = Double(text) else {
      throw BenchmarkError.child("The training whose memory is measured ended without saying how much it needed.")
    }
    return megabytes
  }

  /// What that process does: it reads MNIST, trains for an epoch with Adam in batches of 128, and prints the most
  /// megabytes that it had in memory.
  static func trainOnce(on folder: URL) throws {
    let dataset = try ImageDataset(folder: folder)
    let train = OurTraining.training(.adam, batch: 128, on: Samples(dataset.training), isShuffled: true)
    _ = train(1)
    if let megabytes = peakMegabytes() { print(megabytes) }
  }

  /// The most memory that this process had, in units of 10⁶ bytes; nothing where the system doesn't tell.
  ///
  /// On Linux `ru_maxrss` counts what the parent had when it started the process too; the status file doesn't.
  private static func peakMegabytes() -> Double? {
    #if os(Linux)
      let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
      return kibibytes.map { $0 * 1024 / 1e6 }
    #else
      var usage = rusage()
      return getrusage(RUSAGE_SELF, &usage) == 0 ? Double(usage.ru_maxrss) / 1e6 : nil
    #endif
  }
}

/// What can go wrong in the benchmarks themselves.
enum BenchmarkError: Error, CustomStringConvertible {
  /// A child of ours failed.
  case child(String)

  var description: String {
    switch self {
    case .child(let sentence): sentence
    }
  }
}
