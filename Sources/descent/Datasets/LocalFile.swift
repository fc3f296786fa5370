import Datasets
import Foundation

/// A file of this machine as a source: a mounted share, a lecturer's stick.
struct LocalFile {
  let address: URL

  /// Adds what the part lacks; returns where that started.
  func send(to part: inout PartialFile) throws -> Int {
    let start = part.length
    switch StoredFile.size(of: address) {
    case .failure(let failure): throw Obstacle.unreachable("can't be read: \(failure.reason)")
    case .success(nil): throw Obstacle.unreachable("is no file")
    case .success(let size?) where size != part.wanted: throw Obstacle.otherSize(size)
    case .success: break
    }
    let descriptor = open(address.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Obstacle.unreachable("can't be read: \(StoredFile.Failure.last.reason)") }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while !part.isComplete {
      let count = pread(descriptor, &buffer, buffer.count, off_t(part.length))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Obstacle.unreachable("can't be read: \(StoredFile.Failure.last.reason)") }
      guard count > 0 else { break }
      try buffer.withUnsafeBytes { try part.append(.init(rebasing: $0.prefix(count))) }
    }
    return start
  }
}
