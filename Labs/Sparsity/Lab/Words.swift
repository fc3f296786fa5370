import Foundation

/// A number with so many significant digits, and no needless zeros.
func short(_ number: Double, digits: Int = 2) -> String { String(format: "%.\(digits)g", number) }
