import LabKit

ProcessorKernel.choose()
let command = BatchSizeCommand.parseOrStop()
withExitStatus { try command.draw() }
