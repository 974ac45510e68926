/// How a run takes its half-steps.
public enum Algorithm: String, CaseIterable, Codable, Sendable {
  /// Expectation–maximization: every point belongs to every component by a share.
  case em
  /// Lloyd's k-means: every point belongs to its nearest mean alone.
  case kMeans = "k-means"
}
