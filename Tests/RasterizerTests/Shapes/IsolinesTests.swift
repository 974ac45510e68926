import Foundation
import Testing

@testable import Rasterizer

/// Lines through a grid of values, and between labels.
struct IsolinesTests {
  private func straight(_ level: Double, _ a: Point, _ p: Double, _ b: Point, _ q: Double) -> Point {
    let t = (level - p) / (q - p)
    return Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
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
    let lines = grid.isolines(levels: [40.3], crossing: straight)
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

  /// Several levels at once are what each of them is alone, also where one cell has two of them.
  @Test func levelsDoNotDisturbEachOther() {
    let levels = [40.3, 12.7, 44, 46.5]
    let grid = grid { $0.x * $0.x + $0.y * $0.y }
    let together = grid.isolines(levels: levels, crossing: straight)
    let apart = levels.flatMap { grid.isolines(levels: [$0], crossing: straight) }
    #expect(together.count == apart.count && Set(together) == Set(apart))
  }

  @Test func aSaddleIsJoinedOnTheSideOfItsMiddle() {
    for level in [-0.5, 0.5] {
      let lines = grid { ($0.x - 0.5) * ($0.y - 0.5) }.isolines(levels: [level], crossing: straight)
      // Both branches keep to their own sides of the middle.
      for line in lines { #expect(((line.from.x > 0.5) == (line.to.x > 0.5))) }
      #expect(!lines.isEmpty)
    }
  }

  @Test func skippedCellsAreLeftOut() {
    let grid = grid { $0.x }
    let skipped = (0..<400).map { $0 / 20 < 15 }
    #expect(grid.isolines(levels: [0.5], skipped: skipped, crossing: straight).count == 5)
    #expect(grid.isolines(levels: [99], crossing: straight).isEmpty)
    #expect(
      ValueGrid(origin: Point(0, 0), step: 1, columns: 1, rows: 5)
        .isolines(levels: [0]) { _, a, _, _, _ in a }.isEmpty)
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

  /// What a band of rows shows does not depend on the band.
  @Test func longAndManySegmentsMeetWithoutSeams() {
    let ink = Color(0)
    let ring = (0..<400).map { i in
      func at(_ i: Int) -> Point {
        Point(150 + 130 * cos(Double(i) * .pi / 200), 150 + 130 * sin(Double(i) * .pi / 200))
      }
      return LineSegment(from: at(i), to: at(i + 1))
    }
    var pieces = Canvas(width: 300, height: 300, fill: Color(0xFFFFFF))
    pieces.stroke(segments: ring, width: 2, ink)
    var whole = Canvas(width: 300, height: 300, fill: Color(0xFFFFFF))
    whole.stroke(ringAt: Point(150, 150), radius: 130, width: 2, ink)
    for (one, other) in zip(whole.bitmap.pixels, pieces.bitmap.pixels) {
      #expect(abs(Int(one & 255) - Int(other & 255)) < 40)
    }
    var far = Canvas(width: 300, height: 300, fill: Color(0xFFFFFF))
    far.stroke(segments: [LineSegment(from: Point(-1e12, 20), to: Point(1e12, 20))], width: 4, ink)
    #expect((0..<300).allSatisfy { far.bitmap.pixels[19 * 300 + $0] == 0xFF00_0000 })
  }

  @Test func rowsArePaintedWhereCentersLie() {
    var canvas = Canvas(width: 8, height: 3, fill: Color(0xFFFFFF))
    canvas.fillRows { y, paint in
      if y == 1 {
        paint(1.5, 4.5, Color(0))
        paint(.nan, 9, Color(0))
      }
    }
    #expect(canvas.bitmap.pixels.indices.filter { canvas.bitmap.pixels[$0] == 0xFF00_0000 } == [9, 10, 11])
    canvas.fillRows { y, paint in if y == 2 { paint(-1e300, 1e300, Color(0)) } }
    #expect(canvas.bitmap.pixels.count { $0 == 0xFF00_0000 } == 11)
  }
}
