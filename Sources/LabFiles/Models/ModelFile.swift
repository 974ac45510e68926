import GaussianMixtures
import LabCore

/// A fitted mixture as JSON, in arrays that any program can read.
///
/// ```
/// {"columns": [D], "points": N, "covarianceType": "full", "iterations": T, "converged": true,
///  "stopped": "converged", "logLikelihood": …, "trace": [T + 1], "weights": [K], "means": [K][D],
///  "covariances": [K][D][D], "identities": [K], "seed": …, "events": [], "floored": []}
/// ```
///
/// The covariances are K full matrices whatever the family. Every number has the digits that read back as the same
/// bits. Only `means`, `weights` and `covariances` are needed to read a model. `trace` holds the log-likelihoods of the
/// start and after each iteration. `floored`, the components that only the floor kept from collapsing, counts from 0, as
/// the arrays do. `identities` says which of the start's components, from 0, each one is: where B was dropped, 0 and 2.
/// An event's `component` is such an identity.
///
/// The README has a recipe to load it into scikit-learn.
public struct ModelFile: Sendable, Equatable {
  public var model: GaussianMixture
  /// Which of the start's components the K components are.
  public var identities: [Int]
  /// The names of the D columns the model was fitted to; empty if unknown.
  public var columns: [String]
  /// N, the number of points it was fitted to.
  public var points: Int
  /// The log-likelihood of those points under the model, nil if unknown.
  public var logLikelihood: Double?
  /// The T + 1 log-likelihoods of the run.
  public var trace: [Double]
  /// How the run ended, nil if unknown.
  public var end: RunEnd?
  public var events: [EMEvent]
  /// The components whose covariance the floor held up at the end.
  public var floored: [Int]
  public var seed: UInt64?

  public init(model: GaussianMixture, columns: [String] = [], points: Int = 0) {
    self.model = model
    identities = Array(0..<model.componentCount)
    self.columns = columns
    self.points = points
    trace = []
    events = []
    floored = []
  }

  public init(fit: FitResult, columns: [String], points: Int) {
    self.init(model: fit.model, columns: columns, points: points)
    identities = fit.run.latest.identities
    logLikelihood = fit.logLikelihood
    trace = fit.trace
    end = fit.end
    events = fit.events
    floored = fit.floored
    seed = fit.seed
  }

  public func write(to path: String) throws(FileError) {
    try AtomicFile.write(json.indentedText, to: path)
  }

  public var json: JSONValue {
    .object([
      .init("columns", JSONValue(columns)), .init("points", JSONValue(points)),
      .init("covarianceType", .string(model.family.rawValue)),
      .init("iterations", JSONValue(max(0, trace.count - 1))), .init("converged", .bool(end == .converged)),
      .init("stopped", end.map { .string($0.name) } ?? .null),
      .init("logLikelihood", logLikelihood.map(JSONValue.number) ?? .null), .init("trace", JSONValue(trace)),
      .init("weights", JSONValue(model.weights)), .init("means", JSONValue(model.means)),
      .init("covariances", JSONValue(model.covariances.map(\.nested))),
      .init("identities", .array(identities.map { JSONValue($0) })),
      .init("seed", seed.map(JSONValue.integer) ?? .null), .init("events", .array(events.map(Self.json))),
      .init("floored", .array(floored.map { JSONValue($0) })),
    ])
  }

  // MARK: Reading

  public static func read(_ path: String) throws(FileError) -> ModelFile {
    let json = try JSONValue.read(path)
    let family = try family(json["covarianceType"], path: path)
    let start = try StartFile(json, path: path, family: family, isModel: true)
    guard json["means"] != nil, let weights = start.weights, let covariances = start.covariances else {
      throw .notUsable(
        path: path, problem: "is not a whole model", advice: "give weights, means and covariances, as fit --output does"
      )
    }
    let model = GaussianMixture(
      weights: weights, means: start.means, covariances: covariances.map { CovarianceMatrix($0) }, family: family)
    do {
      try model.validate()
    } catch {
      throw .notUsable(path, as: "a usable model", error)
    }
    guard model.isOfItsFamily else {
      throw .notUsable(
        path: path, problem: "has covariances that are not \(family.rawValue), as its covarianceType says",
        advice: "name the covarianceType that they are of")
    }

    var file = ModelFile(model: model, columns: start.columns, points: json["points"]?.count ?? 0)
    let identities = json["identities"]?.elements?.compactMap(\.count) ?? []
    if identities.count == model.componentCount, Set(identities).count == identities.count {
      file.identities = identities
    }
    file.logLikelihood = json["logLikelihood"]?.double
    file.trace = json["trace"]?.vector ?? []
    file.end = json["stopped"]?.text.flatMap(RunEnd.init(name:))
    file.events = json["events"]?.elements?.compactMap(event) ?? []
    file.floored = json["floored"]?.elements?.compactMap(\.count).filter(model.means.indices.contains) ?? []
    file.seed = json["seed"]?.unsigned
    return file
  }

  /// Full where none is named.
  private static func family(_ value: JSONValue?, path: String) throws(FileError) -> CovarianceFamily {
    guard let value, value != .null else { return .full }
    if let family = value.text.flatMap(CovarianceFamily.init) { return family }
    let names = CovarianceFamily.allCases.map(\.rawValue).joined(separator: ", ")
    let said =
      value.text.map { "the unknown covarianceType '\($0.forOneLine())'" } ?? "a covarianceType that is no name"
    throw .notUsable(path: path, problem: "has \(said)", advice: "use one of \(names)")
  }

  private static func json(_ event: EMEvent) -> JSONValue {
    .object([
      .init("iteration", JSONValue(event.iteration)), .init("component", JSONValue(event.identity)),
      .init("kind", .string(event.kind.rawValue)), .init("reason", .string(event.reason.rawValue)),
      .init("points", .number(event.points)),
    ])
  }

  private static func event(_ json: JSONValue) -> EMEvent? {
    guard let iteration = json["iteration"]?.count, let component = json["component"]?.count,
      let kind = json["kind"]?.text.flatMap(EMEvent.Kind.init),
      let reason = json["reason"]?.text.flatMap(EMEvent.Reason.init), let points = json["points"]?.double
    else { return nil }
    return EMEvent(iteration: iteration, component: component, kind: kind, reason: reason, points: points)
  }
}

extension RunEnd {
  /// What the member `stopped` says. A run that failed has no model to be written beside it.
  public var name: String {
    switch self {
    case .converged: "converged"
    case .iterationLimit: "iteration-limit"
    case .cancelled: "cancelled"
    case .failed: "failed"
    }
  }

  fileprivate init?(name: String) {
    guard let end = [RunEnd.converged, .iterationLimit, .cancelled].first(where: { $0.name == name }) else {
      return nil
    }
    self = end
  }
}

extension GaussianMixture {
  /// Whether its covariances are what its family makes of them, but for rounding: how many parameters it has is counted by
  /// the family.
  fileprivate var isOfItsFamily: Bool {
    zip(covariances, converted(to: family).covariances).allSatisfy { own, wanted in
      let largest = own.diagonal.reduce(0) { max($0, abs($1)) }
      return own.nested.joined().elementsEqual(wanted.nested.joined()) { abs($0 - $1) <= 1e-9 * largest }
    }
  }
}

extension FileError {
  /// The file at `path` is not `noun`, since its parameters are in error.
  public static func notUsable(_ path: String, as noun: String, _ error: MixtureError) -> FileError {
    let sentence = error.description(naming: ComponentName.letter)
    let parts = (sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence).split(separator: "; ", maxSplits: 1)
    let cause = parts[0].prefix(1).lowercased() + parts[0].dropFirst()
    return .notUsable(
      path: path, problem: "is not \(noun): \(cause)", advice: parts.count > 1 ? String(parts[1]) : "correct it")
  }
}
