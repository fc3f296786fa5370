import Foundation

/// What the reference is made with: parts of Swift's own toolchain.
struct Toolchain: Sendable {
  let swift: Tool
  let docc: Tool
  let pkgConfig: Tool

  /// - Throws: `SiteError` with status 69 where a program is missing.
  init() throws(SiteError) {
    swift = try Tool(named: "swift", remedy: "Install Swift 6.3 from https://www.swift.org/install.")
    // DocC lies beside the compiler, and is on the path only where the whole toolchain is.
    let beside = swift.file.resolvingSymlinksInPath().deletingLastPathComponent().path
    let path = beside + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    docc = try Tool(named: "docc", on: path, remedy: "It comes with Swift's toolchain: https://www.swift.org/install.")
    pkgConfig = try Tool(named: "pkg-config", remedy: "Type: make setup")
  }
}
