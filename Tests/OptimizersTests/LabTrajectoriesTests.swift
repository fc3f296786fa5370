import AnswerChecks
import Foundation
import LabKit
import NumericCore
import OptimizersQuestions
import Testing

@testable import OptimizersLab

@Suite struct LabTrajectoriesTests {
  @Test("The lecture's runs agree with plainly written formulas to 1e-12", arguments: OptimizerName.allCases)
  func agreesWithPlainFormulas(_ name: OptimizerName) throws {
    let request = try #require(quadraticRequests(labSetting([name])).first)
    let ours = try ReferenceTrajectories().run([request])[0].get()
    #expect(ours.weights.count == 201)
    #expect(deviation(ours, try plainRun(request)) < 1e-12)
  }

  @Test func tableHoldsEveryStepFromTheStart() throws {
    let setting = labSetting()
    let runs = try setting.runner.runs(quadraticRequests(setting))
    let table = trajectoriesTable(runs, on: setting.bowl)
    let lines = table.csv.components(separatedBy: "\r\n")
    #expect(lines.first == "optimizer,step,w1,w2,loss")
    #expect(table.rows.count == 11 * 201)
    #expect(lines[1].hasPrefix("gradient-descent,0,-9.0,-2.0,"))
    #expect(lines[202].hasPrefix("momentum,0,-9.0,-2.0,"))
  }

  @Test func resultsDescribeTheBowl() throws {
    let results = quadraticResults(labSetting())
    #expect(results["b"] == .list([.number(0), .number(0)]))
    #expect(results["start"] == .list([.number(-9), .number(-2)]))
    guard case .list(let rows)? = results["hessian"], case .list(let first) = rows[0], case .list(let second) = rows[1],
      case .number(let a) = first[0], case .number(let b) = first[1], case .number(let d) = second[1],
      case .record(let settings)? = results["hyperparameters"]
    else {
      Issue.record("The Hessian or the settings are missing.")
      return
    }
    #expect(abs(a + d - 101) < 1e-9)
    #expect(abs(a * d - b * b - 100) < 1e-9)
    #expect(Set(settings.keys) == Set(OptimizerName.allCases.map(\.rawValue)))
    #expect(settings["nesterov"] == .record(["learningRate": .number(0.005), "momentum": .number(0.9)]))
  }

  @Test func sameBytesTwice() throws {
    let setting = labSetting()
    let first = try trajectories.drawing(in: setting)
    let second = try trajectories.drawing(in: setting)
    #expect(first.table.csv == second.table.csv)
    #expect(try first.figure.scene().png() == second.figure.scene().png())
  }

  @Test func theSettingsChangeTheRuns() throws {
    var setting = labSetting([.gradientDescent])
    setting.learningRate = 0.03
    setting.steps = 7
    setting.start = [1, 2]
    let request = quadraticRequests(setting)[0]
    #expect(request.settings.learningRate == 0.03)
    #expect(request.steps == 7)
    #expect(request.start == [1, 2])
  }

  @Test func aMissingMethodIsAGapInLegendAndCaption() throws {
    var setting = labSetting([.adam])
    setting.runner = NobodysTrajectories()
    let drawing = try trajectories.drawing(in: setting)
    #expect(drawing.table.rows.isEmpty)
    #expect(drawing.figure.caption?.contains("Left out: Adam (not attempted).") == true)
    #expect(drawing.figure.scene().description.contains("Adam (not attempted)"))
  }

  @Test("Every figure can be drawn when nothing was attempted", arguments: optimizerExperiments.map(\.name))
  func drawsWithoutAnyRun(_ name: String) throws {
    var setting = labSetting()
    setting.runner = NobodysTrajectories()
    let experiment = try #require(optimizerExperiments.first { $0.name == name })
    let drawing = try experiment.drawing(in: setting)
    if name != "level-sets" { #expect(drawing.figure.scene().description.contains("(not attempted)")) }
  }
}
