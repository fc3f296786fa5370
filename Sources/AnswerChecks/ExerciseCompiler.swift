import Foundation

/// Compiles exercise files alone, against the modules of the other rooms that are built already.
///
/// A file that the compiler refuses must cost its own exercise and no other, and the package manager would stop there.
/// So refused files are replaced by blank stubs until the rest compiles. It also is quick: about a second.
public struct ExerciseCompiler: Sendable {
  let lab: LabFolder
  let binaries: URL
  let scratch: URL
  let tools: any ToolRunner

  /// - Parameters:
  ///   - lab: the lab that the files belong to.
  ///   - binaries: where the package manager has put the modules and objects of NumericCore, AnswerWire and Questions.
  ///   - scratch: a folder for what is made; it is emptied first.
  ///   - tools: runs the compiler; plainly by default.
  public init(lab: LabFolder, binaries: URL, scratch: URL, tools: any ToolRunner = BuildTool()) {
    self.lab = lab
    self.binaries = binaries
    self.scratch = scratch
    self.tools = tools
  }

  /// Builds the answers program from `sources`, file text by name.
  ///
  /// - Parameter stubs: the exercises, with the blank text that stands in for a refused or missing file.
  /// - Throws: `BuildError` where the rest can't be compiled either.
  public func program(from sources: [String: String], stubs: [RecordedExercise]) throws -> StudentProgram {
    var refused: [String: String] = [:]
    while true {
      let blanks = stubs.filter { refused[$0.id] != nil || sources[$0.fileName] == nil }
      var files = sources
      for exercise in blanks { files[exercise.fileName] = exercise.stub }
      let attempt = try compile(files)
      if attempt.status == 0 {
        return StudentProgram(path: scratch.appending(path: "answers").path, refused: refused)
      }
      let found = Self.refusals(in: attempt.output, exercises: stubs).filter { refused[$0.key] == nil }
      guard !found.isEmpty else { throw BuildError(output: attempt.output) }
      refused.merge(found) { old, _ in old }
    }
  }

  /// The exercises whose files the compiler refused, with its words: line, then message.
  private static func refusals(in output: String, exercises: [RecordedExercise]) -> [String: String] {
    let errors = CompilerError.all(in: output)
    let missing = CompilerError.missingFunctions(in: output)
    return exercises.reduce(into: [:]) { refused, exercise in
      let file = exercise.fileName
      let own = errors.filter { $0.file == file }
      if !own.isEmpty {
        refused[exercise.id] = own.prefix(5).map { "\(file), line \($0.line): \($0.message)" }.joined(separator: "\n")
      } else if let name = missing.first(where: { exercise.stub.contains("func \($0)(") }) {
        refused[exercise.id] =
          "\(file) must hold the function \(name) with the parameters that it was handed out with."
      }
    }
  }

  private func compile(_ files: [String: String]) throws -> ToolResult {
    try? FileManager.default.removeItem(at: scratch)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let paths = try files.sorted { $0.key < $1.key }.map { name, text in
      let file = scratch.appending(path: name)
      try Data(text.utf8).write(to: file)
      return file.path
    }
    let object = scratch.appending(path: "exercises.o").path
    let library = try tools.run(
      compiler + ["-parse-as-library", "-wmo", "-module-name", "\(lab.name)Exercises", "-emit-module"]
        + ["-emit-module-path", scratch.appending(path: "\(lab.name)Exercises.swiftmodule").path]
        + ["-c", "-o", object] + paths,
      in: scratch)
    guard library.status == 0 else { return library }
    let main = lab.folder.appending(path: "Answers/main.swift").path
    return try tools.run(
      compiler + ["-module-name", "\(lab.name)Answers", main, object] + objects()
        + ["-o", scratch.appending(path: "answers").path],
      in: scratch)
  }

  /// The compiler, with this folder's modules before all others.
  private var compiler: [String] {
    let openBLAS = lab.workspace.root.appending(path: "Sources/COpenBLAS/module.modulemap").path
    return [
      "swiftc", "-swift-version", "6", "-Onone", "-I", scratch.path, "-I", binaries.appending(path: "Modules").path,
    ]
      + ["-Xcc", "-fmodule-map-file=\(openBLAS)"]
  }

  /// The objects of the rooms that an answers program links.
  private func objects() throws -> [String] {
    try ["NumericCore", "AnswerWire", "\(lab.name)Questions"].flatMap { room in
      let folder = binaries.appending(path: "\(room).build")
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { $0.hasSuffix(".o") }.map { folder.appending(path: $0).path }
    }
  }
}

extension RecordedExercise {
  /// The student's file without its folder.
  var fileName: String { URL(filePath: file).lastPathComponent }
}
