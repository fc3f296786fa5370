import Datasets
import Foundation

/// One file, from the first address that gives it whole.
///
/// The catalogue decides, not the server: its size bounds what is read, its checksum says what is believed.
struct Download {
  let file: DatasetFile
  let place: URL
  let addresses: [URL]
  /// How many seconds of silence end a transfer.
  let patience: Int

  /// Fetches the file and puts it in its place.
  ///
  /// - Throws: `CommandError`, when no address gave it; what has come is kept beside its place.
  func run() throws {
    let progress = TransferProgress(name: place.lastPathComponent, total: file.bytes)
    defer { progress.clear() }
    var part = try PartialFile(of: place, wanted: file.bytes, progress: progress)
    defer { part.removeIfEmpty() }
    if part.isComplete {
      if try part.has(sha256: file.sha256) { return try part.install() }
      try part.restart()
    }
    var obstacles: [Obstacle] = []
    for address in addresses {
      do {
        try get(from: address, into: &part)
        return try part.install()
      } catch let obstacle as Obstacle {
        obstacles.append(obstacle)
        progress.clear()
        if address != addresses.last { report("\(sentence(obstacle, at: address)) The next address is tried.") }
      }
    }
    throw failure(obstacles, kept: part.length)
  }

  /// Fills the part from one address, going on from what is here.
  private func get(from address: URL, into part: inout PartialFile) throws {
    do {
      let start = try transfer(address, into: &part)
      if try isRight(&part) { return }
      guard start > 0 else { throw Obstacle.otherBytes }
    } catch Obstacle.cannotContinue { try part.restart() }
    // What was here before may be what is wrong: once more, from the first byte.
    _ = try transfer(address, into: &part)
    guard try isRight(&part) else { throw Obstacle.otherBytes }
  }

  /// Gets bytes until the part is complete; returns where they started.
  private func transfer(_ address: URL, into part: inout PartialFile) throws -> Int {
    let start =
      try address.isFileURL
      ? LocalFile(address: address).send(to: &part) : Curl(patience: patience).send(address, to: &part)
    guard part.isComplete else { throw Obstacle.cutOff(part.length) }
    return start
  }

  /// Whether the complete part is the file; a wrong one is thrown away.
  private func isRight(_ part: inout PartialFile) throws -> Bool {
    if try part.has(sha256: file.sha256) { return true }
    try part.restart()
    return false
  }

  private func failure(_ obstacles: [Obstacle], kept: Int) -> CommandError {
    guard let address = addresses.last, let obstacle = obstacles.last else {
      fatalError("\(file.path) has no address; the catalogue should have been refused.")
    }
    let isAnotherFile = obstacles.allSatisfy(\.isAnotherFile)
    let advice =
      if isAnotherFile {
        "Name another server with --from, or put the file in place by hand."
      } else if kept > 0 {
        "\(ByteCount(kept)) are kept: type the same command again to go on from there."
      } else {
        "Look at the network and type the same command again, or name another server with --from."
      }
    return CommandError(
      "\(file.path) can't be fetched. \(sentence(obstacle, at: address)) \(advice)",
      exitStatus: isAnotherFile ? EX_DATAERR : EX_UNAVAILABLE)
  }

  private func sentence(_ obstacle: Obstacle, at address: URL) -> String {
    "\(address.absoluteString) \(obstacle.clause(expecting: file.bytes))."
  }

  private func report(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
