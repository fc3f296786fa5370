// OpenBLAS as NumericCore uses it: CBLAS from the library's own header, and the LAPACK routines under their Fortran
// names, because Debian's OpenBLAS comes without LAPACKE. Integers are 32 bits wide (the LP64 interface). Lengths of
// character arguments, which some Fortran compilers pass behind the list, are left out, as C callers of LAPACK do: every
// character argument here is one letter, of which no routine asks the length.
#ifndef DESCENT_OPENBLAS_H
#define DESCENT_OPENBLAS_H

#include <cblas.h>
#include <math.h>
#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

// C's mathematical library under names that no Swift function of ours shares, for double and (f) for float.
#define DESCENT_MATH(NAME)                                                                                             \
  static inline double c_##NAME(double x) { return NAME(x); }                                                          \
  static inline float c_##NAME##f(float x) { return NAME##f(x); }

DESCENT_MATH(exp)
DESCENT_MATH(log)
DESCENT_MATH(expm1)
DESCENT_MATH(log1p)
DESCENT_MATH(sin)
DESCENT_MATH(cos)
DESCENT_MATH(tanh)
static inline double c_pow(double x, double y) { return pow(x, y); }
static inline float c_powf(float x, float y) { return powf(x, y); }

#undef DESCENT_MATH

// Writes a number with so many digits after the point, in powers of ten or not; gives the length of the text.
static inline int c_format(char *_Nonnull text, size_t size, int scientific, int digits, double number) {
  return snprintf(text, size, scientific ? "%.*e" : "%.*f", digits, number);
}

#pragma clang assume_nonnull begin

// Each routine exists for double (d) and float (s), with the same list of arguments.
#define DESCENT_LAPACK(T, P)                                                                                           \
  /* Eigenvalues and eigenvectors of a symmetric matrix, by divide and conquer. */                                     \
  void P##syevd_(const char *jobz, const char *uplo, const int *n, T *a, const int *lda, T *w, T *work,                \
                 const int *lwork, int *iwork, const int *liwork, int *info);                                          \
  /* Singular value decomposition, by divide and conquer. */                                                           \
  void P##gesdd_(const char *jobz, const int *m, const int *n, T *a, const int *lda, T *s, T *u, const int *ldu,       \
                 T *vt, const int *ldvt, T *work, const int *lwork, int *iwork, int *info);                            \
  /* QR factorization by Householder reflections, and the orthogonal factor written out. */                            \
  void P##geqrf_(const int *m, const int *n, T *a, const int *lda, T *tau, T *work, const int *lwork, int *info);      \
  void P##orgqr_(const int *m, const int *n, const int *k, T *a, const int *lda, const T *tau, T *work,                \
                 const int *lwork, int *info);                                                                         \
  /* Cholesky factorization. */                                                                                        \
  void P##potrf_(const char *uplo, const int *n, T *a, const int *lda, int *info);                                     \
  /* A linear system, by LU with row exchanges. */                                                                     \
  void P##gesv_(const int *n, const int *nrhs, T *a, const int *lda, int *ipiv, T *b, const int *ldb, int *info);      \
  /* Least squares of least norm, by the singular value decomposition. */                                              \
  void P##gelsd_(const int *m, const int *n, const int *nrhs, T *a, const int *lda, T *b, const int *ldb, T *s,        \
                 const T *rcond, int *rank, T *work, const int *lwork, int *iwork, int *info);

DESCENT_LAPACK(double, d)
DESCENT_LAPACK(float, s)

#undef DESCENT_LAPACK

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif

#endif
