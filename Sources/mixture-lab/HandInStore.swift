import LabCore
import LabFiles

/// Hand-ins for the window.
enum HandInStore {
  /// Writes what is handed in, with what comes of doing it again.
  static func write(_ request: ExportRequest, to path: String) throws {
    guard let handIn = request.handIn else { throw Failure("there is no lesson to hand in; do one first") }
    let file: HandInFile
    do throws(HandInFlaw) {
      file = try HandInGrader.file(handIn, Recording.header())
    } catch {
      throw Failure("the lesson cannot be handed in: what was done in it cannot be done again")
    }
    try AtomicFile.write(try file.bytes, to: path)
  }

  /// What became of each hand-in; those that are as they were are not done again.
  ///
  /// - Parameter folder: outside of it nothing is read, where it is the only one.
  static func grade(
    _ request: HandInRequest, in folder: ClassFolder? = nil, progress: (Int, Int) -> Bool
  ) -> Answer.Outcome {
    let known = Dictionary(request.known.map { ($0.path, $0) }) { first, _ in first }
    let sources = request.sources.filter { folder?.refusal(of: $0) == nil }
    let paths = sources.flatMap { (try? HandInFolder.files(in: [$0]).paths) ?? [] }
    let grader = HandInGrader(lessons: request.lessons, kernel: Recording.kernel)
    var graded: [GradedHandIn] = []
    var seen: Set<String> = []
    for (index, path) in paths.enumerated() where seen.insert(HandInFolder.place(of: path)).inserted {
      if let before = known[path], before.stamp != nil, before.stamp == FileStamp(path: path) {
        graded.append(before)
        continue
      }
      guard progress(index, paths.count) else { return .gradedHandIns(nil) }
      var isStopped = false
      graded.append(
        grader.grade(path) {
          isStopped = isStopped || !progress(index, paths.count)
          return isStopped
        })
      if isStopped { return .gradedHandIns(nil) }
    }
    return .gradedHandIns(graded == request.known ? nil : graded)
  }
}
