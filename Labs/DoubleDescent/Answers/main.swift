import AnswerWire
import DoubleDescentExercises
import DoubleDescentQuestions

// The program that runs your answers. The checker starts it, asks, and judges what it replies.
AnswersProgram.serve(doubleDescentExercises, with: MyAnswers())
