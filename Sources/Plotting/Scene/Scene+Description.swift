extension Scene: CustomStringConvertible {
  /// The scene as text for snapshots: a line an element, numbers rounded to three decimals.
  public var description: String {
    var lines = ["scene \(rounded3(width)) x \(rounded3(height))"]
    for group in groups {
      let panel = group.panel.map { " of chart \($0)" } ?? ""
      let clip = group.clip.map { " within \($0.description)" } ?? ""
      lines.append("\(group.role.rawValue)\(panel)\(clip)")
      lines += group.elements.map { "  " + $0.description }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Scene.Element: CustomStringConvertible {
  /// One line of a snapshot.
  public var description: String {
    switch self {
    case .path(let lines, let fill, let stroke):
      let inside = fill.map { " fill \($0.hexadecimal)" } ?? ""
      let outline = stroke.map { " \($0.description)" } ?? ""
      return "path\(inside)\(outline): " + lines.map(\.description).joined(separator: " | ")
    case .symbols(let symbol, let points, let size, let color):
      return "\(symbol) \(rounded3(size)) \(color.hexadecimal): " + points.map(\.description).joined(separator: " ")
    case .text(let run): return run.description
    case .image(let image, let rect): return "image \(image.width) x \(image.height) in \(rect.description)"
    }
  }
}

extension Point: CustomStringConvertible {
  /// `x,y`
  public var description: String { rounded3(x) + "," + rounded3(y) }
}

extension Rect: CustomStringConvertible {
  /// `x,y width x height`
  public var description: String { "\(rounded3(x)),\(rounded3(y)) \(rounded3(width)) x \(rounded3(height))" }
}

extension Polyline: CustomStringConvertible {
  /// The points, with `closed` where the line is.
  public var description: String { points.map(\.description).joined(separator: " ") + (isClosed ? " closed" : "") }
}

extension Stroke: CustomStringConvertible {
  /// Colour, width and dashes.
  public var description: String {
    let dashes = dash.isEmpty ? "" : " dash " + dash.map(rounded3).joined(separator: ",")
    return "stroke \(color.hexadecimal) \(rounded3(width))\(dashes)"
  }
}

extension TextRun: CustomStringConvertible {
  /// Words with scripts as `_{...}` and `^{...}`, then size, weight, colour, place and turn.
  public var description: String {
    let words = label.runs.map { run in
      switch run.script {
      case .normal: run.text
      case .subscripted: "_{\(run.text)}"
      case .superscripted: "^{\(run.text)}"
      }
    }.joined()
    let turned = rotation == 0 ? "" : " turned \(rounded3(rotation))"
    return "text \"\(words)\" \(rounded3(size))\(isBold ? " bold" : "") \(color.hexadecimal) at \(origin)\(turned)"
  }
}
