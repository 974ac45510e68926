/// A run as it is played for others: half-step by half-step at one speed, each gliding in as in the window, and a rest at
/// the end. Its frames follow each other at one pace, so that their number is known before any is drawn.
@dynamicMemberLookup
public struct Film: Sendable {
  /// What the first frame shows; all half-steps have been taken in it.
  private let opening: LabState
  private let pace: Pace

  /// So many half-steps a second and no more: what goes faster cannot be followed, nor shown by every program.
  public static let speeds = Speed.rates.filter { $0 <= 10 }
  /// How long the end stays.
  public static let usualRest = 2.0
  /// So many half-steps at most.
  public static let most = 2000

  /// - Parameters:
  ///   - state: the lab as an exhibit, its runs taken as far as the film goes.
  ///   - steps: half-steps on the clock; those that were never taken are left out.
  public init(_ state: LabState, steps: ClosedRange<Int>, speed: Speed, rest: Double = Film.usualRest) {
    self.init(state, Pace(steps, of: state.document.latest, speed: speed, rest: rest))
  }

  init(_ state: LabState, _ pace: Pace) {
    self.pace = pace
    var opening = state.showing(halfStep: pace.steps.lowerBound)
    opening.apply(.run(.setSpeed(pace.speed)))
    self.opening = opening
  }

  public subscript<Value>(dynamicMember path: KeyPath<Pace, Value>) -> Value { pace[keyPath: path] }

  /// How a film goes by, whatever it shows.
  public struct Pace: Sendable {
    /// The half-steps it passes through.
    public let steps: ClosedRange<Int>
    public let speed: Speed
    /// How long the end stays, in seconds.
    public let rest: Double

    /// - Parameter latest: the last half-step that was taken.
    init(_ steps: ClosedRange<Int>, of latest: Int, speed: Speed, rest: Double) {
      let latest = max(latest, 0)
      let first = min(max(steps.lowerBound, 0), latest)
      self.steps = first...min(max(steps.upperBound, first), latest, first + Film.most)
      self.speed = speed
      self.rest = min(max(rest, 0), 60)
    }

    /// How long a frame stays, in hundredths of a second: at the usual speeds 12.5 a second.
    public var centiseconds: Int { beat >= 0.16 ? 8 : 5 }

    /// From one half-step to the next, in seconds. The start stays as long.
    fileprivate var beat: Double { 1 / speed.halfStepsPerSecond }

    public var frameCount: Int {
      let seconds = Double(steps.count) * beat + (steps.count > 1 ? rest : 0)
      return max(Int((100 * seconds / Double(centiseconds)).rounded(.up)), 1)
    }

    /// In seconds.
    public var length: Double { Double(frameCount * centiseconds) / 100 }
  }

  /// A state that stays on the screen for some frames.
  public struct Shot: Sendable {
    public let state: LabState
    /// The first of its frames.
    public let frame: Int
    public let frameCount: Int
  }

  /// What is on show in a frame; the film is played up to it.
  public func state(at frame: Int) -> LabState {
    for shot in shots where shot.frame + shot.frameCount > frame { return shot.state }
    return opening
  }

  /// All that is seen, in order.
  public var shots: Shots { Shots(self) }

  public struct Shots: Sequence, IteratorProtocol {
    private let film: Film
    private var state: LabState
    private let beganAt: Double
    private var frame = 0

    fileprivate init(_ film: Film) {
      self.film = film
      state = film.opening
      beganAt = film.opening.now
    }

    public mutating func next() -> Shot? {
      guard frame < film.frameCount else { return nil }
      if frame > 0 { state.apply(.tick(time(of: frame))) }
      if state.document.clock == film.steps.upperBound {
        if state.playback.isRunning { state.apply(.run(.togglePlay)) }
      } else if !state.playback.isRunning, time(of: frame) - beganAt >= film.pace.beat - 1e-9 {
        state.apply(.run(.togglePlay))
      }
      let shot = Shot(state: state, frame: frame, frameCount: nextFrame - frame)
      frame += shot.frameCount
      return shot
    }

    private func time(of frame: Int) -> Double { beganAt + Double(frame * film.centiseconds) / 100 }

    /// The frame in which something has changed.
    private var nextFrame: Int {
      let isWaiting = !state.playback.isRunning && state.document.clock < film.steps.upperBound
      let moments = [state.nextChange, isWaiting ? beganAt + film.pace.beat : nil].compactMap { $0 }
      guard let moment = moments.min() else { return film.frameCount }
      let exact = 100 * (moment - beganAt) / Double(film.centiseconds)
      return Swift.min(Swift.max(Int((exact - 1e-6).rounded(.up)), frame + 1), film.frameCount)
    }
  }
}
