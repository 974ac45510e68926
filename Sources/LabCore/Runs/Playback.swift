/// Whether EM runs, and how fast.
public struct Playback: Sendable, Equatable {
  public enum Mode: Sendable, Equatable {
    case paused
    /// One half-step per beat of the timer.
    case playing
    /// As fast as it computes, until convergence.
    case rushing
  }

  public internal(set) var mode = Mode.paused
  public internal(set) var speed = Speed.normal
  /// When the next half-step of a playing run is due, in seconds.
  var nextStepAt = 0.0

  public var isRunning: Bool { mode != .paused }
}

/// Half-steps per second, from half a half-step to sixty.
public struct Speed: Sendable, Hashable, Codable {
  public static let rates: [Double] = [0.5, 1, 1.5, 2, 3, 5, 10, 20, 30, 60]
  public static let normal = Speed(index: 1)

  public let index: Int
  public init(index: Int) { self.index = min(max(index, 0), Speed.rates.count - 1) }

  public init(from decoder: any Decoder) throws {
    self.init(index: try decoder.singleValueContainer().decode(Int.self))
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(index)
  }

  public var halfStepsPerSecond: Double { Speed.rates[index] }
  public var slower: Speed? { index > 0 ? Speed(index: index - 1) : nil }
  public var faster: Speed? { index < Speed.rates.count - 1 ? Speed(index: index + 1) : nil }

  /// How long a half-step glides: 0.3 s at normal speed, always well inside the beat, nothing above 20 per second.
  public var glideDuration: Double {
    halfStepsPerSecond > 20 ? 0 : min(0.3, 0.7 / halfStepsPerSecond)
  }
}
