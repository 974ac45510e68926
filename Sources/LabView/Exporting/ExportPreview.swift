import LabCore
import Rasterizer

/// The picture on the page of exports, as the file will have it, made smaller; kept until something about it changes.
final class ExportPreview {
  private struct Key: Equatable {
    let seen: LabState
    let points: Revision
    let viewport: Viewport
    let settings: Export
    let frame: Int
    let width, height: Int
  }

  private let painter: ExportPainter
  private var known: (key: Key, bitmap: Bitmap)?

  init(font: any TextSource, engines: EngineMemory) { painter = ExportPainter(font: font, engines: engines) }

  /// The preview for this place on the page.
  func bitmap(_ state: LabState, in rect: Rect) -> Bitmap {
    let frame = state.export.kind == .animation ? state.exportFrame : 0
    let key = Key(
      seen: state.seen(by: []), points: state.document.points.revision, viewport: state.viewport,
      settings: state.export.withoutMoment, frame: frame, width: Int(rect.width), height: Int(rect.height))
    if let known, known.key == key { return known.bitmap }
    let picture = painter.draw(state.exportSketch, state.export, frame: frame)
    let bitmap = picture.reduced(width: key.width, height: key.height)
    known = (key, bitmap)
    return bitmap
  }
}

/// Draws what an export shows.
public final class ExportPainter {
  private let plates: PlatePainter
  private let window: FramePainter
  /// The film that was played last, as far as it was seen.
  private(set) var reel: Reel?

  struct Reel {
    let exhibit: LabState
    let settings: Export
    let film: Film
    private var shots: Film.Shots
    private(set) var shot: Film.Shot?

    init(_ exhibit: LabState, _ settings: Export) {
      (self.exhibit, self.settings) = (exhibit, settings)
      film = settings.film(exhibit)
      shots = film.shots
      shot = shots.next()
    }

    /// Plays on to a frame, or from the start where that is past: one frame after the other costs a shot each.
    mutating func play(to frame: Int) {
      if let shot, frame < shot.frame {
        shots = film.shots
        self.shot = shots.next()
      }
      while let shot, frame >= shot.frame + shot.frameCount, let next = shots.next() { self.shot = next }
    }
  }

  public init(font: any TextSource, engines: EngineMemory = EngineMemory()) {
    plates = PlatePainter(font: font, engines: engines)
    window = FramePainter(font: font, engines: engines)
  }

  /// - Parameters:
  ///   - exhibit: the lab at the file's size.
  ///   - frame: of an animation.
  public func draw(_ exhibit: LabState, _ settings: Export, frame: Int = 0) -> Bitmap {
    switch (settings.kind, settings.plate) {
    case (.animation, .some(var plate)):
      let settings = settings.withoutMoment
      if reel?.exhibit != exhibit || reel?.settings != settings { reel = Reel(exhibit, settings) }
      reel?.play(to: frame)
      guard let reel, let shot = reel.shot else { return plates.draw(exhibit, plate) }
      plate.halfSteps = reel.film.steps
      return plates.draw(shot.state, plate)
    case (_, .some(let plate)): return plates.draw(exhibit, plate)
    case (.sheet, nil):
      return plates.drawSheet(
        exhibit, halfSteps: settings.moments(of: exhibit), title: .data, hasBlanks: settings.leavesBlanks)
    case (_, nil): return window.draw(exhibit)
    }
  }

  /// A frame of a film.
  public func draw(_ frame: LabState, of film: Film, _ settings: Export) -> Bitmap {
    var plate = settings.plate ?? Plate(.both)
    plate.halfSteps = film.steps
    return plates.draw(frame, plate)
  }
}
