import Foundation
import Testing

@testable import Rasterizer

/// Lines through a grid of values, and between labels.
struct IsolinesTests {
  private func straight(_ level: Double) -> (Point, Double, Point, Double) -> Point {
    { a, p, b, q in
      let t = (level - p) / (q - p)
      return Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
    }
  }

  private func grid(_ value: (Point) -> Double) -> ValueGrid {
    var grid = ValueGrid(origin: Point(-10, -10), step: 1, columns: 21, rows: 21)
    for row in 0..<21 {
      for column in 0..<21 { grid.values[row * 21 + column] = value(grid.node(column, row)) }
    }
    return grid
  }

  /// A circle closes, has the right length, and every piece lies on it.
  @Test func aCircleIsFoundWhole() {
    let grid = grid { $0.x * $0.x + $0.y * $0.y }
    let lines = grid.isoline(level: 40.3, crossing: straight(40.3))
    var length = 0.0
    var ends: [Point: Int] = [:]
    for line in lines {
      length += hypot(line.to.x - line.from.x, line.to.y - line.from.y)
      for end in [line.from, line.to] {
        ends[end, default: 0] += 1
        #expect(abs(hypot(end.x, end.y) - 40.3.squareRoot()) < 0.03)
      }
    }
    #expect(abs(length - 2 * .pi * 40.3.squareRoot()) < 0.3)
    #expect(ends.values.allSatisfy { $0 == 2 })
  }

  @Test func aSaddleIsJoinedOnTheSideOfItsMiddle() {
    for level in [-0.5, 0.5] {
      let lines = grid { ($0.x - 0.5) * ($0.y - 0.5) }.isoline(level: level, crossing: straight(level))
      // Both branches keep to their own sides of the middle.
      for line in lines { #expect(((line.from.x > 0.5) == (line.to.x > 0.5))) }
      #expect(!lines.isEmpty)
    }
  }

  @Test func skippedCellsAreLeftOut() {
    let grid = grid { $0.x }
    let skipped = (0..<400).map { $0 / 20 < 15 }
    #expect(grid.isoline(level: 0.5, skipped: skipped, crossing: straight(0.5)).count == 5)
    #expect(grid.isoline(level: 99, crossing: straight(99)).isEmpty)
    #expect(ValueGrid(origin: Point(0, 0), step: 1, columns: 1, rows: 5).isoline(level: 0) { a, _, _, _ in a }.isEmpty)
  }

  /// Three sectors meet in the middle: each border leads there.
  @Test func threeLabelsMeet() {
    func label(_ p: Point) -> Int {
      let turn = (atan2(p.y - 3.3, p.x - 3.1) + 2 * .pi).truncatingRemainder(dividingBy: 2 * .pi)
      return Int(turn / (2 * .pi / 3))
    }
    func crossing(_ a: Point, _ i: Int, _ b: Point, _ j: Int) -> Point {
      var (low, high) = (0.0, 1.0)
      func at(_ t: Double) -> Point { Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t) }
      for _ in 0..<40 {
        let middle = (low + high) / 2
        if label(at(middle)) == i { low = middle } else { high = middle }
      }
      return at(low)
    }
    var lines: [LineSegment] = []
    let corners = [Point(0, 0), Point(8, 0), Point(8, 8), Point(0, 8)].map(label)
    LabelBorders.add(
      corner: Point(0, 0), size: 8, labels: (corners[0], corners[1], corners[2], corners[3]), label: label,
      crossing: crossing, to: &lines)
    #expect(lines.contains { hypot($0.to.x - 3.1, $0.to.y - 3.3) < 0.6 })
    var length = 0.0
    for line in lines { length += hypot(line.to.x - line.from.x, line.to.y - line.from.y) }
    #expect(length > 11 && length < 20)
    LabelBorders.add(
      corner: Point(0, 0), size: 8, labels: (1, 1, 1, 1), label: label, crossing: crossing, to: &lines)
    #expect(lines.count > 3)
  }

  /// Pieces drawn together look like the line drawn whole, and cross without a darker spot.
  @Test func segmentsAreBlendedOnce() {
    let ink = Color(0, alpha: 0.5)
    var whole = Canvas(width: 40, height: 40, fill: Color(0xFFFFFF))
    whole.stroke(polyline: [Point(5, 5), Point(20, 12), Point(35, 30)], style: StrokeStyle(width: 2), ink)
    var pieces = Canvas(width: 40, height: 40, fill: Color(0xFFFFFF))
    pieces.stroke(
      segments: [
        LineSegment(from: Point(20, 12), to: Point(35, 30)), LineSegment(from: Point(5, 5), to: Point(20, 12)),
        LineSegment(from: Point(.nan, 1), to: Point(2, 2)),
      ], width: 2, ink)
    for (one, other) in zip(whole.bitmap.pixels, pieces.bitmap.pixels) {
      #expect(abs(Int(one & 255) - Int(other & 255)) < 16)
    }
    // Where they meet it is no darker than elsewhere.
    #expect((pieces.bitmap.pixels.map { $0 & 255 }.min() ?? 0) >= 127)
  }

  @Test func aRowIsPaintedWhereCentersLie() {
    var canvas = Canvas(width: 8, height: 3, fill: Color(0xFFFFFF))
    canvas.fill(row: 1, from: 1.5, to: 4.5, Color(0))
    #expect(canvas.bitmap.pixels.indices.filter { canvas.bitmap.pixels[$0] == 0xFF00_0000 } == [9, 10, 11])
    canvas.fill(row: -1, from: 0, to: 9, Color(0))
    canvas.fill(row: 1, from: .nan, to: 9, Color(0))
    canvas.fill(row: 2, from: -1e300, to: 1e300, Color(0))
    #expect(canvas.bitmap.pixels.count { $0 == 0xFF00_0000 } == 11)
  }
}
