import DeepLearning
import NumericCore

/// A random orthogonal matrix times a gain: no direction of the signal is stretched more than another.
///
/// For W of shape [inputs, outputs]: with inputs ≥ outputs the columns are orthonormal, Wᵀ W = gain² I; with
/// inputs < outputs the rows are, W Wᵀ = gain² I, and a sample x W is gain times as long as x.
///
/// W comes from the QR factors of a Gaussian matrix. Only where R's diagonal is positive is each such matrix equally likely
/// (Haar's distribution): what a QR routine gives by itself is not, for its signs follow from its way of computing.
///
/// Source: "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks" (Saxe, McClelland,
/// Ganguli, 2013); the signs: "How to generate random matrices from the classical compact groups" (Mezzadri, 2007),
/// section 5.
public struct Orthogonal: Initializer, Hashable {
  /// What the orthogonal matrix is multiplied by, above 0.
  public let gain: Double

  /// The initializer.
  ///
  /// - Parameter gain: above 0 and finite: 1 by default, right for linear units; √2 is usual for rectifiers.
  public init(gain: Double = 1) {
    require(gain > 0 && gain.isFinite, "The gain of orthogonal weights is above 0 and finite; \(gain) isn't.")
    self.gain = gain
  }

  /// Draws the weights of one layer, shape [inputs, outputs].
  public func weights(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) -> Matrix<Double> {
    requireFans(inputs, outputs)
    let (long, short) = (max(inputs, outputs), min(inputs, outputs))
    let gaussian = Matrix<Double>.normal(rows: long, columns: short, using: &generator)
    let orthonormal = haarFactor(of: gaussian)
    return gain * (inputs >= outputs ? orthonormal : orthonormal.transposed)
  }

  /// Q of the factors whose R has a positive diagonal, which is the convention of `qr`.
  private func haarFactor(of gaussian: Matrix<Double>) -> Matrix<Double> {
    do {
      return try qr(gaussian).q
    } catch {
      fatalError("A matrix of finite numbers has QR factors, but: \(error)")
    }
  }
}
