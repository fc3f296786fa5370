import Plotting

/// A penalty of the figures: its share of L1, its name, and how it looks in all of them.
enum PenaltyKind: String, CaseIterable, Sendable {
  case none
  case lasso
  case elasticNet = "elastic-net"
  case ridge

  /// The penalties that the figures on regression compare.
  static let compared: [PenaltyKind] = [.lasso, .elasticNet, .ridge]

  /// s.
  var l1Share: Double {
    switch self {
    case .lasso: 1
    case .elasticNet: 0.5
    case .ridge, .none: 0
    }
  }

  /// For titles and legends.
  var title: String {
    switch self {
    case .none: "no penalty"
    case .lasso: "L1 (lasso)"
    case .elasticNet: "elastic net, s = 1/2"
    case .ridge: "L2 (ridge)"
    }
  }

  /// For sentences.
  var name: String {
    switch self {
    case .none: "no penalty"
    case .lasso: "lasso"
    case .elasticNet: "elastic net"
    case .ridge: "ridge"
    }
  }

  /// The style of its lines and symbols.
  var style: SeriesStyle {
    switch self {
    case .none: SeriesStyle(name: title, color: Color(gray: 0.13), dash: .dotted, symbol: .diamond)
    case .lasso: SeriesStyle(name: title, color: .vermillion, dash: .solid, symbol: .circle)
    case .elasticNet: SeriesStyle(name: title, color: .purple, dash: .dashDotted, symbol: .triangle)
    case .ridge: SeriesStyle(name: title, color: .blue, dash: .dashed, symbol: .square)
    }
  }
}

/// The styles of all penalties.
let penaltyStyles = PenaltyKind.allCases.map(\.style)
