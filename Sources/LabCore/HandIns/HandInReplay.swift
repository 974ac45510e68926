/// Why a hand-in counts nothing.
public enum HandInFlaw: Error, Sendable, Equatable {
  /// Some other file.
  case noHandIn
  /// It cannot be read, for a reason in words.
  case unreadable(String)
  case tooLarge
  /// A newer program wrote it.
  case newer
  /// Not as it was written.
  case changed
  /// What was done cannot be done again.
  case notReplayable
  /// Something else came of doing it again than it says.
  case differs
  /// Doing it again takes longer than anybody waits.
  case takesTooLong
}

/// Does again what was handed in, without a window.
public enum HandInReplay {
  /// The state that it comes to, with the lesson in it.
  ///
  /// - Parameters:
  ///   - lesson: the one that was done, as whoever marks it has it.
  ///   - shouldStop: asked before every step.
  public static func state(
    of handIn: HandIn, lesson: Lesson, shouldStop: () -> Bool = { false }
  ) throws(HandInFlaw) -> LabState {
    guard isSound(handIn.entries, lesson) else { throw .notReplayable }
    var replay = SessionReplay(lessons: [lesson])
    for entry in handIn.entries {
      if shouldStop() { throw .takesTooLong }
      do throws(SessionFlaw) {
        // A lesson reads no files.
        try replay.take(entry) { path, _ in .notOpened(.missing(path: path)) }
      } catch {
        throw .notReplayable
      }
    }
    replay.finish()
    guard let state = replay.state, state.lesson?.lesson.name == lesson.name else { throw .notReplayable }
    return state
  }

  /// It begins with an empty lab and the lesson, and goes on by what somebody did.
  private static func isSound(_ entries: [SessionEntry], _ lesson: Lesson) -> Bool {
    guard entries.count > 2, entries.count <= LessonRecord.most + 8, case .scene(let scene) = entries[0],
      scene.pointCount == 0, case .moment = entries[1],
      case .command(.lesson(.start(let name, _))) = entries[2], name == lesson.name
    else { return false }
    return entries.dropFirst(2).allSatisfy { entry in
      switch entry {
      case .scene, .moment: false
      case .command, .computed, .answer: true
      }
    }
  }
}
