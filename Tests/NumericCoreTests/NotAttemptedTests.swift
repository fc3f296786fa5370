import NumericCore
import Testing

@Test func aBlankExerciseSaysItsNumber() {
  #expect("\(NotAttempted("1.7"))" == "Exercise 1.7 is not attempted yet.")
}
