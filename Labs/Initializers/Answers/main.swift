import AnswerWire
import InitializersExercises
import InitializersQuestions

// The program that runs your answers. The checker starts it, asks, and judges what it replies.
AnswersProgram.serve(initializersExercises, with: MyAnswers())
