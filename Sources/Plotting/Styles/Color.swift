/// A colour in sRGB with opacity, each component in 0...1.
public struct Color: Sendable, Hashable {
  /// Red, 0...1.
  public var red: Double
  /// Green, 0...1.
  public var green: Double
  /// Blue, 0...1.
  public var blue: Double
  /// Opacity: 0 is invisible, 1 (the default) covers what lies below.
  public var opacity: Double

  /// A colour by its sRGB components, each in 0...1.
  public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.opacity = opacity
  }

  /// A colour as written on the web: `Color(hex: 0x0072B2)`.
  public init(hex: UInt32) {
    self.init(
      red: Double((hex >> 16) & 0xFF) / 255, green: Double((hex >> 8) & 0xFF) / 255, blue: Double(hex & 0xFF) / 255)
  }

  /// A neutral grey: 0 is black, 1 is white.
  public init(gray: Double) {
    self.init(red: gray, green: gray, blue: gray)
  }

  /// The same colour with its opacity multiplied by `factor`.
  public func opacity(_ factor: Double) -> Color {
    var copy = self
    copy.opacity *= factor
    return copy
  }

  /// The colour a `fraction` (0...1) of the way to `other`, in sRGB.
  public func mixed(with other: Color, by fraction: Double) -> Color {
    Color(
      red: red + (other.red - red) * fraction, green: green + (other.green - green) * fraction,
      blue: blue + (other.blue - blue) * fraction, opacity: opacity + (other.opacity - opacity) * fraction)
  }

  /// Relative luminance in 0...1, "Web Content Accessibility Guidelines 2.1" (W3C, 2018).
  var luminance: Double {
    func linear(_ component: Double) -> Double {
      component <= 0.03928 ? component / 12.92 : power((component + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// A colour as `hexadecimal` writes it without opacity; nothing for other text.
  init?(hexadecimal text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"), let hex = UInt32(text.dropFirst(), radix: 16) else { return nil }
    self.init(hex: hex)
  }

  /// `#rrggbb`, with `@opacity` when it is not 1.
  var hexadecimal: String {
    func byte(_ component: Double) -> String {
      let value = Int((min(max(component, 0), 1) * 255).rounded())
      return (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    let suffix = opacity == 1 ? "" : "@" + rounded3(opacity)
    return "#" + byte(red) + byte(green) + byte(blue) + suffix
  }
}

// Names for the colours of the palette: Okabe and Ito, "Color Universal Design" (2008), with four more after
// Tol, "Colour Schemes" (SRON technical note, 2021) to make twelve.
extension Color {
  /// Black, for annotations.
  public static let black = Color(gray: 0)
  /// White, the page.
  public static let white = Color(gray: 1)
  /// A medium grey that stays readable on white.
  public static let gray = Color(gray: 0.45)
  /// Okabe and Ito's blue.
  public static let blue = Color(hex: 0x0072B2)
  /// Okabe and Ito's vermillion, a red that colour-blind readers tell from green.
  public static let vermillion = Color(hex: 0xD55E00)
  /// Okabe and Ito's bluish green.
  public static let green = Color(hex: 0x009E73)
  /// Okabe and Ito's reddish purple.
  public static let purple = Color(hex: 0xCC79A7)
  /// Okabe and Ito's orange.
  public static let orange = Color(hex: 0xE69F00)
  /// Okabe and Ito's sky blue.
  public static let skyBlue = Color(hex: 0x56B4E9)
  /// Okabe and Ito's yellow; too pale for lines on white.
  public static let yellow = Color(hex: 0xF0E442)
  /// Tol's wine.
  public static let wine = Color(hex: 0x882255)
  /// Tol's olive.
  public static let olive = Color(hex: 0x999933)
  /// Tol's indigo.
  public static let indigo = Color(hex: 0x332288)
  /// Tol's teal.
  public static let teal = Color(hex: 0x44AA99)
  /// A brown, dark enough for lines.
  public static let brown = Color(hex: 0x8C510A)
}
