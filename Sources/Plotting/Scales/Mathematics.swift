#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// The few functions of the C library that charts need, so that no other file depends on which C library it is.

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

func naturalLogarithm(_ value: Double) -> Double { log(value) }

func exponential(_ value: Double) -> Double { exp(value) }

func decimalLogarithm(_ value: Double) -> Double { log10(value) }

func angle(dx: Double, dy: Double) -> Double { atan2(dy, dx) }

func cosine(_ angle: Double) -> Double { cos(angle) }

func sine(_ angle: Double) -> Double { sin(angle) }

/// 10 to a whole power; exact for the powers that a Double holds exactly.
func powerOfTen(_ exponent: Int) -> Double {
  exponent >= 0 ? power(10, Double(exponent)) : 1 / power(10, Double(-exponent))
}
