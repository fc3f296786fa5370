import AnswerWire
import SkewedClassesExercises
import SkewedClassesQuestions

// The program that runs your answers. The checker starts it, asks, and judges what it replies.
AnswersProgram.serve(skewedClassesExercises, with: MyAnswers())
