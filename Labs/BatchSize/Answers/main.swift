import AnswerWire
import BatchSizeExercises
import BatchSizeQuestions

// The program that runs your answers. The checker starts it, asks, and judges what it replies.
AnswersProgram.serve(batchSizeExercises, with: MyAnswers())
