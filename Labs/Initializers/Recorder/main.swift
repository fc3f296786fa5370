import AnswerChecks
import InitializersChecks
import InitializersSolutions

// Runs the solutions and every misconception over the checks' cases, and writes Checks/answers.json.
try Recorder.run(initializersSolutions, checks: initializersChecks, lab: "initializers", folder: "Labs/Initializers")
