import AnswerChecks
import Foundation

/// Draws a lab's figures with the student's answers, in a process beside this one.
///
/// The lab's program believes that it writes to a terminal, so that it says how far it is.
final class FigureRun: Sendable {
  private let lab: LabFolder
  private let process: Process

  /// Where figures go, from the package's folder.
  static let output = "build/figures"

  /// Starts the lab's program; `body` is told how far it is, from another thread.
  ///
  /// - Parameter environment: what the program gets, with the lab's name; this process's own by default.
  /// - Throws: where the program can't be started.
  init(
    _ lab: LabFolder, environment: [String: String] = ProcessInfo.processInfo.environment,
    _ body: @escaping @Sendable (Drawing) -> Void
  ) throws {
    self.lab = lab
    let process = Process()
    self.process = process
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "run", lab.command, "--answers", "mine", "--output", Self.output]
    process.currentDirectoryURL = lab.workspace.root
    // On a machine without Pango, checks leave figures out of the package.
    process.environment = environment.merging(["DESCENT_LAB": lab.name, "DESCENT_FIGURES": "1"]) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    let (ours, theirs) = try Self.terminal()
    process.standardOutput = theirs
    process.standardError = theirs
    do { try process.run() } catch {
      try? ours.close()
      throw error
    }
    try? theirs.close()
    let run = self
    Thread.detachNewThread { run.follow(ours, body) }
  }

  /// Ends it with all that it started. What was drawn before stays: pictures are written whole or not at all.
  func stop() {
    guard process.isRunning else { return }
    // The process leads a group of its own. A signal that can be blocked may be: threads pass that on to what they start.
    if kill(-process.processIdentifier, SIGKILL) != 0 { kill(process.processIdentifier, SIGKILL) }
  }

  private func follow(_ terminal: FileHandle, _ body: (Drawing) -> Void) {
    var said = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(terminal.fileDescriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      // The end of a terminal whose other side is closed is an error.
      guard count > 0 else { break }
      said = String((said + String(decoding: buffer[..<count], as: UTF8.self)).suffix(4096))
      body(.running(Self.lines(in: said).last ?? ""))
    }
    try? terminal.close()
    process.waitUntilExit()
    body(process.terminationStatus == 0 ? finished : .failed(Self.reason(in: said)))
  }

  private var finished: Drawing {
    let folder = "\(Self.output)/\(lab.command)"
    let place = lab.workspace.root.appending(path: "\(folder)/manifest.json")
    guard let data = try? Data(contentsOf: place), let manifest = try? JSONDecoder().decode(Pictures.self, from: data)
    else { return .failed("The lab's program ended well, but \(folder)/manifest.json can't be read.") }
    return .done(folder: folder, pictures: manifest.figures.map(\.png))
  }

  /// The part of a manifest that names pictures.
  private struct Pictures: Decodable {
    struct Figure: Decodable { let png: String }
    let figures: [Figure]
  }

  /// What a program on a terminal says, a line each: the text without escapes, and of a line that is written over and over
  /// the last.
  static func lines(in said: String) -> [String] {
    said.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "").replacing("\r\n", with: "\n").split(separator: "\n")
      .flatMap { $0.split(separator: "\r").suffix(1) }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// The first error, or else the last words.
  private static func reason(in said: String) -> String {
    let lines = lines(in: said)
    let words = lines.first { $0.contains("error:") } ?? lines.last ?? "The lab's program said nothing."
    return "not drawn. \(words)"
  }

  /// Both ends of a new terminal: ours, and the one that a program takes for its own.
  private static func terminal() throws -> (ours: FileHandle, theirs: FileHandle) {
    let ours = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard ours >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    let handle = FileHandle(fileDescriptor: ours, closeOnDealloc: true)
    let theirs = open(try otherEnd(of: ours), O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard theirs >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    return (handle, FileHandle(fileDescriptor: theirs, closeOnDealloc: true))
  }

  /// The path of a terminal's other end, which may be opened then.
  private static func otherEnd(of terminal: Int32) throws -> String {
    #if canImport(Darwin)
      guard grantpt(terminal) == 0, unlockpt(terminal) == 0, let name = ptsname(terminal) else {
        throw POSIXError(.init(rawValue: errno) ?? .EIO)
      }
      return String(cString: name)
    #else
      // What unlockpt and ptsname do here; the C library's headers hide them from Swift.
      let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
      var (isLocked, number): (Int32, Int32) = (0, 0)
      guard ioctl(terminal, setLock, &isLocked) == 0, ioctl(terminal, getNumber, &number) == 0 else {
        throw POSIXError(.init(rawValue: errno) ?? .EIO)
      }
      return "/dev/pts/\(number)"
    #endif
  }
}
