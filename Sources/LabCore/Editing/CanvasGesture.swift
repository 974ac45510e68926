/// A gesture on the canvas that changes nothing before it ends: until then it is a picture of what will be.
public enum CanvasGesture: Sendable, Equatable {
  case marquee(Marquee)
  case carry(Carry)
  case stamp(StampFrame)
}

/// A rectangle that is being drawn around points.
public struct Marquee: Sendable, Equatable {
  public let from: DataPoint
  public internal(set) var to: DataPoint
  let change: SelectionChange
  /// What was chosen before.
  let base: PointSelection

  public var bounds: DataRect {
    DataRect(minX: min(from.x, to.x), minY: min(from.y, to.y), maxX: max(from.x, to.x), maxY: max(from.y, to.y))
  }
}

/// The chosen points on their way to another place.
public struct Carry: Sendable, Equatable {
  public let from: DataPoint
  public internal(set) var to: DataPoint
  /// Whether they stay where they are, and copies go.
  public let copies: Bool

  public var offset: DataSize { DataSize(to.x - from.x, to.y - from.y) }
}

extension LabState {
  /// Whether what is dragged on the canvas is held by the keyboard: no button's release ends it.
  public var isHeldByKeyboard: Bool {
    interface.focused == .canvas && interface.drag != nil && interface.dragButton == nil
  }
}
