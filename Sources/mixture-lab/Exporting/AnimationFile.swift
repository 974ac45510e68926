import LabCore
import LabFiles
import LabView
import Rasterizer

/// A film as a GIF.
enum AnimationFile {
  /// How far it has come: frames drawn, of how many, and the bytes that makes.
  struct Progress {
    let frame, frameCount, bytes: Int
  }

  /// So many frames tell which colors there are.
  private static let sampleCount = 40

  /// Writes it whole, or not at all.
  ///
  /// - Parameter progress: false to give up; nothing is written then.
  /// - Returns: whether it was written.
  static func write(
    _ film: Film, _ plate: Plate, font: any TextSource, to path: String, progress: (Progress) -> Bool
  ) throws -> Bool {
    let painter = PlatePainter(font: font)
    guard let palette = palette(film, plate, painter, progress) else { return false }
    var encoder: GIFEncoder?
    for shot in film.shots {
      let picture = painter.draw(shot.state, plate)
      let open =
        try encoder ?? GIFEncoder(width: picture.width, height: picture.height, palette: palette, path: path)
      encoder = open
      try open.add(picture, centiseconds: shot.frameCount * film.centiseconds)
      let done = Progress(
        frame: shot.frame + shot.frameCount, frameCount: film.frameCount, bytes: open.byteCount)
      guard progress(done) else { return false }
    }
    guard let encoder else { return false }
    try AtomicFile.write(encoder.finish(), to: path)
    return true
  }

  /// The colors of the film, found in frames all along it; nil where it was given up.
  private static func palette(
    _ film: Film, _ plate: Plate, _ painter: PlatePainter, _ progress: (Progress) -> Bool
  ) -> GIFPalette? {
    var count = ColorCount()
    let stride = max(film.frameCount / sampleCount, 1)
    var next = 0
    for shot in film.shots where shot.frame + shot.frameCount > next {
      count.add(painter.draw(shot.state, plate))
      next = (shot.frame + shot.frameCount - 1) / stride * stride + stride
      guard progress(Progress(frame: 0, frameCount: film.frameCount, bytes: 0)) else { return nil }
    }
    return GIFPalette(count)
  }
}
