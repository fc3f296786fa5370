import AnswerChecks
import BatchSizeChecks
import BatchSizeSolutions

// Runs the solutions and every misconception over the checks' cases, and writes Checks/answers.json.
try Recorder.run(batchSizeSolutions, checks: batchSizeChecks, lab: "batch-size", folder: "Labs/BatchSize")
