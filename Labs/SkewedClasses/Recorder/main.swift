import AnswerChecks
import SkewedClassesChecks
import SkewedClassesSolutions

// Runs the solutions and every misconception over the checks' cases, and writes Checks/answers.json.
try Recorder.run(
  skewedClassesSolutions, checks: skewedClassesChecks, lab: "skewed-classes", folder: "Labs/SkewedClasses")
