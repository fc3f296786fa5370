import AnswerWire
import Datasets
import Foundation
import LabKit

/// Figures that students' answers drew, kept beside the gradebook: pictures named after their bytes, and a list for each
/// submission.
///
/// The same answers give the same files, and a picture that many share is kept once.
public struct FigureShelf: Sendable {
  private let folder: URL

  /// The shelf in this folder, which needn't exist.
  public init(_ folder: URL) { self.folder = folder }

  /// A submission's list.
  private struct List: Codable {
    /// What drew them.
    var drawnBy: String
    var figures: [Entry]
  }

  private struct Entry: Codable {
    var lab: String
    var title: String
    var caption: String
    var picture: String
  }

  /// Whether the figures of a submission are here, drawn by the same programs.
  func holds(_ fingerprint: String, drawnBy programs: String) -> Bool { list(of: fingerprint)?.drawnBy == programs }

  /// Keeps a submission's figures; the list comes last, so that what it names is there.
  func keep(_ figures: [FeedbackFigure], of fingerprint: String, drawnBy programs: String) throws(GradingError) {
    do {
      let entries = try figures.map { figure in
        let name = SHA256.digest(Array(figure.png)) + ".png"
        let file = folder.appending(path: name)
        if (try? Data(contentsOf: file)) != figure.png { try WholeFile.write(figure.png, to: file) }
        return Entry(lab: figure.lab, title: figure.title, caption: figure.caption, picture: name)
      }
      let list = try Wire.encode(List(drawnBy: programs, figures: entries))
      try WholeFile.write(list + Data("\n".utf8), to: file(of: fingerprint))
    } catch { throw .unwritable("Figures can't be kept in \(folder.path): \(error)") }
  }

  /// The figures of a submission; a picture that is missing or was changed is left out.
  public func figures(of fingerprint: String) -> [FeedbackFigure] {
    (list(of: fingerprint)?.figures ?? []).compactMap { entry in
      guard let png = try? Data(contentsOf: folder.appending(path: entry.picture)),
        SHA256.digest(Array(png)) + ".png" == entry.picture
      else { return nil }
      return FeedbackFigure(lab: entry.lab, title: entry.title, png: png, caption: entry.caption)
    }
  }

  private func list(of fingerprint: String) -> List? {
    (try? Data(contentsOf: file(of: fingerprint))).flatMap { try? Wire.decode(List.self, from: $0) }
  }

  private func file(of fingerprint: String) -> URL { folder.appending(path: "\(fingerprint).json") }
}
