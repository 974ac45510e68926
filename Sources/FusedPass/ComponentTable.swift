import CFusedKernel
import Foundation

/// One component as the fused pass takes it.
public struct FusedComponent: Sendable {
  /// log π; −∞ for a weight of zero.
  public var logWeight: Double
  /// μ, D numbers.
  public var mean: [Double]
  /// L⁻¹, where Σ = L Lᵀ is the Cholesky factorisation: its lower triangle by rows, D (D + 1) / 2 numbers.
  public var whitening: [Double]

  public init(logWeight: Double, mean: [Double], whitening: [Double]) {
    self.logWeight = logWeight
    self.mean = mean
    self.whitening = whitening
  }

  /// log₂ of the largest weighted density: of π (2π)^(−D/2) |Σ|^(−½).
  var offset: Double {
    var diagonal = 0
    var logDeterminant = 0.0
    for i in mean.indices {
      logDeterminant += log2(whitening[diagonal])
      diagonal += i + 2
    }
    return logWeight / log(2) + logDeterminant - Double(mean.count) / 2 * log2(2 * Double.pi)
  }
}

/// The components in the kernel's layout, without those of weight zero, which own no share of any point.
final class ComponentTable: @unchecked Sendable {
  /// The components' numbers in the model.
  let numbers: [Int]
  let view: FusedComponents
  private let storage: UnsafeMutablePointer<Double>

  /// - Parameter pruning: leave out, block by block, components whose share cannot reach 2⁻⁵⁶ of their weight.
  init(_ model: [FusedComponent], dimensions: Int, pruning: Bool) {
    numbers = model.indices.filter { model[$0].logWeight > -.infinity }
    let triangle = dimensions * (dimensions + 1) / 2
    let padded = (numbers.count + 7) / 8 * 8
    let length = dimensions + triangle + 1
    let boundRows = dimensions + triangle + 2
    let size = max(1, padded * (length + boundRows))
    storage = UnsafeMutableRawPointer.allocate(byteCount: size * 8, alignment: 64)
      .bindMemory(to: Double.self, capacity: size)
    storage.initialize(repeating: 0, count: size)
    let table = storage + padded * boundRows
    // exp(−½ |L⁻¹ d|²) = 2^(−|W d|²) with W = L⁻¹ √(½ log₂ e).
    let scale = (0.5 / log(2)).squareRoot()
    for (k, number) in numbers.enumerated() {
      let component = model[number]
      let numbers = component.mean + component.whitening.map { $0 * scale } + [component.offset]
      for (row, value) in numbers.enumerated() {
        storage[row * padded + k] = value
        table[k * length + row] = value
      }
      storage[length * padded + k] = pruning ? component.logWeight / log(2) - 56 : -.infinity
    }
    for k in numbers.count..<padded {
      storage[(length - 1) * padded + k] = -.infinity
      storage[length * padded + k] = .infinity
    }
    view = FusedComponents(bounds: storage, table: table, count: numbers.count, padded: padded, length: length)
  }

  deinit { storage.deallocate() }
}
