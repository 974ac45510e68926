/// One press, drag and release of the brush or the eraser.
///
/// A brush stroke begins with one point where the button went down. Once the pointer has moved – more than a hand
/// trembles while it clicks – or the button has been held for a while it sprays: a puff of points every `Stroke.puffInterval`, normally distributed around the pointer.
struct Stroke: Sendable, Equatable {
  enum Kind: Sendable, Equatable { case paint, erase }

  static let puffInterval = 0.033
  static let usualPointsPerPuff = 2
  static let holdBeforeSpray = 0.3
  /// How far the pointer moves before the brush sprays, as a fraction of its radius.
  static let moveBeforeSpray = 0.2

  let kind: Kind
  /// The brush's half-width and half-height in data units.
  var radius: DataSize
  var position: DataPoint
  let origin: DataPoint
  let beganAt: Double
  var isSpraying = false
  var nextPuffAt: Double

  init(kind: Kind, at position: DataPoint, radius: DataSize, time: Double) {
    self.kind = kind
    self.radius = radius
    self.position = position
    self.origin = position
    self.beganAt = time
    self.nextPuffAt = time + Stroke.holdBeforeSpray
  }

  /// Whether the pointer has left the place where it went down.
  var hasMoved: Bool {
    let across = (position.x - origin.x) / radius.width
    let up = (position.y - origin.y) / radius.height
    return across * across + up * up > Stroke.moveBeforeSpray * Stroke.moveBeforeSpray
  }
}
