import Plotting

/// Charts that several tests share, and that a benchmark can draw.
enum Examples {
  /// The speed target: 20 filled levels with lines over a 200 by 200 grid, and ten lines of 200 points, on 1200 by 900.
  static func contoursWithTrajectories() -> Chart {
    let grid = Grid(x: -2...2, y: -1...3, columns: 200, rows: 200) { x, y in
      let valley = y - x * x
      return (1 - x) * (1 - x) + 100 * valley * valley
    }
    let levels = (0..<20).reduce(into: [0.05]) { levels, _ in levels.append((levels.last ?? 1) * 1.7) }.dropLast()
    return Chart("Ten runs in Rosenbrock's valley") {
      ContourMark(grid, levels: Array(levels), filled: true)
      for run in 0..<10 {
        LineMark(x: spiral(run).map(\.x), y: spiral(run).map(\.y))
          .foregroundStyle(by: "run \(run + 1)")
          .lineStyle(halo: true)
      }
    }
    .xAxis("w_1").yAxis("w_2").equalAspect()
  }

  /// 200 points that wind inwards, without calling the C library.
  private static func spiral(_ run: Int) -> [(x: Double, y: Double)] {
    var x = 1.0 - 0.08 * Double(run)
    var y = 0.1 * Double(run)
    return (0..<200).map { _ in
      (x, y) = (0.985 * (0.995 * x - 0.0999 * y), 0.985 * (0.0999 * x + 0.995 * y))
      return (x: x, y: y + 1)
    }
  }

  /// Eleven series over a logarithmic axis.
  static func elevenSeries() -> Chart {
    let names = [
      "SGD", "Momentum", "Nesterov", "Adagrad", "Adadelta", "RMSprop", "Adam", "AdaMax", "Nadam", "AMSGrad", "Lion",
    ]
    let steps = Array(stride(from: 0.0, through: 100, by: 5))
    return Chart("Loss of eleven optimizers, \\kappa = 100") {
      for (index, name) in names.enumerated() {
        LineMark(x: steps, y: steps.map { 1 / (1 + $0 * $0 * 0.01 * Double(index + 1)) })
          .foregroundStyle(by: name)
      }
    }
    .xAxis("steps").yAxis("loss", scale: .log)
    .caption("Made-up losses 1 / (1 + c t^2).")
  }

  /// Three rows of four charts with shared axes, one place free.
  static func smallMultiples() -> Figure {
    Figure(title: "Eleven powers", columns: 4, sharedX: true, sharedY: true) {
      for power in 1...11 {
        let x = Grid.evenly(0...1, count: 12)
        Chart("Power \(power)") {
          LineMark(x: x, y: x.map { value in (0..<power).reduce(1) { product, _ in product * value } })
            .foregroundStyle(by: "power")
          LineMark(x: x, y: x).foregroundStyle(by: "identity")
        }
        .xAxis("x").yAxis("value")
      }
    }
  }
}

extension Examples {
  /// Each mark once, in a figure of six charts.
  static func allMarks() -> Figure {
    Figure(title: "All marks", caption: "Each mark once.", columns: 3) {
      Chart("Lines and points") {
        AreaMark(x: [1, 2, 3, 4], lower: [1, 2, 2, 3], upper: [2, 4, 4, 6]).foregroundStyle(by: "a")
        LineMark(x: [1, 2, 3, 4], y: [1.5, 3, .nan, 4]).foregroundStyle(by: "a")
        PointMark(x: [1, 2, 3, 4], y: [2, 3, 1, 5]).foregroundStyle(by: "b")
        RuleMark(y: 2.5, label: "target")
        RuleMark(x: [1, 4], yStart: [1, 4], yEnd: [3, 6])
      }
      Chart("Bars") {
        BarMark(x: ["one", "two", "three"], y: [1, 3, 2]).foregroundStyle(by: "a")
        BarMark(x: ["one", "two", "three"], y: [2, -1, 1]).foregroundStyle(by: "b")
      }
      Chart("Histogram") {
        HistogramMark(values: [0.1, 0.2, 0.25, 0.3, 0.5, 0.9], bins: 4, range: 0...1)
      }
      .xAxis("value").yAxis("count")
      Chart("Heat map") {
        RectangleMark(x: 0...3, y: 0...2, values: [[1, 2, 3], [4, .nan, 6]], annotated: true)
      }
      .colorBar("value")
      Chart("Contours and arrows") {
        ContourMark(Grid(x: -1...1, y: -1...1, columns: 9, rows: 9) { $0 * $1 }, levels: [-0.2, 0, 0.2], filled: true)
        ArrowMark(x: [0, 0.5], y: [0, 0.5], dx: [0.4, 0.2], dy: [0.1, -0.4])
        TextMark(x: -0.5, y: -0.5, "\\lambda_{max}")
      }
      .equalAspect()
      Chart("Image") {
        ImageMark(PixelImage(width: 2, height: 2, values: [0, 1, 2, 3]))
      }
      .hiddenAxes()
    }
  }
}
