import AnswerWire
import NewLabExercises
import NewLabQuestions

// The program that runs your answers. The checker starts it, asks, and judges what it replies.
AnswersProgram.serve(newLabExercises, with: MyAnswers())
