import Rasterizer
import Testing

/// Every character is a solid block as wide as it is advanced, so that positions can be counted.
private final class Blocks: TextSource {
  func width(of text: String, _ style: TextStyle) -> Double { Double(text.count * style.size) }

  func mask(of text: String, _ style: TextStyle) -> TextMask {
    let width = text.count * style.size
    return TextMask(
      mask: CoverageMask(width: width, height: 4, coverage: [UInt8](repeating: 255, count: width * 4)), originX: 1,
      baseline: 3, advance: Double(width))
  }
}

struct CanvasTextTests {
  @Test(arguments: [(TextAlign.left, 30), (.center, 25), (.right, 20)])
  func alignment(align: TextAlign, left: Int) {
    let coverage = Coverage {
      $0.draw(text: "ab", at: Point(30.2, 20.4), align: align, style: TextStyle(size: 5), color: white, font: Blocks())
    }
    #expect(coverage.area == 40)
    // One column of bearing; three rows above the baseline, one below.
    #expect(coverage[left + 1, 17] == 255 && coverage[left, 17] == 0)
    #expect(coverage[left + 10, 20] == 255 && coverage[left + 11, 20] == 0)
  }

  @Test func oddPensDrawNothing() {
    for pen in [Point(.nan, 3), Point(3, .infinity), Point(1e300, 10), Point(10, -1e300), Point(-1e300, 10)] {
      #expect(
        Coverage { $0.draw(text: "ab", at: pen, style: TextStyle(size: 5), color: white, font: Blocks()) }.area == 0)
    }
  }
}
