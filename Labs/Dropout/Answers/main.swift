import AnswerWire
import DropoutExercises
import DropoutQuestions

// The program that runs your answers. The checker starts it, asks, and judges what it replies.
AnswersProgram.serve(dropoutExercises, with: MyAnswers())
