import AnswerChecks
import Foundation
import Testing

@testable import Grading

extension WorkspaceTests {
  /// Each attack with the screen left out: compiled and run where submissions are. The sandbox alone must hold it.
  @Suite struct AttackTests {
    /// One workspace, and what the attacks are after.
    struct Scene {
      let folder: WorkFolder
      let judge: SubmissionJudge
      let lab: MadeUpLab
      let places: Attack.Places
      private let door: Door

      init() throws {
        folder = try WorkFolder("attacks")
        for (name, text) in [
          ("outside/verdicts.jsonl", "{}\n"), ("outside/gradebook.sqlite", "SQLite\n"),
          ("submissions/somebody.zip", "PK"),
        ] { try folder.write(text, to: name) }
        let secrets = folder.url.appending(path: "secret")
        judge = try WorkspaceTests.judge(labs: ["optimizers"], secrets: secrets)
        lab = try MadeUpLab(Workspace(root: root).lab("optimizers"))
        try folder.write("1\n", to: "secret/seed")
        door = try Door()
        var places = Attack.Places()
        places.secrets = secrets.path
        places.submissions = folder.url.appending(path: "submissions").path
        places.outside = folder.url.appending(path: "outside").path
        places.scratch = folder.url.appending(path: "scratch").path
        places.port = door.port
        self.places = places
        // Everybody may read and write here; it is the sandbox that keeps them from it.
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.url.path) {
          try FileManager.default.setAttributes(
            [.posixPermissions: 0o777], ofItemAtPath: folder.url.appending(path: path).path)
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.url.path)
      }

      /// The verdicts on attacks that are built into one program, an exercise each, without a look at them before.
      func verdicts(on attacks: [Attack]) throws -> [Verdict] {
        let ids = lab.book.exercises.map(\.id)
        let answers = try Dictionary(
          uniqueKeysWithValues: zip(ids, attacks).map { ($0, try $1.answer(to: $0, knowing: places)) })
        let program = try program(of: lab.files(answers))
        let limits = Limits(cpuSeconds: 1, wallSeconds: 5)
        let book = judge.books[0]
        let check = LabCheck(book, program: program, limits: limits)
        return zip(book.exercises, attacks).map { exercise, _ in check.verdict(on: exercise) }
      }

      /// Compiles files as the judge does, but for the screen and the flags that belong to it.
      private func program(of files: [ExerciseFile]) throws -> StudentProgram {
        guard let folder = judge.workspace.lab("optimizers") else { throw GradingError.usage("There is no lab.") }
        var sources = try folder.exerciseSources()
        for file in files { sources[file.name] = file.text }
        let compiler = ExerciseCompiler(
          lab: folder, binaries: judge.workspace.binaries,
          scratch: URL(filePath: places.scratch).appending(path: UUID().uuidString), tools: judge.seal.tools)
        var program = try compiler.program(from: sources, stubs: judge.books[0].exercises)
        program.launcher = judge.seal.launcher(of: program)
        return program
      }

      /// What attacks left behind, and whether one came to the door.
      func marks() throws -> [String] {
        let known: Set = ["outside/verdicts.jsonl", "outside/gradebook.sqlite"]
        let files = try filesBelow(folder.url).map(\.key).filter { $0.contains("was-here") }
        let changed = try known.filter {
          try !["{}\n", "SQLite\n"].contains(String(contentsOf: folder.url.appending(path: $0), encoding: .utf8))
        }
        let inProject = FileManager.default.fileExists(atPath: root.appending(path: "was-here").path) ? ["project"] : []
        return files + changed + inProject + (door.hasVisitor ? ["the door"] : [])
      }
    }

    @Test(
      "Attacks that no screen stops are held by bubblewrap alone", .enabled(if: hasBubblewrap, "needs bubblewrap"))
    func sealedOnly() throws {
      let scene = try Scene()
      let before = processes()
      let together = Attack.all.filter { !$0.isAlone }
      let size = scene.lab.book.exercises.count
      for start in stride(from: 0, to: together.count, by: size) {
        let attacks = Array(together[start...].prefix(size))
        try expect(attacks, scene.verdicts(on: attacks))
      }
      for attack in Attack.all where attack.isAlone { try expect([attack], scene.verdicts(on: [attack])) }
      #expect(try scene.marks().isEmpty)
      #expect(processes().subtracting(before).isEmpty)
    }

    private func expect(_ attacks: [Attack], _ verdicts: [Verdict]) throws {
      #expect(attacks.count == verdicts.count)
      for (attack, verdict) in zip(attacks, verdicts) {
        let account =
          "\(attack.name): \(verdict.status.rawValue), \(verdict.detail ?? ""), \(verdict.printed.prefix(300))"
        #expect(verdict.status == attack.sealed, "\(account)")
        #expect(verdict.points == 0, "\(account)")
        #expect(attack.printed.isEmpty || verdict.printed.contains(attack.printed), "\(account)")
      }
    }

    @Test(
      "The screen refuses every attack, in words that name what isn't allowed, read by a parser in bubblewrap",
      .enabled(if: hasBubblewrap, "needs bubblewrap"))
    func screened() throws {
      let lab = try MadeUpLab(Workspace(root: root).lab("optimizers"))
      let scratch = try WorkFolder("screen")
      let tools = SealedTools(sandbox: Sandbox(.bubblewrap), readable: [])
      let files = try Attack.all.map { attack in
        var files = try lab.files(["1.3": attack.answer(to: "1.3")])
        files[0].name = "\(attack.name).swift"
        return files[0]
      }
      let refusals = Dictionary(
        grouping: try Screener(tools: tools, scratch: scratch.url).refusals(in: files), by: \.file)
      for attack in Attack.all {
        let own = refusals["\(attack.name).swift"] ?? []
        #expect(own.contains { $0.sentence.contains(attack.refusal) }, "\(attack.name): \(own)")
      }
    }

    @Test func everyFileOfAttacksIsListed() throws {
      let files = try FileManager.default.contentsOfDirectory(atPath: Attack.folder.path)
      #expect(files.sorted() == Attack.all.map { "\($0.name).swift" }.sorted())
    }

    /// The processes of answers programs on this machine, this test's own among them.
    private func processes() -> Set<String> {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return Set(
        names.filter { name in
          guard Int(name) != nil, let data = try? Data(contentsOf: URL(filePath: "/proc/\(name)/cmdline")) else {
            return false
          }
          return String(decoding: data, as: UTF8.self).contains("/attacks-")
        })
    }
  }
}

/// A port of this machine that notes whether somebody knocks.
private final class Door: Sendable {
  private let socket: Int32
  let port: Int

  init() throws {
    #if canImport(Glibc)
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    #else
      socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
      _ = fcntl(socket, F_SETFL, O_NONBLOCK)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = socket
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length) == 0 && listen(socket, 8) == 0 && getsockname(socket, address, &length) == 0
      }
    }
    guard status else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  deinit { close(socket) }

  var hasVisitor: Bool {
    let visitor = accept(socket, nil, nil)
    if visitor >= 0 { close(visitor) }
    return visitor >= 0
  }
}
