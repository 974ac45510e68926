/// The light theme's colors, 0xRRGGBB, and where things stand at 1280 × 800, as the design of the window states them.
enum Look {
  static let chrome: UInt32 = 0xF3F3F0
  static let canvas: UInt32 = 0xFDFDFB
  static let ink: UInt32 = 0x1B1D22
  static let ink2: UInt32 = 0x4A4E57
  static let accent: UInt32 = 0x6A3DD1
  static let soft: UInt32 = 0xECE5FB
  static let track: UInt32 = 0xE6E6E1
  static let point: UInt32 = 0x7D828C
  /// A, B, C, D.
  static let components: [UInt32] = [0xD17B00, 0x1C95F5, 0x0B7C70, 0x2C4284]

  static let dataSet = Area(x: 0, y: 0, width: 200, height: 55)
  static let playButton = Area(x: 373, y: 8, width: 40, height: 40)
  /// Without the tick labels at its left and bottom.
  static let canvasArea = Area(x: 96, y: 60, width: 860, height: 676)
  static let components3 = Area(x: 984, y: 100, width: 280, height: 212)
  static let rail = Area(x: 0, y: 57, width: 55, height: 700)
  static let panel = Area(x: 969, y: 57, width: 311, height: 700)
}

/// A rectangle of whole pixels.
struct Area {
  let x, y, width, height: Int

  init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  init(around x: Int, _ y: Int, radius: Int) {
    self.init(x: x - radius, y: y - radius, width: 2 * radius + 1, height: 2 * radius + 1)
  }
}
