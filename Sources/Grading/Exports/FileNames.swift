import Datasets

/// Names of files for students: made of the id, safe on every system, and different for different ids.
enum FileNames {
  /// The names by id.
  static func of(_ ids: [String]) -> [String: String] {
    let plain = ids.map(plain)
    // Some file systems take letters of either case for the same.
    let counts = Dictionary(plain.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
    return Dictionary(
      zip(ids, plain).map { id, name in
        let isOwn = name == id && counts[name.lowercased()] == 1
        return (id, isOwn ? name : "\(name)-\(SHA256.digest(Array(id.utf8)).prefix(8))")
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Letters, digits, hyphens and points in the middle; at most 60 of them.
  private static func plain(_ id: String) -> String {
    let allowed = id.unicodeScalars.map { scalar -> Character in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      return isPlain || scalar == "-" || scalar == "." || scalar == "_" ? Character(scalar) : "_"
    }
    let name = String(allowed.prefix(60)).trimmingPrefix { $0 == "." || $0 == "-" }
    return name.isEmpty ? "student" : String(name)
  }
}
