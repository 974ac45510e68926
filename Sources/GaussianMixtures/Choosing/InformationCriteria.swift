import Glibc

/// Measures that weigh fit against the number of parameters p; smaller is better in all of them. (Some programs,
/// mclust among them, report the negatives.)
public struct InformationCriteria: Sendable, Equatable, Codable {
  /// log L: natural logarithm, total over points.
  public let logLikelihood: Double
  /// p.
  public let parameters: Int
  /// −2 log L + 2p (Akaike 1974).
  public let aic: Double
  /// −2 log L + p log N (Schwarz 1978).
  public let bic: Double
  /// BIC + 2 Σₙ wₙ Σₖ −rₙₖ log rₙₖ: BIC with a price on overlap (Biernacki, Celeux & Govaert 2000, in the form with the
  /// entropy of the responsibilities). Nil where nobody asked for it: it takes another pass over the points.
  public let icl: Double?

  /// - Parameters:
  ///   - logLikelihood: log L.
  ///   - parameters: p.
  ///   - totalWeight: N, the number of points or the sum of their sample weights; above 0.
  ///   - entropy: that of the responsibilities (`GaussianMixture.entropy(on:)`), for the ICL.
  public init(logLikelihood: Double, parameters: Int, totalWeight: Double, entropy: Double? = nil) {
    self.logLikelihood = logLikelihood
    self.parameters = parameters
    aic = -2 * logLikelihood + 2 * Double(parameters)
    let bic = -2 * logLikelihood + Double(parameters) * log(totalWeight)
    self.bic = bic
    icl = entropy.map { bic + 2 * $0 }
  }
}

extension GaussianMixture {
  /// AIC and BIC on the data, and the ICL if asked for; N is the total sample weight. A fit has the first two already
  /// (`FitResult.criteria`). Throws for a model that does not fit the data, and where there are no points.
  public func criteria(on data: Dataset, includingICL: Bool = true) throws(MixtureError) -> InformationCriteria {
    guard data.totalWeight > 0 else { throw .noPoints }
    return InformationCriteria(
      logLikelihood: try logLikelihood(of: data), parameters: parameterCount, totalWeight: data.totalWeight,
      entropy: includingICL ? try entropy(on: data) : nil)
  }

  /// −2 log L + 2p. Throws what `criteria(on:)` throws.
  public func aic(on data: Dataset) throws(MixtureError) -> Double { try criteria(on: data, includingICL: false).aic }
  /// −2 log L + p log N. Throws what `criteria(on:)` throws.
  public func bic(on data: Dataset) throws(MixtureError) -> Double { try criteria(on: data, includingICL: false).bic }
  /// BIC plus twice the entropy of the responsibilities. Throws what `criteria(on:)` throws.
  public func icl(on data: Dataset) throws(MixtureError) -> Double {
    try bic(on: data) + 2 * (try entropy(on: data))
  }

  /// Σₙ wₙ Σₖ −rₙₖ log rₙₖ: 0 when every point has one owner. Throws for a model that does not fit the data.
  public func entropy(on data: Dataset) throws(MixtureError) -> Double {
    var total = 0.0
    var n = 0
    try forEachPoint(of: data) { _, r in
      var entropy = 0.0
      for r in r where r > 0 { entropy -= r * log(r) }
      total += data.sampleWeight(n) * entropy
      n += 1
    }
    return total
  }
}
