// The lower triangle of a Gram matrix Y Yᵀ, in tiles of two rows by four columns. A tile keeps its eight sums in
// registers while it runs along the rows of Y. Tiles on the diagonal also hold a few entries above it, and tiles at
// the end a few beyond it, which nobody reads.

/// D + 1 rows, padded to a multiple of four.
@inline(__always) func paddedRows(_ dimensions: Int) -> Int { (dimensions + 1 + 3) / 4 * 4 }

func tileCount(rows: Int) -> Int {
  var tiles = 0
  var i = 0
  while i < rows {
    tiles += i / 4 + 1
    i += 2
  }
  return tiles
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
      let b2 = b1 + length
      let b3 = b2 + length
      var (s00, s01, s02, s03) = (tile[0], tile[1], tile[2], tile[3])
      var (s10, s11, s12, s13) = (tile[4], tile[5], tile[6], tile[7])
      var v = 0
      while v < length {
        s00 = fma(a0[v], b0[v], s00)
        s01 = fma(a0[v], b1[v], s01)
        s02 = fma(a0[v], b2[v], s02)
        s03 = fma(a0[v], b3[v], s03)
        s10 = fma(a1[v], b0[v], s10)
        s11 = fma(a1[v], b1[v], s11)
        s12 = fma(a1[v], b2[v], s12)
        s13 = fma(a1[v], b3[v], s13)
        v += 1
      }
      (tile[0], tile[1], tile[2], tile[3]) = (s00, s01, s02, s03)
      (tile[4], tile[5], tile[6], tile[7]) = (s10, s11, s12, s13)
      tile += 8
      j += 4
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
      while entry < 8 {
        let row = i + entry / 4
        let column = j + entry % 4
        if row < rowCount && column <= row {
          triangle[row * (row + 1) / 2 + column] = tile[entry].sum()
        }
        entry += 1
      }
      tile += 8
      j += 4
    }
    i += 2
  }
}
