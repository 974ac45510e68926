import Testing

@testable import Rasterizer

struct RectTests {
  let rect = Rect(x: 10, y: 20, width: 30, height: 40)

  @Test func edges() {
    #expect((rect.minX, rect.maxX, rect.midX) == (10, 40, 25))
    #expect((rect.minY, rect.maxY, rect.midY) == (20, 60, 40))
    #expect(rect.center == Point(25, 40))
  }

  @Test func neighborsShareNoPoint() {
    #expect(rect.contains(Point(10, 20)))
    #expect(!rect.contains(Point(40, 30)))
    #expect(!rect.contains(Point(20, 60)))
    #expect(!rect.contains(Point(.nan, 30)))
  }

  @Test func inset() {
    #expect(rect.inset(by: 5) == Rect(x: 15, y: 25, width: 20, height: 30))
    #expect(rect.inset(by: -5) == Rect(x: 5, y: 15, width: 40, height: 50))
    #expect(rect.inset(dx: 1, dy: 2) == Rect(x: 11, y: 22, width: 28, height: 36))
    #expect(rect.inset(by: 100).isEmpty)
    #expect(rect.inset(by: 100).center == rect.center)
  }

  @Test func intersectionAndUnion() {
    let other = Rect(x: 30, y: 0, width: 30, height: 30)
    #expect(rect.intersection(other) == Rect(x: 30, y: 20, width: 10, height: 10))
    #expect(rect.union(other) == Rect(x: 10, y: 0, width: 50, height: 60))
    #expect(rect.intersection(Rect(x: 100, y: 100, width: 1, height: 1)).isEmpty)
    #expect(rect.union(Rect(x: 0, y: 0, width: 0, height: 0)) == rect)
  }
}

struct PixelRectTests {
  let screen = PixelRect(left: 0, top: 0, right: 100, bottom: 50)

  @Test func edgesRoundToTheNearestPixelEdge() {
    let part = screen.rounded(to: Rect(x: 1.4, y: 1.6, width: 10, height: 10))
    #expect(part == PixelRect(left: 1, top: 2, right: 11, bottom: 12))
  }

  @Test func neighborsStayNeighbors() {
    for edge in stride(from: 3.0, to: 5, by: 0.125) {
      let left = screen.rounded(to: Rect(x: 0, y: 0, width: edge, height: 9))
      let right = screen.rounded(to: Rect(x: edge, y: 0, width: 20, height: 9))
      #expect(left.right == right.left)
    }
  }

  @Test func oddNumbersStayInside() {
    let odd = [Double.nan, .infinity, -.infinity, 1e300, -1e300, -1, 0, 3.5]
    for x in odd {
      for width in odd {
        let part = screen.rounded(to: Rect(x: x, y: width, width: width, height: x))
        #expect(part.left >= 0 && part.right <= 100 && part.top >= 0 && part.bottom <= 50)
        #expect(part.left <= part.right && part.top <= part.bottom)
      }
    }
  }

  @Test func integersFromAnyNumber() {
    #expect(Int(clamping: .nan, to: -3, 7) == -3)
    #expect(Int(clamping: .infinity, to: -3, 7) == 7)
    #expect(Int(clamping: -1e300, to: -3, 7) == -3)
    #expect(Int(clamping: 4.9, to: -3, 7) == 4)
  }
}
