import Foundation

/// Points as people count them: in thousandths, so that what is printed adds up.
public enum Points {
  /// The nearest thousandth: a third of two points is 0.667, and 0.1 + 0.2 is 0.3.
  public static func rounded(_ points: Double) -> Double { (points * 1000).rounded() / 1000 }

  /// `17.5`, `3`, `0.667`: at most three decimals, and none that say nothing.
  public static func write(_ points: Double) -> String {
    let thousandths = (points * 1000).rounded()
    guard abs(thousandths) < 1e15 else { return "\(points)" }
    let whole = Int(thousandths)
    let decimals = String(format: "%03d", abs(whole % 1000))
    let fraction = decimals.reversed().drop { $0 == "0" }.reversed()
    let sign = whole < 0 ? "-" : ""
    return "\(sign)\(abs(whole / 1000))" + (fraction.isEmpty ? "" : "." + String(fraction))
  }
}
