/// The `.git` of a checkout, read for the time of the commit that is checked out.
///
/// No git runs here: a checkout's own settings name programs that git starts (`core.fsmonitor`, `gpg.program`,
/// `core.sshCommand`), and whoever hands it in chose them. Only refs and objects are read, as bytes, and links aren't
/// followed. The time is the committer's, so it is what the committer's clock and settings said.
///
/// Source: "Git Internals" in "Pro Git" (Chacon and Straub, 2014); git's `gitformat-pack` and `gitformat-index`.
struct GitCheckout {
  private let folder: OpenFolder

  init(_ folder: OpenFolder) { self.folder = folder }

  /// Seconds since 1970 at which `HEAD` was committed; nothing where that can't be told.
  var newestCommit: Int? {
    guard let id = object(of: ["HEAD"], depth: 0) else { return nil }
    return GitObjects(folder).commit(id).flatMap(Self.time)
  }

  /// The object that a ref stands for, directly or by the name of another ref.
  private func object(of path: [String], depth: Int) -> GitObjects.ID? {
    if depth > 5 { return nil }
    guard let text = text(of: path, limit: 4096) else { return packedRef(path.joined(separator: "/")) }
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    guard line.hasPrefix("ref: ") else { return GitObjects.ID(line) }
    let target = line.dropFirst(5).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return target.first == "refs" ? object(of: target, depth: depth + 1) : nil
  }

  private func packedRef(_ name: String) -> GitObjects.ID? {
    guard let text = text(of: ["packed-refs"], limit: 16 << 20) else { return nil }
    let line = text.split(whereSeparator: \.isNewline).first { $0.hasSuffix(" " + name) }
    return line.flatMap { GitObjects.ID(String($0.dropLast(name.count + 1))) }
  }

  private func text(of path: [String], limit: Int) -> String? {
    guard let bytes = try? folder.file(at: path)?.bytes(atMost: limit) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The time in `committer Anna <anna@example.org> 1790000000 +0200`.
  private static func time(of commit: [UInt8]) -> Int? {
    for line in commit.split(separator: 10, omittingEmptySubsequences: false) {
      if line.isEmpty { return nil }
      guard line.starts(with: "committer ".utf8) else { continue }
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count >= 2, let time = Int(String(decoding: words[words.count - 2], as: UTF8.self)) else {
        return nil
      }
      return 0..<(1 << 40) ~= time ? time : nil
    }
    return nil
  }
}
