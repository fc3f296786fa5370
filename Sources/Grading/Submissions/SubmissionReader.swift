import Foundation

/// Finds what a class handed in: a folder with a folder or an archive a student, as the systems that collect work name
/// them, or the archive of a whole class.
///
/// Only exercise files of the course are taken; all else is listed. Nothing is written to disk, no link is followed, and
/// nothing that a submission brings is run.
public struct SubmissionReader: Sendable {
  private let places: ExercisePlaces
  private let roster: Roster?
  private let limits: ReadingLimits

  /// A reader for these exercise files.
  ///
  /// - Parameter roster: who takes the course; without one, everybody is known by the name that their work came with.
  public init(known: [KnownFile], roster: Roster? = nil, limits: ReadingLimits = ReadingLimits()) {
    places = ExercisePlaces(known)
    self.roster = roster
    self.limits = limits
  }

  /// Reads a folder of submissions, or the archive of a whole class.
  ///
  /// - Throws: `GradingError` where there is none, or nothing in it.
  public func read(_ location: URL) throws(GradingError) -> FoundSubmissions {
    var contents = ClassContents(places: places, limits: limits)
    let name = location.standardizedFileURL.lastPathComponent
    if let folder = OpenFolder(path: location.path) {
      contents.read(folder, named: name)
    } else if let file = OpenFile(path: location.path) {
      try contents.read(file, named: name)
    } else {
      throw .unreadable(
        "There are no submissions at \(location.path); give a folder that can be read, or the archive of a whole class."
      )
    }
    if contents.groups.isEmpty {
      let notes = contents.notes.prefix(3).map { " " + $0 }.joined()
      throw .badData(
        "No submission was found in \(location.path); it should hold a folder or an archive a student.\(notes)")
    }
    return SubmissionAssembly(contents, roster).found
  }
}
