import AnswerChecks
import OptimizersChecks
import OptimizersSolutions

// Runs the solutions and every misconception over the checks' cases, and writes Checks/answers.json.
try Recorder.run(optimizersSolutions, checks: optimizersChecks, lab: "optimizers", folder: "Labs/Optimizers")
