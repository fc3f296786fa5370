import Foundation

// Numbers as captions write them.

/// A share in percent, as `13.4 %`.
public func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }

/// A number with so many digits after the point.
public func rounded(_ number: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", number) }
