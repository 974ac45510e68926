import CRasterKernel
import Testing

@testable import Rasterizer

/// The builds of the kernel for rings beside each other.
struct RingKernelTests {
  private static let side = 50

  /// Pixels after rings were painted on them, and what the kernel told of its rows.
  private static func painted(
    _ sides: [[OutlineEdge]], by kernel: OutlineKernel, width: Int, _ source: UInt32
  ) -> (pixels: [UInt32], rows: [[Int32]]) {
    let height = RingKernelTests.side
    var pixels = [UInt32](repeating: 0xFF33_6699, count: RingKernelTests.side * height)
    var changes = [Float](repeating: 0, count: width + ROW_MARGIN)
    var rows = [PaintedRow](repeating: .nowhere, count: height)
    let edges = sides.flatMap { $0 }
    edges.withUnsafeBufferPointer { edges in
      pixels.withUnsafeMutableBufferPointer { pixels in
        guard let pixels = pixels.baseAddress, let first = edges.baseAddress else { return }
        var start = 0
        let all = sides.map { side in
          defer { start += side.count }
          return OutlineSide(edges: first + start, count: side.count)
        }
        var ring = Ring(
          sides: (all[0], all[1], all[2], all[3]), pixels: pixels, stride: RingKernelTests.side, width: width,
          source: source)
        kernel.fill(&ring, 0, height, &changes, &rows)
      }
    }
    #expect(changes.allSatisfy { $0 == 0 })
    return (pixels, rows.map { [$0.left_from, $0.left_to, $0.right_from, $0.right_to] })
  }

  private static func edges(_ dice: inout Dice, _ direction: Double) -> [OutlineEdge] {
    var top = dice.uniform(0, 20)
    var x = dice.uniform(-2, 52)
    return (0..<Int(dice.next() % 12)).map { _ in
      let bottom = top + dice.pick([dice.uniform(0, 0.3), dice.uniform(0, 12)])
      let slope = dice.pick([0, dice.uniform(-2, 2), dice.uniform(-40, 40)])
      defer { (x, top) = (x + slope * (bottom - top), bottom) }
      return OutlineEdge(x: x, slope: slope, top: top, bottom: bottom, direction: direction)
    }
  }

  @Test(arguments: [1, 7, 8, 33, 50])
  func buildsAgree(width: Int) {
    var dice = Dice(seed: UInt64(width))
    for _ in 0..<300 {
      let sides = (0..<4).map { RingKernelTests.edges(&dice, $0 % 2 == 0 ? -1 : 1) }
      let source = Color(0xFFDD22, alpha: dice.pick([1, dice.uniform(0, 1)])).premultiplied
      let own = RingKernelTests.painted(sides, by: outline_kernel_baseline(), width: width, source)
      #expect(own == RingKernelTests.painted(sides, by: .fastest, width: width, source))
      for place in own.pixels.indices where own.pixels[place] != 0xFF33_6699 {
        let (column, row) = (Int32(place % RingKernelTests.side), own.rows[place / RingKernelTests.side])
        let isTold = column >= row[0] && column < row[1] || column >= row[2] && column < row[3]
        if !isTold { Issue.record("column \(column) outside \(row)") }
      }
    }
  }

  /// Nothing is written beyond the borders, whatever an edge claims.
  @Test func whatIsNoNumberStaysInside() {
    let values = [Double.nan, .infinity, -.infinity, 1e300, -1e12, 0, 20]
    for first in values {
      for second in values {
        let edge = OutlineEdge(x: first, slope: second, top: 3, bottom: 40, direction: 1)
        let pictures = [outline_kernel_baseline(), OutlineKernel.fastest].map {
          RingKernelTests.painted([[edge], [edge], [], [edge]], by: $0, width: 41, 0xFF00_0000).pixels
        }
        #expect(pictures[0] == pictures[1])
        for y in 0..<50 { for x in 41..<50 { #expect(pictures[0][y * 50 + x] == 0xFF33_6699) } }
      }
    }
  }
}
