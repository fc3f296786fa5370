import LabKit

ProcessorKernel.choose()
let command = DropoutCommand.parseOrStop()
withExitStatus { try command.draw() }
