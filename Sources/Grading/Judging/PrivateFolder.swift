import Foundation

/// Folders with names, marks, code or answers: whoever runs this program reads them, and nobody else.
public enum PrivateFolder {
  /// Makes one, and those on the way to it, where there is none.
  public static func make(_ folder: URL) throws(GradingError) {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw .unwritable("The folder \(folder.path) can't be made: \(error.localizedDescription)") }
  }
}
