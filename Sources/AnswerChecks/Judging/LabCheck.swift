/// Judges a student's answers to one lab: builds them, runs them, and compares.
public struct LabCheck: Sendable {
  /// What is known of the lab.
  public let book: AnswerBook
  private let program: StudentProgram
  private let limits: Limits

  /// A check of these answers.
  public init(_ book: AnswerBook, program: StudentProgram, limits: Limits = Limits()) {
    self.book = book
    self.program = program
    self.limits = limits
  }

  /// Builds a lab's answers and makes them ready to be judged.
  public init(building lab: LabFolder, limits: Limits = Limits()) throws {
    let book = try lab.answerBook()
    self.init(book, program: try StudentProgram.build(lab, exercises: book.exercises), limits: limits)
  }

  /// The verdict on one exercise.
  public func verdict(on exercise: RecordedExercise) -> Verdict {
    let judge = Judge(exercise)
    if let diagnostics = program.refused[exercise.id] { return judge.doesNotCompile(diagnostics) }
    return judge.verdict(from: AnswersRunner(program: program.path, limits: limits, launcher: program.launcher))
  }

  /// The verdicts on all of these exercises, in their order, as many at once as there are cores.
  public func verdicts(on exercises: [RecordedExercise]) async -> [Verdict] {
    await withTaskGroup(of: (Int, Verdict).self) { group in
      for (index, exercise) in exercises.enumerated() {
        group.addTask { (index, verdict(on: exercise)) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.map(\.value)
    }
  }
}
