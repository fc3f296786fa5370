import Foundation

/// All of a lab's answers program but the exercises, compiled beforehand, and how the linker puts both together.
///
/// The main program and the rooms that it links are the same for every submission. What is left for each is one call of
/// the compiler itself and one of the linker, half of what the compiler's driver takes for the whole.
public struct PrebuiltRest: Sendable {
  private let command: [String]

  /// - Parameters:
  ///   - lab: the lab.
  ///   - binaries: where the package manager has put the objects of the lab's blank program.
  ///   - scratch: an existing folder for lists of libraries.
  ///   - tools: asks the toolchain; plainly by default, since it reads no file of a student.
  /// - Returns: nothing on systems where the compiler's driver alone knows how to link.
  /// - Throws: `BuildError` where the toolchain doesn't say what it links.
  public init?(of lab: LabFolder, binaries: URL, scratch: URL, tools: any ToolRunner = BuildTool()) throws {
    #if os(Linux)
      let main = binaries.appending(path: "\(lab.name)Answers.build/main.swift.o").path
      let objects =
        try [main]
        + ["NumericCore", "AnswerWire", "\(lab.name)Questions"].flatMap { room in
          try Self.objects(in: binaries.appending(path: "\(room).build"))
        }
      let library = try Self.runtimeLibrary(scratch, tools)
      // The package manager names the entry of each program after its module.
      let entry = "--defsym=main=\(lab.name)Answers_main"
      command =
        ["clang", "-fuse-ld=lld", "-pie", "-Xlinker", "-rpath", "-Xlinker", library.folder, "-L", library.folder]
        + ["-Xlinker", entry, library.start] + objects + (try Self.libraries(of: objects, scratch, tools))
    #else
      return nil
    #endif
  }

  /// The command that links an object of exercises into a program.
  func link(_ exercises: String, into program: String) -> [String] { command + [exercises, "-o", program] }

  /// The objects of a room, in order: those of the list by which it was compiled. A source that is gone may have left one behind.
  static func objects(in folder: URL) throws -> [String] {
    let list = try Data(contentsOf: folder.appending(path: "output-file-map.json"))
    return try JSONDecoder().decode([String: [String: String]].self, from: list).values.compactMap { $0["object"] }
      .map { folder.appending(path: URL(filePath: $0).lastPathComponent).path }.sorted()
  }

  /// What the objects say that they need, as `-lswiftCore`.
  private static func libraries(of objects: [String], _ scratch: URL, _ tools: any ToolRunner) throws -> [String] {
    let list = scratch.appending(path: "libraries")
    let result = try tools.run(["swift-autolink-extract"] + objects + ["-o", list.path], in: scratch)
    guard result.status == 0 else { throw BuildError(output: result.output) }
    let words = String(decoding: try Data(contentsOf: list), as: UTF8.self).split(separator: "\n").map(String.init)
    return words.enumerated().filter { words.firstIndex(of: $1) == $0 }.map(\.element)
  }

  /// Where the language's own libraries lie, and the object that every program starts with.
  private static func runtimeLibrary(_ scratch: URL, _ tools: any ToolRunner) throws -> (folder: String, start: String)
  {
    let result = try tools.run(["swiftc", "-print-target-info"], in: scratch)
    guard result.status == 0, let target = try? JSONDecoder().decode(TargetInfo.self, from: Data(result.output.utf8)),
      let folder = target.paths.runtimeLibraryPaths.first
    else { throw BuildError(output: result.output) }
    return (folder, "\(folder)/\(target.target.arch)/swiftrt.o")
  }

  private struct TargetInfo: Decodable {
    struct Target: Decodable { let arch: String }
    struct Paths: Decodable { let runtimeLibraryPaths: [String] }
    let target: Target
    let paths: Paths
  }
}
