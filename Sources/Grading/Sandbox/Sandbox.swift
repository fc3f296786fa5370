import Foundation

/// What strangers' code is locked in: a value that turns a command into a sealed one.
///
/// A sealed command sees the files that it is given and no others, has no network, no home and no other processes
/// around it, runs as an unprivileged user, and can't outlive the program that started it.
public struct Sandbox: Sendable, Equatable {
  /// How commands are sealed, from strong to none.
  public enum Kind: String, Sendable, CaseIterable {
    /// bubblewrap, in namespaces of its own.
    case bubblewrap
    /// Another user in own namespaces, made by `unshare`; files that everybody may read can be read.
    case unshare
    /// macOS's own sandbox.
    case sandboxExec = "sandbox-exec"
    /// Nothing: for tests, and for code that one trusts.
    case none
  }

  /// What is sealed: the two differ in what they may start and see.
  public enum Purpose: String, Sendable {
    /// Compilers: may start processes, of which a toolchain is made, and see the system's programs and libraries.
    case tools
    /// Students' programs: may start threads but no process, and see only what they are given.
    case answers
  }

  /// How commands are sealed.
  public let kind: Kind
  /// The program that takes the last step into the sandbox, `descent-sealed`.
  let starter: URL
  /// Whether this program is root, and so must become somebody else before strangers' code runs.
  let isRoot: Bool
  /// The unprivileged user that compiles, where this program is root; answers run each as a user of its own.
  public let user: UInt32

  /// Commands run plainly.
  public static let none = Sandbox(kind: .none, starter: URL(filePath: "/"), isRoot: false, user: 0)

  /// A sandbox of this kind, whether or not the machine can build it; `strongest` finds out.
  ///
  /// - Parameters:
  ///   - starter: the path of `descent-sealed`, which lies beside this program by default.
  ///   - user: who compiles where this program is root; 65534, nobody, by default.
  public init(_ kind: Kind, starter: URL = Sandbox.starterBesideThisProgram, user: UInt32 = 65534) {
    self.init(kind: kind, starter: starter, isRoot: geteuid() == 0, user: user)
  }

  private init(kind: Kind, starter: URL, isRoot: Bool, user: UInt32) {
    self.kind = kind
    self.starter = starter.resolvingSymlinksInPath()
    self.isRoot = isRoot
    self.user = user
  }

  /// `descent-sealed` in the folder of this program, where the package manager puts it.
  public static var starterBesideThisProgram: URL {
    URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "descent-sealed")
  }

  /// The name and what it closes off, for a report.
  public var name: String {
    switch kind {
    case .bubblewrap: "bubblewrap (own namespaces\(isRoot ? ", unprivileged users" : ""))"
    case .unshare: "unshare (another user, own namespaces; files that everybody may read stay readable)"
    case .sandboxExec: "sandbox-exec (no network, only named files)"
    case .none: "none"
    }
  }

  /// The arguments of `arguments`, sealed.
  public func command(
    _ arguments: [String], for purpose: Purpose, readable: [URL], writable: [URL] = [], workingFolder: URL? = nil
  ) -> [String] {
    launcher(for: purpose, readable: readable, writable: writable, workingFolder: workingFolder) + arguments
  }

  /// What stands before a command to seal it.
  ///
  /// - Parameters:
  ///   - purpose: what is sealed.
  ///   - readable: files and folders that it may read and run, besides what `purpose` brings.
  ///   - writable: folders that it may write to; `handOver` makes them its user's.
  ///   - workingFolder: where it starts, one of these folders; `/` by default.
  public func launcher(
    for purpose: Purpose, readable: [URL], writable: [URL] = [], workingFolder: URL? = nil
  ) -> [String] {
    switch kind {
    case .bubblewrap:
      bubblewrap(purpose, readable: readable, writable: writable, workingFolder: workingFolder)
    case .unshare:
      ["/usr/bin/unshare", "--net", "--ipc", "--uts", "--mount", "--pid", "--mount-proc", "--fork", "--kill-child"]
        + ["--", starter.path] + Self.isFirst + starterArguments(purpose)
    case .sandboxExec:
      ["/usr/bin/sandbox-exec", "-p", Self.profile(readable: readable, writable: writable), starter.path]
        + starterArguments(purpose)
    case .none: []
    }
  }

  /// What stands before a program of answers: it sees itself and the libraries that it loads.
  ///
  /// - Parameter libraries: from `SharedLibraries`, once for all programs that link the same.
  public func launcher(forAnswers program: URL, libraries: [URL]) -> [String] {
    launcher(for: .answers, readable: libraries + [program])
  }

  /// Makes a folder that its user may write to, and nobody else but this program.
  public func handOver(_ folder: URL) throws {
    guard isRoot, kind != .none else { return }
    guard chown(folder.path, user, user) == 0 else {
      throw GradingError.unwritable("\(folder.path) can't be given to the user \(user).")
    }
  }

  /// How many processes and threads a sandbox may have.
  private static func processes(_ purpose: Purpose) -> Int { purpose == .tools ? 256 : 64 }

  /// Where the starter is the first process of a namespace.
  private static let isFirst = ["--first", "yes"]

  /// The starter's own arguments up to the program.
  private func starterArguments(_ purpose: Purpose) -> [String] {
    let user = isRoot ? ["--user", purpose == .tools ? "\(user)" : "own"] : []
    return user
      + ["--processes", "\(Self.processes(purpose))", "--deny", purpose.rawValue, "--status", "3", "--"]
  }
}

extension Sandbox {
  /// The places that a toolchain reads, besides itself.
  private static let systemFolders = [
    "/usr", "/lib", "/lib32", "/lib64", "/bin", "/etc/alternatives", "/etc/ld.so.cache",
  ]

  private func bubblewrap(_ purpose: Purpose, readable: [URL], writable: [URL], workingFolder: URL?) -> [String] {
    var arguments = [
      "/usr/bin/bwrap", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try",
      "--die-with-parent", "--new-session", "--hostname", "sealed", "--cap-drop", "ALL",
    ]
    // Root needs no user namespace to build the others; it needs these two to become somebody else, which loses them.
    arguments += isRoot ? ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"] : ["--unshare-user"]
    var folders = Folders()
    arguments += folders.tmpfs("/tmp", bytes: purpose == .tools ? 256 << 20 : 4 << 20)
    if purpose == .tools {
      for path in Self.systemFolders where FileManager.default.fileExists(atPath: path) {
        arguments += folders.bind("--ro-bind", path)
      }
      arguments += ["--dev", "/dev", "--proc", "/proc"]
    }
    for file in readable + [starter] { arguments += folders.bind("--ro-bind", file.path) }
    for folder in writable { arguments += folders.bind("--bind", folder.path) }
    arguments += ["--remount-ro", "/", "--chdir", workingFolder?.path ?? "/", "--as-pid-1", "--", starter.path]
    return arguments + Self.isFirst + starterArguments(purpose)
  }

  /// Keeps account of the folders on the way to what is bound: bubblewrap would make them for root alone.
  private struct Folders {
    private var made: Set<String> = ["/"]
    private var bound: Set<String> = []

    mutating func tmpfs(_ path: String, bytes: Int) -> [String] {
      made.insert(path)
      return ["--perms", "1777", "--size", "\(bytes)", "--tmpfs", path]
    }

    mutating func bind(_ option: String, _ path: String) -> [String] {
      // What lies in a folder that is bound needs no way there, and no second binding unless it may be written to.
      if isInside(path), option == "--ro-bind" { return [] }
      defer { bound.insert(path) }
      return above(path) + [option, path, path]
    }

    private func isInside(_ path: String) -> Bool { bound.contains { path == $0 || path.hasPrefix($0 + "/") } }

    private mutating func above(_ path: String) -> [String] {
      let folder = URL(filePath: path).deletingLastPathComponent().path
      guard !isInside(folder), made.insert(folder).inserted else { return [] }
      return above(folder) + ["--dir", folder]
    }
  }

  /// A profile of macOS's sandbox: everything is denied but what is named.
  private static func profile(readable: [URL], writable: [URL]) -> String {
    func paths(_ folders: [URL]) -> String {
      folders.map { "(subpath \"\($0.path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\")" }
        .joined(separator: " ")
    }
    let system = ["/usr", "/bin", "/System", "/Library", "/Applications/Xcode.app", "/private/var/db/dyld", "/dev"]
    let write = writable.isEmpty ? "" : "(allow file-write* \(paths(writable)))"
    return """
      (version 1) (deny default) (deny network*) (allow process-exec*) (allow process-fork) (allow sysctl-read)
      (allow signal (target self)) (allow mach-lookup) (allow file-read-metadata)
      (allow file-read* \(paths(system.map { URL(filePath: $0) } + readable + writable))) \(write)
      """
  }
}
