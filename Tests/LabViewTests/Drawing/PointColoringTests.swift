import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct PointColoringTests {
  private let model = GaussianMixture(
    weights: [0.5, 0.5], means: [[-3, 0], [3, 0]], covariances: [.identity(2), .identity(2)])

  private func colors(_ x: [Double], letters: [Int] = [0, 1]) -> [UInt32]? {
    PointColoring.colors(
      PointCloud(x: x, y: x.map { _ in 0 }, revision: Revision(1)), Ownership(model: model, letters: letters), .light)
  }

  @Test func aPointOfOneComponentHasItsColour() throws {
    let found = try #require(colors([-3, 3]))
    #expect(found == [Theme.light.component(0).rgb, Theme.light.component(1).rgb])
    #expect(try #require(colors([-3], letters: [4, 1])) == [Theme.light.component(4).rgb])
  }

  @Test func aSharedPointIsMixedInLinearLight() throws {
    let found = try #require(colors([0]))[0]
    let (a, b) = (Theme.light.component(0), Theme.light.component(1))
    for (shift, bytes) in [(16, (a.red, b.red)), (8, (a.green, b.green)), (0, (a.blue, b.blue))] {
      let light = (LinearLight.decoded[Int(bytes.0)] + LinearLight.decoded[Int(bytes.1)]) / 2
      let expected = Int(LinearLight.encode(Double(light)))
      #expect(abs(Int((found >> UInt32(shift)) & 255) - expected) <= 1)
      // The mean of the bytes would be darker.
      #expect(Int((found >> UInt32(shift)) & 255) >= (Int(bytes.0) + Int(bytes.1)) / 2 - 1)
    }
  }

  @Test func ownersThatCannotBeEvaluatedColourNothing() {
    var broken = model
    broken.covariances[0] = Matrix([[1, 2], [2, 1]])
    let cloud = PointCloud(x: [0], y: [0], revision: Revision(1))
    #expect(PointColoring.colors(cloud, Ownership(model: broken, letters: [0, 1]), .light) == nil)
  }

  @Test func aGlideGoesFromOneColourToTheOther() {
    let a: [UInt32] = [0x000000, 0x102030]
    let b: [UInt32] = [0xFFFFFF, 0x302010]
    #expect(PointColoring.mix(a, b, 0) == a && PointColoring.mix(a, b, 1) == b)
    #expect(PointColoring.mix(a, b, 0.5) == [0x7F7F7F, 0x202020])
    #expect(PointColoring.mix(a, [0x123456], 0.5) == [0x123456])
    #expect(PointColoring.mix(a, b, .nan) == b || PointColoring.mix(a, b, .nan) == a)
  }
}
