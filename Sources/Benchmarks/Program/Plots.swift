import Foundation
import LabKit
import Plotting

/// From value to PNG file: 20 contour levels over a 200 x 200 grid and ten lines of 200 points, 1200 x 900 pixels.
func plottingBenchmarks() throws -> [Benchmark] {
  let file = FileManager.default.temporaryDirectory.appending(path: "descent-benchmark.png")
  defer { try? FileManager.default.removeItem(at: file) }
  let time = try medianMilliseconds {
    let png = try contoursWithLines().scene(width: 1200, height: 900).png(metadata: ["Title": "benchmark"])
    try WholeFile.write(Data(png), to: file)
  }
  return [Benchmark("plotting/contours-and-lines", value: time, bound: 60)]
}

/// The chart of the benchmark; peers/matplotlib_chart.py draws the same.
private func contoursWithLines() -> Chart {
  let grid = Grid(x: -2...2, y: -1...3, columns: 200, rows: 200) { x, y in
    let valley = y - x * x
    return (1 - x) * (1 - x) + 100 * valley * valley
  }
  let levels = (0..<20).map { pow(10, -1 + 4.5 * Double($0) / 19) }
  return Chart("Contours and lines") {
    ContourMark(grid, levels: levels, filled: true)
    for run in 0..<10 {
      let angles = (0..<200).map { Double($0) / 20 }
      let radius = 1 - Double(run) / 12
      LineMark(
        x: angles.map { radius * cos($0) * exp(-$0 / 10) }, y: angles.map { 1 + radius * sin($0) * exp(-$0 / 10) }
      )
      .foregroundStyle(by: "run \(run + 1)")
    }
  }
  .xAxis("w_1").yAxis("w_2")
}
