import LabKit

ProcessorKernel.choose()
let command = NewLabCommand.parseOrStop()
withExitStatus { try command.draw() }
