import Dispatch
import Glibc
import LabFiles
import SDLShell
import Synchronization

/// Somebody who plays, pans and clicks in a window, and notes when it answers.
final class WindowVisitor: Sendable {
  private let seconds: Double
  private let size: PictureSize
  private let frames = Mutex<[FrameTiming]>([])
  private let found = Mutex(Findings())

  /// Milliseconds, and the share of one processor at rest.
  private struct Findings {
    var playing: [Double] = []
    var panning: [Double] = []
    var clicks: [Double] = []
    var drags: [Double] = []
    var restShare = 0.0
  }

  init(seconds: Double, size: PictureSize) {
    self.seconds = seconds
    self.size = size
  }

  /// A frame was presented.
  func note(_ frame: FrameTiming) { frames.withLock { $0.append(frame) } }

  /// Does everything in a thread of its own, and closes the window.
  func begin() {
    DispatchQueue(label: "mixture-lab.visitor", qos: .userInteractive).async {
      self.waitForRest()
      let playing = self.play()
      self.waitForRest()
      let (panning, drags) = self.pan()
      self.waitForRest()
      let clicks = self.click()
      self.waitForRest()
      let share = self.rest()
      self.found.withLock {
        $0 = Findings(playing: playing, panning: panning, clicks: clicks, drags: drags, restShare: share)
      }
      PretendedInput.closing.send()
    }
  }

  // MARK: - Doing

  private func play() -> [Double] {
    let from = PretendedInput.space.send()
    pause(seconds)
    let to = PretendedInput.space.send()
    return intervals(from, to)
  }

  /// Drags the view about, a motion every 8 ms.
  private func pan() -> (between: [Double], answers: [Double]) {
    let (x, y) = (size.width / 3, size.height / 2)
    PretendedInput.motion(x: x, y: y).send()
    let from = PretendedInput.press(.middle, x: x, y: y).send()
    var sent: [Double] = []
    for step in 1...max(Int(seconds / 0.008), 1) {
      pause(0.008)
      let angle = Double(step) / 40
      sent.append(PretendedInput.motion(x: x + Int(60 * sin(angle)), y: y + Int(60 * cos(angle))).send())
    }
    let to = PretendedInput.release(.middle, x: x, y: y).send()
    pause(0.5)
    return (intervals(from, to), sent.compactMap(answer))
  }

  /// Adds points with the brush.
  private func click() -> [Double] {
    (0..<max(Int(5 * seconds), 3)).compactMap { index in
      let (x, y) = (size.width / 3 + 7 * (index % 15), size.height / 2 - 5 * (index % 15))
      PretendedInput.motion(x: x, y: y).send()
      pause(0.4)
      let sent = PretendedInput.press(.left, x: x, y: y).send()
      pause(0.05)
      PretendedInput.release(.left, x: x, y: y).send()
      pause(0.4)
      return answer(sent)
    }
  }

  private func rest() -> Double {
    PretendedInput.motion(x: 2, y: size.height / 2).send()
    pause(2)
    let (time, used) = (LabWindow.seconds, clock())
    pause(seconds)
    return Double(clock() - used) / Double(CLOCKS_PER_SEC) / (LabWindow.seconds - time)
  }

  /// Until no frame came for a while.
  private func waitForRest() {
    repeat { pause(0.6) } while (frames.withLock { $0.last?.presented } ?? .infinity) > LabWindow.seconds - 0.5
  }

  private func pause(_ seconds: Double) { usleep(UInt32(seconds * 1e6)) }

  // MARK: - Noting

  /// Milliseconds from frame to frame between two moments.
  private func intervals(_ from: Double, _ to: Double) -> [Double] {
    let times = frames.withLock { $0.map(\.presented).filter { $0 > from && $0 < to } }
    return zip(times.dropFirst(), times).map { ($0 - $1) * 1000 }
  }

  /// Milliseconds from an input to the first frame that knew of it.
  private func answer(_ sent: Double) -> Double? {
    frames.withLock { $0.first { $0.inputUntil > sent } }.map { ($0.presented - sent) * 1000 }
  }

  // MARK: - Telling

  private typealias Row = (name: String, words: String, times: [Double])

  private func rows(_ findings: Findings) -> [Row] {
    [
      ("playing", "from frame to frame, playing", findings.playing),
      ("panning", "from frame to frame, panning", findings.panning),
      ("drag", "from a motion to its frame, panning", findings.drags),
      ("click", "from a click to its frame", findings.clicks),
    ]
  }

  var table: TextTable {
    let findings = found.withLock { $0 }
    var table = TextTable(header: ["ms", "median", "95 % within", "of"])
    for row in rows(findings) {
      table.add([
        row.words, Format.fixed(Milliseconds.median(row.times), 2),
        Format.fixed(Milliseconds.share(0.95, of: row.times), 2), "\(row.times.count)",
      ])
    }
    table.add(["% of a processor at rest", Format.fixed(100 * findings.restShare, 2), "", ""])
    return table
  }

  func report(_ members: [JSONValue.Member]) -> JSONValue {
    let findings = found.withLock { $0 }
    let times = rows(findings).map { row in
      JSONValue.Member(
        row.name,
        .object([
          .init("median", .number(Milliseconds.median(row.times))),
          .init("p95", .number(Milliseconds.share(0.95, of: row.times))), .init("count", JSONValue(row.times.count)),
        ]))
    }
    return .object(members + times + [.init("percentAtRest", .number(100 * findings.restShare))])
  }
}
