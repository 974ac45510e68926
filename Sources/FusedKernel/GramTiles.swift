// The lower triangle of a Gram matrix Y Yᵀ, in tiles of two rows by two columns. A tile keeps its four sums in
// registers while it runs along the rows of Y. Tiles on the diagonal also hold an entry above it, and those at the end
// some of a row too many, which nobody reads.

/// D + 1 rows, padded to an even number.
@inline(__always) func paddedRows(_ dimensions: Int) -> Int { (dimensions + 2) / 2 * 2 }

/// Sums in the tiles of a Gram matrix.
func gramCount(rows: Int) -> Int {
  let tileRows = (rows + 1) / 2
  return 4 * tileRows * (tileRows + 1) / 2
}

/// Adds the Gram matrix of a block's rows to the tiles.
func addGram(_ rows: UnsafePointer<Lanes>, rowCount: Int, to tiles: UnsafeMutablePointer<Lanes>) {
  let length = Workspace.vectors
  var tile = tiles
  var i = 0
  while i < rowCount {
    let a0 = rows + i * length
    let a1 = a0 + length
    var j = 0
    while j <= i {
      let b0 = rows + j * length
      let b1 = b0 + length
      var (s00, s01, s10, s11) = (tile[0], tile[1], tile[2], tile[3])
      var v = 0
      while v < length {
        s00 = fma(a0[v], b0[v], s00)
        s01 = fma(a0[v], b1[v], s01)
        s10 = fma(a1[v], b0[v], s10)
        s11 = fma(a1[v], b1[v], s11)
        v += 1
      }
      (tile[0], tile[1], tile[2], tile[3]) = (s00, s01, s10, s11)
      tile += 4
      j += 2
    }
    i += 2
  }
}

/// Reads the lower triangle, by rows, out of the tiles.
func readGram(_ tiles: UnsafePointer<Lanes>, rowCount: Int, into triangle: UnsafeMutablePointer<Double>) {
  var tile = tiles
  var i = 0
  while i < rowCount {
    var j = 0
    while j <= i {
      var entry = 0
      while entry < 4 {
        let row = i + entry / 2
        let column = j + entry % 2
        if row < rowCount && column <= row {
          triangle[row * (row + 1) / 2 + column] = tile[entry].sum()
        }
        entry += 1
      }
      tile += 4
      j += 2
    }
    i += 2
  }
}
