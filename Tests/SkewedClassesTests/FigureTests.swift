import AnswerChecks
import LabKit
import NumericCore
import Plotting
import SkewedClassesQuestions
import SkewedClassesSolutions
import Testing

@testable import SkewedClassesLab

@Suite struct FigureTests {
  private let setting = Setting(
    scale: .quick, seed: 1, data: .generated(seed: 1), answers: FigureAnswers(.questions(ReferenceFigureAnswers())))

  @Test func figuresAreTheLectures() {
    #expect(
      skewedClassesExperiments.map(\.name) == [
        "confusion", "accuracy-paradox", "roc-and-pr", "threshold", "remedies", "calibration",
      ])
  }

  @Test(arguments: skewedClassesExperiments.map(\.name))
  func theReferenceAnswersDrawTheSame(_ name: String) throws {
    let experiment = try #require(skewedClassesExperiments.first { $0.name == name })
    var plain = setting
    plain.data = .generated(samples: 800, seed: 1)
    var fast = plain
    plain.answers = FigureAnswers(.questions(ReferenceAnswers()))
    fast.answers = FigureAnswers(.questions(ReferenceFigureAnswers()))
    let (one, other) = (try experiment.drawing(in: plain), try experiment.drawing(in: fast))
    #expect(one.figure.caption == other.figure.caption)
    #expect(one.table.rows.count == other.table.rows.count && !one.table.rows.isEmpty)
    let comparison = Value.record(one.results).difference(from: .record(other.results))
    #expect(comparison == nil)
  }

  @Test(arguments: skewedClassesExperiments.map(\.name))
  func withoutAnswersAFigureSaysWhatIsMissing(_ name: String) throws {
    let experiment = try #require(skewedClassesExperiments.first { $0.name == name })
    var nobodys = setting
    nobodys.answers = FigureAnswers(.nobody)
    let drawing = try experiment.drawing(in: nobodys)
    let caption = try #require(drawing.figure.caption)
    #expect(caption.contains("Left out: ") && caption.contains("isn't asked without --answers mine)"))
    #expect(try !drawing.figure.scene(width: 1200, height: 900).png().isEmpty)
  }

  @Test func accuracyOfTheLecturesTableIsTheSlides() throws {
    let results = try confusion.drawing(in: setting).results
    guard case .record(let tables)? = results["confusion"], case .record(let lecture)? = tables["lecture"],
      case .record(let negative)? = tables["always-negative"]
    else { throw MissingResult() }
    #expect(lecture["accuracy"] == .number(0.999) && lecture["precision"] == .number(1))
    #expect(lecture["recall"] == .number(0.5) && negative["accuracy"] == .number(0.998))
    #expect(negative["precision"] == nil)
  }

  /// Few negatives, the same scores: the ROC curve stands still but for chance, precision falls.
  @Test func theROCStandsStillAndPrecisionFalls() throws {
    guard case .record(let results)? = try rocAndPR.drawing(in: setting).results["roc-and-pr"] else {
      throw MissingResult()
    }
    func number(_ population: String, _ name: String) throws -> Double {
      guard case .record(let entries)? = results[population], case .number(let number)? = entries[name] else {
        throw MissingResult()
      }
      return number
    }
    #expect(abs(try number("one-half", "roc-area") - number("all", "roc-area")) < 0.03)
    #expect(try number("one-half", "average-precision") > 2 * number("all", "average-precision"))
    #expect(try number("one-in-1000-predicted", "precision-at-recall-0.8") < number("all", "precision-at-recall-0.8"))
  }

  /// What Bayes' rule makes of a ROC point is what counting gives.
  @Test func thePrecisionsDrawnAreThoseOfCounts() throws {
    let table = try rocAndPR.drawing(in: setting).table
    var seen = 0
    for row in table.rows where row[0] == .text("1 in 50 positive (all)") {
      guard case .number(let rate) = row[1], case .number(let recall) = row[2], case .number(let precision) = row[3]
      else {
        continue
      }
      let (found, mistaken) = (160 * recall, 7840 * rate)
      #expect(abs(precision - found / (found + mistaken)) < 1e-12)
      seen += 1
    }
    #expect(seen > 5000)
  }

  /// At both ends of Wilson's interval the share that was seen is 1.96 standard errors away, as the end itself has them.
  @Test func intervalsOfCalibrationAreWilsons() throws {
    let table = try calibration.drawing(in: setting).table
    #expect(table.rows.count > 12)
    for row in table.rows {
      guard case .integer(let samples) = row[1], case .number(let share) = row[3], case .number(let lower) = row[4],
        case .number(let upper) = row[5]
      else { throw MissingResult() }
      #expect(lower <= share && share <= upper && lower < upper)
      for end in [lower, upper] {
        let square = Double(samples) * (share - end) * (share - end)
        #expect(abs(square - 1.96 * 1.96 * end * (1 - end)) < 1e-9)
      }
    }
  }

  /// Counts read off the ROC curve are those of the scores.
  @Test func countsByThresholdAreCounted() throws {
    let split = try TrainedSplit(DataSplit(.generated(samples: 1000, seed: 2), draws: setting.draws("split")))
    let thresholds = Set(split.validation.scores).sorted(by: >)
    let counts = try setting.answers.countsByThreshold(split.validation, thresholds: thresholds.count)
    let counted = try setting.answers.counts(thresholds.map { (split.validation, threshold: $0) })
    #expect(counts == counted && counts.count == thresholds.count)
  }
}

private struct MissingResult: Error {}
