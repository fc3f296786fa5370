import AnswerChecks
import Foundation
import LabKit

/// The files of a package by their place in it, as they are to lie in a folder.
struct PackageFiles {
  /// Places are relative to the package's folder.
  var files: [String: Data] = [:]
  /// The places of scripts, which can be run.
  private var scripts: Set<String> = []

  /// Adds what lies in a folder of a project, or one file of it.
  ///
  /// - Parameter isTaken: says of each place whether it belongs to the package; all do by default.
  mutating func add(
    _ place: String, of project: Workspace, where isTaken: (String) -> Bool = { _ in true }
  ) throws(GradingError) {
    let start = project.root.appending(path: place)
    do {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: start.path, isDirectory: &isFolder), isFolder.boolValue else {
        if isTaken(place) { try take(start, as: place) }
        return
      }
      for name in try FileManager.default.subpathsOfDirectory(atPath: start.path) where isTaken("\(place)/\(name)") {
        let file = start.appending(path: name)
        if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
          try take(file, as: "\(place)/\(name)")
        }
      }
    } catch { throw .unreadable("\(start.path) can't be read: \(error.localizedDescription)") }
  }

  private mutating func take(_ file: URL, as place: String) throws {
    files[place] = try Data(contentsOf: file)
    if FileManager.default.isExecutableFile(atPath: file.path) { scripts.insert(place) }
  }

  /// Puts the blank stubs of a lab in their places, as they were handed out, whatever the project's own room holds by now.
  mutating func addStubs(of book: AnswerBook, lab: LabFolder) {
    for exercise in book.exercises { files["Labs/\(lab.name)/\(exercise.file)"] = Data(exercise.stub.utf8) }
  }

  /// Makes a folder hold these files and, but for what was built there, no others. What is the same isn't touched, so that
  /// it needn't be built again.
  func synchronize(_ root: URL) throws(GradingError) {
    let manager = FileManager.default
    let present = (try? manager.subpathsOfDirectory(atPath: root.path)) ?? []
    for name in present where !name.hasPrefix(".build") && name != "Package.resolved" && files[name] == nil {
      let file = root.appending(path: name)
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      do { try manager.removeItem(at: file) } catch {
        throw .unwritable("\(file.path) is in the way and can't be removed: \(error.localizedDescription)")
      }
    }
    for (name, data) in files.sorted(by: { $0.key < $1.key }) {
      let file = root.appending(path: name)
      if (try? Data(contentsOf: file)) == data { continue }
      do { try WholeFile.write(data, to: file) } catch { throw .unwritable(error.description) }
      if scripts.contains(name) { _ = chmod(file.path, 0o755) }
    }
  }
}
