import AnswerChecks
import LabKit
import NumericCore
import Plotting

/// What a figure shows: charts beside each other, the numbers that the page quotes, and a caption.
struct Picture: Sendable {
  /// From left to right.
  var panels: [Panel]
  /// Named numbers for the manifest.
  var results: [String: Value]
  /// What the lines are, in a few sentences.
  var caption: String

  /// The figure with its data, a row a point.
  func drawing(_ name: String, credit: String) -> Drawing {
    var table = Table("panel", "line", "role", "x", "y")
    for panel in panels {
      for line in panel.lines {
        for (x, y) in zip(line.x, line.y) {
          table.append(.text(panel.name), .text(line.name), .text(line.role.rawValue), .number(x), .number(y))
        }
      }
    }
    let figure = Figure(caption: caption + credit, columns: panels.count) { panels.map(\.chart) }
    return Drawing(
      figure.textScale(panels.count > 1 ? 1.12 : 1), table: table, results: [name: .record(results)],
      size: (panels.count > 1 ? 1600 : 1200, 900))
  }
}

/// One chart: the title says what is found.
struct Panel: Sendable {
  /// What is drawn against what, in the data's file.
  var name: String
  /// The finding.
  var title: String
  /// The axes.
  var x: Axis
  /// The axes.
  var y: Axis
  /// What is compared.
  var lines: [Line]
  /// Level and upright lines with words beside them.
  var rules: [RuleMark] = []

  /// An axis: its words, its spacing, and its ends where data don't choose them.
  struct Axis: Sendable {
    var label: String
    var scale: ScaleKind
    var domain: ClosedRange<Double>?

    init(_ label: String, _ scale: ScaleKind = .linear, domain: ClosedRange<Double>? = nil) {
      (self.label, self.scale, self.domain) = (label, scale, domain)
    }
  }

  var chart: Chart {
    Chart(title) {
      for rule in rules { rule.foregroundStyle(.gray).lineStyle(width: 0.6) }
      // What is right is drawn last, over all others.
      for line in lines.sorted(by: { $0.role.order < $1.role.order }) { line.marks }
      for line in lines { line.words }
    }
    .xAxis(x.label, scale: x.scale, domain: x.domain).yAxis(y.label, scale: y.scale, domain: y.domain)
    .legend(.hidden)
  }
}

/// A line of a chart, with its name written beside it.
struct Line: Sendable {
  /// What a line stands for, which decides how it looks.
  enum Role: String, Sendable {
    /// What is right: loud.
    case right
    /// What a slide says: dashed, in the colour of warnings.
    case slip
    /// A second slip, or the same from another start.
    case otherSlip = "other slip"

    fileprivate var order: Int { self == .right ? 1 : 0 }

    fileprivate var color: Color {
      switch self {
      case .right: .blue
      case .slip: .vermillion
      case .otherSlip: .wine
      }
    }

    fileprivate var dash: LineDash {
      switch self {
      case .right: .solid
      case .slip: .dashed
      case .otherSlip: .dashDotted
      }
    }
  }

  /// Where the name stands, and which point of the words lies there.
  struct Place: Sendable {
    var x: Double
    var y: Double
    var anchor: TextAnchor

    static func at(_ x: Double, _ y: Double, _ anchor: TextAnchor = .center) -> Place {
      Place(x: x, y: y, anchor: anchor)
    }
  }

  /// As the chart and the data's file name it.
  var name: String
  var role: Role
  var x: [Double]
  var y: [Double]
  /// Where the name stands; nothing for a line that shares another's name.
  var place: Place?
  /// Whether single points are drawn in place of a line.
  var isPoints = false

  @MarkBuilder fileprivate var marks: [any Mark] {
    if isPoints {
      PointMark(x: x, y: y).foregroundStyle(role.color)
        .symbol(role == .right ? .circle : .diamond, size: role == .right ? 0.9 : 1.1)
    } else {
      LineMark(x: x, y: y).foregroundStyle(role.color)
        .lineStyle(width: role == .right ? 1.7 : 1.4, dash: role.dash)
    }
  }

  @MarkBuilder fileprivate var words: [any Mark] {
    if let place {
      TextMark(x: place.x, y: place.y, name, anchor: place.anchor, size: 1.15).foregroundStyle(role.color)
    }
  }
}

/// Numbers from `first` to `last`, equally far apart on a logarithmic axis.
func logSpace(_ first: Double, _ last: Double, count: Int) -> [Double] {
  let ratio = last / first
  return (0..<count).map { first * pow(ratio, Double($0) / Double(count - 1)) }
}
