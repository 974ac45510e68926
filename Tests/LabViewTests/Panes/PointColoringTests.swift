import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct PointColoringTests {
  private let model = GaussianMixture(
    weights: [0.5, 0.5], means: [[-3, 0], [3, 0]], covariances: [.identity(2), .identity(2)])

  /// The colors of points on the x axis. One at a time: a table has an order of its own.
  private func colors(_ x: [Double], letters: [Int] = [0, 1]) throws -> [UInt32] {
    try x.map { x in
      let table = PointCloud(x: [x], y: [0], revision: Revision(1))
      return try #require(PointColoring.colors(table, Owners(model: model, identities: letters), .light)).first ?? 0
    }
  }

  @Test func aPointOfOneComponentHasItsColor() throws {
    let found = try colors([-3, 3])
    #expect(found == [Theme.light.component(0).rgb, Theme.light.component(1).rgb])
    #expect(try colors([-3], letters: [4, 1]) == [Theme.light.component(4).rgb])
  }

  @Test func aSharedPointIsMixedInLinearLight() throws {
    let found = try colors([0])[0]
    let (a, b) = (Theme.light.component(0), Theme.light.component(1))
    for (shift, bytes) in [(16, (a.red, b.red)), (8, (a.green, b.green)), (0, (a.blue, b.blue))] {
      let light = (LinearLight.decoded[Int(bytes.0)] + LinearLight.decoded[Int(bytes.1)]) / 2
      let expected = Int(LinearLight.encode(Double(light)))
      #expect(abs(Int((found >> UInt32(shift)) & 255) - expected) <= 1)
      // The mean of the bytes would be darker.
      #expect(Int((found >> UInt32(shift)) & 255) >= (Int(bytes.0) + Int(bytes.1)) / 2 - 1)
    }
  }

  @Test func ownersThatCannotBeEvaluatedColorNothing() throws {
    var broken = model
    broken.covariances[0] = CovarianceMatrix([[1, 2], [2, 1]])
    let table = PointCloud(x: [0], y: [0], revision: Revision(1))
    #expect(PointColoring.colors(table, Owners(model: broken, identities: [0, 1]), .light) == nil)
  }

  @Test func aGlideGoesFromOneColorToTheOther() {
    let a: [UInt32] = [0x000000, 0x102030]
    let b: [UInt32] = [0xFFFFFF, 0x302010]
    #expect(PointColoring.mix(a, b, 0) == a && PointColoring.mix(a, b, 1) == b)
    #expect(PointColoring.mix(a, b, 0.5) == [0x7F7F7F, 0x202020])
    #expect(PointColoring.mix(a, [0x123456], 0.5) == [0x123456])
    #expect(PointColoring.mix(a, b, .nan) == a && PointColoring.mix(a, b, 99) == b)
  }
}
