import CRasterKernel
import Testing

@testable import Rasterizer

/// What the kernel adds up, by the definition.
struct DensityKernelTests {
  private static let kernels = [density_kernel_baseline(), DensityTile.fastestKernel]

  /// A tile of 64 × 20 sums at the pixel (40, 30), and the place of eight more for points without one.
  private let width = 64
  private let rows = 20
  private var clip: PixelRect { PixelRect(left: 41, top: 31, right: 41 + width - 2, bottom: 31 + rows - 2) }
  private let density = PointDensity(scaleX: 3, offsetX: 7, scaleY: -2, offsetY: 50, radius: 1, opacity: 0.5)

  private func added(
    _ kernel: DensityKernel, x: [Double], y: [Double], words: [UInt32]?, isInside: Bool
  ) -> (sums: [SIMD4<Float>], marks: [UInt8]) {
    var grid = DensityPlaces(density, clip: clip, reach: 1).grid(width: width, nowhere: width * rows)
    var numbers = [Float](repeating: 0, count: 4 * width * rows + 32)
    var marks = [UInt8](repeating: 0, count: width * rows / 32 + 1)
    for first in stride(from: 0, to: x.count, by: Int(DENSITY_RUN)) {
      let run = first..<min(first + Int(DENSITY_RUN), x.count)
      kernel.add(
        &numbers, &marks, Array(x[run]), Array(y[run]), words.map { Array($0[run]) }, run.count, &grid, isInside,
        LightWord.steps, [3, 2, 1, 1])
    }
    let sums = (0..<width * rows).map { i in SIMD4<Float>((0..<4).map { numbers[4 * i + $0] }) }
    return (sums, Array(marks.dropLast()))
  }

  @Test(arguments: [0, 1])
  func everyRootAddsItsLight(kernel: Int) {
    // Each has a sum of its own.
    let points = (0...1023).map { (column: 1 + $0 % 60, row: 1 + $0 / 60) }
    let words = points.indices.map { UInt32($0 << 20 | (1023 - $0) << 10 | $0 * 7 % 1024) }
    let result = added(
      DensityKernelTests.kernels[kernel], x: points.map { (Double($0.column) + 40.5 - 7) / 3 },
      y: points.map { (Double($0.row) + 30.5 - 50) / -2 }, words: words, isInside: true)
    for (point, word) in zip(points, words) {
      let light = [20, 10, 0].map { LightWord.light[Int(word >> UInt32($0) & 1023)] }
      #expect(result.sums[point.row * width + point.column] == SIMD4(light[0], light[1], light[2], 1))
    }
  }

  /// Runs of every length; points within and without, on the edges too, and nowhere at all.
  @Test(arguments: [0, 1])
  func sumsAreThoseOfThePointsThatHaveAPlace(kernel: Int) {
    var dice = Dice(seed: 5)
    for count in [0, 1, 2, 3, 5, 7, 8, 9, 63, 100, 127, 128, 1000] {
      for isColored in [false, true] {
        let x = (0..<count).map { $0 % 41 == 3 ? .nan : (dice.uniform(30, 120) * 2).rounded() / 6 - 7.0 / 3 }
        let y = (0..<count).map { $0 % 37 == 5 ? -.infinity : 25 - (dice.uniform(20, 60) * 2).rounded() / 4 }
        let words = (0..<count).map { _ in UInt32(truncatingIfNeeded: dice.next()) & 0x3FFF_FFFF }
        let places = DensityPlaces(density, clip: clip, reach: 1)
        var expected = [SIMD4<Float>](repeating: .zero, count: width * rows)
        var marks = [UInt8](repeating: 0, count: width * rows / 32)
        var inside: [Int] = []
        for i in 0..<count where places.count(places.x(x[i]), places.y(y[i])) == 1 {
          let place = places.row(places.y(y[i])) * width + places.column(places.x(x[i]))
          let light = [20, 10, 0].map { LightWord.light[Int(words[i] >> UInt32($0) & 1023)] }
          expected[place] += isColored ? SIMD4(light[0], light[1], light[2], 1) : SIMD4(3, 2, 1, 1)
          marks[place / 32] = 1
          inside.append(i)
        }
        let kernel = DensityKernelTests.kernels[kernel]
        let all = added(kernel, x: x, y: y, words: isColored ? words : nil, isInside: false)
        #expect(all.sums == expected && all.marks == marks, "\(count) points")
        let some = added(
          kernel, x: inside.map { x[$0] }, y: inside.map { y[$0] }, words: isColored ? inside.map { words[$0] } : nil,
          isInside: true)
        #expect(some.sums == expected && some.marks == marks, "\(count) points")
      }
    }
  }
}
