import Testing

@testable import LabKit

/// What a terminal shows of long work.
struct ProgressLineTests {
  @Test(arguments: [
    (0, 4, 0.0, "[........................]  0 %  epoch 1"),
    (1, 4, 30.0, "[######..................] 25 %  epoch 1, 90 s left"),
    (1, 4, 34.0, "[######..................] 25 %  epoch 1, 2 min left"),
    (1, 4, 0.9, "[######..................] 25 %  epoch 1"),
    (1, 100, 2.0, "[........................]  1 %  epoch 1, 4 min left"),
    (4, 4, 10.0, "[########################] 100 %  epoch 1"),
    (0, 0, 10.0, "[########################] 100 %  epoch 1"),
  ])
  func lines(done: Int, total: Int, seconds: Double, expected: String) {
    #expect(ProgressLine.line("epoch 1", done: done, of: total, elapsed: .seconds(seconds)) == expected)
  }
}
