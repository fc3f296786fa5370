import AnswerChecks
import Foundation

/// Runs compilers inside a sandbox, under limits of their own.
///
/// A file can keep a type checker busy for hours or fill a disk with errors; that costs its own submission some seconds.
public struct SealedTools: ToolRunner {
  private let sandbox: Sandbox
  private let readable: [URL]
  private let writable: [URL]
  private let moduleCache: URL?
  private let limits: Limits

  /// What one run of a compiler may use: 30 seconds of processor time, 90 on the clock, 3 GiB of address space, files of
  /// 256 MB, and 1 MB of messages.
  public static let compilerLimits = Limits(
    cpuSeconds: 30, wallSeconds: 90, memoryBytes: 3 << 30, fileBytes: 256 << 20, openFiles: 1024,
    keptOutputBytes: 1 << 20)

  /// - Parameters:
  ///   - sandbox: where tools run.
  ///   - readable: what they may read besides the toolchain and the system's libraries: modules, objects, pristine files.
  ///   - writable: folders that they may write to; the folder of a run is always one of them, and exists.
  ///   - moduleCache: a folder of compiled system modules that `warmed` has filled; without one every run compiles these
  ///     anew, which takes two seconds.
  ///   - limits: what one run may use.
  public init(
    sandbox: Sandbox, readable: [URL], writable: [URL] = [], moduleCache: URL? = nil,
    limits: Limits = SealedTools.compilerLimits
  ) {
    self.sandbox = sandbox
    self.readable = readable
    self.writable = writable
    self.moduleCache = moduleCache
    self.limits = limits
  }

  /// Runs `arguments`, the first of which is a program's name or path, in `folder`, which it may write to.
  ///
  /// - Throws: `LaunchError` where the sandbox can't be built: a failure of the grader.
  public func run(_ arguments: [String], in folder: URL) throws -> ToolResult {
    let folders = writable + (writable.contains(folder) ? [] : [folder])
    for folder in folders { try sandbox.handOver(folder) }
    let toolchain = try Toolchain.found()
    let launcher = sandbox.launcher(
      for: .tools, readable: toolchain.folders + readable + (moduleCache.map { [$0] } ?? []), writable: folders,
      workingFolder: folder)
    let tool = LimitedTool(launcher: launcher, environment: toolchain.environment, limits: limits)
    var result = try tool.run(withCache(arguments), in: sandbox.kind == .none ? folder : URL(filePath: "/"))
    result.output = Self.withoutPaths(result.output, of: folders + readable)
    result.ending = (result.ending ?? endingOfFrontend(result)).map { "The compiler \($0)" }
    return result
  }

  /// How a limit ended a process that a driver had started: the driver says so and ends well itself.
  private func endingOfFrontend(_ result: ToolResult) -> String? {
    guard result.status != 0, let match = result.output.firstMatch(of: /failed due to signal (\d+)/) else { return nil }
    return LimitedTool.ending(bySignal: Int32(match.1) ?? 0, limits: limits, errorOutput: result.output)
  }

  /// These tools, after a first run of `arguments` has filled their cache of modules, which is only read from then on.
  ///
  /// - Parameter arguments: a compilation of pristine files that imports what all submissions import.
  public func warmed(by arguments: [String], in folder: URL) throws -> ToolResult {
    var first = self
    if let moduleCache {
      try FileManager.default.createDirectory(at: moduleCache, withIntermediateDirectories: true)
      first = SealedTools(
        sandbox: sandbox, readable: readable, writable: writable + [moduleCache], moduleCache: moduleCache,
        limits: limits)
    }
    return try first.run(arguments, in: folder)
  }

  private func withCache(_ arguments: [String]) -> [String] {
    guard let moduleCache, arguments.first == "swiftc" else { return arguments }
    // That it is the compiler itself which is called must stand first.
    let start = arguments.dropFirst().first == "-frontend" ? 2 : 1
    return arguments.prefix(start) + ["-module-cache-path", moduleCache.path] + arguments.dropFirst(start)
  }

  /// Messages name files as `/Exercise03.swift`: folders of the grader are nobody's business.
  static func withoutPaths(_ output: String, of folders: [URL]) -> String {
    let paths = Set(folders.flatMap { [$0.path, $0.resolvingSymlinksInPath().path] })
    return paths.sorted { $0.count > $1.count || ($0.count == $1.count && $0 < $1) }
      .reduce(output) { $0.replacing($1 + "/", with: "/") }
  }
}

/// Where the compiler lies that this program finds on its path.
struct Toolchain {
  /// What it is made of.
  let folders: [URL]
  /// All that it needs to know of this program's environment.
  let environment: [String: String]

  static func found() throws(GradingError) -> Toolchain {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let names = path.split(separator: ":").map { URL(filePath: String($0)).appending(path: "swiftc") }
    guard let compiler = names.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
      throw .unavailable("There is no swiftc on the path, which compiles submissions.")
    }
    let binaries = compiler.resolvingSymlinksInPath().deletingLastPathComponent()
    let environment = ["PATH": "\(binaries.path):/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/tmp", "TMPDIR": "/tmp"]
    return Toolchain(folders: [binaries.deletingLastPathComponent()], environment: environment)
  }
}
