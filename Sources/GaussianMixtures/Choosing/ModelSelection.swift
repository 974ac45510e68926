import FoundationEssentials
import Synchronization

/// One candidate of a search over models.
public struct ModelCandidate: Sendable, Equatable {
  /// K as asked for.
  public let asked: Int
  /// The family fitted.
  public let family: CovarianceFamily
  /// The best fit of its restarts, one that needs no floor before one that does; nil where nothing could be fitted.
  public let fit: FitResult?
  /// What decides; nil where nothing could be fitted.
  public let criteria: InformationCriteria?
  /// Why nothing could be fitted.
  public let failure: MixtureError?

  /// The components of the fit: fewer than asked for where some were dropped; as asked for where nothing was fitted.
  public var components: Int { fit?.model.componentCount ?? asked }
  /// The number of free parameters of a mixture of so many components.
  public let parameters: Int

  /// Whether the floor holds up a covariance: then the likelihood says more about the floor than about the data.
  public var isFloored: Bool { fit?.isFloored == true }
}

/// A search over numbers of components and covariance families.
public struct ModelSelection: Sendable, Equatable {
  /// What a search goes by: see `InformationCriteria`.
  public enum Criterion: String, CaseIterable, Codable, Sendable {
    /// Akaike's.
    case aic
    /// The Bayesian one, by Schwarz.
    case bic
    /// The integrated completed likelihood.
    case icl
  }

  /// Family by family, each in the order of K.
  public let rows: [ModelCandidate]

  /// The row with the smallest criterion; rows that needed the floor compete only if there are no others. Nil where
  /// nothing could be fitted, or the search left the criterion out.
  public func best(by criterion: Criterion = .bic) -> ModelCandidate? {
    let fitted = rows.filter { $0.value(of: criterion) < .infinity }
    let free = fitted.filter { !$0.isFloored }
    return (free.isEmpty ? fitted : free).min { $0.value(of: criterion) < $1.value(of: criterion) }
  }

  /// Fits every K given in every family, each from `restarts` starts, with the options' other settings.
  ///
  /// AIC and BIC come with the fits; the ICL takes another pass over the points each, and only if asked for. No more than
  /// `threads` run at a time, passes included; the result does not depend on them.
  ///
  /// `progress` is told how many candidates are done, of how many; it may be called from any thread. Throws
  /// `.cancelled` once `shouldCancel` says so, and for numbers of components or restarts out of range. A candidate that
  /// fails is a row without a fit, not an error.
  public static func search(
    data: Dataset, components: some Collection<Int>, families: [CovarianceFamily] = CovarianceFamily.allCases,
    start kind: StartKind = .kMeans, restarts: Int = 1, options: EMOptions = EMOptions(),
    includingICL: Bool = false, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
    shouldCancel: @Sendable () -> Bool = { false }
  ) throws(MixtureError) -> ModelSelection {
    guard components.count <= 10_000 else {
      throw .optionOutOfRange(name: "components", allowed: "at most 10000 different numbers")
    }
    guard components.allSatisfy({ $0 >= 1 }) else { throw .noComponents }
    guard components.allSatisfy({ $0 <= 1_000_000 }) else {
      throw .optionOutOfRange(name: "components", allowed: "numbers from 1 to 1000000")
    }
    try EM.checkRestarts(restarts)
    let candidates = families.flatMap { family in components.map { (family: family, components: $0) } }
    let budget = ThreadBudget(threads: threads, tasks: candidates.count)
    let em = try EM(data: data, options: options, resources: PassResources(threads: budget.threadsPerTask))
    let done = Mutex(0)
    let rows = concurrentMap(candidates.count, threads: budget.tasks) { i in
      let row = em.candidate(
        candidates[i].components, candidates[i].family, kind, restarts, includingICL: includingICL,
        shouldCancel: shouldCancel)
      done.withLock { done in
        done += 1
        progress(done, candidates.count)
      }
      return row
    }
    if shouldCancel() || rows.contains(where: { $0.failure == .cancelled }) { throw .cancelled }
    return ModelSelection(rows: rows)
  }
}

extension EM {
  fileprivate func candidate(
    _ components: Int, _ family: CovarianceFamily, _ kind: StartKind, _ restarts: Int, includingICL: Bool,
    shouldCancel: @Sendable () -> Bool
  ) -> ModelCandidate {
    var options = options
    options.family = family
    do throws(MixtureError) {
      let fit = try with(options).fit(
        componentCount: components, start: kind, restarts: restarts, shouldCancel: shouldCancel
      ).best
      return ModelCandidate(
        asked: components, family: family, fit: fit,
        criteria: includingICL ? try fit.criteria(includingICLOn: data) : fit.criteria, failure: nil,
        parameters: fit.model.parameterCount)
    } catch {
      return ModelCandidate(
        asked: components, family: family, fit: nil, criteria: nil, failure: error,
        parameters: family.parameterCount(components: components, dimensions: data.dimensions))
    }
  }
}

extension ModelCandidate {
  /// +∞ where nothing could be fitted, and for an ICL that was not asked for.
  public func value(of criterion: ModelSelection.Criterion) -> Double {
    guard let criteria else { return .infinity }
    return switch criterion {
    case .aic: criteria.aic
    case .bic: criteria.bic
    case .icl: criteria.icl ?? .infinity
    }
  }
}
