import Rasterizer
import Testing

struct CoverageMaskTests {
  @Test func coverageWeighsTheColor() {
    let mask = CoverageMask(width: 3, height: 1, coverage: [0, 128, 255])
    let coverage = Coverage { $0.draw(mask, x: 10, y: 5, white) }
    #expect((coverage[10, 5], coverage[11, 5], coverage[12, 5]) == (0, 128, 255))
    #expect(coverage.area == 383.0 / 255)
  }

  @Test func clippedOnEverySide() {
    let mask = CoverageMask(width: 20, height: 20, coverage: [UInt8](repeating: 255, count: 400))
    for (x, y, area) in [(-10, -10, 100.0), (54, 54, 100), (-20, 0, 0), (64, 0, 0), (5, -19, 20)] {
      #expect(Coverage { $0.draw(mask, x: x, y: y, white) }.area == area)
    }
    for far in [Int.min, Int.max] { #expect(Coverage { $0.draw(mask, x: far, y: far, white) }.area == 0) }
  }

  @Test func missingValuesAreZero() {
    #expect(CoverageMask(width: 2, height: 2, coverage: [9]).coverage == [9, 0, 0, 0])
    #expect(CoverageMask(width: 1, height: 1, coverage: [9, 8]).coverage == [9])
    #expect(CoverageMask(width: -1, height: 5, coverage: [9]).coverage.isEmpty)
  }

  @Test func bitmapsLieOverWhatIsThere() {
    var canvas = Canvas(width: 4, height: 1, fill: Color(0xFF0000))
    var picture = Bitmap(width: 3, height: 1)
    picture.pixels = [Color(0x00FF00).premultiplied, 0, Color(0x0000FF, alpha: 0.5).premultiplied]
    canvas.draw(picture, x: 1, y: 0)
    #expect(canvas.bitmap.pixels == [0xFFFF_0000, 0xFF00_FF00, 0xFFFF_0000, 0xFF7F_0080])
    canvas.draw(picture, x: -2, y: 0)
    #expect(canvas.bitmap.pixels[0] == 0xFF7F_0080)
  }
}
