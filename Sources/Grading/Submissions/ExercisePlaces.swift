/// Tells exercise files from everything else, by their places.
///
/// A file is taken where its name and its folders are exactly those of the course:
///
/// | fit | place | as in |
/// | --- | --- | --- |
/// | 3 | `.../Labs/<Lab>/Exercises/<File>` | a copy of the handout |
/// | 2 | `.../<Lab>/Exercises/<File>` | a copy of a lab |
/// | 1 | `.../<Lab>/<File>` | a folder a lab |
/// | 0 | anywhere else, where no folder on the way is `Labs` or a lab's | loose files |
///
/// A loose file is taken where only one lab has a file of that name.
struct ExercisePlaces: Sendable {
  private var labs: [String: Set<String>] = [:]
  private var labNames: Set<String>
  private var spellings: [String: String] = [:]

  /// What a path is.
  enum Place: Equatable {
    /// An exercise file; a larger fit is more certain.
    case exercise(KnownFile, fit: Int)
    /// Almost one: its author should know why it wasn't taken.
    case near(String)
    /// Something else.
    case other(String)
  }

  /// The places of a course's files.
  init(_ known: [KnownFile]) {
    labNames = Set(known.map(\.lab))
    for file in known {
      labs[file.name, default: []].insert(file.lab)
      spellings[file.name.lowercased()] = file.name
    }
  }

  /// What the file at `path` is.
  func place(of path: EntryPath) -> Place {
    // Swift's strings are equal where they look equal: the sign for kelvin is a K. A name of the course is ASCII.
    let name = path.last
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return .other("no exercise file of this course") }
    guard let owners = labs[name] else {
      if let spelling = spellings[name.lowercased()] {
        return .near("its name differs from \(spelling) in capital letters only; name it exactly so")
      }
      return .other(reason(for: name))
    }
    if let exact = exact(path.names, name, owners) { return exact }
    let folders = path.names.dropLast()
    if let lab = folders.first(where: { $0 == "Labs" || labNames.contains($0) }) {
      let homes = owners.sorted().map { "Labs/\($0)/Exercises" }.joined(separator: " or ")
      return .near("it lies in \(lab), and not in \(homes)")
    }
    guard owners.count == 1, let lab = owners.first else {
      return .near("several labs have a file of this name; put it in the folder of its lab")
    }
    return .exercise(KnownFile(lab: lab, name: name), fit: 0)
  }

  /// Whether `Labs/<name>` is a lab of the course.
  func isLab(_ name: String) -> Bool { labNames.contains(name) }

  /// Whether a file of this name is in the course.
  func isKnown(_ name: String) -> Bool { labs[name] != nil }

  private func exact(_ path: [String], _ name: String, _ owners: Set<String>) -> Place? {
    func folder(_ place: Int) -> String? { path.count >= place ? path[path.count - place] : nil }
    if folder(2) == "Exercises", let lab = folder(3), owners.contains(lab) {
      return .exercise(KnownFile(lab: lab, name: name), fit: folder(4) == "Labs" ? 3 : 2)
    }
    if let lab = folder(2), owners.contains(lab) { return .exercise(KnownFile(lab: lab, name: name), fit: 1) }
    return nil
  }

  private func reason(for name: String) -> String {
    name == "Package.swift" || name.hasPrefix("Package@")
      ? "a package's settings are the course's own" : "no exercise file of this course"
  }
}
