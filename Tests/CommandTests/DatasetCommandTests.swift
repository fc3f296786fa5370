import Datasets
import Foundation
import Testing

/// `descent datasets` without a network: list, verify, files of this machine, and what a machine may lack.
struct DatasetCommandTests {
  private func with(_ body: (ToyProject) throws -> Void) throws {
    let project = try ToyProject()
    defer { project.remove() }
    try body(project)
  }

  private func put(_ bytes: [UInt8], in project: ToyProject) throws {
    try FileManager.default.createDirectory(at: project.folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: project.place)
  }

  @Test(arguments: [([], "no  "), (ToyProject.bytes, "yes "), ([1, 2, 3], "damaged")])
  func listSaysWhatIsHere(bytes: [UInt8], here: String) throws {
    try with { project in
      if !bytes.isEmpty { try put(bytes, in: project) }
      let result = try project.datasets("list")
      #expect(result.status == 0)
      let lines = result.output.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines.dropFirst().first == "toy   100.0 kB  \(here)  Toy numbers  CC0")
    }
  }

  @Test func verifyNamesWhatIsWrong() throws {
    try with { project in
      let looked = "Looked in \(project.root.path)/datasets.\n"
      let missing = try project.datasets("verify")
      #expect(missing.status == 0, "what isn't here isn't wrong")
      #expect(missing.output == "missing  toy/a.bin\n" + looked)
      let named = try project.datasets("verify", "toy")
      #expect(named.status == 74)
      #expect(
        named.errorOutput == "Files are missing. Get them with: swift run descent datasets fetch toy\n")

      try put(ToyProject.bytes, in: project)
      let whole = try project.datasets("verify", "toy")
      #expect(whole.status == 0)
      #expect(whole.output == "whole    toy/a.bin\n" + looked)

      try put([1, 2, 3], in: project)
      let short = try project.datasets("verify")
      #expect(short.status == 65)
      #expect(short.output == "damaged  toy/a.bin: has 3 bytes instead of 100,000 bytes\n" + looked)
      #expect(
        short.errorOutput == "Files are damaged. Get them with: swift run descent datasets fetch toy\n")

      let wrong = [UInt8](repeating: 7, count: ToyProject.size)
      try put(wrong, in: project)
      let changed = try project.datasets("verify")
      #expect(changed.status == 65)
      #expect(
        changed.output.hasPrefix(
          "damaged  toy/a.bin: has the SHA-256 \(SHA256.digest(wrong)) instead of "
            + "\(SHA256.digest(ToyProject.bytes))\n"))
    }
  }

  @Test func environmentsFolderComesFirst() throws {
    try with { project in
      let folder = project.root.appending(path: "elsewhere")
      let mirror = project.root.appending(path: "mirror/toy")
      try FileManager.default.createDirectory(at: mirror, withIntermediateDirectories: true)
      try Data(ToyProject.bytes).write(to: mirror.appending(path: "a.bin"))
      let variables = ["DESCENT_DATASETS": folder.path]
      let from = "file://\(project.root.path)/mirror"
      let fetched = try project.datasets("fetch", "--all", "--from", from, variables: variables)
      #expect(fetched.status == 0, "\(fetched.errorOutput)")
      #expect(try Data(contentsOf: folder.appending(path: "toy/a.bin")) == Data(ToyProject.bytes))
      #expect(project.contents.isEmpty)
      let verified = try project.datasets("verify", "toy", variables: variables)
      #expect(verified.status == 0)
      #expect(
        verified.output
          == "whole    toy/a.bin\nLooked in \(folder.path), then in \(project.root.path)/datasets.\n")
    }
  }

  @Test func filesOfThisMachine() throws {
    try with { project in
      let mirror = project.root.appending(path: "mirror/toy")
      let from = "file://\(project.root.path)/mirror"
      let absent = try project.datasets("fetch", "toy", "--from", from)
      #expect(absent.status == 69)
      #expect(absent.errorOutput.contains("\(from)/toy/a.bin can't be read: No such file or directory."))

      try FileManager.default.createDirectory(at: mirror, withIntermediateDirectories: true)
      try Data([1, 2, 3]).write(to: mirror.appending(path: "a.bin"))
      let other = try project.datasets("fetch", "toy", "--from", from)
      #expect(other.status == 65)
      #expect(other.errorOutput.contains("has a file of 3 bytes instead of 100,000 bytes."))
      #expect(project.contents.isEmpty)

      try Data(ToyProject.bytes).write(to: mirror.appending(path: "a.bin"))
      try project.leavePart([UInt8](repeating: 7, count: 40_000))
      let to = project.root.appending(path: "to")
      #expect(try project.datasets("fetch", "toy", "--from", from).status == 0, "a stale part is begun anew")
      #expect(project.isWhole)
      #expect(try project.datasets("fetch", "toy", "--from", from, "--to", to.path).status == 0)
      #expect(try Data(contentsOf: to.appending(path: "toy/a.bin")) == Data(ToyProject.bytes))
    }
  }

  @Test(arguments: [
    (["fetch", "tox"], "There is no data set \"tox\"; the data sets are toy."),
    (["verify", "tox"], "There is no data set \"tox\"; the data sets are toy."),
    (["fetch"], "Say which data set, or --all; the data sets are toy."),
    (["fetch", "toy", "--all"], "Name data sets or say --all, not both."),
    (
      ["fetch", "toy", "--from", "ftp://example.org"],
      "--from needs an address that starts with https://, http:// or file:///."
    ),
    (["fetch", "toy", "--from", "http://"], "--from needs an address that starts with https://, http:// or file:///."),
    (["fetch", "toy", "--patience", "0"], "--patience must be 1 to 3600 seconds."),
    (["fetch", "toy", "--to", ""], "--to needs the name of a folder."),
  ])
  func wrongUsageGetsOneSentence(arguments: [String], sentence: String) throws {
    try with { project in
      let result = try Program("descent").run(["datasets"] + arguments, in: project.root)
      #expect(result.status == 64)
      #expect(result.errorOutput == sentence + "\n")
      #expect(result.output.isEmpty)
      #expect(project.contents.isEmpty)
    }
  }

  @Test func damagedOrMissingCatalogueIsSaid() throws {
    try with { project in
      try Data("{\"sets\": [{\"name\": \"toy\"}]}".utf8).write(to: project.catalogue)
      let damaged = try project.datasets("list")
      #expect(damaged.status == 65)
      #expect(
        damaged.errorOutput
          == "\(project.catalogue.path) is damaged: sets, 0: there is no \"title\". Get the file again.\n")
      try FileManager.default.removeItem(at: project.catalogue)
      let missing = try project.datasets("list")
      #expect(missing.status == 74)
      #expect(missing.errorOutput == "\(project.catalogue.path) can't be read: No such file or directory.\n")
    }
  }

  @Test func placesThatCanNotBeWritten() throws {
    try with { project in
      try Data(ToyProject.bytes).write(to: project.root.appending(path: "a.bin"))
      try FileManager.default.createDirectory(
        at: project.root.appending(path: "mirror/toy"), withIntermediateDirectories: true)
      try Data(ToyProject.bytes).write(to: project.root.appending(path: "mirror/toy/a.bin"))
      let from = "file://\(project.root.path)/mirror"

      let inFile = try project.datasets("fetch", "toy", "--from", from, "--to", project.root.path + "/a.bin")
      #expect(inFile.status == 73)
      #expect(
        inFile.errorOutput
          == "\(project.root.path)/a.bin/toy can't be written: Not a directory. Choose another folder with --to.\n")

      try FileManager.default.createDirectory(
        at: project.place.appending(path: "inside"), withIntermediateDirectories: true)
      let onFolder = try project.datasets("fetch", "toy", "--from", from)
      #expect(onFolder.status == 73)
      #expect(onFolder.errorOutput.hasPrefix("\(project.place.path) can't be written: "))
    }
  }

  /// A limit on the size of files stands for a full disk: writing fails in the middle.
  @Test func fullDiskKeepsWhatCame() throws {
    try with { project in
      try FileManager.default.createDirectory(
        at: project.root.appending(path: "mirror/toy"), withIntermediateDirectories: true)
      try Data(ToyProject.bytes).write(to: project.root.appending(path: "mirror/toy/a.bin"))
      let from = "file://\(project.root.path)/mirror"
      let limited = ["/bin/bash", "-c", "trap '' XFSZ; ulimit -f 40; exec \"$0\" \"$@\""]
      let full = try project.datasets("fetch", "toy", "--from", from, through: limited)
      #expect(full.status == 73)
      #expect(
        full.errorOutput
          == "\(project.part.path) can't be written: File too large. Choose another folder with --to.\n")
      #expect(project.keeps(40_960))
      #expect(try project.datasets("fetch", "toy", "--from", from).status == 0)
      #expect(project.isWhole)
    }
  }

  @Test func machineWithoutCurlIsTold() throws {
    try with { project in
      let result = try project.datasets("fetch", "toy", variables: ["PATH": project.root.path])
      #expect(result.status == 69)
      #expect(result.errorOutput.hasPrefix("Fetching needs the program curl, and there is none here."))
      #expect(project.contents.isEmpty)
    }
  }

  #if os(Linux)
    /// The line that shows how far a file is belongs to people: on a terminal it is there, and it is gone at the end.
    @Test func progressIsShownOnATerminal() throws {
      let server = try MisbehavingServer(.serving(ToyProject.bytes))
      defer { server.stop() }
      let project = try ToyProject(addresses: [server.address])
      defer { project.remove() }
      let terminal = ["/bin/sh", "-c", "exec script --quiet --return --command \"$0 $*\" /dev/null"]
      let result = try project.datasets("fetch", "toy", through: terminal)
      #expect(result.status == 0)
      #expect(result.output.contains("\r\u{1B}[Ka.bin  100.0 kB of 100.0 kB  100 %  "))
      let lastLine = result.output.components(separatedBy: "\r\u{1B}[K").last
      #expect(lastLine?.hasPrefix("\(project.place.path): 100,000 bytes, verified") == true, "the line is gone")
    }
  #endif
}

/// The files that the catalogue is about.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["DESCENT_DATASETS"] != nil,
    "DESCENT_DATASETS names no folder with the real data sets"))
struct RealDatasetTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-real-\(UUID().uuidString)")

  @Test func allAreWhole() throws {
    let result = try Program("descent").run("datasets", "verify")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("whole    ") } == 16)
    #expect(lines.count == 17)
  }

  /// 46 MB from one folder to another, through a server that cuts the six large files off once.
  @Test func allComeOverABrokenConnection() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = try #require(ProcessInfo.processInfo.environment["DESCENT_DATASETS"].map { URL(filePath: $0) })
    let behaviour = MisbehavingServer.Behaviour { request in
      guard let bytes = try? [UInt8](Data(contentsOf: data.appending(path: request.path))) else {
        return [.reply("404 Not Found")]
      }
      let isCutOff = request.start == nil && bytes.count > 1_000_000
      return MisbehavingServer.Behaviour.resuming(
        .serving(bytes), whole: isCutOff ? .cuttingOff(bytes, after: bytes.count / 2) : .serving(bytes)
      ).steps(request)
    }
    let server = try MisbehavingServer(behaviour)
    defer { server.stop() }
    let arguments = ["datasets", "fetch", "--all", "--from", server.address, "--to", folder.path]
    let variables = ["no_proxy": "*", "NO_PROXY": "*"]
    for attempt in 0...6 {
      let result = try Program("descent").run(arguments, variables: variables)
      #expect(result.status == (attempt < 6 ? 69 : 0), "\(result.errorOutput)")
    }
    #expect(server.requests.count { $0.start == nil } == 16)
    #expect(server.requests.count { $0.start != nil } == 6)
    let catalogue = try Catalogue(contentsOf: Catalogue.file(ofProject: Program.root))
    for file in catalogue.sets.flatMap(\.files) {
      #expect(DatasetFolders(only: folder).state(of: file) == .whole, "\(file.path)")
    }
  }
}
