import AnswerChecks
import DropoutChecks
import DropoutSolutions

// Runs the solutions and every misconception over the checks' cases, and writes Checks/answers.json.
try Recorder.run(dropoutSolutions, checks: dropoutChecks, lab: "dropout", folder: "Labs/Dropout")
