import AnswerChecks
import Foundation

/// How one workspace's submissions are kept away from everything else: the sandbox, and what stands ready for it.
struct Seal: Sendable {
  /// Where student code is compiled and run.
  let sandbox: Sandbox
  private let workspace: URL
  private let binaries: URL
  private let moduleCache: URL
  private let libraries: [URL]
  private let rests: [String: PrebuiltRest]

  /// - Parameters:
  ///   - workspace: the pristine package, built.
  ///   - moduleCache: a folder for the system's compiled modules, which are the same for all.
  init(_ sandbox: Sandbox, workspace: GradingWorkspace, moduleCache: URL, books: [AnswerBook]) throws(GradingError) {
    self.sandbox = sandbox
    self.workspace = workspace.package.root
    binaries = workspace.binaries
    self.moduleCache = moduleCache
    let cache = moduleCache.deletingLastPathComponent()
    rests = try Self.rests(of: workspace, scratch: cache.appending(path: "rests"))
    libraries = try Self.libraries(of: workspace)
    let tools = WarmingTools(tools: SealedTools(sandbox: sandbox, readable: [self.workspace], moduleCache: moduleCache))
    // Every lab: they import different modules of the system.
    for lab in workspace.labs {
      guard let book = books.first(where: { $0.lab == lab.command }) else { continue }
      do {
        _ = try compiler(of: lab, in: cache.appending(path: "warming"), tools: tools)
          .program(from: lab.exerciseSources(), stubs: book.exercises)
      } catch { throw .internalError("Blank stubs of \(lab.command) don't compile in the sandbox: \(error)") }
    }
  }

  /// What the programs of all labs load, each once.
  private static func libraries(of workspace: GradingWorkspace) throws(GradingError) -> [URL] {
    var libraries: [URL] = []
    for lab in workspace.labs {
      let loaded = try SharedLibraries.loaded(by: workspace.blankProgram(of: lab))
      libraries += loaded.filter { !libraries.contains($0) }
    }
    return libraries
  }

  /// All but the exercises of each lab, by the lab's folder.
  private static func rests(
    of workspace: GradingWorkspace, scratch: URL
  ) throws(GradingError) -> [String: PrebuiltRest] {
    do {
      try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
      return try workspace.labs.reduce(into: [:]) { rests, lab in
        rests[lab.name] = try PrebuiltRest(of: lab, binaries: workspace.binaries, scratch: scratch)
      }
    } catch { throw .internalError("What all submissions link can't be found: \(error)") }
  }

  /// Compiles a lab's exercises inside the sandbox.
  func compiler(of lab: LabFolder, in scratch: URL) -> ExerciseCompiler { compiler(of: lab, in: scratch, tools: tools) }

  private func compiler(of lab: LabFolder, in scratch: URL, tools: any ToolRunner) -> ExerciseCompiler {
    ExerciseCompiler(
      lab: lab, binaries: binaries, scratch: scratch, tools: tools, flags: Screener.compilerFlags, rest: rests[lab.name]
    )
  }

  /// The compiler, inside the sandbox.
  var tools: any ToolRunner { SealedTools(sandbox: sandbox, readable: [workspace], moduleCache: moduleCache) }

  /// What starts an answers program inside the sandbox.
  func launcher(of program: StudentProgram) -> [String] {
    sandbox.launcher(forAnswers: URL(filePath: program.path), libraries: libraries)
  }

  /// Looks at files before they are compiled.
  func refusals(in files: [ExerciseFile], scratch: URL) throws -> [Refusal] {
    try Screener(tools: tools, scratch: scratch).refusals(in: files)
  }
}

/// Tools whose first run fills the cache of modules.
private struct WarmingTools: ToolRunner {
  let tools: SealedTools

  func run(_ arguments: [String], in folder: URL) throws -> ToolResult {
    try tools.warmed(by: arguments, in: folder)
  }
}
