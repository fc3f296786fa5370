import AnswerChecks
import Foundation

/// How one workspace's submissions are kept away from everything else: the sandbox, and what stands ready for it.
struct Seal: Sendable {
  /// Where student code is compiled and run.
  let sandbox: Sandbox
  private let workspace: URL
  private let moduleCache: URL
  private let libraries: [URL]

  /// - Parameters:
  ///   - workspace: the pristine package, built.
  ///   - moduleCache: a folder for the system's compiled modules, which are the same for all.
  init(_ sandbox: Sandbox, workspace: GradingWorkspace, moduleCache: URL, books: [AnswerBook]) throws(GradingError) {
    self.sandbox = sandbox
    self.workspace = workspace.package.root
    self.moduleCache = moduleCache
    guard let lab = workspace.labs.first, let book = books.first(where: { $0.lab == lab.command }) else {
      libraries = []
      return
    }
    // All programs link the same libraries.
    libraries = try SharedLibraries.loaded(by: workspace.blankProgram(of: lab))
    let tools = WarmingTools(tools: SealedTools(sandbox: sandbox, readable: [self.workspace], moduleCache: moduleCache))
    do {
      _ = try ExerciseCompiler(
        lab: lab, binaries: workspace.binaries,
        scratch: moduleCache.deletingLastPathComponent().appending(path: "warming"),
        tools: tools, flags: Screener.compilerFlags
      ).program(from: lab.exerciseSources(), stubs: book.exercises)
    } catch { throw .internalError("Blank stubs don't compile in the sandbox: \(error)") }
  }

  /// The compiler, inside the sandbox.
  var tools: any ToolRunner { SealedTools(sandbox: sandbox, readable: [workspace], moduleCache: moduleCache) }

  /// What starts an answers program inside the sandbox.
  func launcher(of program: StudentProgram) -> [String] {
    sandbox.launcher(forAnswers: URL(filePath: program.path), libraries: libraries)
  }

  /// Looks at files before they are compiled.
  func refusals(in files: [ExerciseFile], scratch: URL) throws -> [Refusal] {
    if files.isEmpty { return [] }
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    return try Screener(tools: tools, scratch: scratch).refusals(in: files)
  }
}

/// Tools whose first run fills the cache of modules.
private struct WarmingTools: ToolRunner {
  let tools: SealedTools

  func run(_ arguments: [String], in folder: URL) throws -> ToolResult {
    try tools.warmed(by: arguments, in: folder)
  }
}
