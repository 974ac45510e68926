import CRasterKernel

/// The share of a pixel that one straight piece of a line covers, one at a time and in doubles.
struct ExactPiece {
  let piece: StrokePiece

  func share(_ x: Int, _ y: Int) -> Double {
    let (dx, dy) = (Double(x) - piece.x, Double(y) - piece.y)
    let along = dx * piece.along_x + dy * piece.along_y
    let across = abs(dy * piece.along_x - dx * piece.along_y)
    if along < 0, piece.round_start == 1 { return disc(dx, dy) }
    if along > piece.length, piece.round_end == 1 {
      return disc(dx - piece.length * piece.along_x, dy - piece.length * piece.along_y)
    }
    var share = HalfPlane(normalX: -piece.along_y, piece.along_x).share(across, half: piece.half)
    let end = HalfPlane(normalX: piece.along_x, piece.along_y)
    if piece.round_start == 0 { share *= end.share(along) }
    if piece.round_end == 0 { share *= end.share(piece.length - along) }
    return share
  }

  private func disc(_ dx: Double, _ dy: Double) -> Double {
    let distance = (dx * dx + dy * dy).squareRoot()
    return HalfPlane(normalX: distance > 0 ? dx / distance : 1, distance > 0 ? dy / distance : 0)
      .share(distance, half: piece.half)
  }
}
