import Foundation
import Rasterizer
import Testing

struct CanvasRectTests {
  @Test func wholePixelsAreExact() {
    let coverage = Coverage { $0.fill(Rect(x: 3, y: 4, width: 10, height: 5), white) }
    for y in 0..<64 {
      for x in 0..<64 {
        #expect(coverage[x, y] == (x >= 3 && x < 13 && y >= 4 && y < 9 ? 255 : 0))
      }
    }
  }

  @Test func fractionsAreShares() {
    let coverage = Coverage { $0.fill(Rect(x: 3.25, y: 4.5, width: 2, height: 0.25), white) }
    #expect(coverage[3, 4] == UInt32((0.75 * 0.25 * 255).rounded()))
    #expect(coverage[4, 4] == 64)
    #expect(coverage[5, 4] == 16)
    let sliver = Coverage { $0.fill(Rect(x: 7.25, y: 2, width: 0.5, height: 3), white) }
    #expect(sliver[7, 3] == 128)
    #expect(sliver[6, 3] == 0 && sliver[8, 3] == 0)
  }

  @Test(arguments: [0.0, 0.5, 3, 8.25, 100])
  func roundedArea(radius: Double) {
    let rect = Rect(x: 5.3, y: 7.6, width: 40.5, height: 30.25)
    let r = min(radius, 30.25 / 2)
    let filled = Coverage { $0.fill(rect, cornerRadius: radius, white) }
    #expect(abs(filled.area - (40.5 * 30.25 - (4 - .pi) * r * r)) < 1)
    // A line of width w along the edge has the edge's length times w while the inner corner is round or square.
    guard radius >= 1 || radius == 0 else { return }
    let stroked = Coverage { $0.stroke(rect, cornerRadius: radius, width: 2, white) }
    let length = 2 * (40.5 + 30.25) - (8 - 2 * .pi) * r
    #expect(abs(stroked.area - 2 * length) < 0.5)
  }

  @Test func aWideStrokeFillsTheRectangle() {
    let coverage = Coverage { $0.stroke(Rect(x: 20, y: 20, width: 10, height: 10), cornerRadius: 0, width: 12, white) }
    #expect(coverage.area == 22 * 22)
  }

  @Test func hairlineOnPixelCentersIsSharp() {
    let coverage = Coverage {
      $0.stroke(Rect(x: 10.5, y: 10.5, width: 20, height: 12), cornerRadius: 0, width: 1, white)
    }
    #expect(coverage[10, 15] == 255 && coverage[9, 15] == 0 && coverage[11, 15] == 0)
    #expect(coverage.area == 2 * (20 + 12))
  }
}
