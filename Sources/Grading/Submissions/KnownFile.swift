import AnswerChecks

/// An exercise file of the course: `BatchSize`, `Exercise08NoiseRatio.swift`.
public struct KnownFile: Sendable, Hashable, Comparable {
  /// The lab's folder.
  public var lab: String
  /// The file's name in the lab's `Exercises`.
  public var name: String

  /// An exercise file.
  public init(lab: String, name: String) {
    self.lab = lab
    self.name = name
  }

  /// The exercise files of these labs, in the order of their places.
  public static func all(in books: [AnswerBook]) -> [KnownFile] {
    let files = books.flatMap { book in
      book.exercises.map { KnownFile(lab: folder(ofLab: book.lab), name: $0.fileName) }
    }
    return Set(files).sorted()
  }

  /// The folder of a lab's command: `BatchSize` for `batch-size`.
  public static func folder(ofLab command: String) -> String {
    command.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// By place: the lab's folder, then the name.
  public static func < (first: KnownFile, second: KnownFile) -> Bool {
    (first.lab, first.name) < (second.lab, second.name)
  }

  /// The place in a handout.
  var place: String { "Labs/\(lab)/Exercises/\(name)" }
}
