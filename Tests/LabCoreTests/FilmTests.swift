import Testing

@testable import LabCore

/// A run as it is played for others.
@Suite struct FilmTests {
  /// A run to convergence, as an exhibit.
  static let exhibit: LabState = {
    var state = LabState()
    state.performPendingWork()
    state.apply(.run(.runToConvergence))
    state.performPendingWork()
    return state.exhibited(width: 640, height: 400)
  }()

  @Test func passesThroughEveryHalfStepOnceAndRests() {
    let film = Film(Self.exhibit, steps: 0...Self.exhibit.document.latest, speed: Speed(index: 3))
    var seen: [Int] = []
    var frames = 0
    for shot in film.shots {
      #expect(shot.frame == frames && shot.frameCount > 0)
      frames += shot.frameCount
      if seen.last != shot.state.document.clock { seen.append(shot.state.document.clock) }
    }
    #expect(frames == film.frameCount)
    #expect(seen == Array(film.steps))
    #expect(film.length >= Double(film.steps.count) / 2 + 2)
  }

  @Test(arguments: Film.speeds)
  func everySpeedKeepsItsPace(_ rate: Double) throws {
    let index = try #require(Speed.rates.firstIndex(of: rate))
    let film = Film(Self.exhibit, steps: 0...8, speed: Speed(index: index), rest: 1)
    #expect(film.frameCount == Int((100 * (9 / rate + 1) / Double(film.centiseconds)).rounded(.up)))
    // No half-step is early, or late by more than a frame.
    for shot in film.shots {
      func due(_ frame: Int) -> Int { min(max(Int(Double(frame * film.centiseconds) / 100 * rate + 1e-6), 0), 8) }
      #expect((due(shot.frame - 1)...due(shot.frame)).contains(shot.state.document.clock))
    }
  }

  @Test func glidesAreInItAndNothingElseMoves() {
    let film = Film(Self.exhibit, steps: 2...4, speed: Speed(index: 1), rest: 2)
    let shots = Array(film.shots)
    #expect(shots.count { !$0.state.glides.isEmpty } >= 4)
    // The start and the end stay on the screen as one.
    #expect(shots.first.map { $0.frameCount == 13 && $0.state.document.clock == 2 } == true)
    #expect(shots.last.map { $0.frameCount > 20 && $0.state.document.clock == 4 } == true)
    #expect(film.state(at: 0).document.clock == 2)
    #expect(film.state(at: film.frameCount - 1).document.clock == 4)
  }

  @Test func whatWasNeverTakenIsLeftOut() {
    let last = Self.exhibit.document.latest
    #expect(Film(Self.exhibit, steps: -3...9999, speed: .normal).steps == 0...last)
    #expect(Film(Self.exhibit, steps: 9999...9999, speed: .normal).steps == last...last)
    let start = LabState().exhibited(width: 640, height: 400)
    let still = Film(start, steps: 0...5, speed: .normal)
    #expect(still.steps == 0...0)
    #expect(still.shots.reduce(0) { $0 + $1.frameCount } == still.frameCount)
  }

  /// Beyond what a film has room for, it begins where it was asked to.
  @Test func aLongRunIsCutAtItsEnd() {
    func steps(_ steps: ClosedRange<Int>, of latest: Int) -> ClosedRange<Int> {
      Film.Pace(steps, of: latest, speed: .normal, rest: 0).steps
    }
    #expect(steps(0...3000, of: 3000) == 0...2000)
    #expect(steps(2500...3000, of: 3000) == 2500...3000)
    #expect(steps(500...9999, of: 3000) == 500...2500)
    #expect(steps(9999...9999, of: 3000) == 3000...3000)
    #expect(steps(0...5, of: -1) == 0...0)
  }

  /// A run that ended in an error is played as far as it came.
  @Test func aRunThatFailedIsPlayed() {
    var state = LabState.opened()
    for _ in 0..<5 { state.perform(.run(.stepForward)) }
    state.apply(.run(.stepForward))
    state.failComputation(.collapsed(component: 1, iteration: 3))
    let film = Film(state.exhibited(width: 640, height: 400), steps: 0...5, speed: Speed(index: 3))
    var seen: [Int] = []
    for shot in film.shots where seen.last != shot.state.document.clock { seen.append(shot.state.document.clock) }
    #expect(seen == [0, 1, 2, 3, 4, 5])
  }

  @Test func anExhibitHasNobodyInIt() {
    var state = LabState()
    state.performPendingWork()
    state.apply(.interface(.pointer(Interface.Pointer(x: 300, y: 300), over: .play)))
    state.apply(.interface(.focus(.play)))
    state.interface.showsColumns = true
    state.apply(.interface(.toggleOverlay(.help)))
    state.apply(.select(.all))
    state.apply(.edit(.clearPoints))
    let exhibit = state.exhibited(width: 320, height: 240, pixelRatio: 2)
    #expect(exhibit.interface.width == 320 && exhibit.interface.pixelRatio == 2)
    #expect(exhibit.interface.pointer == nil && exhibit.interface.hovered == nil && exhibit.interface.focused == nil)
    #expect(exhibit.interface.overlay == nil && exhibit.announcement == nil && !exhibit.interface.showsHint)
    #expect(!exhibit.interface.showsColumns)
    #expect(exhibit.nextChange == nil)
  }
}
