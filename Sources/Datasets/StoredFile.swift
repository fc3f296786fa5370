import Foundation

/// Questions about a file on disk, with the system's own reason where it gives no answer.
public enum StoredFile {
  /// Why the system gave no answer.
  public struct Failure: Error, Equatable {
    /// The system's error number.
    public let code: Int32

    /// The failure that the system has just reported.
    public static var last: Self { Self(code: errno) }

    /// The system's words for it.
    public var reason: String { String(cString: strerror(code)) }
  }

  /// The size in bytes; nil for what is no regular file, such as a folder.
  public static func size(of file: URL) -> Result<Int?, Failure> {
    var status = stat()
    guard stat(file.path, &status) == 0 else { return .failure(.last) }
    return .success(status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil)
  }

  /// The SHA-256 of a file, read in pieces, as 64 hexadecimal digits.
  public static func digest(of file: URL) throws(Failure) -> String {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      guard count > 0 else { return hash.digest() }
      hash.update(buffer.span.bytes.extracting(0..<count))
    }
  }
}
