import Rasterizer
import Testing

struct DashTests {
  private func row(_ style: StrokeStyle, from: Double = 2, to: Double = 62) -> [UInt32] {
    let coverage = Coverage { $0.stroke(polyline: [Point(from, 10), Point(to, 10)], style: style, white) }
    return (0..<64).map { coverage[$0, 10] }
  }

  @Test func dashesAndGapsHaveTheirLengths() {
    let row = row(StrokeStyle(width: 2, dash: [6, 4], cap: .butt))
    for x in 2..<62 { #expect(row[x] == ((x - 2) % 10 < 6 ? 255 : 0), "column \(x)") }
  }

  @Test func phaseMovesThePattern() {
    let row = row(StrokeStyle(width: 2, dash: [6, 4], dashPhase: 3, cap: .butt))
    for x in 2..<62 { #expect(row[x] == ((x + 1) % 10 < 6 ? 255 : 0), "column \(x)") }
    #expect(row == self.row(StrokeStyle(width: 2, dash: [6, 4], dashPhase: -7, cap: .butt)))
    #expect(row == self.row(StrokeStyle(width: 2, dash: [6, 4], dashPhase: 10_003, cap: .butt)))
  }

  @Test func anOddPatternRunsTwice() {
    #expect(
      row(StrokeStyle(width: 2, dash: [3, 2, 5], cap: .butt))
        == row(StrokeStyle(width: 2, dash: [3, 2, 5, 3, 2, 5], cap: .butt)))
  }

  @Test func dashesTurnCornersAndStartAnywhere() {
    let corner = [Point(10, 10), Point(30, 10), Point(30, 40)]
    let coverage = Coverage {
      $0.stroke(polyline: corner, style: StrokeStyle(width: 2, dash: [26, 4], cap: .butt), white)
    }
    #expect(coverage[30, 10] > 0 && coverage[30, 14] == 255)
    #expect(coverage[30, 18] == 0)
    #expect(coverage[30, 22] == 255)
  }

  /// What a line skips outside the picture leaves the pattern where it belongs, and costs nothing.
  @Test func farStartsKeepThePattern() {
    let style = StrokeStyle(width: 2, dash: [6, 4], cap: .butt)
    #expect(row(style, from: -1_000_000_000, to: 1_000_000_000) == row(style, from: -10, to: 80))
  }

  @Test func oddPatternsAreSolid() {
    let solid = row(StrokeStyle(width: 2, cap: .butt))
    for dash in [[0, 0], [1e-9, 1e-9], [-1, 3], [.nan, 2], [.infinity, 1]] as [[Double]] {
      #expect(row(StrokeStyle(width: 2, dash: dash, cap: .butt)) == solid)
    }
    #expect(row(StrokeStyle(width: 2, dash: [4, 4], dashPhase: .nan, cap: .butt)) == solid)
  }
}
