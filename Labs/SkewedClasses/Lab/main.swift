import LabKit

ProcessorKernel.choose()
let command = SkewedClassesCommand.parseOrStop()
withExitStatus { try command.draw() }
