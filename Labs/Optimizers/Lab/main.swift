import LabKit

let command = OptimizersCommand.parseOrStop()
withExitStatus { try command.draw() }
