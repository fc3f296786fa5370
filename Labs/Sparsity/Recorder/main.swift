import AnswerChecks
import SparsityChecks
import SparsitySolutions

// Runs the solutions and every misconception over the checks' cases, and writes Checks/answers.json.
try Recorder.run(sparsitySolutions, checks: sparsityChecks, lab: "sparsity", folder: "Labs/Sparsity")
