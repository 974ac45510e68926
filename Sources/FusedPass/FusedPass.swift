import CFusedKernel
import Foundation

/// What one pass over the points yields: the log-likelihood under the current parameters, and every component's
/// responsibility-weighted moments about its current mean, from which the M-step follows.
public struct FusedMoments: Sendable, Equatable {
  /// Σₙ vₙ log Σₖ πₖ N(xₙ | μₖ, Σₖ), natural logarithm, v the points' weights.
  public var logLikelihood: Double
  /// Nₖ = Σₙ vₙ rₙₖ, K numbers.
  public var counts: [Double]
  /// Σₙ vₙ rₙₖ (xₙ − μₖ), K × D.
  public var first: [[Double]]
  /// Σₙ vₙ rₙₖ (xₙ − μₖ)(xₙ − μₖ)ᵀ, K lower triangles by rows, D (D + 1) / 2 numbers each.
  public var second: [[Double]]

  /// All sums zero.
  public init(components: Int, dimensions: Int) {
    logLikelihood = 0
    counts = .init(repeating: 0, count: components)
    first = .init(repeating: .init(repeating: 0, count: dimensions), count: components)
    second = .init(repeating: .init(repeating: 0, count: dimensions * (dimensions + 1) / 2), count: components)
  }
}

/// E-step and M-step statistics in one pass over the points, without an N × K array.
///
/// The points are cut into chunks; each chunk's sums are kept apart and added up in the order of the chunks at the
/// end, so that the result is the same, bit for bit, for any number of threads.
public func fusedMoments(
  of points: PointTable, under model: [FusedComponent], threads: Int, kernel: KernelChoice = .best,
  pruning: Bool = true
) -> FusedMoments {
  let dimensions = points.dimensions
  let triangle = dimensions * (dimensions + 1) / 2
  let components = ComponentTable(model, dimensions: dimensions, pruning: pruning)
  let entry = kernel.entryPoints
  let chunks = (points.blocks + blocksPerChunk - 1) / blocksPerChunk
  let workers = max(1, min(threads, chunks))
  let length = 1 + components.numbers.count * (1 + dimensions + triangle)
  let memory = (entry.workspaceByteCount(components.view, dimensions) + 63) / 64 * 64
  let sums = Buffer<Double>(chunks * length)
  let workspaces = Buffer<UInt8>(workers * memory)

  forEachInParallel(chunks, threads: workers) { chunk, worker in
    let first = chunk * blocksPerChunk
    entry.pass(
      points.view, components.view, first, min(first + blocksPerChunk, points.blocks), sums.start + chunk * length,
      UnsafeMutableRawPointer(workspaces.start) + worker * memory)
  }

  var total = [Double](repeating: 0, count: length)
  for chunk in 0..<chunks {
    for i in 0..<length { total[i] += sums.start[chunk * length + i] }
  }
  var moments = FusedMoments(components: model.count, dimensions: dimensions)
  moments.logLikelihood = total[0] * log(2)
  var next = 1
  for number in components.numbers {
    moments.second[number] = Array(total[next..<next + triangle])
    moments.first[number] = Array(total[next + triangle..<next + triangle + dimensions])
    moments.counts[number] = total[next + triangle + dimensions]
    next += 1 + dimensions + triangle
  }
  return moments
}

/// Blocks per chunk: few enough that a million points keep several cores busy, enough that adding the chunks is
/// nothing.
private let blocksPerChunk = 128

/// Memory for the workers, freed with the last reference.
private final class Buffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Element>

  init(_ count: Int) {
    let bytes = max(1, count * MemoryLayout<Element>.stride)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    start = memory.assumingMemoryBound(to: Element.self)
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }
}
