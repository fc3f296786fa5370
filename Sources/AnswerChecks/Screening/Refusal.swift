/// Why a file isn't built: it has something that no exercise needs and that could do harm.
///
/// It costs its own exercise, as a file does that doesn't compile, and nothing else.
public struct Refusal: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The lab's folder, as `BatchSize`.
  public var lab: String
  /// The file's name, as `NoiseScale.swift`.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// What isn't allowed, and what to do instead.
  public var sentence: String

  /// A refusal of one file.
  public init(lab: String, file: String, line: Int, sentence: String) {
    self.lab = lab
    self.file = file
    self.line = line
    self.sentence = sentence
  }

  /// As the compiler's errors are told: `NoiseScale.swift, line 3: ...`.
  public var description: String { "\(file), line \(line): \(sentence)" }
}

extension [Refusal] {
  /// The reasons by exercise, as `ExerciseCompiler` takes them.
  public func reasons(for exercises: [RecordedExercise], of lab: LabFolder) -> [String: String] {
    exercises.reduce(into: [:]) { reasons, exercise in
      let own = filter { $0.lab == lab.name && $0.file == exercise.fileName }
      if !own.isEmpty { reasons[exercise.id] = own.map(\.description).joined(separator: "\n") }
    }
  }
}

/// What one rule found in a file.
struct Finding: Hashable {
  var line: Int
  var sentence: String
}
