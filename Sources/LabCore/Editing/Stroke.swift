/// One press, drag and release of the brush or the eraser.
///
/// A brush stroke begins with one point where the button went down. Once the pointer has moved or the button has been
/// held for a while it sprays: a puff of points every `Stroke.puffInterval`, normally distributed around the pointer.
struct Stroke: Sendable, Equatable {
  enum Kind: Sendable, Equatable { case paint, erase }

  static let puffInterval = 0.033
  static let pointsPerPuff = 2
  static let holdBeforeSpray = 0.3

  let kind: Kind
  /// The brush's half-width and half-height in data units.
  var radius: DataSize
  var position: DataPoint
  let beganAt: Double
  var isSpraying = false
  var nextPuffAt: Double

  init(kind: Kind, at position: DataPoint, radius: DataSize, time: Double) {
    self.kind = kind
    self.radius = radius
    self.position = position
    self.beganAt = time
    self.nextPuffAt = time + Stroke.holdBeforeSpray
  }
}
