import LabCore
import LabFiles
import LabView
import Rasterizer

/// A film as a GIF.
enum AnimationFile {
  /// So many frames tell which colors there are.
  private static let sampleCount = 40

  /// Writes it whole, or not at all.
  ///
  /// - Parameters:
  ///   - progress: false to give up; nothing is written then.
  ///   - draw: a frame.
  /// - Returns: whether it was written.
  static func write(
    _ film: Film, to path: String, progress: (ExportProgress) -> Bool, draw: (LabState) -> Bitmap
  ) throws -> Bool {
    guard let palette = palette(film, progress, draw) else { return false }
    var encoder: GIFEncoder?
    for shot in film.shots {
      let picture = draw(shot.state)
      let open =
        try encoder ?? GIFEncoder(width: picture.width, height: picture.height, palette: palette, path: path)
      encoder = open
      try open.add(picture, centiseconds: shot.frameCount * film.centiseconds)
      let done = ExportProgress(
        done: shot.frame + shot.frameCount, total: film.frameCount, bytes: open.byteCount)
      guard progress(done) else { return false }
    }
    guard let encoder else { return false }
    try AtomicFile.write(encoder.finish(), to: path)
    return true
  }

  /// The colors of the film, found in frames all along it; nil where it was given up.
  private static func palette(
    _ film: Film, _ progress: (ExportProgress) -> Bool, _ draw: (LabState) -> Bitmap
  ) -> GIFPalette? {
    var count = ColorCount()
    let stride = max(film.frameCount / sampleCount, 1)
    var next = 0
    for shot in film.shots where shot.frame + shot.frameCount > next {
      count.add(draw(shot.state))
      next = (shot.frame + shot.frameCount - 1) / stride * stride + stride
      guard progress(ExportProgress(done: 0, total: film.frameCount, bytes: 0)) else { return nil }
    }
    return GIFPalette(count)
  }
}
