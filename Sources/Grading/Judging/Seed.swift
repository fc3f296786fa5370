import Foundation

/// The secret that a course's answers are recorded with.
public enum Seed {
  /// The seed of a gradebook's folder: the one that is kept there, or a new one that nobody can guess.
  ///
  /// It is kept so that the same submission gets the same verdict in every run. Machines that share a class are given the
  /// same file.
  /// - Throws: `GradingError` where the file can't be read or written, or holds no seed.
  public static func kept(in folder: URL) throws(GradingError) -> UInt64 {
    let file = folder.appending(path: "secret/seed")
    if FileManager.default.fileExists(atPath: file.path) {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else {
        throw .unreadable("The seed at \(file.path) can't be read.")
      }
      guard let seed = UInt64(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
        throw .badData("\(file.path) should hold a whole number, the seed of the secret answers; it doesn't.")
      }
      return seed
    }
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 1...UInt64(Int64.max), using: &generator)
    try PrivateFolder.make(file.deletingLastPathComponent())
    // Made as a new file that only its owner can read, never opened to others in between.
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .unwritable("The seed can't be kept at \(file.path): \(String(cString: strerror(errno))).")
    }
    defer { close(descriptor) }
    let text = Data("\(seed)\n".utf8)
    guard text.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == text.count,
      fsync(descriptor) == 0
    else { throw .unwritable("The seed can't be kept at \(file.path): \(String(cString: strerror(errno))).") }
    return seed
  }
}
