import AnswerChecks
import Datasets
import Foundation
import LabKit
import Plotting

/// A figure of the lectures, with all that its page tells.
struct CourseFigure: Sendable {
  /// The lab's command, as `optimizers`.
  let lab: String
  let figure: Manifest.Figure
  /// The command that draws it again, to the byte.
  let command: String
  let picture: Data
  let data: Data
  /// The same data as cells.
  let table: CSVText
  /// The pixels of the picture.
  let size: (width: Int, height: Int)
  /// What is seen on it, in words; pages that show it say that.
  var seen: String?
  /// The pages that show it, each with the anchor of the place.
  var discussions: [Link] = []

  /// The address of its page.
  var address: String { "figures/\(lab)/\(figure.name).html" }
  var pictureAddress: String { "figures/\(lab)/\(figure.png)" }
  var dataAddress: String { "figures/\(lab)/\(figure.csv)" }

  /// Its name in words, as `Learning rate sensitivity`.
  var title: String {
    let words = figure.name.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What a reader who doesn't see it is told.
  var alternative: String { seen ?? Label(figure.caption).plainText }

  /// The caption, with its subscripts.
  var caption: HTML {
    Label(figure.caption.trimmingCharacters(in: .whitespaces)).runs.map { run -> HTML in
      switch run.script {
      case .normal: "\(run.text)"
      case .subscripted: "<sub>\(run.text)</sub>"
      case .superscripted: "<sup>\(run.text)</sup>"
      }
    }.joined()
  }

  /// All figures of `docs/figures`, lab by lab, each lab's in the lecture's order.
  ///
  /// - Throws: `SiteError` where a manifest can't be read, or a file of it isn't there or isn't the one that it names.
  static func all(of project: Workspace) throws(SiteError) -> [CourseFigure] {
    var figures: [CourseFigure] = []
    for folder in try SiteMap.names(in: "docs/figures", of: project.root) {
      let place = "docs/figures/\(folder)/manifest.json"
      guard project.has(place) else { continue }
      let manifest: Manifest
      do { manifest = try Manifest(contentsOf: project.root.appending(path: place)) } catch {
        throw .badData("\(place) is no manifest of a lab's run; draw the figures again: make lecture-figures")
      }
      for figure in manifest.allFigures {
        figures.append(try CourseFigure(figure, of: manifest, in: "docs/figures/\(folder)", of: project))
      }
    }
    return figures
  }

  private init(
    _ figure: Manifest.Figure, of manifest: Manifest, in folder: String, of project: Workspace
  ) throws(SiteError) {
    lab = manifest.lab
    self.figure = figure
    command =
      "swift run -c release \(manifest.lab) --seed \(manifest.seed) --scale \(manifest.scale.rawValue)"
      + " --answers \(manifest.answers.rawValue) --figure \(figure.name)"
    picture = try Self.file(figure.png, sum: figure.pngSHA256, in: folder, of: project)
    data = try Self.file(figure.csv, sum: figure.csvSHA256, in: folder, of: project)
    guard let size = Self.size(ofPNG: picture) else {
      throw .badData("\(folder)/\(figure.png) is no PNG; draw it again: make lecture-figures")
    }
    guard let table = CSVText(String(decoding: data, as: UTF8.self)) else {
      throw .badData("\(folder)/\(figure.csv) holds no table; draw it again: make lecture-figures")
    }
    (self.size, self.table) = (size, table)
  }

  private static func file(
    _ name: String, sum: String, in folder: String, of project: Workspace
  ) throws(SiteError) -> Data {
    guard project.has("\(folder)/\(name)") else {
      throw .badData("\(folder)/manifest.json names \(name), which isn't there; draw it again: make lecture-figures")
    }
    let data = try project.data(at: "\(folder)/\(name)")
    guard SHA256.digest(Array(data)) == sum else {
      throw .badData(
        "\(folder)/\(name) isn't the file that its manifest.json names; draw both again: make lecture-figures")
    }
    return data
  }

  /// Width and height stand at the same place of each PNG.
  private static func size(ofPNG data: Data) -> (width: Int, height: Int)? {
    guard data.count >= 24, data.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
    func number(at place: Int) -> Int { data[(data.startIndex + place)...].prefix(4).reduce(0) { $0 << 8 | Int($1) } }
    return (number(at: 16), number(at: 20))
  }
}
