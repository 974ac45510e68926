/// The JSON form: `{"covarianceType": "full", "weights": [K], "means": [K][D], "covariances": [K][D][D]}`.
///
/// Other programs' keys are ignored, so whatever file holds a model holds it in this form. Reading checks the shape of
/// the arrays only; `validate()` does the rest.
extension GaussianMixture: Codable {
  private enum CodingKeys: String, CodingKey {
    case family = "covarianceType"
    case weights, means, covariances
  }

  /// The family is full where the key is missing. Throws where an array is missing or has another shape: there have to be
  /// as many weights and covariances as means, all means of one length D, and all covariances D × D.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      weights: try container.decode([Double].self, forKey: .weights),
      means: try container.decode([[Double]].self, forKey: .means),
      covariances: try container.decode([CovarianceMatrix].self, forKey: .covariances),
      family: try container.decodeIfPresent(CovarianceFamily.self, forKey: .family) ?? .full)
    try check(weights.count == componentCount, .weights, "not as many weights as means", container)
    try check(means.allSatisfy { $0.count == dimensions }, .means, "means of different lengths", container)
    try check(covariances.count == componentCount, .covariances, "not as many covariances as means", container)
    try check(
      covariances.allSatisfy { $0.rows == dimensions && $0.columns == dimensions }, .covariances,
      "covariances that are not as wide as the means are long", container)
  }

  private func check(
    _ isSound: Bool, _ key: CodingKeys, _ flaw: String, _ container: KeyedDecodingContainer<CodingKeys>
  ) throws {
    guard !isSound else { return }
    throw DecodingError.dataCorruptedError(
      forKey: key, in: container, debugDescription: "The mixture has \(flaw).")
  }

  /// Throws what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(family, forKey: .family)
    try container.encode(weights, forKey: .weights)
    try container.encode(means, forKey: .means)
    try container.encode(covariances, forKey: .covariances)
  }
}

/// Encoded as nested arrays, one per row.
extension CovarianceMatrix: Codable {
  /// Throws where the rows differ in length.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let rows = try container.decode([[Double]].self)
    guard rows.allSatisfy({ $0.count == rows[0].count }) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "The rows of a matrix differ in length.")
    }
    self.init(rows)
  }

  /// Throws what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(nested)
  }
}
