import LabKit

ProcessorKernel.choose()
let command = OptimizersCommand.parseOrStop()
withExitStatus { try command.draw() }
