import Testing

@testable import Rasterizer

@Suite struct CanvasBitmapTests {
  private static let picture: Bitmap = {
    var bitmap = Bitmap(width: 3, height: 2)
    bitmap.pixels = [1, 2, 3, 4, 5, 6].map { 0xFF00_0000 | $0 }
    return bitmap
  }()

  @Test func aPictureReplacesWhatIsAtItsPlace() {
    var canvas = Canvas(width: 5, height: 4, fill: Color(0xFFFFFF))
    canvas.draw(Self.picture, left: 1, top: 2)
    for (index, pixel) in canvas.bitmap.pixels.enumerated() {
      let (x, y) = (index % 5 - 1, index / 5 - 2)
      let inside = (0..<3).contains(x) && (0..<2).contains(y)
      #expect(pixel == (inside ? Self.picture.pixels[y * 3 + x] : 0xFFFF_FFFF))
    }
  }

  @Test(arguments: [(-1, -1), (4, 3), (-2, 3), (100, 0), (0, -100), (Int.max, Int.min)])
  func whatIsOutsideIsLeftOut(_ left: Int, _ top: Int) {
    var canvas = Canvas(width: 5, height: 4, fill: Color(0xFFFFFF))
    canvas.draw(Self.picture, left: left, top: top)
    let expected = (0..<20).map { index -> UInt32 in
      let (x, y) = ((index % 5).subtractingReportingOverflow(left), (index / 5).subtractingReportingOverflow(top))
      guard !x.overflow, !y.overflow, (0..<3).contains(x.partialValue), (0..<2).contains(y.partialValue) else {
        return 0xFFFF_FFFF
      }
      return Self.picture.pixels[y.partialValue * 3 + x.partialValue]
    }
    #expect(canvas.bitmap.pixels == expected)
  }
}
