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
  let flags: [String]
  let rest: PrebuiltRest?

  /// - Parameters:
  ///   - lab: the lab that the files belong to.
  ///   - binaries: where the package manager has put the modules and objects of NumericCore, AnswerWire and Questions.
  ///   - scratch: a folder for what is made; it is emptied first.
  ///   - tools: runs the compiler; plainly by default.
  ///   - flags: what the compiler is to be stricter about; nothing by default.
  ///   - rest: all but the exercises, where many submissions share it; by default it is put together each time.
  public init(
    lab: LabFolder, binaries: URL, scratch: URL, tools: any ToolRunner = BuildTool(), flags: [String] = [],
    rest: PrebuiltRest? = nil
  ) {
    self.lab = lab
    self.binaries = binaries
    self.scratch = scratch
    self.tools = tools
    self.flags = flags
    self.rest = rest
  }

  /// Builds the answers program from `sources`, file text by name.
  ///
  /// - Parameters:
  ///   - sources: the text of each file.
  ///   - stubs: the exercises, with the blank text that stands in for a refused or missing file.
  ///   - refused: exercises that were refused before, with the reason.
  /// - Throws: `BuildError` where the rest can't be compiled either.
  public func program(
    from sources: [String: String], stubs: [RecordedExercise], refused: [String: String] = [:]
  ) throws -> StudentProgram {
    var refused = refused
    while true {
      let attempt = try compile(Self.files(sources, stubs: stubs) { refused[$0.id] != nil })
      if attempt.status == 0 {
        return StudentProgram(path: scratch.appending(path: "answers").path, refused: refused)
      }
      var found = Self.refusals(in: attempt.output, of: sources, stubs).filter { refused[$0.key] == nil }
      if found.isEmpty { found = try culprits(sources, stubs: stubs, refused: refused) }
      guard !found.isEmpty else { throw BuildError(output: attempt.output) }
      refused.merge(found) { old, _ in old }
    }
  }

  /// All files, with a blank stub where one is missing or `isBlank` says so.
  private static func files(
    _ sources: [String: String], stubs: [RecordedExercise], isBlank: (RecordedExercise) -> Bool
  ) -> [String: String] {
    stubs.reduce(into: sources) { files, exercise in
      if files[exercise.fileName] == nil || isBlank(exercise) { files[exercise.fileName] = exercise.stub }
    }
  }

  /// The files to blame where the compiler names none: it was ended by a limit, it broke, or the linker complained.
  ///
  /// One file after the other joins those that compile together; one that keeps them from it is refused.
  private func culprits(
    _ sources: [String: String], stubs: [RecordedExercise], refused: [String: String]
  ) throws -> [String: String] {
    var (good, bad): (Set<String>, [String: String]) = ([], [:])
    for exercise in stubs where refused[exercise.id] == nil && sources[exercise.fileName] != nil {
      let attempt = try compile(
        Self.files(sources, stubs: stubs) { $0.id != exercise.id && !good.contains($0.id) })
      if attempt.status == 0 {
        good.insert(exercise.id)
      } else {
        bad[exercise.id] = Self.reason(for: exercise, sources, attempt)
      }
    }
    // Where not even blank stubs compile, no file is to blame.
    return good.isEmpty && bad.count == stubs.count ? [:] : bad
  }

  private static func reason(
    for exercise: RecordedExercise, _ sources: [String: String], _ attempt: ToolResult
  ) -> String {
    let named = refusals(in: attempt.output, of: sources, [exercise])[exercise.id]
    let words = attempt.ending ?? "The compiler can't build it together with the other files."
    return named ?? "\(exercise.fileName): \(words)"
  }

  /// The exercises whose files the compiler refused, with what a student is told.
  private static func refusals(
    in output: String, of sources: [String: String], _ exercises: [RecordedExercise]
  ) -> [String: String] {
    let errors = CompilerMessage.errors(in: output)
    let missing = CompilerMessage.missingFunctions(in: output)
    return exercises.reduce(into: [:]) { refused, exercise in
      let file = exercise.fileName
      if let report = CompilerReport(errors, file: file, text: sources[file] ?? exercise.stub).text {
        refused[exercise.id] = report
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
    let program = scratch.appending(path: "answers").path
    let library = ["-parse-as-library", "-module-name", "\(lab.name)Exercises", "-c", "-o", object] + paths
    if let rest {
      let compiled = try tools.run(["swiftc", "-frontend"] + options + flags + library, in: scratch)
      return compiled.status == 0 ? try tools.run(rest.link(object, into: program), in: scratch) : compiled
    }
    let module = ["-wmo", "-emit-module-path", scratch.appending(path: "\(lab.name)Exercises.swiftmodule").path]
    let compiled = try tools.run(["swiftc"] + options + flags + module + library, in: scratch)
    guard compiled.status == 0 else { return compiled }
    let main = lab.folder.appending(path: "Answers/main.swift").path
    return try tools.run(
      ["swiftc"] + options + ["-module-name", "\(lab.name)Answers", main, object] + objects() + ["-o", program],
      in: scratch)
  }

  /// What every call of the compiler takes, with this folder's modules before all others.
  private var options: [String] {
    let openBLAS = lab.workspace.root.appending(path: "Sources/COpenBLAS/module.modulemap").path
    return ["-swift-version", "6", "-Onone", "-I", scratch.path, "-I", binaries.appending(path: "Modules").path]
      + ["-Xcc", "-fmodule-map-file=\(openBLAS)"] + CompilerMessage.options
  }

  /// The objects of the rooms that an answers program links.
  private func objects() throws -> [String] {
    try ["NumericCore", "AnswerWire", "\(lab.name)Questions"].flatMap { room in
      try PrebuiltRest.objects(in: binaries.appending(path: "\(room).build"))
    }
  }
}

extension RecordedExercise {
  /// The student's file without its folder.
  public var fileName: String { URL(filePath: file).lastPathComponent }
}
