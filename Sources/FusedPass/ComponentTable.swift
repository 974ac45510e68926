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

  /// W, such that exp(−½ |L⁻¹ d|²) = 2^(−|W d|²): L⁻¹ √(½ log₂ e).
  var factor: [Double] {
    let scale = (0.5 / log(2)).squareRoot()
    return whitening.map { $0 * scale }
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

/// log₂ of the share of a point, relative to a component's mixing weight, that is as good as nothing: 1.4e−17.
private let negligibleShare = -56.0

/// The components in the kernel's layout, without those of weight zero, which own no share of any point.
final class ComponentTable: @unchecked Sendable {
  /// The components' numbers in the model.
  let numbers: [Int]
  let view: FusedComponents
  private let storage: UnsafeMutablePointer<Double>

  /// - Parameter pruning: leave out, block by block, components whose share cannot reach 2⁻⁵⁶ of their weight.
  init(_ model: [FusedComponent], dimensions: Int, pruning: Bool) {
    numbers = model.indices.filter { model[$0].logWeight > -.infinity }
    let padded = (numbers.count + 7) / 8 * 8
    let boundRows = dimensions + dimensions * (dimensions + 1) / 2 + 2
    let tables = numbers.map { Self.table(model[$0], pruning: pruning) }
    let length = tables.first?.count ?? 0
    let size = max(1, padded * (length + boundRows))
    storage = UnsafeMutableRawPointer.allocate(byteCount: size * 8, alignment: 64)
      .bindMemory(to: Double.self, capacity: size)
    storage.initialize(repeating: 0, count: size)
    let table = storage + padded * boundRows
    for (k, number) in numbers.enumerated() {
      let component = model[number]
      let cut = pruning ? component.logWeight / log(2) + negligibleShare : -.infinity
      for (row, value) in (component.mean + component.factor + [component.offset, cut]).enumerated() {
        storage[row * padded + k] = value
      }
      for (i, value) in tables[k].enumerated() { table[k * length + i] = value }
    }
    for k in numbers.count..<padded {
      storage[(boundRows - 2) * padded + k] = -.infinity
      storage[(boundRows - 1) * padded + k] = .infinity
    }
    view = FusedComponents(bounds: storage, table: table, count: numbers.count, padded: padded, length: length)
  }

  /// One component as `fused_kernel.h` lays it out.
  private static func table(_ component: FusedComponent, pruning: Bool) -> [Double] {
    let dimensions = component.mean.count
    let factor = component.factor
    if dimensions == 2 { return component.mean + factor + [component.offset] }
    let negligible = pruning ? exp(component.logWeight) * exp2(negligibleShare) : 0
    var table = [component.offset, negligible] + component.mean
    for firstRow in stride(from: 0, to: dimensions, by: 4) {
      for column in 0..<min(firstRow + 4, dimensions) {
        for row in firstRow..<firstRow + 4 {
          table.append(column <= row && row < dimensions ? factor[row * (row + 1) / 2 + column] : 0)
        }
      }
    }
    return table
  }

  deinit { storage.deallocate() }
}
