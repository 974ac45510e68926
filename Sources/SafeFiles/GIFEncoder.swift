import CGIF
import Rasterizer

/// An animation as a GIF file, by giflib: frames in, bytes out. It repeats for ever.
///
/// A frame that looks as the one before only makes that one last longer; of any other the rectangle that changed is
/// written, and in it only the pixels that changed, the rest being "as before".
package final class GIFEncoder {
  private let width, height: Int
  private let path: String
  private let palette: GIFPalette
  /// By cell of colors, the index in the palette, once it is known.
  private var indexOfCell: [Int16]
  /// Keeps a pixel as it is while its color is off by no more than this, squared.
  private let tolerance: Int32
  private let bytes = ByteSink()
  private var file: UnsafeMutablePointer<GifFileType>?

  /// What is on the screen: the pixels that were asked for, and the indices that stand for them.
  private var source: [UInt32]
  private var screen: [UInt8]
  private var isFirst = true
  /// The latest frame, which is written when it is known how long it lasts.
  private var pending: Patch?

  /// The pixels of a rectangle, and for how many hundredths of a second they stay.
  private struct Patch {
    let left, top, width, height: Int
    var indices: [UInt8]
    var centiseconds: Int
  }

  /// - Parameters:
  ///   - path: the file that the bytes are meant for, as errors name it.
  ///   - tolerance: how far a channel may be off before a pixel is drawn anew.
  package init(width: Int, height: Int, palette: GIFPalette, path: String, tolerance: Int = 4) throws(FileError) {
    self.width = width
    self.height = height
    self.path = path
    self.palette = palette
    indexOfCell = palette.knownCells
    self.tolerance = Int32(clamping: tolerance * tolerance * 2)
    source = [UInt32](repeating: 0, count: max(width, 0) * max(height, 0))
    screen = [UInt8](repeating: 0, count: source.count)
    guard (1...Int(UInt16.max)).contains(width), (1...Int(UInt16.max)).contains(height) else {
      throw .notUsable(path: path, problem: "would be \(width) × \(height) pixels", advice: "make it at least 1 × 1")
    }
    try begin()
  }

  deinit { if let file { EGifCloseFile(file, nil) } }

  /// How many bytes there are so far.
  package var byteCount: Int { bytes.values.count }

  /// Takes the next frame, of the animation's size, which stays for so many hundredths of a second.
  package func add(_ frame: Bitmap, centiseconds: Int) throws(FileError) {
    guard frame.width == width, frame.height == height else { throw failure }
    guard let patch = change(to: frame, centiseconds: centiseconds) else {
      pending?.centiseconds += centiseconds
      return
    }
    try writePending()
    pending = patch
  }

  /// The whole file. Nothing can be added then.
  package func finish() throws(FileError) -> [UInt8] {
    try writePending()
    guard let file else { throw failure }
    self.file = nil
    guard EGifCloseFile(file, nil) == GIF_OK else { throw failure }
    return bytes.values
  }

  // MARK: - What changed

  /// The pixels that a frame changes; nil where it changes none.
  private func change(to frame: Bitmap, centiseconds: Int) -> Patch? {
    let asBefore = UInt8(palette.colors.count)
    var (left, top, right, bottom) = (width, height, 0, 0)
    var changed = [UInt8](repeating: asBefore, count: width * height)
    // Out of the object for the time of the loop, which visits every pixel.
    var (source, screen, known) = (self.source, self.screen, indexOfCell)
    (self.source, self.screen, indexOfCell) = ([], [], [])
    frame.pixels.withUnsafeBufferPointer { pixels in
      changed.withUnsafeMutableBufferPointer { changed in
        source.withUnsafeMutableBufferPointer { source in
          for y in 0..<height {
            for at in y * width..<(y + 1) * width where pixels[at] != source[at] || isFirst {
              let pixel = pixels[at]
              source[at] = pixel
              let cell = ColorCount.cell(of: pixel)
              if known[cell] < 0 { known[cell] = Int16(palette.nearest(to: pixel)) }
              let index = UInt8(truncatingIfNeeded: known[cell])
              if !isFirst {
                if index == screen[at] { continue }
                if ColorCount.distance(palette.colors[Int(screen[at])], pixel) <= tolerance { continue }
              }
              screen[at] = index
              changed[at] = index
              (left, right) = (min(left, at - y * width), max(right, at - y * width + 1))
              (top, bottom) = (min(top, y), y + 1)
            }
          }
        }
      }
    }
    (self.source, self.screen, indexOfCell) = (source, screen, known)
    isFirst = false
    guard left < right else { return nil }
    var indices: [UInt8] = []
    indices.reserveCapacity((right - left) * (bottom - top))
    for y in top..<bottom { indices += changed[y * width + left..<y * width + right] }
    return Patch(
      left: left, top: top, width: right - left, height: bottom - top, indices: indices, centiseconds: centiseconds)
  }

  // MARK: - Blocks

  private func begin() throws(FileError) {
    file = EGifOpen(
      Unmanaged.passUnretained(bytes).toOpaque(),
      { file, values, count in
        guard let sink = file?.pointee.UserData, let values else { return 0 }
        Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().values
          .append(contentsOf: UnsafeBufferPointer(start: values, count: Int(count)))
        return count
      }, nil)
    let count = palette.colors.count + 1
    let bits = max(1, Int.bitWidth - (count - 1).leadingZeroBitCount)
    var colors = palette.colors.map {
      GifColorType(
        Red: UInt8(truncatingIfNeeded: $0 >> 16), Green: UInt8(truncatingIfNeeded: $0 >> 8),
        Blue: UInt8(truncatingIfNeeded: $0))
    }
    colors += [GifColorType](repeating: GifColorType(), count: 1 << bits - colors.count)
    guard let file, let map = GifMakeMapObject(Int32(1 << bits), colors) else { throw failure }
    defer { GifFreeMapObject(map) }
    EGifSetGifVersion(file, true)
    guard EGifPutScreenDesc(file, Int32(width), Int32(height), Int32(bits), 0, map) == GIF_OK else { throw failure }
    // Again from the start, for ever: as Netscape wrote it, and everyone since.
    guard EGifPutExtensionLeader(file, APPLICATION_EXT_FUNC_CODE) == GIF_OK,
      EGifPutExtensionBlock(file, 11, "NETSCAPE2.0") == GIF_OK,
      EGifPutExtensionBlock(file, 3, [1, 0, 0] as [UInt8]) == GIF_OK,
      EGifPutExtensionTrailer(file) == GIF_OK
    else { throw failure }
  }

  private func writePending() throws(FileError) {
    guard var patch = pending else { return }
    pending = nil
    guard let file else { throw failure }
    var control = GraphicsControlBlock(
      DisposalMode: DISPOSE_DO_NOT, UserInputFlag: false,
      DelayTime: Int32(min(max(patch.centiseconds, 0), Int(UInt16.max))), TransparentColor: Int32(palette.colors.count))
    var block = [UInt8](repeating: 0, count: 4)
    let length = EGifGCBToExtension(&control, &block)
    guard EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, Int32(length), block) == GIF_OK,
      EGifPutImageDesc(
        file, Int32(patch.left), Int32(patch.top), Int32(patch.width), Int32(patch.height), false, nil) == GIF_OK,
      EGifPutLine(file, &patch.indices, Int32(patch.indices.count)) == GIF_OK
    else { throw failure }
  }

  private var failure: FileError {
    .notUsable(path: path, problem: "cannot be encoded as GIF", advice: "make the animation smaller or shorter")
  }
}

/// Where giflib's callback puts bytes.
private final class ByteSink {
  var values: [UInt8] = []
}
