import LabKit

ProcessorKernel.choose()
let command = ErrataCommand.parseOrStop()
withExitStatus { try command.draw() }
