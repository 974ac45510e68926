import Foundation

/// Measures that weigh fit against the number of parameters p; smaller is better in all of them. (Some programs,
/// mclust among them, report the negatives.)
public struct InformationCriteria: Sendable, Equatable, Codable {
  public let logLikelihood: Double
  /// p.
  public let parameters: Int
  /// −2 log L + 2p (Akaike 1974).
  public let aic: Double
  /// −2 log L + p log N (Schwarz 1978).
  public let bic: Double
  /// BIC + 2 Σₙ wₙ Σₖ −rₙₖ log rₙₖ: BIC with a price on overlap (Biernacki, Celeux & Govaert 2000, in the form with the
  /// entropy of the responsibilities).
  public let icl: Double
}

extension GaussianMixture {
  /// AIC, BIC and ICL on the data; N is the total sample weight.
  public func criteria(on data: Dataset) throws(MixtureError) -> InformationCriteria {
    guard data.totalWeight > 0 else { throw .noPoints }
    let logLikelihood = try logLikelihood(of: data)
    let p = Double(parameterCount)
    let bic = -2 * logLikelihood + p * log(data.totalWeight)
    return InformationCriteria(
      logLikelihood: logLikelihood, parameters: parameterCount, aic: -2 * logLikelihood + 2 * p, bic: bic,
      icl: bic + 2 * (try entropy(on: data)))
  }

  public func aic(on data: Dataset) throws(MixtureError) -> Double { try criteria(on: data).aic }
  public func bic(on data: Dataset) throws(MixtureError) -> Double { try criteria(on: data).bic }
  public func icl(on data: Dataset) throws(MixtureError) -> Double { try criteria(on: data).icl }

  /// Σₙ wₙ Σₖ −rₙₖ log rₙₖ: 0 when every point has one owner.
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
