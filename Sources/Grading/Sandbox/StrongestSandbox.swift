import AnswerChecks
import Foundation

extension Sandbox {
  /// The strongest sandbox that this machine can build: each is tried by starting a program in it.
  ///
  /// - Throws: `GradingError` where there is none; grading without one must be asked for by name.
  public static func strongest(
    starter: URL = Sandbox.starterBesideThisProgram, user: UInt32 = 65534
  ) throws(GradingError) -> Sandbox {
    guard FileManager.default.isExecutableFile(atPath: starter.path) else {
      throw .unavailable("\(starter.path) is missing; build it with: swift build --product descent-sealed")
    }
    var complaints: [String] = []
    for kind in Kind.allCases where kind != .none {
      let sandbox = Sandbox(kind, starter: starter, user: user)
      guard let complaint = sandbox.complaint() else { return sandbox }
      complaints.append("\(kind.rawValue): \(complaint)")
    }
    throw .unavailable(
      "No sandbox can be built here, so students' code would see your files and the network; install bubblewrap, or say "
        + "--sandbox none if you trust all submissions. (\(complaints.joined(separator: "; ")))")
  }

  /// Why this machine can't build it; nothing where it can.
  func complaint() -> String? {
    #if os(macOS)
      guard kind == .sandboxExec else { return "not on this system" }
    #else
      guard kind != .sandboxExec else { return "not on this system" }
      if kind == .unshare, !isRoot { return "needs root" }
    #endif
    do {
      // Both purposes, each with a program of the system: what a namespace lacks shows at the first start.
      let probe = URL(filePath: "/usr/bin/env")
      let libraries = try SharedLibraries.loaded(by: probe)
      for purpose in [Purpose.tools, .answers] {
        let result = try LimitedTool(
          launcher: launcher(for: purpose, readable: [probe] + libraries), environment: [:], limits: Limits()
        ).run([probe.path], in: URL(filePath: "/"))
        if result.status != 0 { return result.ending ?? result.output }
      }
      return nil
    } catch {
      return "\(error)"
    }
  }
}

/// The shared libraries that a program loads, and the loader itself.
public enum SharedLibraries {
  /// Their paths, as the system's own loader finds them.
  ///
  /// The program isn't run, but its headers are read: ask about a program that was built from a blank stub, once for all
  /// that link the same.
  public static func loaded(by program: URL) throws(GradingError) -> [URL] {
    #if os(Linux)
      let listing: ToolResult
      do { listing = try BuildTool().run(["ldd", program.path], in: URL(filePath: "/")) } catch {
        throw .unavailable("ldd can't be run, which says what libraries \(program.lastPathComponent) loads: \(error).")
      }
      guard listing.status == 0 else {
        throw .badData("The libraries of \(program.path) can't be found: \(listing.output.prefix(200))")
      }
      return listing.output.split(separator: "\n").compactMap { line in
        line.split(separator: " ").first { $0.hasPrefix("/") || $0.hasPrefix("\t/") }
          .map { URL(filePath: $0.trimmingCharacters(in: .whitespaces)) }
      }
    #else
      return []
    #endif
  }
}
