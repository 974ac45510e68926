import Rasterizer

/// The few colors that stand for all of some pictures.
///
/// Colors are counted in cells of 4 × 4 × 4 neighbors. All cells begin in one box; the box with the largest spread –
/// weight × variance, over the three channels – is split at the mean of the channel that varies most, until there are as
/// many boxes as colors. A box's color is that of the cell that holds most of it, exactly, and its mean where none does:
/// flat grounds and inks keep their color, shades share what is left.
package struct GIFPalette: Sendable {
  /// 0xRRGGBB, at most `most`.
  package let colors: [UInt32]
  /// One of the 256 that a GIF can have is kept for "as before".
  package static let most = 255

  /// The colors that the pictures have, one for each cell.
  private let counted: [UInt32]

  package init(_ count: ColorCount, most: Int = GIFPalette.most) {
    let cells = count.cells
    var boxes = [Box(cells[...])]
    let wanted = min(max(most, 1), GIFPalette.most)
    while boxes.count < wanted, let widest = boxes.indices.max(by: { boxes[$0].spread < boxes[$1].spread }),
      let (low, high) = boxes[widest].halves
    {
      boxes[widest] = low
      boxes.append(high)
    }
    colors = boxes.map(\.color)
    counted = cells.map(\.color)
  }

  /// The index of the color nearest to a pixel, 0xAARRGGBB; its alpha does not matter.
  func nearest(to pixel: UInt32) -> Int {
    colors.withUnsafeBufferPointer { colors in
      var (best, least) = (0, Int32.max)
      for index in colors.indices {
        let distance = ColorCount.distance(colors[index], pixel)
        if distance < least { (best, least) = (index, distance) }
      }
      return best
    }
  }

  /// By cell, the index of the nearest color where the pictures have one there; else -1.
  var knownCells: [Int16] {
    var known = [Int16](repeating: -1, count: ColorCount.cellCount)
    for color in counted { known[ColorCount.cell(of: color)] = Int16(nearest(to: color)) }
    return known
  }
}

/// How often colors occur in pictures, in cells of neighbors that differ in the last two bits of a channel.
package struct ColorCount: Sendable {
  static let cellCount = 1 << 18

  struct Cell {
    /// The color that most of its pixels have, if any has most.
    let color: UInt32
    let weight: Double
    let channels: [Double]
  }

  private var weights = [UInt32](repeating: 0, count: cellCount)
  /// By cell, what is left of a majority vote: a color, and by how many votes it leads.
  private var candidates = [UInt32](repeating: 0, count: cellCount)
  private var leads = [UInt32](repeating: 0, count: cellCount)

  package init() {}

  package mutating func add(_ bitmap: Bitmap) {
    // Flat pictures are long runs of one color.
    var (run, color): (UInt32, UInt32) = (0, bitmap.pixels.first ?? 0)
    for pixel in bitmap.pixels {
      if pixel != color {
        add(color, run)
        (run, color) = (0, pixel)
      }
      run += 1
    }
    add(color, run)
  }

  private mutating func add(_ color: UInt32, _ times: UInt32) {
    let cell = ColorCount.cell(of: color)
    weights[cell] &+= times
    if candidates[cell] == color {
      leads[cell] &+= times
    } else if leads[cell] < times {
      (candidates[cell], leads[cell]) = (color, times - leads[cell])
    } else {
      leads[cell] -= times
    }
  }

  /// The cells that occur.
  var cells: [Cell] {
    weights.indices.compactMap { cell in
      guard weights[cell] > 0 else { return nil }
      let color = candidates[cell] & 0xFF_FFFF
      return Cell(
        color: color, weight: Double(weights[cell]), channels: [16, 8, 0].map { Double(color >> UInt32($0) & 0xFF) })
    }
  }

  @inline(__always)
  static func cell(of pixel: UInt32) -> Int {
    Int(pixel >> 18 & 0x3F) << 12 | Int(pixel >> 10 & 0x3F) << 6 | Int(pixel >> 2 & 0x3F)
  }

  /// The squared distance of two colors, 0 … 195,075.
  @inline(__always)
  static func distance(_ a: UInt32, _ b: UInt32) -> Int32 {
    let red = Int32(a >> 16 & 0xFF) - Int32(b >> 16 & 0xFF)
    let green = Int32(a >> 8 & 0xFF) - Int32(b >> 8 & 0xFF)
    let blue = Int32(a & 0xFF) - Int32(b & 0xFF)
    return red * red + green * green + blue * blue
  }
}

/// Cells that share a color of the palette.
private struct Box {
  let cells: ArraySlice<ColorCount.Cell>
  let weight: Double
  let mean: [Double]
  let variances: [Double]

  init(_ cells: ArraySlice<ColorCount.Cell>) {
    let weight = cells.reduce(0) { $0 + $1.weight }
    let mean = (0..<3).map { channel in
      weight > 0 ? cells.reduce(0) { $0 + $1.weight * $1.channels[channel] } / weight : 0
    }
    self.cells = cells
    self.weight = weight
    self.mean = mean
    variances = (0..<3).map { channel in
      cells.reduce(0) { sum, cell in
        let deviation = cell.channels[channel] - mean[channel]
        return sum + cell.weight * deviation * deviation
      }
    }
  }

  var spread: Double { variances.reduce(0, +) }

  /// Split at the mean of the channel that varies most; nil where nothing varies.
  var halves: (Box, Box)? {
    guard let channel = variances.indices.max(by: { variances[$0] < variances[$1] }), variances[channel] > 0 else {
      return nil
    }
    let low = cells.filter { $0.channels[channel] <= mean[channel] }
    let high = cells.filter { $0.channels[channel] > mean[channel] }
    return low.isEmpty || high.isEmpty ? nil : (Box(low[...]), Box(high[...]))
  }

  var color: UInt32 {
    if let heaviest = cells.max(by: { $0.weight < $1.weight }), 2 * heaviest.weight >= weight { return heaviest.color }
    return mean.reduce(0) { $0 << 8 | UInt32(min(max($1.rounded(), 0), 255)) }
  }
}
