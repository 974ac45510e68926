import ArgumentParser
import LabCore
import LabFiles
import LabView
import LabWords

/// Writes moments of a run side by side.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Write moments of a run side by side, with captions, as PNG.",
    usage: "mixture-lab sheet [FILE] [options] OUT.png")

  @Argument(
    help: ArgumentHelp(
      "A table or a scene, if not the example, and the picture to write; - is standard input and output.",
      valueName: "OUT.png"))
  var paths: [String]

  @OptionGroup var lab: LabOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Iterations in whole or half numbers, and end; 0,0.5,1,2,5,end as far as the run goes if not given.",
      valueName: "a,b"), transform: SheetSteps.parse)
  var steps: SheetSteps?

  @Option(help: ArgumentHelp("A title above in place of the data's name.", valueName: "TEXT"))
  var title: String?

  @Flag(help: "Leave the numbers out, to be filled in by hand; the sheet without this has the answers.")
  var blanks = false

  @OptionGroup var enlargement: ScaleOption
  private var scale: Int { enlargement.scale }

  mutating func validate() throws {
    try files.check(
      "sheet", takes: "a table or a scene, if any, and the picture to write: [FILE] OUT.png", writes: "PNG",
      "picture")
    try PictureSize.check(lab.size, scale: scale)
    try lab.check(file: files.input)
  }

  func run() throws {
    let output = try OutputFile(files.output, .picture, inputs: lab.inputs(files.input))
    var state = try lab.state(file: files.input)
    try state.refuseGuess(in: files.input)
    try PictureSize.check(state, scale: scale)
    let asked = steps ?? .usual
    state.run(nil, until: asked.last.map(HalfSteps.init), goesOn: false)
    if steps != nil { try state.refuse(before: asked.moments.compactMap { $0 }, nil, "leave that out") }
    let moments = try asked.halfSteps(of: state.document, keepsToThem: steps != nil)
    let font = lab.textSource(for: &state)
    let exhibit = state.exhibited(
      width: scale * state.interface.width, height: scale * state.interface.height, pixelRatio: Double(scale))
    let picture = PlatePainter(font: font).drawSheet(
      exhibit, halfSteps: moments, title: title.map { .text($0) } ?? .data, hasBlanks: blanks)
    try PNGFile.write(picture, to: output.path)
    if let reason = state.blockedReason { throw Failure(Words.english.text(reason)) }
  }

  private var files: PicturePaths { PicturePaths(paths) }
}

/// Moments of a run as `--steps` names them.
struct SheetSteps {
  /// Half-steps from the start; nil for the end.
  let moments: [Int?]

  static let usual = SheetSteps(moments: [0, 1, 2, 4, 10, nil])

  /// How far the run has to go; nil for its end.
  var last: Int? { moments.contains(nil) ? nil : moments.compactMap { $0 }.max() }

  static func parse(_ argument: String) throws -> SheetSteps {
    let moments = try argument.split(separator: ",", omittingEmptySubsequences: false).map { part in
      part == "end" ? nil : try HalfSteps.parse(String(part)).count
    }
    guard moments.count <= SheetLayout.most else {
      throw ValidationError("a sheet has room for \(SheetLayout.most) moments; leave out some")
    }
    return SheetSteps(moments: moments)
  }

  /// The moments of the run on show, on its clock.
  ///
  /// - Parameter keepsToThem: whether one beyond the end is refused, and not left out.
  func halfSteps(of document: Document, keepsToThem: Bool) throws -> [Int] {
    let first = document.firstHalfStep
    let latest = document.latest + first
    let known = moments.map { $0 ?? latest }
    if keepsToThem, let beyond = known.first(where: { $0 > latest }) {
      throw Failure(
        "the run ends after \(NumberText.general(Double(latest) / 2, significant: 6)) iterations, before "
          + "\(NumberText.general(Double(beyond) / 2, significant: 6)); leave that out, or write end")
    }
    let there = known.dropLast().filter { $0 < latest && $0 >= first || keepsToThem } + known.suffix(1)
    return there.map { document.clock(of: $0) }
  }
}
