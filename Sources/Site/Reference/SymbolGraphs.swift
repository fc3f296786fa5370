import AnswerChecks
import Foundation

/// What the compiler knows of the public declarations of rooms, in files that DocC reads.
struct SymbolGraphs: Sendable {
  /// A folder a room, in the order asked for.
  let folders: [(room: String, folder: URL)]
  /// The public declarations that no comment tells of, as `Sources/Plotting/Chart.swift:12: Chart.legend`.
  let undocumented: [String]

  /// Extracts them from rooms that are built.
  init(
    of rooms: [String], builtIn build: URL, project: Workspace, with toolchain: Toolchain, in scratch: ScratchFolder
  ) throws(SiteError) {
    let flags = try Self.flags(builtIn: build, project: project, toolchain)
    var folders: [(String, URL)] = []
    var undocumented: [String] = []
    for room in rooms {
      let module = build.appending(path: "Modules/\(room).swiftmodule")
      guard FileManager.default.fileExists(atPath: module.path) else {
        throw .unavailable("\(room) isn't built in \(build.path). Type: make site")
      }
      let folder = scratch.folder.appending(path: "graphs/\(room)")
      do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
        throw .unwritable("\(folder.path): \(error)")
      }
      let outcome = try toolchain.swift.run(
        ["symbolgraph-extract", "-module-name", room, "-output-dir", folder.path] + flags)
      guard outcome.status == 0 else {
        throw .internalError("The declarations of \(room) can't be read: \(outcome.errorOutput)")
      }
      folders.append((room, folder))
      undocumented += try Self.undocumented(in: folder, root: project.root)
    }
    self.folders = folders
    self.undocumented = undocumented
  }

  private static func flags(
    builtIn build: URL, project: Workspace, _ toolchain: Toolchain
  ) throws(SiteError) -> [String] {
    var flags = [
      "-minimum-access-level", "public", "-skip-synthesized-members", "-emit-extension-block-symbols",
      "-I", build.appending(path: "Modules").path, "-target", try target(toolchain.swift),
    ]
    for folder in try SiteMap.names(in: "Sources", of: project.root)
    where project.has("Sources/\(folder)/module.modulemap") {
      flags += ["-I", project.root.appending(path: "Sources/\(folder)").path]
    }
    let maps = (try? FileManager.default.contentsOfDirectory(atPath: build.path))?.sorted() ?? []
    for folder in maps.map({ build.appending(path: $0).appending(path: "module.modulemap").path })
    where FileManager.default.fileExists(atPath: folder) {
      flags += ["-Xcc", "-fmodule-map-file=\(folder)"]
    }
    let headers = try toolchain.pkgConfig.run(["--cflags-only-I", "pangocairo", "cairo", "libpng", "zlib", "openblas"])
    for flag in String(decoding: headers.output, as: UTF8.self).split(whereSeparator: \.isWhitespace) {
      flags += ["-Xcc", String(flag)]
    }
    #if os(macOS)
      let sdk = try Tool(named: "xcrun", remedy: "Type: xcode-select --install").run(["--show-sdk-path"])
      flags += ["-sdk", String(decoding: sdk.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)]
    #endif
    return flags
  }

  private static func target(_ swift: Tool) throws(SiteError) -> String {
    struct Information: Decodable {
      struct Target: Decodable { var triple: String }
      var target: Target
    }
    let outcome = try swift.run(["-print-target-info"])
    do { return try JSONDecoder().decode(Information.self, from: outcome.output).target.triple } catch {
      throw .internalError("swift -print-target-info can't be read: \(error)")
    }
  }

  /// The part of a symbol graph that is looked at here.
  private struct Graph: Decodable {
    struct Symbol: Decodable {
      struct Kind: Decodable { var identifier: String }
      struct Comment: Decodable {}
      struct Location: Decodable {
        struct Position: Decodable { var line: Int }
        var uri: String
        var position: Position
      }
      var kind: Kind
      var pathComponents: [String]
      var docComment: Comment?
      var location: Location?
    }
    var symbols: [Symbol]
  }

  /// What the compiler made by itself has no location, an extension says nothing of its own, and members that a package's
  /// protocol brings are documented there: these need no comment.
  private static func undocumented(in folder: URL, root: URL) throws(SiteError) -> [String] {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      let graphs = try names.map {
        try JSONDecoder().decode(Graph.self, from: Data(contentsOf: folder.appending(path: $0)))
      }
      let sources = "file://\(root.resolvingSymlinksInPath().path)/Sources/"
      let symbols = graphs.flatMap(\.symbols)
      guard symbols.contains(where: { $0.location?.uri.hasPrefix(sources) == true }) else {
        throw SiteError.internalError("The declarations in \(folder.lastPathComponent) aren't those of \(sources)")
      }
      return symbols.compactMap { symbol -> String? in
        guard symbol.docComment == nil, let location = symbol.location, symbol.kind.identifier != "swift.extension",
          location.uri.hasPrefix(sources)
        else { return nil }
        let file = location.uri.dropFirst(sources.count - "Sources/".count)
        return "\(file):\(location.position.line + 1): \(symbol.pathComponents.joined(separator: "."))"
      }
    } catch let error as SiteError { throw error } catch {
      throw .internalError("A symbol graph in \(folder.path) can't be read: \(error)")
    }
  }
}
