import Foundation

/// A data set: its files, whose it is, and under what terms.
public struct Dataset: Codable, Equatable, Sendable {
  /// Its name in commands, and its folder: lower-case words with hyphens.
  public var name: String
  /// What it is, in a few words.
  public var title: String
  /// Its licence; where the publisher states none, that is said.
  public var licence: String
  /// The work to cite.
  public var citation: String
  /// The publisher's page.
  public var page: URL
  /// Its files.
  public var files: [DatasetFile]

  /// A set with all that the catalogue says of it.
  public init(name: String, title: String, licence: String, citation: String, page: URL, files: [DatasetFile]) {
    (self.name, self.title, self.licence, self.citation) = (name, title, licence, citation)
    (self.page, self.files) = (page, files)
  }

  /// The size of all its files.
  public var size: ByteCount { ByteCount(files.reduce(0) { $0 + $1.bytes }) }
}

/// The data sets that are known: `datasets/catalogue.json`.
public struct Catalogue: Codable, Equatable, Sendable {
  /// All sets, in the order in which they are listed.
  public var sets: [Dataset]

  /// A catalogue of these sets, which are not examined.
  public init(sets: [Dataset]) { self.sets = sets }

  /// The catalogue of a project: `datasets/catalogue.json` below its folder.
  public static func file(ofProject root: URL) -> URL { root.appending(path: "datasets/catalogue.json") }

  /// Reads and examines a catalogue.
  ///
  /// - Throws: `DatasetError.unreadable` or `.damagedCatalogue`, with what is wrong.
  public init(contentsOf file: URL) throws(DatasetError) {
    let data: Data
    do { data = try Data(contentsOf: file) } catch {
      throw .unreadable(path: file.path, reason: StoredFile.size(of: file).reason)
    }
    try self.init(json: data, file: file.path)
  }

  /// Reads and examines a catalogue's JSON; `file` is its name in messages.
  public init(json: Data, file: String) throws(DatasetError) {
    do { self = try JSONDecoder().decode(Self.self, from: json) } catch {
      throw .damagedCatalogue(file: file, problem: Self.clause(error))
    }
    if let problem { throw .damagedCatalogue(file: file, problem: problem) }
  }

  /// The set with this name.
  ///
  /// - Throws: `DatasetError.unknownSet`, which lists the names.
  public func set(named name: String) throws(DatasetError) -> Dataset {
    guard let set = sets.first(where: { $0.name == name }) else {
      throw .unknownSet(name, known: sets.map(\.name))
    }
    return set
  }

  /// What of it can't be right; nil when all can.
  ///
  /// Paths come to stand in file names and addresses, so they are words of plain letters: nothing can lead out of a
  /// folder.
  private var problem: String? {
    let names = sets.map(\.name)
    if sets.isEmpty { return "it names no set" }
    if Set(names).count < names.count { return "two sets have the same name" }
    for set in sets {
      if !Self.isPlain(set.name) { return "\"\(set.name)\" is no name for a set" }
      if set.files.isEmpty { return "\(set.name) has no files" }
      if Set(set.files.map(\.path)).count < set.files.count { return "\(set.name) names a file twice" }
      for file in set.files {
        if let problem = file.problem(in: set.name) { return problem }
      }
    }
    return nil
  }

  /// Letters, digits, hyphens, underscores and dots, and no dot at the start.
  fileprivate static func isPlain(_ word: some StringProtocol) -> Bool {
    !word.isEmpty && !word.hasPrefix(".")
      && word.utf8.allSatisfy { byte in
        let scalar = Unicode.Scalar(byte)
        return scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar))
      }
  }

  /// Where in the JSON it went wrong, as `sets, 0, files, 1, bytes: ...`.
  private static func clause(_ error: any Error) -> String {
    let context: DecodingError.Context
    switch error as? DecodingError {
    case .typeMismatch(_, let found), .valueNotFound(_, let found): context = found
    case .keyNotFound(let key, let found):
      context = .init(codingPath: found.codingPath, debugDescription: "there is no \"\(key.stringValue)\"")
    // Without a place in it, the whole text is at fault, and each platform has its own words for that.
    case .dataCorrupted(let found) where !found.codingPath.isEmpty: context = found
    default: return "it is no JSON"
    }
    let place = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ", ")
    let reason =
      context.debugDescription.hasSuffix(".")
      ? String(context.debugDescription.dropLast()) : context.debugDescription
    return place.isEmpty ? reason : "\(place): \(reason)"
  }
}

extension DatasetFile {
  fileprivate func problem(in set: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == set, Catalogue.isPlain(parts[1]) else {
      return "\"\(path)\" is no path of \(set): it must be \(set)/ and a plain file name"
    }
    if bytes <= 0 { return "\(path) has the size \(bytes)" }
    guard sha256.count == 64, sha256.allSatisfy({ $0.isHexDigit && !$0.isUppercase && $0.isASCII }) else {
      return "the sha256 of \(path) is not 64 hexadecimal digits in lower case"
    }
    if addresses.isEmpty { return "\(path) has no address" }
    for address in addresses where !["http", "https"].contains(address.scheme) || address.host == nil {
      return "\(path) has the address \"\(address.absoluteString)\", which is neither http nor https"
    }
    return nil
  }
}

extension Result<Int?, StoredFile.Failure> {
  /// Why there is nothing to read.
  fileprivate var reason: String {
    switch self {
    case .failure(let failure): failure.reason
    case .success(nil): "it is no file"
    case .success: "it can't be opened"
    }
  }
}
