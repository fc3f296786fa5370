import Foundation
import Testing

@testable import Benchmarks

@Suite("Measurements and their table")
struct BenchmarkTests {
  @Test("of a time the smaller is better, of a rate the larger")
  func reachedTargets() {
    #expect(Benchmark("a", value: 1.4, bound: 1, target: 1.5).isReached == true)
    #expect(Benchmark("a", value: 1.6, bound: 1, target: 1.5).isReached == false)
    #expect(Benchmark("a", unit: .samplesPerSecond, value: 31, bound: 10, target: 3).isReached == true)
    #expect(Benchmark("a", unit: .samplesPerSecond, value: 29, bound: 10, target: 3).isReached == false)
    #expect(Benchmark("a", unit: .megabytes, value: 500, bound: 500).isReached == true)
    #expect(Benchmark("a", value: 9, bound: 1, target: nil).isReached == nil)
  }

  @Test("a line says value, bound, ratio and whether it is reached")
  func lines() {
    let time = Benchmark("training/step/adam/32", value: 0.15, bound: 0.1, target: 1.2, against: "1 thread")
    #expect(
      time.line.split(separator: " ").joined(separator: " ")
        == "training/step/adam/32 0.1500 ms bound 0.1000 ms ratio 1.50, at most 1.2: missed (1 thread)")
    let rate = Benchmark("peers/a", unit: .samplesPerSecond, value: 400_000, bound: 100_000, target: 3)
    #expect(
      rate.line.split(separator: " ").joined(separator: " ")
        == "peers/a 400000 samples/s bound 100000 samples/s ratio 4.00, at least 3: reached")
    let open = Benchmark("a", value: 300, bound: 200, target: nil)
    #expect(open.line.split(separator: " ").joined(separator: " ") == "a 300 ms bound 200 ms ratio 1.50")
  }

  @Test("the file has name, unit, value, bound and ratio of each, and what the ratio shall be")
  func file() throws {
    let text = try [Benchmark("a/b", value: 3, bound: 2, target: 1.2, against: "c")].encoded()
    let objects = try #require(try JSONSerialization.jsonObject(with: text) as? [[String: Any]])
    let object = try #require(objects.first)
    #expect(Set(object.keys) == ["name", "unit", "value", "bound", "ratio", "target", "against"])
    #expect(object["name"] as? String == "a/b")
    #expect(object["unit"] as? String == "ms")
    #expect(object["ratio"] as? Double == 1.5)
  }
}

@Suite("Taking turns")
struct TurnsTests {
  @Test("every other round goes the other way, and the first two don't count")
  func turns() {
    let log = Log()
    let contestants = ["a", "b"].map { name in
      Contestant(name) { _ in
        log.names.append(name)
        let turn = log.names.count { $0 == name }
        return turn <= 2 ? 1000 : Double(turn)
      }
    }
    let times = medians(of: contestants, rounds: 3, seconds: 0.001, pause: 0)
    #expect(log.names.joined() == "abbaabbaab")
    let expected: [Double?] = [4, 4]
    #expect(times == expected)
  }

  @Test("who gives up has no time, and is asked no more")
  func givingUp() {
    let log = Log()
    let silent = Contestant("silent") { _ in
      log.names.append("silent")
      return nil
    }
    let steady = Contestant("steady") { _ in 2 }
    let times = medians(of: [silent, steady], rounds: 3, seconds: 0.001, pause: 0)
    let expected: [Double?] = [nil, 2]
    #expect(times == expected)
    #expect(log.names.count == 1)
  }

  @Test("work of this process is repeated for the time that is asked")
  func ownWork() throws {
    let log = Log()
    let contestant = Contestant.making(
      "sleeper",
      steps: { wanted in
        log.names += Array(repeating: "step", count: wanted)
        Thread.sleep(forTimeInterval: 0.001 * Double(wanted))
        return wanted
      })
    let first = try #require(contestant.milliseconds(0.05))
    #expect(log.names.count == 3)
    #expect(first >= 1)
    _ = contestant.milliseconds(0.05)
    #expect(log.names.count > 3)
    #expect(log.names.count <= 53)
  }

  @Test("the median of five is the third")
  func medians5() { #expect(median([5, 1, 100, 2, 4]) == 4) }

  private final class Log {
    var names: [String] = []
  }
}
