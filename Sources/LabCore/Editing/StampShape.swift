import GaussianMixtures
import Glibc

/// What a stamp leaves.
public enum StampShape: String, Sendable, Hashable, Codable, CaseIterable {
  /// A normal distribution, by its long axis.
  case gaussian
  /// Evenly along a line.
  case line
  /// Evenly around a circle.
  case ring

  /// The one after it; after the last the first.
  public var next: StampShape {
    switch self {
    case .gaussian: .line
    case .line: .ring
    case .ring: .gaussian
    }
  }

  /// How wide the shape is, as a standard deviation in lengths of the drag, for a width of 1.
  public var widthFactor: Double {
    switch self {
    case .gaussian: 1
    case .line: 0.12
    case .ring: 0.25
    }
  }
}

/// Where a stamp is pressed, and how far it was dragged. Two vectors in data units, at right angles and equally long on
/// the screen, whatever units the axes have there.
public struct StampFrame: Sendable, Hashable, Codable {
  public var origin: DataPoint
  /// From the origin to the pointer: the long axis, the line, the radius.
  public var along: DataSize
  public var across: DataSize

  public init(origin: DataPoint, along: DataSize, across: DataSize) {
    self.origin = origin
    self.along = along
    self.across = across
  }

  var isFinite: Bool {
    origin.isFinite && [along.width, along.height, across.width, across.height].allSatisfy(\.isFinite)
  }

  /// Whether it was dragged at all.
  var hasExtent: Bool { along.width != 0 || along.height != 0 }

  /// The place at `u` along and `v` across.
  public func place(_ u: Double, _ v: Double) -> DataPoint {
    DataPoint(
      origin.x + u * along.width + v * across.width, origin.y + u * along.height + v * across.height)
  }
}

/// How the tools are set. A way of working, not a part of the data: it is not undone.
public struct ToolSettings: Sendable, Equatable {
  public internal(set) var shape = StampShape.gaussian
  /// How many points a stamp leaves.
  public internal(set) var count = 40
  /// The short axis in long ones, or how wide line and ring are.
  public internal(set) var width = 0.4
  /// How many points the brush leaves at once.
  public internal(set) var rate = Stroke.usualPointsPerPuff

  /// What the brush leaves in a second.
  public var pointsPerSecond: Double { Double(rate) / Stroke.puffInterval }

  public static let counts = 1...1000
  public static let widths = 0.05...1.0
  public static let rates = 1...20

  /// The points that a stamp leaves, drawn by a generator.
  func points(_ frame: StampFrame, using generator: inout SeededGenerator) -> [DataPoint] {
    let spread = width * shape.widthFactor
    return (0..<count).map { _ in
      switch shape {
      case .gaussian: return frame.place(generator.gaussian(), spread * generator.gaussian())
      case .line: return frame.place(generator.uniform(), spread * generator.gaussian())
      case .ring:
        let angle = 2 * Double.pi * generator.uniform()
        let radius = 1 + spread * generator.gaussian()
        return frame.place(radius * cos(angle), radius * sin(angle))
      }
    }
  }
}

extension LabState {
  /// The points that the stamp in hand will leave: those that it leaves when the button is released.
  public var stampedPoints: [DataPoint] {
    guard case .stamp(let frame) = gesture, frame.hasExtent else { return [] }
    var generator = spray
    return tools.points(frame, using: &generator)
  }
}
