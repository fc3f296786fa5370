// Numbers as text. Written here because the C library's formatting follows the locale.

/// The proper minus sign: as wide as the digits, unlike a hyphen.
let minusSign = "\u{2212}"

/// `value` with exactly `decimals` digits after the point, rounded half away from zero.
func fixed(_ value: Double, decimals: Int) -> String {
  guard value.isFinite else { return value.isNaN ? "nan" : value > 0 ? "inf" : minusSign + "inf" }
  let places = min(max(decimals, 0), 12)
  let scaled = (abs(value) * powerOfTen(places)).rounded()
  guard scaled < 9e15 else { return scientific(value, digits: places) }
  var digits = String(Int(scaled))
  if places > 0 {
    while digits.count <= places { digits = "0" + digits }
    digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
  }
  return (value < 0 && scaled > 0 ? minusSign : "") + digits
}

/// `value` as m×10^{n} in the markup of labels; `digits` decimals in m; a mantissa of 1 is left out.
func scientific(_ value: Double, digits: Int) -> String {
  guard value != 0, value.isFinite else { return fixed(value, decimals: 0) }
  var exponent = Int(decimalLogarithm(abs(value)).rounded(.down))
  var mantissa = abs(value) / powerOfTen(exponent)
  if fixed(mantissa, decimals: digits) == fixed(10, decimals: digits) {
    exponent += 1
    mantissa = abs(value) / powerOfTen(exponent)
  }
  let sign = value < 0 ? minusSign : ""
  let factor = fixed(mantissa, decimals: digits)
  let tenPower = "10^{\(exponent < 0 ? minusSign : "")\(abs(exponent))}"
  return sign + (fixed(1, decimals: digits) == factor ? "" : factor + "×") + tenPower
}

/// At most three decimals, no trailing zeros, `-` as the sign: for snapshots.
func rounded3(_ value: Double) -> String {
  guard value.isFinite else { return value.isNaN ? "nan" : value > 0 ? "inf" : "-inf" }
  let scaled = (abs(value) * 1000).rounded()
  guard scaled < 9e15 else { return "\(value)" }
  let thousandths = Int(scaled)
  let sign = value < 0 && thousandths > 0 ? "-" : ""
  let whole = String(thousandths / 1000)
  guard thousandths % 1000 != 0 else { return sign + whole }
  var fraction = String(thousandths % 1000 + 1000).dropFirst()
  while fraction.hasSuffix("0") { fraction = fraction.dropLast() }
  return sign + whole + "." + fraction
}

/// At most three significant digits and no trailing zeros: 0.05, 12.5, 2×10^{-6}.
func shortNumber(_ value: Double) -> String {
  guard value != 0, value.isFinite else { return fixed(value, decimals: 0) }
  let exponent = Int((decimalLogarithm(abs(value)) + 1e-9).rounded(.down))
  if exponent >= 5 || exponent < -3 {
    let mantissa = value / powerOfTen(exponent)
    let digits = (0...2).first { abs((mantissa * powerOfTen($0)).rounded() - mantissa * powerOfTen($0)) < 1e-6 } ?? 2
    return scientific(value, digits: digits)
  }
  var text = fixed(value, decimals: max(0, 2 - exponent))
  guard text.contains(".") else { return text }
  while text.hasSuffix("0") { text.removeLast() }
  if text.hasSuffix(".") { text.removeLast() }
  return text
}

/// Numbers side by side: evenly spaced ones all with as many decimals as the one that needs most.
func shortNumbers(_ values: [Double]) -> [String] {
  let each = values.map(shortNumber)
  guard !each.contains(where: { $0.contains("^") }) else { return each }
  let decimals = each.map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }.max() ?? 0
  let steps = zip(values, values.dropFirst()).map { $1 - $0 }
  guard let first = steps.first, steps.allSatisfy({ abs($0 - first) <= 1e-9 * abs(first) }) else { return each }
  return values.map { $0 == 0 ? "0" : fixed($0, decimals: decimals) }
}
