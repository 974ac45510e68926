import GaussianMixtures

/// Where EM begins, as a user writes it down: `{"weights": [K], "means": [K][D], "covariances": [K][D][D]}`.
///
/// Only `means` is required. `columns`, the D names of the dimensions, ties them to the columns of a table. With one
/// dimension the means may be plain numbers. Covariances may be K matrices, K lists of D variances, K variances, or one
/// matrix for all (read so where the family is tied). A file whose `start` member holds all that, as the reference traces
/// do, and a fitted model are read too.
public struct StartFile: Sendable, Equatable {
  /// K × D.
  public var means: [[Double]]
  /// K weights, nil for equal ones.
  public var weights: [Double]?
  /// K full D × D matrices, nil for the data's own spread.
  public var covariances: [[[Double]]]?
  /// D names; empty if the file gives none.
  public var columns: [String]

  public init(
    means: [[Double]], weights: [Double]? = nil, covariances: [[[Double]]]? = nil, columns: [String] = []
  ) {
    self.means = means
    self.weights = weights
    self.covariances = covariances
    self.columns = columns
  }

  public static func read(
    _ path: String, family: CovarianceFamily = .full
  ) throws(FileError) -> StartFile {
    try StartFile(JSONValue.read(path), path: path, family: family)
  }

  /// - Parameter isModel: whether nothing of it may be left out.
  init(_ json: JSONValue, path: String, family: CovarianceFamily, isModel: Bool = false) throws(FileError) {
    if SceneFile.isScene(json) {
      throw .notUsable(
        path: path, problem: "is a scene and no model", advice: "export its model in the window, or name another file")
    }
    let start = json["means"] == nil ? json["start"] ?? json : json
    let shapes = StartShapes(path: path, family: family, isModel: isModel)
    let means = try shapes.means(start["means"])
    self.init(
      means: means, weights: try shapes.weights(start["weights"], components: means.count),
      covariances: try shapes.covariances(
        start["covariances"], components: means.count, dimensions: means[0].count),
      columns: try shapes.columns(start["columns"], dimensions: means[0].count))
  }

  /// The same with its dimensions in the order of these columns; nil where they are not the same ones. They are found
  /// as columns of tables are: exactly, then whatever their case and the spaces around them.
  public func ordered(as names: [String]) -> StartFile? {
    let lookup = ColumnLookup(columns)
    let order = names.compactMap(lookup.index)
    guard order.count == columns.count, Set(order).count == columns.count, names.count == columns.count else {
      return nil
    }
    var start = self
    start.columns = names
    start.means = means.map { mean in order.map { mean[$0] } }
    start.covariances = covariances?.map { matrix in order.map { i in order.map { matrix[i][$0] } } }
    return start
  }

  /// The mixture to begin with. What the file leaves out follows the data: see `GaussianMixture.start`.
  public func mixture(
    for data: Dataset, family: CovarianceFamily = .full, floor: Double = EMOptions.defaultFloor
  ) throws(MixtureError) -> GaussianMixture {
    let dimensions = means.first?.count ?? 0
    if dimensions != data.dimensions { throw .dimensionMismatch(model: dimensions, data: data.dimensions) }
    return try GaussianMixture.start(
      means: means, weights: weights, covariances: covariances?.map { CovarianceMatrix($0) }, data: data,
      family: family, floor: floor)
  }
}

extension JSONValue {
  /// The JSON document in a file.
  static func read(_ path: String) throws(FileError) -> JSONValue {
    let bytes = try FileReader.bytes(of: path, limit: Limits.documentBytes)
    do {
      return try parse(bytes)
    } catch {
      throw .notUsable(path: path, problem: "is not JSON (\(error))", advice: "correct it")
    }
  }
}

/// Turns the members of a start into arrays of one shape, or says which shape was expected.
private struct StartShapes {
  let path: String
  let family: CovarianceFamily
  let isModel: Bool

  /// What else can be done about a member that is wrong.
  private var orLeave: String { isModel ? "" : " or leave them out" }

  func means(_ value: JSONValue?) throws(FileError) -> [[Double]] {
    guard let value, value != .null else {
      throw unusable("has no 'means'", "give them as a list of K lists of D numbers")
    }
    guard let means = value.matrix ?? value.vector?.map({ [$0] }), let first = means.first, !first.isEmpty else {
      throw unusable("has 'means' of another shape", "give them as a list of K lists of D numbers")
    }
    if let odd = means.firstIndex(where: { $0.count != first.count }) {
      throw unusable(
        "has a mean \(odd + 1) of \(means[odd].count) numbers where the first has \(first.count)",
        "give every mean the same length")
    }
    if let excess = Limits.excess(components: means.count, dimensions: first.count) {
      throw unusable(excess, "use fewer")
    }
    return means
  }

  func columns(_ value: JSONValue?, dimensions: Int) throws(FileError) -> [String] {
    guard let value, value != .null, value != .array([]) else { return [] }
    guard let names = value.strings, names.count == dimensions, Set(names).count == dimensions else {
      throw unusable(
        "has 'columns' of another shape", "give \(dimensions) different names, one per dimension, or leave them out")
    }
    return names
  }

  func weights(_ value: JSONValue?, components: Int) throws(FileError) -> [Double]? {
    guard let value, value != .null else { return nil }
    guard let weights = value.vector else {
      throw unusable("has 'weights' of another shape", "give them as a list of K numbers\(orLeave)")
    }
    guard weights.count == components else {
      throw unusable(
        "has \(weights.count) weights for \(components) means", "give one weight per mean\(orLeave)")
    }
    return weights
  }

  func covariances(_ value: JSONValue?, components k: Int, dimensions d: Int) throws(FileError) -> [[[Double]]]? {
    guard let value, value != .null else { return nil }
    // Counts are compared before a matrix is made: a short list of numbers may stand for large matrices.
    if let matrices = value.matrices {
      try check(count: matrices.count, components: k)
      if let odd = matrices.firstIndex(where: { $0.count != d || $0.contains { $0.count != d } }) {
        throw unusable("has a covariance \(odd + 1) that is not \(d) × \(d)", "give \(d) rows of \(d) numbers")
      }
      return matrices
    }
    if let rows = value.matrix {
      if family == .tied, rows.count == d, rows.allSatisfy({ $0.count == d }) {
        return Array(repeating: rows, count: k)
      }
      try check(count: rows.count, components: k)
      if let odd = rows.firstIndex(where: { $0.count != d }) {
        throw unusable("has a covariance \(odd + 1) that is not \(d) × \(d)", "give \(d) variances")
      }
      return rows.map(diagonal)
    }
    guard let variances = value.vector else {
      throw unusable(
        "has 'covariances' of another shape", "give \(k) matrices of \(d) × \(d) numbers\(orLeave)")
    }
    try check(count: variances.count, components: k)
    return variances.map { diagonal(Array(repeating: $0, count: d)) }
  }

  private func check(count: Int, components k: Int) throws(FileError) {
    guard count == k else {
      throw unusable("has \(count) covariances for \(k) means", "give one per mean\(orLeave)")
    }
  }

  private func diagonal(_ variances: [Double]) -> [[Double]] { CovarianceMatrix.diagonal(variances).nested }

  private func unusable(_ problem: String, _ advice: String) -> FileError {
    .notUsable(path: path, problem: problem, advice: advice)
  }
}
