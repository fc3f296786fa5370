import AnswerWire
import OptimizersExercises
import OptimizersQuestions

// The program that runs your answers. The checker starts it, asks, and judges what it replies.
AnswersProgram.serve(optimizersExercises, with: MyAnswers())
