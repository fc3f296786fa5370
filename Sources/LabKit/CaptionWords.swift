import Foundation

// Numbers as captions write them.

/// A share in percent, as `13.4 %`.
public func percent(_ share: Double, decimals: Int = 1) -> String { rounded(100 * share, decimals) + " %" }

/// A number with so many digits after the point.
public func rounded(_ number: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", number) }

/// A small number with two digits, as `3.1e-08`.
func scientific(_ number: Double) -> String { String(format: "%.1e", number) }
