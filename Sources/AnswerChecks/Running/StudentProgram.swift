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
    let exercises = try known ?? lab.answerBook().exercises
    let scratch = lab.scratch
    // What a grader would refuse is refused here too, so that nobody is surprised.
    let refused = try lab.refusals(exercises, scratch: scratch.appending(path: "screening"))
      .reasons(for: exercises, of: lab)
    let built = try lab.build(isOptimized: isOptimized)
    if let program = built.program, refused.isEmpty { return StudentProgram(path: program.path) }
    // Only an error in the exercises themselves is worth a second try without them.
    let binaries = built.binaries
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
  /// What building a lab gave.
  public struct Build: Sendable {
    /// Where modules and objects lie.
    public let binaries: URL
    /// The whole answers program; nothing where a file of the student doesn't compile.
    public let program: URL?
  }

  /// The student's room.
  public var exercises: URL { folder.appending(path: "Exercises") }

  /// Where what is made of a student's files lies, apart from what the package manager builds.
  public var scratch: URL { workspace.root.appending(path: ".build/descent/\(name)") }

  /// Builds the lab's answers program; or, where a file in Exercises doesn't compile, all that such files are compiled
  /// against.
  ///
  /// - Throws: `BuildError` where something else keeps it from being built.
  public func build(isOptimized: Bool = false) throws -> Build {
    let build = ["swift", "build", "--configuration", isOptimized ? "release" : "debug"]
    // The lab alone: another lab's files are none of its business.
    let tool = BuildTool(environment: ["DESCENT_LAB": name])
    let place = try tool.run(build + ["--show-bin-path"], in: workspace.root)
    guard place.status == 0, let line = place.output.split(separator: "\n").last else {
      throw BuildError(output: place.output)
    }
    let binaries = URL(filePath: String(line))
    let product = "\(command)-answers"
    let whole = try tool.run(build + ["--product", product], in: workspace.root)
    if whole.status == 0 { return Build(binaries: binaries, program: binaries.appending(path: product)) }
    guard CompilerMessage.errors(in: whole.output).contains(where: { $0.path.hasPrefix(exercises.path) }) else {
      throw BuildError(output: whole.output)
    }
    // The package manager stops at the first error, and may not have come to all else.
    let rest = try tool.run(build + ["--target", "\(name)Questions"], in: workspace.root)
    guard rest.status == 0 else { throw BuildError(output: rest.output) }
    return Build(binaries: binaries, program: nil)
  }

  /// What isn't allowed in the files that differ from their stubs.
  fileprivate func refusals(_ exercises: [RecordedExercise], scratch: URL) throws -> [Refusal] {
    let changed = ExerciseFile.changed(of: exercises, in: try exerciseSources(), lab: self)
    return try Screener(tools: BuildTool(), scratch: scratch).refusals(in: changed)
  }

  /// Whether the package manager compiles a file of this name: editors leave hidden ones behind.
  public static func isSource(_ name: String) -> Bool { name.hasSuffix(".swift") && !name.hasPrefix(".") }

  /// The student's files by name.
  public func exerciseSources() throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: exercises.path)
    return try names.filter(LabFolder.isSource).reduce(into: [:]) { sources, name in
      sources[name] = String(decoding: try Data(contentsOf: exercises.appending(path: name)), as: UTF8.self)
    }
  }
}
