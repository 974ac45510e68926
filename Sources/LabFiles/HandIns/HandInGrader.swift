import LabCore

/// Does again what was handed in, and compares what came of it with what the file says.
public struct HandInGrader: Sendable {
  /// The lessons of whoever marks, by their names: what was handed in is done again with these, whatever the file holds.
  private let lessons: [String: Lesson]
  private let kernel: String

  /// The longest that doing one hand-in again may take.
  public static let patience = Duration.seconds(20)

  public init(lessons: [Lesson], kernel: String) {
    self.lessons = Dictionary(lessons.map { ($0.name, $0) }) { _, last in last }
    self.kernel = kernel
  }

  /// A hand-in as it is to be written: what it says to have come to is what comes of doing it again.
  ///
  /// - Parameter header: the program that writes it, and when.
  public static func file(_ handIn: HandIn, _ header: SessionHeader) throws(HandInFlaw) -> HandInFile {
    let (_, claim) = try outcome(of: handIn, lesson: handIn.lesson) { false }
    return HandInFile(handIn, claim, header)
  }

  /// What became of a file of a folder of hand-ins.
  ///
  /// - Parameter shouldStop: asked before every step.
  public func grade(_ path: String, shouldStop: () -> Bool = { false }) -> GradedHandIn {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    // Before it is read: what comes later is another file.
    let stamp = FileStamp(path: path)
    do throws(HandInFlaw) {
      if HandInFolder.isLink(path) { throw .noHandIn }
      if path.contains("\u{FFFD}"), stamp == nil { throw .unreadable("its name is not UTF-8; rename it") }
      switch FileProblem.unlessFile(path) {
      case .isFolder, .notAFile: throw .noHandIn
      default: break
      }
      let sound = try outcome(of: HandInFile.read(path), shouldStop)
      return GradedHandIn(path: path, file: file, stamp: stamp, outcome: .success(sound))
    } catch {
      return GradedHandIn(path: path, file: file, stamp: stamp, outcome: .failure(error))
    }
  }

  private func outcome(
    of read: HandInFile, _ shouldStop: () -> Bool
  ) throws(HandInFlaw) -> GradedHandIn.Sound {
    let lesson = lessons[read.handIn.lesson.name] ?? read.handIn.lesson
    let end = ContinuousClock.now + Self.patience
    let (report, claim) = try Self.outcome(of: read.handIn, lesson: lesson) {
      shouldStop() || ContinuousClock.now > end
    }
    guard read.claim.agrees(with: claim, isSameKernel: read.kernel == kernel) else { throw .differs }
    return GradedHandIn.Sound(
      name: read.handIn.name, lesson: lesson, isKnown: lessons[lesson.name] != nil, written: read.written,
      report: report, work: report.results.contains { $0.attempts > 0 } ? read.work : nil)
  }

  private static func outcome(
    of handIn: HandIn, lesson: Lesson, shouldStop: () -> Bool
  ) throws(HandInFlaw) -> (LessonReport, HandInClaim) {
    let state = try HandInReplay.state(of: handIn, lesson: lesson, shouldStop: shouldStop)
    guard let report = state.lessonReport, let hash = try? state.fingerprint().text else { throw .notReplayable }
    return (report, HandInClaim(report, hash: hash))
  }
}
