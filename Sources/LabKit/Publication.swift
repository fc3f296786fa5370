import Datasets
import Foundation
import Plotting

/// How a figure is written: the picture in the forms asked for, and its data.
struct Publication {
  let lab: String
  let options: LabOptions
  /// The lab's own options as they were given, so that the picture names the command that draws it again.
  let command: [String]

  /// Where the figures go.
  var folder: URL { URL(filePath: options.output).appending(path: lab) }

  /// Writes a drawing's files, each whole.
  func publish(_ drawing: Drawing, as name: String) throws -> Manifest.Figure {
    let scene = drawing.figure.scene(width: drawing.size.width, height: drawing.size.height)
    let png = try write(scene.png(metadata: metadata(of: name)), "\(name).png")
    let csv = try write(Array(drawing.table.csv.utf8), "\(name).csv")
    var figure = Manifest.Figure(
      name: name, caption: drawing.figure.caption ?? "", png: "\(name).png", csv: "\(name).csv", pngSHA256: png,
      csvSHA256: csv)
    if options.formats.contains(.pdf) {
      (figure.pdf, figure.pdfSHA256) = ("\(name).pdf", try write(scene.pdf(), "\(name).pdf"))
    }
    if options.formats.contains(.svg) {
      (figure.svg, figure.svgSHA256) = ("\(name).svg", try write(scene.svg(), "\(name).svg"))
    }
    return figure
  }

  /// Writes a file and returns its checksum.
  private func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try WholeFile.write(Data(bytes), to: folder.appending(path: name))
    return SHA256.digest(bytes)
  }

  private func metadata(of name: String) -> ImageMetadata {
    let words =
      ["swift run -c release", lab, "--seed \(options.seed)", "--scale \(options.scale.rawValue)"]
      + ["--answers \(options.answers.rawValue)", "--figure \(name)"] + command
    return ["Title": name, "Lab": lab, "Seed": "\(options.seed)", "Command": words.joined(separator: " ")]
  }
}
