/// Where something lies in a submission: the names on the way to it, made printable.
///
/// It is compared with the places of exercise files, and shown. It is never opened: an archive's names lead nowhere.
struct EntryPath: Equatable {
  /// The names, the thing's own last; one at least.
  var names: [String]

  /// A path of these names.
  init(_ names: [String]) { self.names = names }

  /// As an archive writes it, parted by slashes.
  ///
  /// - Throws: `Refusal`, for a path that leads out of the archive or is too long.
  init(bytes: [UInt8]) throws(Refusal) {
    let shown = PrintableName.of(bytes)
    if bytes.count > 4096 { throw Refusal(name: shown, reason: "its path is too long") }
    if bytes.first == UInt8(ascii: "/") { throw Refusal(name: shown, reason: "its path is absolute") }
    let parts = bytes.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual([UInt8(ascii: ".")]) }
    if parts.contains(where: { $0.elementsEqual("..".utf8) }) {
      throw Refusal(name: shown, reason: "its path leads out of the archive")
    }
    if parts.isEmpty { throw Refusal(name: shown, reason: "it has no name") }
    if parts.count > 64 { throw Refusal(name: shown, reason: "it lies more than 64 folders deep") }
    names = parts.map { PrintableName.of($0, longest: 1000) }
  }

  /// A path that isn't followed, and why not.
  struct Refusal: Error, Equatable {
    /// The path, printable.
    var name: String
    /// One clause.
    var reason: String
  }

  /// The thing's own name.
  var last: String { names.last ?? "" }
  /// The path as a report shows it.
  var shown: String { PrintableName.of(names.joined(separator: "/")) }

  /// The path of something in this folder or archive.
  func appending(_ name: String) -> EntryPath { EntryPath(names + [name]) }
}
