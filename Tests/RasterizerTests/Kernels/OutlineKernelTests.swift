import CRasterKernel
import Foundation
import Testing

@testable import Rasterizer

/// The builds of the kernel for outlines beside each other, and beside arithmetic one pixel at a time.
struct OutlineKernelTests {
  private static let builds = [outline_kernel_baseline(), OutlineKernel.fastest]

  /// Long and short, thin and wide, along the axes and across, within the page, across its borders and beyond.
  private static func piece(_ dice: inout Dice) -> StrokePiece {
    let angle = dice.pick([0, .pi / 2, .pi, -.pi / 4, dice.uniform(-7, 7), dice.uniform(-7, 7), dice.uniform(-7, 7)])
    let length = dice.pick([0, dice.uniform(0, 2), dice.uniform(0, 30), dice.uniform(0, 300)])
    let half = dice.pick([dice.uniform(0.05, 0.8), dice.uniform(0.5, 4), dice.uniform(3, 40)])
    let isRound = (0..<2).map { _ in dice.next() % 2 == 0 || length == 0 }
    return StrokePiece(
      x: dice.pick([dice.uniform(-30, 60), Double(dice.next() % 40)]), y: dice.uniform(-30, 60), along_x: cos(angle),
      along_y: sin(angle), length: length, half: half, reach_start: .infinity, reach_end: .infinity,
      round_start: isRound[0] ? 1 : 0, round_end: isRound[1] ? 1 : 0)
  }

  /// The bytes of a page after pieces were raised on it, zeros where no column is reached.
  private static func raised(_ pieces: [StrokePiece], by kernel: OutlineKernel, in area: PixelRect) -> [UInt8] {
    let stride = area.width + STROKE_MARGIN
    // One row more than the page has sees that none is written to.
    var coverage = [UInt8](repeating: 0, count: stride * (area.height + 1))
    var reached = [RowColumns](repeating: RowColumns(from: .max, to: 0), count: area.height)
    coverage.withUnsafeMutableBufferPointer { coverage in
      reached.withUnsafeMutableBufferPointer { reached in
        guard let coverage = coverage.baseAddress, let reached = reached.baseAddress else { return }
        var page = StrokePage(
          coverage: coverage, reached: reached, left: Int32(area.left), top: Int32(area.top), right: Int32(area.right),
          bottom: Int32(area.bottom), stride: stride)
        kernel.raise(&page, pieces, pieces.count)
      }
    }
    #expect(coverage.suffix(stride).allSatisfy { $0 == 0 })
    return reached.indices.flatMap { row in
      (0..<area.width).map { column in
        let isReached = column >= Int(reached[row].from) && column < Int(reached[row].to)
        return isReached ? coverage[row * stride + column] : 0
      }
    }
  }

  @Test(arguments: [1, 3, 8, 29, 64])
  func shareIsExact(width: Int) {
    var dice = Dice(seed: UInt64(width))
    let area = PixelRect(left: 5, top: 3, right: 5 + width, bottom: 30)
    for _ in 0..<400 {
      let piece = OutlineKernelTests.piece(&dice)
      let pages = OutlineKernelTests.builds.map { OutlineKernelTests.raised([piece], by: $0, in: area) }
      #expect(pages[0] == pages[1])
      let exact = ExactPiece(piece: piece)
      for (place, byte) in pages[0].enumerated() {
        let share = exact.share(area.left + place % width, area.top + place / width)
        if abs(Double(byte) - share * 255) > 0.51 {
          Issue.record("\(piece): \(byte), not \(share * 255) at \(place % width), \(place / width)")
        }
      }
    }
  }

  /// A pixel has the largest share that any piece gives it, whatever their order.
  @Test func piecesOnlyRaise() {
    var dice = Dice(seed: 7)
    let area = PixelRect(left: 0, top: 0, right: 45, bottom: 40)
    for _ in 0..<60 {
      let pieces = (0..<5).map { _ in OutlineKernelTests.piece(&dice) }
      let single = pieces.map { OutlineKernelTests.raised([$0], by: .fastest, in: area) }
      let most = single[0].indices.map { place in single.map { $0[place] }.max() ?? 0 }
      #expect(OutlineKernelTests.raised(pieces, by: .fastest, in: area) == most)
      #expect(OutlineKernelTests.raised(pieces.reversed(), by: .fastest, in: area) == most)
    }
  }

  @Test func whatIsNoNumberStaysOnThePage() {
    let values = [Double.nan, .infinity, -.infinity, 1e300, -1e12, 1e12, 0]
    let area = PixelRect(left: 0, top: 0, right: 21, bottom: 9)
    for first in values {
      for second in values {
        let piece = StrokePiece(
          x: first, y: second, along_x: 1, along_y: 0, length: second, half: first, reach_start: second,
          reach_end: first, round_start: 1, round_end: 0)
        let pages = OutlineKernelTests.builds.map { OutlineKernelTests.raised([piece], by: $0, in: area) }
        #expect(pages[0] == pages[1])
      }
    }
  }

  @Test(arguments: [0, 0.4, 1]) func coverageWeighsTheColor(alpha: Double) {
    var dice = Dice(seed: 5)
    for count in 0...40 {
      let source = Color(UInt32(truncatingIfNeeded: dice.next()) & 0xFFFFFF, alpha: alpha).premultiplied
      let coverage = (0..<count).map { _ in dice.pick([0, 255, UInt8(truncatingIfNeeded: dice.next())] as [UInt8]) }
      let before = (0..<count + 4).map { _ in
        Color(UInt32(truncatingIfNeeded: dice.next()) & 0xFFFFFF, alpha: dice.uniform(0, 1)).premultiplied
      }
      var expected = before
      for (place, share) in coverage.enumerated() {
        expected[place + 2] = Blend.over(Blend.scale(source, by: UInt32(share)), before[place + 2])
      }
      for kernel in OutlineKernelTests.builds {
        var pixels = before
        pixels.withUnsafeMutableBufferPointer { pixels in
          if let pixels = pixels.baseAddress { kernel.cover(pixels + 2, coverage, count, source) }
        }
        #expect(pixels == expected)
      }
    }
  }

  @Test(arguments: [0, 0.4, 1]) func aColorLiesOverPixels(alpha: Double) {
    var dice = Dice(seed: 6)
    for count in 0...40 {
      let source = Color(UInt32(truncatingIfNeeded: dice.next()) & 0xFFFFFF, alpha: alpha).premultiplied
      let before = (0..<count + 4).map { _ in
        Color(UInt32(truncatingIfNeeded: dice.next()) & 0xFFFFFF, alpha: dice.uniform(0, 1)).premultiplied
      }
      let expected = before.enumerated().map { place, pixel in
        place >= 2 && place < 2 + count ? Blend.over(source, pixel) : pixel
      }
      for kernel in OutlineKernelTests.builds {
        var pixels = before
        pixels.withUnsafeMutableBufferPointer { pixels in
          if let pixels = pixels.baseAddress { kernel.tint(pixels + 2, count, source) }
        }
        #expect(pixels == expected)
      }
    }
  }
}
