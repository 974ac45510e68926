/// Sorts points so that every run of `block` consecutive ones lies close together.
///
/// A k-d order: the set is split at the median of its widest column, the halves likewise, down to one block; every
/// cut falls on a multiple of the block's size. Columns and row numbers are exchanged together, in place.
/// The order depends on the points alone.
struct SpatialOrder: @unchecked Sendable {
  let columns: UnsafeMutablePointer<Double>
  let stride: Int
  let dimensions: Int
  let rows: UnsafeMutablePointer<UInt32>
  let block: Int

  /// Sorts `range`; where it is large, its two halves in parallel, `depth` levels deep.
  func sort(_ range: Range<Int>, parallelLevels: Int) {
    let count = range.count
    if count <= block { return }
    let half = (count / 2 + block - 1) / block * block
    let middle = range.lowerBound + half
    partition(range, at: middle, by: widestColumn(in: range))
    let halves = [range.lowerBound..<middle, middle..<range.upperBound]
    if parallelLevels > 0 && count > 1 << 15 {
      forEachInParallel(2, threads: 2) { [self] half, _ in
        sort(halves[half], parallelLevels: parallelLevels - 1)
      }
    } else {
      for half in halves { sort(half, parallelLevels: 0) }
    }
  }

  private func widestColumn(in range: Range<Int>) -> Int {
    var widest = 0
    var width = -Double.infinity
    for d in 0..<dimensions {
      let column = columns + d * stride
      var low = column[range.lowerBound]
      var high = low
      for i in range {
        low = min(low, column[i])
        high = max(high, column[i])
      }
      if high - low > width {
        width = high - low
        widest = d
      }
    }
    return widest
  }

  /// Quickselect: afterwards no point before `middle` has a larger value of the column than any point from there on.
  private func partition(_ range: Range<Int>, at middle: Int, by d: Int) {
    let key = columns + d * stride
    var low = range.lowerBound
    var high = range.upperBound - 1
    while low < high {
      let pivot = medianOfThree(key[low], key[low + (high - low) / 2], key[high])
      var i = low
      var j = high
      while i <= j {
        while key[i] < pivot { i += 1 }
        while key[j] > pivot { j -= 1 }
        if i <= j {
          exchange(i, j)
          i += 1
          j -= 1
        }
      }
      if middle <= j {
        high = j
      } else if middle >= i {
        low = i
      } else {
        return
      }
    }
  }

  @inline(__always) private func exchange(_ i: Int, _ j: Int) {
    for d in 0..<dimensions {
      let column = columns + d * stride
      (column[i], column[j]) = (column[j], column[i])
    }
    (rows[i], rows[j]) = (rows[j], rows[i])
  }

  private func medianOfThree(_ a: Double, _ b: Double, _ c: Double) -> Double {
    max(min(a, b), min(max(a, b), c))
  }
}
