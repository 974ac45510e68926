import CFusedKernel
import Glibc

/// The components in the kernel's layout, without those of weight zero, which own no share of any point.
final class ComponentTable: @unchecked Sendable {
  /// The components' numbers in the model.
  let numbers: [Int]
  let view: FusedComponents
  private let storage: UnsafeMutablePointer<Double>

  /// - Parameters:
  ///   - diagonal: of the second moments only the diagonal is wanted.
  ///   - pruning: which components to leave out, block by block.
  init(_ model: [FusedComponent], dimensions: Int, diagonal: Bool, pruning: Pruning) {
    numbers = model.indices.filter { model[$0].logWeight > -.infinity }
    let isDiagonal = diagonal && dimensions > FUSED_FEW && model.allSatisfy(\.isDiagonal)
    let padded = (numbers.count + 7) / 8 * 8
    let boundRows = dimensions + dimensions * (dimensions + 1) / 2 + 2
    let tables = numbers.map { Self.table(model[$0], isDiagonal: isDiagonal, pruning: pruning) }
    let length = tables.first?.count ?? 0
    let size = max(1, padded * (length + boundRows))
    storage = UnsafeMutableRawPointer.allocate(byteCount: size * 8, alignment: 64)
      .bindMemory(to: Double.self, capacity: size)
    storage.initialize(repeating: 0, count: size)
    let table = storage + padded * boundRows
    for (k, number) in numbers.enumerated() {
      let component = model[number]
      let cut = pruning.cut(logWeight: component.logWeight)
      for (row, value) in (component.mean + component.factor + [component.offset, cut]).enumerated() {
        storage[row * padded + k] = value
      }
      for (i, value) in tables[k].enumerated() { table[k * length + i] = value }
    }
    for k in numbers.count..<padded {
      storage[(boundRows - 2) * padded + k] = -.infinity
      storage[(boundRows - 1) * padded + k] = .infinity
    }
    view = FusedComponents(
      bounds: storage, table: table, count: numbers.count, padded: padded, length: length, is_diagonal: isDiagonal)
  }

  /// One component as `fused_kernel.h` lays it out.
  private static func table(_ component: FusedComponent, isDiagonal: Bool, pruning: Pruning) -> [Double] {
    let dimensions = component.mean.count
    let factor = component.factor
    let negligible = exp2(pruning.cut(logWeight: component.logWeight))
    if dimensions <= FUSED_FEW { return component.mean + factor + [component.offset] + component.center + [negligible] }
    let head = [component.offset, negligible] + component.mean + component.center
    return head + (isDiagonal ? (0..<dimensions).map { factor[$0 * ($0 + 3) / 2] } : panels(factor, dimensions))
  }

  private static func panels(_ factor: [Double], _ dimensions: Int) -> [Double] {
    var panels: [Double] = []
    for firstRow in stride(from: 0, to: dimensions, by: 4) {
      for column in 0..<min(firstRow + 4, dimensions) {
        for row in firstRow..<firstRow + 4 {
          panels.append(column <= row && row < dimensions ? factor[row * (row + 1) / 2 + column] : 0)
        }
      }
    }
    return panels
  }

  deinit { storage.deallocate() }
}
