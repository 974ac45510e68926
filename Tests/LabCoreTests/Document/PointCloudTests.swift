import Testing

@testable import LabCore

struct PointCloudTests {
  @Test func columnsOfUnequalLengthAreCut() {
    let cloud = PointCloud(x: [1, 2, 3], y: [4, 5], revision: Revision(1))
    #expect(cloud.count == 2 && cloud.x == [1, 2] && cloud.y == [4, 5])
  }

  @Test func boundsHoldEveryPoint() {
    #expect(PointCloud(revision: Revision(0)).bounds == nil)
    let cloud = PointCloud(x: [1, -2, 3], y: [4, 5, -6], revision: Revision(0))
    #expect(cloud.bounds == DataRect(minX: -2, minY: -6, maxX: 3, maxY: 5))
  }

  /// What was only appended to stands first; everything else is a content of its own.
  @Test func aFoundationStandsFirst() {
    var cloud = PointCloud(x: Array(repeating: 1, count: 40), y: Array(repeating: 2, count: 40), revision: Revision(1))
    let foundation = cloud.foundation
    #expect(foundation == PointCloud.Foundation(revision: Revision(1), count: 40))
    cloud.append(DataPoint(3, 3), revision: Revision(2))
    cloud.append([DataPoint(3, 4), DataPoint(5, 5)], revision: Revision(3))
    #expect(cloud.foundation == foundation && cloud.revision == Revision(3))
    // Much that is new is worth an order of its own.
    cloud.append((0..<9).map { DataPoint(Double($0), 0) }, revision: Revision(4))
    #expect(cloud.foundation == PointCloud.Foundation(revision: Revision(4), count: 52))
    cloud.append(DataPoint(3, 3), revision: Revision(5))
    #expect(cloud.foundation.count == 52)
    #expect(cloud.erase(DataPoint(5, 5), DataSize(0.1, 0.1), 6) == 1)
    #expect(cloud.foundation == PointCloud.Foundation(revision: Revision(6), count: 52))
  }

  @Test func boundsFollowEveryChange() {
    var cloud = PointCloud(revision: Revision(0))
    cloud.append(DataPoint(2, 3), revision: Revision(1))
    #expect(cloud.bounds == DataRect(minX: 2, minY: 3, maxX: 2, maxY: 3))
    cloud.append(DataPoint(-4, 9), revision: Revision(2))
    #expect(cloud.bounds == DataRect(minX: -4, minY: 3, maxX: 2, maxY: 9))
    #expect(cloud.erase(DataPoint(-4, 9), DataSize(1, 1), 3) == 1)
    #expect(cloud.bounds == DataRect(minX: 2, minY: 3, maxX: 2, maxY: 3))
    #expect(cloud.erase(DataPoint(2, 3), DataSize(1, 1), 4) == 1)
    #expect(cloud.bounds == nil)
  }

  @Test func removingKeepsTheOrderAndNamesAnotherContent() {
    var cloud = PointCloud(x: [0, 1, 2, 3, 4], y: [0, 0, 0, 0, 0], revision: Revision(1))
    let removed = cloud.erase(DataPoint(2, 0), DataSize(1, 1), 2)
    #expect(removed == 3 && cloud.x == [0, 4] && cloud.revision == Revision(2))
    #expect(cloud.erase(DataPoint(99, 0), DataSize(1, 1), 3) == 0)
    #expect(cloud.revision == Revision(2))
  }

  @Test func aRadiusOfNothingRemovesNothing() {
    var cloud = PointCloud(x: [0], y: [0], revision: Revision(1))
    for radius in [DataSize(0, 1), DataSize(1, 0), DataSize(-1, -1), DataSize(.nan, 1)] {
      #expect(cloud.erase(DataPoint(0, 0), radius, 2) == 0)
    }
  }

  @Test func anEraserThatIsNowhereRemovesNothing() {
    var cloud = PointCloud(x: [0, 5], y: [0, 5], revision: Revision(1))
    for center in [DataPoint(.nan, 0), DataPoint(0, .nan), DataPoint(.infinity, 0)] {
      #expect(cloud.erase(center, DataSize(1, 1), 2) == 0, "\(center)")
    }
    #expect(cloud.count == 2)
  }
}

extension PointCloud {
  fileprivate mutating func erase(_ center: DataPoint, _ radius: DataSize, _ revision: Int) -> Int {
    remove(Sweep(from: center, to: center, radius: radius), revision: Revision(revision))
  }
}
