import GaussianMixtures
import Testing

@testable import LabCore

/// What was said beside the truth, as it is compared.
@Suite struct LessonSightTests {
  /// Fresh points of one seed or another, in labs that did the same: both name them alike.
  private static func sight(seed: UInt64) -> LessonSight {
    let points = PointCloud(x: [Double(seed), 1], y: [2, 3], revision: Revision(5))
    let truth = GaussianMixture(weights: [1], means: [[0, 0]], covariances: [.identity(2)])
    return LessonSight(points: points, truth: truth, letters: [0], said: nil, owners: [0: 0])
  }

  @Test func pointsAreComparedByTheirValues() {
    let (first, second) = (Self.sight(seed: 1), Self.sight(seed: 2))
    #expect(first.points == second.points)
    #expect(first != second && !first.showsPoints(of: second))
    #expect(first == Self.sight(seed: 1) && first.showsPoints(of: first))
  }

  /// A file that was replaced by one on other points is another file, though the marks are the same.
  @Test func handInsOnOtherPointsAreOthers() {
    func result(_ seed: UInt64) -> LessonResult {
      LessonResult(page: 0, kind: .owners, attempts: 1, mark: 1, answer: nil, sight: Self.sight(seed: seed))
    }
    #expect(result(1) != result(2) && result(1) == result(1))
  }
}
