/// One exercise file of a student.
public struct ExerciseFile: Sendable, Hashable, Codable {
  /// The lab's folder, as `BatchSize`.
  public var lab: String
  /// The file's name, as `NoiseScale.swift`; one of those that the handout has.
  public var name: String
  /// Its text.
  public var text: String

  /// An exercise file.
  public init(lab: String, name: String, text: String) {
    self.lab = lab
    self.name = name
    self.text = text
  }

  /// Those of a lab's files that differ from their stubs: what there is to screen.
  static func changed(
    of exercises: [RecordedExercise], in sources: [String: String], lab: LabFolder
  ) -> [ExerciseFile] {
    exercises.compactMap { exercise in
      sources[exercise.fileName].flatMap { text in
        text == exercise.stub ? nil : ExerciseFile(lab: lab.name, name: exercise.fileName, text: text)
      }
    }
  }
}
