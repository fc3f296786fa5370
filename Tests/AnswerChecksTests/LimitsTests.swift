import Testing

@testable import AnswerChecks

/// What an answer may use where nobody says otherwise.
struct LimitsTests {
  @Test func theClockIsABackstopOfTenTimesTheProcessorTime() {
    #expect(Limits().cpuSeconds == 2)
    #expect(Limits().wallSeconds == 20)
    #expect(Limits(cpuSeconds: 3).wallSeconds == 30)
    #expect(Limits(cpuSeconds: 3, wallSeconds: 4).wallSeconds == 4)
  }

  @Test func theLauncherHasTheSameLimits() {
    let limits = Limits(cpuSeconds: 3, memoryBytes: 5 << 20, fileBytes: 7, openFiles: 11).launcherLimits
    #expect(limits.cpu_seconds == 3)
    #expect(limits.memory_bytes == 5_242_880)
    #expect(limits.file_bytes == 7)
    #expect(limits.open_files == 11)
    #expect(Limits().memoryBytes == 2_147_483_648)
    #expect(Limits().fileBytes == 1_048_576)
  }
}
