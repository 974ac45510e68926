import Foundation

extension GaussianMixture: Codable {
  private enum CodingKeys: String, CodingKey { case weights, means, covariances, covarianceType }

  /// Reads `weights`, `means`, `covariances` and, if present, `covarianceType` (otherwise full).
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      weights: try container.decode([Double].self, forKey: .weights),
      means: try container.decode([[Double]].self, forKey: .means),
      covariances: try container.decode([Matrix].self, forKey: .covariances),
      covarianceType: try container.decodeIfPresent(CovarianceType.self, forKey: .covarianceType) ?? .full)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(weights, forKey: .weights)
    try container.encode(means, forKey: .means)
    try container.encode(covariances, forKey: .covariances)
    try container.encode(covarianceType, forKey: .covarianceType)
  }

  /// The model as JSON: `{"covarianceType": "full", "covariances": [K][D][D], "means": [K][D], "weights": [K]}`. Every
  /// number is written with as many digits as it takes to read back the same bits. Throws what `validate()` throws.
  ///
  /// scikit-learn, for one, takes it as it is, whatever the family:
  /// ```python
  /// model = json.load(open("model.json"))
  /// g = sklearn.mixture.GaussianMixture(len(model["weights"]), covariance_type="full")
  /// g.weights_ = numpy.array(model["weights"])
  /// g.means_ = numpy.array(model["means"])
  /// g.covariances_ = numpy.array(model["covariances"])
  /// g.precisions_cholesky_ = numpy.linalg.inv(numpy.linalg.cholesky(g.covariances_)).transpose(0, 2, 1)
  /// g.score_samples(points)
  /// ```
  public func json() throws(MixtureError) -> Data {
    try validate()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do { return try encoder.encode(self) } catch { throw .unreadableModel("a number is not finite") }
  }

  /// Reads what `json()` wrote, and checks it.
  public init(json: Data) throws(MixtureError) {
    do {
      self = try JSONDecoder().decode(GaussianMixture.self, from: json)
    } catch {
      throw .unreadableModel(explain(error))
    }
    try validate()
  }
}

/// A start as a user writes it: means, and if wanted weights and covariances.
public struct StartDescription: Sendable, Equatable, Codable {
  public var weights: [Double]?
  public var means: [[Double]]
  public var covariances: [Matrix]?

  public init(means: [[Double]], weights: [Double]? = nil, covariances: [Matrix]? = nil) {
    self.means = means
    self.weights = weights
    self.covariances = covariances
  }

  /// Reads `{"means": [K][D], "weights": [K], "covariances": [K][D][D]}`, the latter two optional.
  public init(json: Data) throws(MixtureError) {
    do {
      self = try JSONDecoder().decode(StartDescription.self, from: json)
    } catch {
      throw .unreadableModel(explain(error))
    }
  }

  /// The start for the data (`GaussianMixture.start`).
  public func model(for data: Dataset, covarianceType: CovarianceType = .full) throws(MixtureError) -> GaussianMixture {
    try .start(
      means: means, weights: weights, covariances: covariances, data: data, covarianceType: covarianceType)
  }
}

/// One sentence about a decoding error, ending in what to do.
private func explain(_ error: any Error) -> String {
  func place(_ path: [any CodingKey]) -> String {
    path.isEmpty ? "the top" : path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: " ")
  }
  return switch error {
  case DecodingError.keyNotFound(let key, _): "\"\(key.stringValue)\" is missing; add it."
  case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
    "a value of the wrong kind at \(place(context.codingPath)); write numbers in nested arrays."
  case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
    "\(context.debugDescription) at \(place(context.codingPath)); correct it."
  default: "it is not valid JSON; save it again."
  }
}
