import AnswerChecks
import NewLabChecks
import NewLabSolutions

// Runs the solutions and every misconception over the checks' cases, and writes Checks/answers.json.
try Recorder.run(newLabSolutions, checks: newLabChecks, lab: "new-lab", folder: "Labs/NewLab")
