import AnswerWire
import SparsityExercises
import SparsityQuestions

// The program that runs your answers. The checker starts it, asks, and judges what it replies.
AnswersProgram.serve(sparsityExercises, with: MyAnswers())
