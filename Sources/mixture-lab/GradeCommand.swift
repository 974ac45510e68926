import ArgumentParser
import LabCore
import LabFiles

/// Marks the hand-ins of a class.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Do again what was handed in, and print the marks.",
    discussion: """
      A lesson is handed in as one file, NAME.handin.json. All that was done is done again here, without a window, with \
      the lessons of this machine: a file that says something else than comes of that, or is not as it was written, counts \
      nothing and is named. So is whatever else lies in the folder, but for hidden files.

      A mark is from 0 to 1: of a question whether the first answer was right, of a guess how much of it was, of an \
      exercise the best of its attempts; a lesson without any has none. Names are left out unless --names asks for them; the numbers follow the \
      files' names.
      """)

  @Argument(
    help: ArgumentHelp("The folder of hand-ins, or several files of them.", valueName: "FOLDER"),
    completion: .directory)
  var sources: [String]

  @Option(help: ArgumentHelp("Also write the marks as a table.", valueName: "OUT.csv"), completion: .file())
  var csv: String?

  @Option(
    name: .customLong("lesson"),
    help: ArgumentHelp("A lesson that is not among those of this machine; may be given again.", valueName: "FILE.json"),
    completion: .file())
  var lessons: [String] = []

  @Flag(help: "Print and write the names, too.")
  var names = false

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws {
    if sources.isEmpty { throw ValidationError("grade takes the folder of hand-ins; name it") }
  }

  func run() throws {
    let (paths, left) = try HandInFolder.files(in: sources)
    let handIns = paths.filter { $0.hasSuffix(HandIn.ending) || HandInFile.isLikely($0) }
    let output = try csv.map { try OutputFile($0, .table, inputs: handIns + lessons) }
    let known = LessonLibrary.lessons + (try lessons.map { try LessonFile.read($0) })
    let grader = HandInGrader(lessons: known, kernel: Recording.kernel)
    let progress = ProgressLine()
    // What is written is none of what was handed in.
    let files = paths.filter { $0 != output?.path }
    var graded: [GradedHandIn] = []
    for (index, path) in files.enumerated() {
      progress.show("hand-in \(index + 1) of \(files.count)")
      graded.append(grader.grade(path))
    }
    progress.clear()
    let report = GradeReport(graded, hasNames: names)
    for line in report.notes { Console.note(line) }
    if left > 0 { Console.note("\(Format.count(left, "file")) beyond the first \(Limits.handIns) were left out") }
    guard !report.isEmpty else {
      throw Failure("nothing among \(Format.list(sources)) counts; name a folder with hand-ins")
    }
    if let output { try AtomicFile.write(report.csv, to: output.path) }
    if output?.isStandardOutput != true { try Console.write(json ? report.json.indentedText : report.text) }
  }
}
