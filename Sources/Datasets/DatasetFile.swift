import Foundation

/// One file of a data set: where it lies, and how to know it.
public struct DatasetFile: Codable, Equatable, Sendable {
  /// Its place below a folder of data sets: the set's name, a slash, the file's name.
  public var path: String
  /// Its size in bytes.
  public var bytes: Int
  /// Its SHA-256, as 64 hexadecimal digits in lower case.
  public var sha256: String
  /// Where it can be had, in the order to try: `https` or `http`.
  public var addresses: [URL]

  /// A file with all that the catalogue says of it.
  public init(path: String, bytes: Int, sha256: String, addresses: [URL]) {
    (self.path, self.bytes, self.sha256, self.addresses) = (path, bytes, sha256, addresses)
  }
}

/// Whether a file is what the catalogue says.
public enum FileState: Equatable, Sendable {
  /// Size and checksum are the catalogue's.
  case whole
  /// Nothing lies in its place.
  case missing
  /// Something else lies in its place.
  case damaged(Damage)

  /// What is wrong with a file.
  public enum Damage: Equatable, Sendable, CustomStringConvertible {
    /// It has another size.
    case size(ByteCount, expected: ByteCount)
    /// The size is right, the bytes aren't.
    case checksum(String, expected: String)
    /// A folder or a device lies in its place.
    case noFile
    /// The system doesn't let it be read, for the reason it gives.
    case unreadable(reason: String)

    /// A clause that goes on from the file's name.
    public var description: String {
      switch self {
      case .size(let size, let expected): "has \(size) instead of \(expected)"
      case .checksum(let digest, let expected): "has the SHA-256 \(digest) instead of \(expected)"
      case .noFile: "is no file"
      case .unreadable(let reason): "can't be read: \(reason)"
      }
    }
  }
}

extension DatasetFile {
  /// Compares what lies at `place` with the catalogue: size first, then the checksum of every byte.
  public func state(at place: URL) -> FileState {
    switch StoredFile.size(of: place) {
    case .failure(let error) where error.code == ENOENT || error.code == ENOTDIR: return .missing
    case .failure(let error): return .damaged(.unreadable(reason: error.reason))
    case .success(nil): return .damaged(.noFile)
    case .success(let size?) where size != bytes:
      return .damaged(.size(ByteCount(size), expected: ByteCount(bytes)))
    case .success:
      do {
        let digest = try StoredFile.digest(of: place)
        return digest == sha256 ? .whole : .damaged(.checksum(digest, expected: sha256))
      } catch { return .damaged(.unreadable(reason: error.reason)) }
    }
  }
}
