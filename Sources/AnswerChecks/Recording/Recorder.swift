import Foundation
import NumericCore

/// The program that records a lab's answers.
public enum Recorder {
  /// The seed of the answers that the repository keeps. A lecturer records anew with a secret one.
  public static let publicSeed: UInt64 = 1

  /// Records with the arguments `[--seed N] [--output FILE]`: by default with the public seed into the lab's
  /// `Checks/answers.json`.
  public static func run<Answers>(
    _ solutions: SolutionSet<Answers>, checks: [Check], lab: String, folder: String
  ) throws {
    var seed = publicSeed
    var file = folder + "/Checks/answers.json"
    var arguments = CommandLine.arguments.dropFirst()
    while let option = arguments.popFirst() {
      guard let value = arguments.popFirst() else { stop("\(option) needs a value.") }
      switch option {
      case "--seed":
        guard let number = UInt64(value) else { stop("--seed takes a whole number, 0 or more; \(value) is none.") }
        seed = number
      case "--output": file = value
      default: stop("There is no option \(option); the options are --seed and --output.")
      }
    }
    let root = URL(filePath: FileManager.default.currentDirectoryPath)
    let book = try solutions.record(lab: lab, checks: checks, folder: root.appending(path: folder), seed: seed)
    try book.encoded().write(to: URL(filePath: file), options: .atomic)
    let misconceptions = book.exercises.reduce(0) { $0 + $1.misconceptions.count }
    let pairs = book.exercises.reduce(0) { $0 + $1.pairs.count }
    print("\(file): \(book.exercises.count) exercises, \(misconceptions) misconceptions, \(pairs) pairs of them.")
  }

  private static func stop(_ sentence: String) -> Never {
    FileHandle.standardError.write(Data((sentence + "\n").utf8))
    exit(EX_USAGE)
  }
}
