import LabKit
import NumericCore
import OptimizersQuestions
import Testing

@testable import OptimizersLab

@Suite struct LabDataTests {
  private func line(_ diagnosis: String, _ number: String = "1.5", count: Int = 30) -> String {
    (["842302", diagnosis] + Array(repeating: number, count: count)).joined(separator: ",")
  }

  private func read(_ text: String) throws(LabError) -> LabelledSamples {
    try WisconsinData.samples(bytes: Array(text.utf8), file: "wdbc.data")
  }

  @Test("Lines may end in either way", arguments: ["\n", "\r\n"])
  func readsSamples(_ ending: String) throws {
    let samples = try read(line("M") + ending + line("B", "-2e3") + ending)
    #expect(samples.labels == [1, -1])
    #expect(samples.features.rows == 2)
    #expect(samples.features.columns == 30)
    #expect(samples.features[1, 29] == -2000)
  }

  @Test func aDamagedFileIsNamedWithItsLine() {
    let good = line("M") + "\n"
    let damaged: [(String, Int?, String)] = [
      (good + line("B", count: 29), 2, "The line has 31 fields instead of 32."),
      (good + good + line("X"), 3, "The diagnosis is \"X\" instead of M or B."),
      (good + line("B", "3,5", count: 15) + ",oops", 2, "The line has 33 fields instead of 32."),
      (line("B", "many"), 1, "Field 3 is \"many\", which is no number."),
      (line("B", "nan"), 1, "Field 3 is \"nan\", which is no number."),
      (good + "\n" + good, 2, "The line has 1 fields instead of 32."),
      ("", nil, "The file is empty."),
      (good + good, nil, "All samples have the same diagnosis."),
    ]
    for (text, line, problem) in damaged {
      let expected = LabError.badData(file: "wdbc.data", line: line, problem: problem)
      #expect(throws: expected) { try read(text) }
      #expect(expected.exitStatus == 65)
    }
  }

  @Test func invalidTextIsNamedWithItsLine() {
    let bytes = Array((line("M") + "\n").utf8) + [0x38, 0xFF, 0x2C, 0x0A]
    #expect(throws: LabError.badData(file: "wdbc.data", line: 2, problem: "The line is no valid UTF-8.")) {
      try WisconsinData.samples(bytes: bytes, file: "wdbc.data")
    }
  }

  @Test func footballersStayInTheirRanges() {
    let samples = footballers(count: 400, seed: 3)
    let ranges = [1.5...2, 50...100, 120...180, 0...10, 20...35, 5000...20_000]
    for (column, range) in ranges.enumerated() {
      let values = samples.features.column(column)
      #expect(values.allSatisfy(range.contains))
      #expect(values.max() - values.min() > 0.9 * (range.upperBound - range.lowerBound))
    }
    #expect(abs(samples.labels.mean()) < 0.3)
    #expect(samples.features == footballers(count: 400, seed: 3).features)
    #expect(samples.features != footballers(count: 400, seed: 4).features)
    #expect(samples.dataset.sha256 == nil)
  }

  @Test func scalingDoesWhatItSays() throws {
    let raw = footballers(count: 200, seed: 1).features
    let standardized = FeatureScaling.standardized(raw)
    let whitened = try FeatureScaling.whitened(standardized)
    let covariance = whitened.dot(whitened, transposingLeft: true) / 200
    for row in 0..<6 {
      #expect(abs(standardized.column(row).mean()) < 1e-12)
      #expect(abs(standardized.column(row).dot(standardized.column(row)) / 200 - 1) < 1e-12)
      for column in 0..<6 { #expect(abs(covariance[row, column] - (row == column ? 1 : 0)) < 1e-10) }
    }
    #expect(try FeatureScaling.raw.scaled(raw).column(6) == .ones(200))
  }

  @Test func aConstantFeatureDoesNoHarm() throws {
    let features: Matrix<Double> = [[1, 5], [2, 5], [3, 5], [4, 5]]
    let standardized = FeatureScaling.standardized(features)
    #expect(standardized.column(1) == .zeros(4))
    #expect(try FeatureScaling.whitened(standardized).columns == 1)
  }

  @Test func newtonFindsTheMinimum() throws {
    for scaling in FeatureScaling.allCases {
      let scaled = try ScaledProblem(footballers(count: 60, seed: 1), scaling)
      let slopes = scaled.problem.gradient(at: scaled.minimum) / scaled.steepest
      #expect(slopes.norm < 1e-9, "\(scaling)")
      #expect(scaled.smallestLoss < scaled.problem.value(at: scaled.start))
    }
  }

  @Test func scalingImprovesTheConditionNumber() throws {
    let problems = try FeatureScaling.allCases.map { try ScaledProblem(footballers(count: 60, seed: 1), $0) }
    #expect(problems[0].conditionAtStart > 1e8)
    #expect(problems[1].conditionAtStart < 10)
    #expect(abs(problems[2].conditionAtStart - 1) < 1e-9)
  }
}
