import AnswerChecks
import DoubleDescentChecks
import DoubleDescentSolutions

// Runs the solutions and every misconception over the checks' cases, and writes Checks/answers.json.
try Recorder.run(
  doubleDescentSolutions, checks: doubleDescentChecks, lab: "double-descent", folder: "Labs/DoubleDescent")
