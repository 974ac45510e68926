import CFusedKernel
import Foundation

/// What one pass over the points yields: the log-likelihood under the current parameters, and every component's
/// responsibility-weighted moments about its center, from which the M-step follows.
public struct FusedMoments: Sendable, Equatable {
  /// Σₙ vₙ log Σₖ πₖ N(xₙ | μₖ, Σₖ), natural logarithm, v the points' weights. NaN when the densities of a point lie
  /// beyond the range of a `Double`.
  public var logLikelihood: Double
  /// Nₖ = Σₙ vₙ rₙₖ, K numbers.
  public var counts: [Double]
  /// Σₙ vₙ rₙₖ (xₙ − cₖ), K × D.
  public var first: [[Double]]
  /// Σₙ vₙ rₙₖ (xₙ − cₖ)(xₙ − cₖ)ᵀ, K lower triangles by rows, D (D + 1) / 2 numbers each; or only their diagonals.
  public var second: [[Double]]

  /// All sums zero.
  public init(components: Int, dimensions: Int, diagonal: Bool = false) {
    logLikelihood = 0
    counts = .init(repeating: 0, count: components)
    first = .init(repeating: .init(repeating: 0, count: dimensions), count: components)
    let entries = diagonal ? dimensions : dimensions * (dimensions + 1) / 2
    second = .init(repeating: .init(repeating: 0, count: entries), count: components)
  }
}

/// E-step and M-step statistics in one pass over the points, without an N × K array.
///
/// The points are cut into chunks; each chunk's sums are kept apart and added up in the order of the chunks at the
/// end, so that the result is the same, bit for bit, for any number of threads.
///
/// - Parameters:
///   - diagonal: of the second moments only the diagonals are wanted.
///   - pruning: which components to leave out, block by block.
public func fusedMoments(
  of points: PointTable, under model: [FusedComponent], diagonal: Bool = false, threads: Int,
  kernel: KernelChoice = .best, pruning: Pruning = .exact
) -> FusedMoments {
  let dimensions = points.dimensions
  let components = ComponentTable(model, dimensions: dimensions, diagonal: diagonal, pruning: pruning)
  let summed = components.view.is_diagonal ? dimensions : dimensions * (dimensions + 1) / 2
  let perComponent = summed + dimensions + 1
  let length = 1 + components.numbers.count * perComponent
  let sums = Scratch<Double>(points.chunks * length)
  let entry = kernel.entryPoints
  forEachChunk(of: points, components, threads: threads, entry) { chunk, blocks, memory in
    entry.pass(
      points.view, components.view, blocks.lowerBound, blocks.upperBound, sums.start + chunk * length, memory)
  }

  var total = [Double](repeating: 0, count: length)
  for chunk in 0..<points.chunks {
    for i in 0..<length { total[i] += sums.start[chunk * length + i] }
  }
  var moments = FusedMoments(components: model.count, dimensions: dimensions, diagonal: diagonal)
  moments.logLikelihood = total[0] * log(2)
  for (k, number) in components.numbers.enumerated() {
    let second = 1 + k * perComponent
    let first = second + summed
    for i in moments.second[number].indices {
      moments.second[number][i] = total[second + (diagonal && summed > dimensions ? i * (i + 3) / 2 : i)]
    }
    for d in 0..<dimensions { moments.first[number][d] = total[first + d] }
    moments.counts[number] = total[first + dimensions]
  }
  return moments
}

/// The points' colors: the components' colors, mixed in linear light by responsibility.
///
/// - Parameters:
///   - linear: red, green and blue of each component, 0…1, linear light.
///   - pixels: receives 0xRRGGBB in sRGB, one level exact at the dark end, half a level elsewhere.
///   - order: where a point's color goes; points of weight zero have none, their pixels stay as they are. The user's rows are
///     only known to a table that keeps them.
public func mixColors(
  of points: PointTable, under model: [FusedComponent], linear: [SIMD3<Double>], threads: Int,
  kernel: KernelChoice = .best, order: PixelOrder = .rows, into pixels: UnsafeMutableBufferPointer<UInt32>
) {
  guard let start = pixels.baseAddress, pixels.count >= (order == .rows ? points.rowCount : points.count),
    order == .table || points.rows.count == points.count
  else { return }
  let components = ComponentTable(model, dimensions: points.dimensions, diagonal: true, pruning: .invisible)
  let colors = Scratch<Double>(3 * components.numbers.count)
  for (k, number) in components.numbers.enumerated() {
    for i in 0..<3 { colors.start[3 * k + i] = min(max(linear[number][i], 0), 1) }
  }
  let entry = kernel.entryPoints
  let output = SharedPixels(start: start)
  forEachChunk(of: points, components, threads: threads, entry) { _, blocks, memory in
    entry.colors(
      points.view, components.view, blocks.lowerBound, blocks.upperBound, colors.start, sRGBEncoding,
      order == .rows ? points.view.rows : nil, output.start, memory)
  }
}

/// The order of the colors that `mixColors` writes.
public enum PixelOrder: Sendable {
  /// The user's rows.
  case rows
  /// The places of the `PointTable`: neighbours in the plane are neighbours in memory.
  case table
}

/// Every chunk once, each worker with its own scratch memory.
private func forEachChunk(
  of points: PointTable, _ components: ComponentTable, threads: Int, _ entry: KernelEntryPoints,
  _ body: @Sendable @escaping (_ chunk: Int, _ blocks: Range<Int>, _ memory: UnsafeMutableRawPointer) -> Void
) {
  let workers = max(1, min(threads, points.chunks))
  let bytes = (entry.workspaceByteCount(components.view, points.dimensions) + 63) / 64 * 64
  let memory = Scratch<UInt8>(workers * bytes)
  forEachInParallel(points.chunks, threads: workers) { chunk, worker in
    let first = chunk * PointTable.blocksPerChunk
    let blocks = first..<min(first + PointTable.blocksPerChunk, points.blocks)
    body(chunk, blocks, UnsafeMutableRawPointer(memory.start) + worker * bytes)
  }
}

/// Threads write to different places of it.
private struct SharedPixels: @unchecked Sendable {
  let start: UnsafeMutablePointer<UInt32>
}

/// i / 4095 in linear light as an sRGB byte (IEC 61966-2-1).
private let sRGBEncoding: [UInt8] = (0..<4096).map { i in
  let linear = Double(i) / 4095
  let encoded = linear <= 0.003_130_8 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055
  return UInt8(encoded * 255 + 0.5)
}
