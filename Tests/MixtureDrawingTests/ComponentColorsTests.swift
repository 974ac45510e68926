import GaussianMixtures
import Rasterizer
import Testing

@testable import MixtureDrawing

@Suite struct ComponentColorsTests {
  private let pair = GaussianMixture(
    weights: [0.5, 0.5], means: [[-3, 0], [3, 0]], covariances: [.identity(2), .identity(2)])
  private let red = Color(0xFF0000)
  private let blue = Color(0x0000FF)

  @Test func aPointHasItsOwnersColors() throws {
    let colors = try ComponentColors.colors(of: [[-9, 0], [0, 5], [9, 0]], under: pair, palette: [red, blue])
    // Half the light of each: brighter than the mean of the bytes.
    #expect(colors == [red, Color(0xBC00BC), blue])
  }

  @Test func palettesRepeat() {
    #expect(ComponentColors.color(of: 2, in: [red, blue]) == red)
    #expect(ComponentColors.color(of: 3, in: [red, blue]) == blue)
    #expect(ComponentColors.color(of: 1, in: []) == ComponentColors.standard[1])
    #expect(Set(ComponentColors.standard).count == ComponentColors.standard.count)
  }

  @Test func pointsOfAnotherLengthAreRefused() {
    #expect(throws: MixtureError.dimensionMismatch(model: 2, data: 3)) {
      try ComponentColors.colors(of: [[1, 2, 3]], under: pair)
    }
  }
}
