import LabKit

ProcessorKernel.choose()
let command = SparsityCommand.parseOrStop()
withExitStatus { try command.draw() }
