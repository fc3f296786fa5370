import NumericCore
import OptimizersQuestions
import Plotting

/// Methods that share an idea; where eleven lines would crowd one chart, each family has its own.
enum Family: CaseIterable {
  case velocity
  case rates
  case both

  /// As a chart's title.
  var title: String {
    switch self {
    case .velocity: "One rate, with or without velocity"
    case .rates: "A rate for each coordinate"
    case .both: "Velocity and rates: Adam's family"
    }
  }

  /// The methods in the lecture's order.
  var members: [OptimizerName] {
    switch self {
    case .velocity: [.gradientDescent, .momentum, .coupledMomentum, .nesterov]
    case .rates: [.adagrad, .rmsprop, .adadelta]
    case .both: [.adam, .adaMax, .nadam, .amsGrad]
    }
  }

  /// The families that have one of these methods.
  static func having(_ names: [OptimizerName]) -> [Family] {
    allCases.filter { family in names.contains { family.members.contains($0) } }
  }

  /// The start of a caption, where charts of these methods stand in rows, one for each family: what the rows are.
  static func rows(_ names: [OptimizerName]) -> String {
    let titles = having(names).map { $0.title.prefix(1).lowercased() + $0.title.dropFirst() }
    return titles.count < 2 ? "" : "Rows: \(titles.joined(separator: "; ")). "
  }
}

/// One colour, dash and symbol a method, the same in all figures; within a family all three differ.
let optimizerStyles: [SeriesStyle] = {
  let colors: [OptimizerName: Color] = [
    .gradientDescent: Color(gray: 0.13), .momentum: .vermillion, .coupledMomentum: .skyBlue, .nesterov: .indigo,
    .adagrad: .green, .rmsprop: .purple, .adadelta: .brown,
    .adam: .blue, .adaMax: .orange, .nadam: .wine, .amsGrad: .teal,
  ]
  let symbols: [Symbol] = [.circle, .square, .triangle, .diamond]
  return Family.allCases.flatMap { family in
    family.members.enumerated().map { place, name in
      SeriesStyle(
        name: name.title, color: colors[name] ?? .gray, dash: LineDash.allCases[place], symbol: symbols[place])
    }
  }
}()

/// The style of a method, by its title; a ring in grey for what is none.
func style(of title: String) -> SeriesStyle {
  optimizerStyles.first { $0.name == title } ?? SeriesStyle(name: title, color: .gray, symbol: .ring)
}

/// A number as a caption writes it: up to three significant digits, no needless zeros.
func short(_ number: Double) -> String {
  guard number != 0, number.isFinite else { return number == 0 ? "0" : "\(number)" }
  let magnitude = Int(log10(abs(number)).rounded(.down))
  guard (-4...5).contains(magnitude) else {
    let digits = number / power(10, magnitude)
    return "\(short(digits)) \\times 10^{\(magnitude)}"
  }
  let unit = power(10, magnitude - 2)
  let rounded = magnitude >= 2 ? (number / unit).rounded() * unit : (number / unit).rounded() / power(10, 2 - magnitude)
  return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
}

private func power(_ base: Double, _ exponent: Int) -> Double {
  exponent >= 0
    ? (0..<exponent).reduce(1) { value, _ in value * base }
    : 1 / (0..<(-exponent)).reduce(1) { value, _ in value * base }
}

private func log10(_ number: Double) -> Double { log(number) / log(10) }
