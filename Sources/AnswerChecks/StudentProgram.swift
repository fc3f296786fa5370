import Foundation

/// A lab's answers program, built from the student's files.
public struct StudentProgram: Sendable {
  /// The program's path.
  public let path: String
  /// What the compiler said about the files that it refused, by exercise.
  public let refused: [String: String]
  /// What starts it, as a sandbox does: the words before the program's path. Empty where it is started by itself.
  public var launcher: [String]

  /// A program at `path` that was built elsewhere.
  public init(path: String, refused: [String: String] = [:], launcher: [String] = []) {
    self.path = path
    self.refused = refused
    self.launcher = launcher
  }

  /// Builds the answers program of a lab from the files in its Exercises folder; or takes the one that a grader's job names.
  ///
  /// - Parameters:
  ///   - lab: whose answers.
  ///   - known: the lab's recorded exercises, where they have been read already.
  ///   - isOptimized: builds for release. Debug, the default, is quicker to build and keeps the traps that explain a crash.
  /// - Throws: `BuildError` where something other than an exercise keeps it from being built.
  public static func build(
    _ lab: LabFolder, exercises known: [RecordedExercise]? = nil, isOptimized: Bool = false
  ) throws -> StudentProgram {
    try build(
      lab, exercises: known, isOptimized: isOptimized, environment: ProcessInfo.processInfo.environment)
  }

  static func build(
    _ lab: LabFolder, exercises known: [RecordedExercise]?, isOptimized: Bool, environment: [String: String]
  ) throws -> StudentProgram {
    if let job = try GradingJob.current(in: environment) { return try job.program(of: lab.command) }
    let configuration = isOptimized ? "release" : "debug"
    let build = ["swift", "build", "--configuration", configuration]
    // The lab alone: another lab's files are none of its business.
    let tool = BuildTool(environment: ["DESCENT_LAB": lab.name])
    let root = lab.workspace.root
    let place = try tool.run(build + ["--show-bin-path"], in: root)
    guard place.status == 0, let line = place.output.split(separator: "\n").last else {
      throw BuildError(output: place.output)
    }
    let binaries = URL(filePath: String(line))
    let product = "\(lab.command)-answers"
    let exercises = try known ?? lab.answerBook().exercises
    let scratch = root.appending(path: ".build/descent/\(lab.name)")
    // What a grader would refuse is refused here too, so that nobody is surprised.
    let refused = try lab.refusals(exercises, scratch: scratch.appending(path: "screening"))
      .reasons(for: exercises, of: lab)
    let whole = try tool.run(build + ["--product", product], in: root)
    if whole.status == 0, refused.isEmpty { return StudentProgram(path: binaries.appending(path: product).path) }

    // Only an error in the exercises themselves is worth a second try without them.
    let errors = CompilerError.all(in: whole.output)
    guard whole.status == 0 || errors.contains(where: { $0.path.hasPrefix(lab.exercises.path) }) else {
      throw BuildError(output: whole.output)
    }
    let compiler = ExerciseCompiler(
      lab: lab, binaries: binaries, scratch: scratch.appending(path: "program"), flags: Screener.compilerFlags)
    return try compiler.program(from: lab.exerciseSources(), stubs: exercises, refused: refused)
  }
}

/// Why no answers program could be built; the exercises are not to blame.
public struct BuildError: Error, Equatable, CustomStringConvertible {
  /// What went wrong, with the tool's own last words.
  public let description: String

  init(output: String) {
    let errors = output.split(separator: "\n").filter { $0.contains("error:") }.suffix(5)
    description = "The answers program can't be built, and no exercise is to blame:\n" + errors.joined(separator: "\n")
  }
}

extension LabFolder {
  /// The student's room.
  public var exercises: URL { folder.appending(path: "Exercises") }

  /// What isn't allowed in the files that differ from their stubs.
  fileprivate func refusals(_ exercises: [RecordedExercise], scratch: URL) throws -> [Refusal] {
    let sources = try exerciseSources()
    let changed = exercises.compactMap { exercise in
      sources[exercise.fileName].flatMap { text in
        text == exercise.stub ? nil : ExerciseFile(lab: name, name: exercise.fileName, text: text)
      }
    }
    return try Screener(tools: BuildTool(), scratch: scratch).refusals(in: changed)
  }

  /// The student's files by name.
  public func exerciseSources() throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: exercises.path)
    return try names.filter { $0.hasSuffix(".swift") }.reduce(into: [:]) { sources, name in
      sources[name] = String(decoding: try Data(contentsOf: exercises.appending(path: name)), as: UTF8.self)
    }
  }
}
