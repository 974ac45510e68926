extension Bitmap {
  /// The picture in fewer pixels, each the mean of those it stands for, by the shares of them that it covers. Sides that
  /// would grow stay as they are.
  public func reduced(width wanted: Int, height wantedHeight: Int) -> Bitmap {
    let (newWidth, newHeight) = (min(max(wanted, 1), width), min(max(wantedHeight, 1), height))
    guard width > 0, height > 0, newWidth < width || newHeight < height else { return self }
    let across = Bitmap.shares(from: width, to: newWidth)
    let down = Bitmap.shares(from: height, to: newHeight)
    var reduced = Bitmap(width: newWidth, height: newHeight)
    var row = [Float](repeating: 0, count: 4 * newWidth)
    pixels.withUnsafeBufferPointer { source in
      reduced.pixels.withUnsafeMutableBufferPointer { target in
        row.withUnsafeMutableBufferPointer { row in
          for y in 0..<newHeight {
            for index in row.indices { row[index] = 0 }
            for line in down[y] {
              for x in 0..<newWidth {
                for share in across[x] {
                  let pixel = source[line.index * width + share.index]
                  let weight = line.weight * share.weight
                  row[4 * x] += weight * Float(pixel >> 24)
                  row[4 * x + 1] += weight * Float(pixel >> 16 & 0xFF)
                  row[4 * x + 2] += weight * Float(pixel >> 8 & 0xFF)
                  row[4 * x + 3] += weight * Float(pixel & 0xFF)
                }
              }
            }
            for x in 0..<newWidth {
              target[y * newWidth + x] = (0..<4).reduce(0) { $0 << 8 | UInt32(min(row[4 * x + $1] + 0.5, 255)) }
            }
          }
        }
      }
    }
    return reduced
  }

  private struct Share {
    let index: Int
    let weight: Float
  }

  /// By new pixel along a side, the old ones that it covers and how much each counts; together 1.
  private static func shares(from old: Int, to new: Int) -> [[Share]] {
    let scale = Double(old) / Double(new)
    return (0..<new).map { place in
      let (from, to) = (Double(place) * scale, Double(place + 1) * scale)
      return (Int(from)..<min(Int(to.rounded(.up)), old)).map { index in
        let covered = min(to, Double(index + 1)) - max(from, Double(index))
        return Share(index: index, weight: Float(max(covered, 0) / scale))
      }
    }
  }
}
