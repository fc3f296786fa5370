import LabKit

ProcessorKernel.choose()
let command = DoubleDescentCommand.parseOrStop()
withExitStatus { try command.draw() }
