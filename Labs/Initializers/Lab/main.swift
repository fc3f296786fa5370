import LabKit

ProcessorKernel.choose()
let command = InitializersCommand.parseOrStop()
withExitStatus { try command.draw() }
