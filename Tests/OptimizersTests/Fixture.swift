import AnswerChecks
import Foundation
import LabProofs
import Testing

/// The lab with a student's files: a right answer to 1.5, a wrong one to 1.6, and whatever the test puts in.
struct Fixture {
  /// The file that an attack takes the place of.
  static let file = "Exercise03GradientDescent.swift"

  let lab: LabFolder
  let book: AnswerBook
  private let scratch: URL

  init() throws {
    lab = try Workspace(root: Self.root).lab("optimizers")
    book = try lab.answerBook()
    scratch = ScratchFolder.place(for: "fixture")
  }

  /// The package's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where this test program lies, and with it the modules of the package.
  static let binaries = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  static var isBuilt: Bool {
    FileManager.default.fileExists(atPath: binaries.appending(path: "Modules/OptimizersQuestions.swiftmodule").path)
  }

  func program(replacing files: [String: String], removing removed: [String] = []) throws -> StudentProgram {
    var sources = try lab.exerciseSources().merging(Self.neighbours) { _, new in new }.merging(files) { _, new in new }
    for name in removed { sources[name] = nil }
    let compiler = ExerciseCompiler(lab: lab, binaries: Self.binaries, scratch: scratch)
    return try compiler.program(from: sources, stubs: book.exercises)
  }

  func verdict(on id: String, of program: StudentProgram) throws -> Verdict {
    let exercise = try #require(book.exercises.first { $0.id == id })
    return LabCheck(book, program: program, limits: Limits(cpuSeconds: 1)).verdict(on: exercise)
  }

  /// Exercise03GradientDescent.swift with this body.
  static func gradientDescent(_ body: String, imports: [String] = [], around: String = "") -> String {
    (["NumericCore", "OptimizersQuestions"] + imports).map { "import \($0)\n" }.joined() + """
      \(around)
      extension MyAnswers {
        public func gradientDescentStep(
          weights: Vector<Double>, gradient: Vector<Double>, learningRate: Double
        ) throws -> Vector<Double> {
          \(body)
        }
      }
      """
  }

  private static let neighbours = [
    "Exercise05Momentum.swift": momentum("momentumStep", "velocity = momentum * velocity - learningRate * gradient"),
    "Exercise06CoupledMomentum.swift": momentum("coupledMomentumStep", "velocity = 0.5 * velocity + gradient"),
  ]

  private static func momentum(_ name: String, _ body: String) -> String {
    """
    import NumericCore
    import OptimizersQuestions
    extension MyAnswers {
      public func \(name)(
        weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
        momentum: Double
      ) throws -> Vector<Double> {
        \(body)
        return weights + velocity
      }
    }
    """
  }
}
