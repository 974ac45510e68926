import Foundation
import FusedPass
import Testing

@Suite struct MixedColorTests {
  private let kernels = KernelChoice.allCases.filter(\.isSupported)

  private func colors(
    _ columns: [[Double]], weights: [Double]? = nil, _ problem: RandomProblem, _ linear: [SIMD3<Double>],
    kernel: KernelChoice = .best, order: PixelOrder = .rows
  ) -> [UInt32] {
    var pixels = [UInt32](repeating: 0xabcdef, count: columns[0].count)
    pixels.withUnsafeMutableBufferPointer {
      mixColors(
        of: PointTable(columns: columns, weights: weights), under: problem.model, linear: linear, threads: 2,
        kernel: kernel, order: order, into: $0)
    }
    return pixels
  }

  private func encoded(_ linear: Double) -> Double {
    255 * (linear <= 0.003_130_8 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055)
  }

  @Test("Colors are mixed in linear light by responsibility", arguments: [1, 2, 4])
  func mixture(dimensions: Int) {
    let problem = RandomProblem(points: 300, components: 3, dimensions: dimensions, spread: 1, seed: 20)
    let linear = [SIMD3(1, 0, 0.2), SIMD3(0, 0.01, 0), SIMD3(0.5, 0.5, 0.5)]
    for kernel in kernels {
      let pixels = colors(problem.columns, problem, linear, kernel: kernel)
      for n in stride(from: 0, to: 300, by: 11) {
        let one = twoPassMoments(columns: problem.columns.map { [$0[n]] }, under: problem.model)
        let mixed = zip(one.counts, linear).reduce(SIMD3<Double>.zero) { $0 + $1.0 * $1.1 }
        for channel in 0..<3 {
          let level = Double(pixels[n] >> UInt32(16 - 8 * channel) & 255)
          #expect(abs(level - encoded(mixed[channel])) <= 1)
        }
      }
    }
  }

  @Test("Pure components keep their colors, in the user's order or the table's")
  func order() {
    let columns = [(0..<1000).map { $0 % 2 == 0 ? -50.0 : 50 }, [Double](repeating: 0, count: 1000)]
    var problem = RandomProblem(points: 1, components: 2, dimensions: 2, seed: 21)
    problem.model[0].mean = [-50, 0]
    problem.model[1].mean = [50, 0]
    let linear = [SIMD3(1.0, 1, 1), SIMD3(0.0, 0, 1)]
    let pixels = colors(columns, problem, linear)
    #expect(pixels == (0..<1000).map { $0 % 2 == 0 ? 0xffffff : 0x0000ff })
    let table = PointTable(columns: columns)
    #expect(colors(columns, problem, linear, order: .table) == table.rows.map { pixels[Int($0)] })
  }

  @Test("A point of weight zero keeps the pixel it had")
  func absentPoint() {
    let problem = RandomProblem(points: 200, components: 2, dimensions: 2, seed: 22)
    var weights = [Double](repeating: 2, count: 200)
    weights[77] = 0
    let pixels = colors(problem.columns, weights: weights, problem, [.one, .one])
    #expect(pixels.indices.allSatisfy { pixels[$0] == ($0 == 77 ? 0xabcdef : 0xffffff) })
  }
}
