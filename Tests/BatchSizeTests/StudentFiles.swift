import AnswerChecks
import Foundation
import LabProofs

/// A student's files, compiled to an answers program against the modules that are built.
enum StudentFiles {
  /// Where this test program lies, and with it the modules of the package.
  static let binaries = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  static var areBuilt: Bool {
    FileManager.default.fileExists(atPath: binaries.appending(path: "Modules/BatchSizeQuestions.swiftmodule").path)
  }

  /// The lab's stubs, with these bodies by exercise.
  static func program(_ bodies: [String: String]) throws -> StudentProgram {
    let lab = try Workspace(root: proof.root).lab("batch-size")
    let exercises = try lab.answerBook().exercises
    var sources = try lab.exerciseSources()
    for (id, body) in bodies {
      guard let exercise = exercises.first(where: { $0.id == id }) else { throw RecordingError.noExercise(id) }
      let name = String(exercise.file.split(separator: "/").last ?? "")
      sources[name] = exercise.stub.replacing("throw NotAttempted(\"\(id)\")", with: body)
    }
    let scratch = FileManager.default.temporaryDirectory.appending(path: "batch-size-answers-\(UUID().uuidString)")
    return try ExerciseCompiler(lab: lab, binaries: binaries, scratch: scratch).program(
      from: sources, stubs: exercises)
  }

  /// Answers that are right, as a student might write them.
  static let right = [
    "5.1": "return epochs * Int((Double(samples) / Double(batchSize)).rounded(.up))",
    "5.2": """
    return (0..<epochs).map { _ in
      var rest = generator.permutation(samples)[...]
      var batches: [[Int]] = []
      while !rest.isEmpty {
        batches.append(Array(rest.prefix(batchSize)))
        rest = rest.dropFirst(batchSize)
      }
      return batches
    }
    """,
    "5.3": """
    let x = features[rows: batch]
    let errors = Vector(batch.indices.map { x.row($0).dot(weights) - targets[batch[$0]] })
    return x.transposed.dot(errors) / Double(batch.count)
    """,
    "5.4": """
    let (n, m) = (Double(gradients.count), Double(batchSize))
    return GradientVariance(
      withReplacement: variance(gradients, .population) / m,
      withoutReplacement: variance(gradients, .sample) / m * (1 - m / n))
    """,
    "5.5": """
    let last = baseRate * Double(batchSize) / Double(baseBatchSize)
    if update >= warmUpUpdates { return last }
    return baseRate + (last - baseRate) * Double(update) / Double(warmUpUpdates)
    """,
    "5.6": """
    let borders = (0...workers.count).map { samples * $0 / workers.count }
    let sums = try workers.sideBySide(zip(borders, borders.dropFirst()).map { $0..<$1 }) { shard in
      (0..<shard.count).reduce(Vector<Double>.zeros(weights.count)) { sum, sample in
        let x = shard.features.row(sample)
        return sum + (x.dot(weights) - shard.targets[sample]) * x
      }
    }
    return sums.reduce(Vector<Double>.zeros(weights.count), +) / Double(samples)
    """,
    "5.7": """
    let times = [first, second].map { curve -> Double? in
      guard let epoch = curve.accuracies.firstIndex(where: { $0 >= target }) else { return nil }
      let updates = (samples + curve.batchSize - 1) / curve.batchSize
      return Double((epoch + 1) * updates) * curve.secondsPerUpdate
    }
    let (a, b) = (times[0] ?? .infinity, times[1] ?? .infinity)
    let winner: TimeToAccuracy.Winner = a < b ? .first : b < a ? .second : .neither
    return TimeToAccuracy(first: times[0], second: times[1], winner: winner)
    """,
  ]
}
