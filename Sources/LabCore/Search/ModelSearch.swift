import GaussianMixtures

/// A search for the number of components and the covariance family, by BIC.
public struct ModelSearch: Sendable, Equatable {
  public enum Status: Sendable, Equatable {
    case idle
    /// Candidates done, of how many.
    case running(done: Int, total: Int)
    case finished
    case failed(MixtureError)
  }

  /// The families to try.
  public internal(set) var families: Set<CovarianceFamily> = Set(CovarianceFamily.allCases)
  public internal(set) var status = Status.idle
  /// What was found, by family in the order of the families, then by number of components.
  public internal(set) var candidates: [Candidate] = []
  /// Names the search under way; answers of another are ignored.
  var ticket: Ticket?
  /// The options it was asked for with.
  var options: EMOptions?

  public static let components = 1...9
  public static let restarts = 3

  public struct Candidate: Sendable, Equatable, Codable {
    /// The K it was begun with.
    public let asked: Int
    /// The K of its model: fewer where components were dropped.
    public let components: Int
    public let family: CovarianceFamily
    /// −2 log L + p log N: smaller is better. `nil` where nothing could be fitted.
    public let bic: Double?
    public let model: GaussianMixture?
    /// Held up by the floor: its likelihood says more about the floor than about the data.
    public let isFloored: Bool
  }

  public var isRunning: Bool { ticket != nil }

  /// The families that candidates were found of, or none could be.
  public internal(set) var searched: Set<CovarianceFamily> = []

  /// The candidate with the smallest BIC.
  public var best: Int? { best(of: Array(candidates.indices)) }

  /// The one with the smallest BIC among some candidates; one that the floor does not hold up before all others.
  public func best(of indices: [Int]) -> Int? {
    func rank(_ index: Int) -> (Int, Double) {
      ModelSearch.rank(bic: candidates[index].bic ?? .infinity, isFloored: candidates[index].isFloored)
    }
    return indices.filter { candidates[$0].bic != nil && candidates[$0].model != nil }.min { rank($0) < rank($1) }
  }

  /// What candidates are ranked by, the best first.
  static func rank(bic: Double, isFloored: Bool) -> (Int, Double) { (isFloored ? 1 : 0, bic) }
}

/// The search that a state asks for: long, so it is performed off the main thread.
public struct SearchRequest: Sendable {
  let points: PointCloud
  let families: [CovarianceFamily]
  let options: EMOptions

  public func perform(
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
    shouldCancel: @Sendable () -> Bool = { false }
  ) -> Answer.Outcome {
    do throws(MixtureError) {
      let data = try Dataset(columns: points.columns)
      let most = min(ModelSearch.components.upperBound, max(data.count, 1))
      let found = try ModelSelection.search(
        data: data, components: ModelSearch.components.lowerBound...most, families: families, start: .kMeans,
        restarts: ModelSearch.restarts, options: options, progress: progress, shouldCancel: shouldCancel)
      let candidates = found.rows.map { row in
        ModelSearch.Candidate(
          asked: row.asked, components: row.components, family: row.family, bic: row.criteria?.bic,
          model: row.fit?.model,
          isFloored: row.isFloored)
      }
      return .found(candidates)
    } catch {
      return .searchFailed(error)
    }
  }
}
