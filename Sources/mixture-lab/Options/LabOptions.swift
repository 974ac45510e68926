import ArgumentParser
import GaussianMixtures
import LabCore
import LabFiles
import LabView
import LabWords
import Rasterizer
import SDLShell

/// What the window and `render` show, and how large. The start is the one `fit` begins with for the same options.
struct LabOptions: ParsableArguments {
  @OptionGroup var choice: ColumnOptions

  @Option(
    help: ArgumentHelp(
      "The two columns to show, by name, of those that the model is fitted to; the first two if not given.",
      valueName: "a,b"))
  var show: [String] = []

  @Option(
    name: [.customShort("k"), .customLong("components")], parsing: .unconditional,
    help: "The number of components, 1 to \(LabState.componentCounts.upperBound).",
    transform: { try NumberArgument.whole($0, LabState.componentCounts) })
  var components: Int?

  @Option(help: "The family of the covariances; full if not given.")
  var covariance: CovarianceFamily?

  @Option(name: .customLong("init"), help: "How start means are found; k-means++ if not given.")
  var kind: StartKind?

  @Option(parsing: .unconditional, help: "The seed of the start.", transform: Seed.parse)
  var seed: UInt64?

  @Option(
    name: .customLong("start"), help: ArgumentHelp("Begin with these parameters.", valueName: "START.json"),
    completion: .file())
  var startFile: String?

  @Option(
    help: ArgumentHelp("Show this model, as fit --output writes it.", valueName: "MODEL.json"), completion: .file())
  var model: String?

  @OptionGroup var policies: PolicyOptionGroup

  @Option(
    help: ArgumentHelp(
      "The size in pixels, \(PictureSize.bounds); 1280x800 if not given, 800x500 for an animation.",
      valueName: "WxH"),
    transform: { try PictureSize(argument: $0) })
  var size: PictureSize?

  @Option(help: ArgumentHelp("A TrueType font instead of DejaVu Sans.", valueName: "FILE.ttf"), completion: .file())
  var font: String?

  @Option(
    help: ArgumentHelp("The language of the window: en, de, fr …; that of the locale if not given.", valueName: "CODE"))
  var language: String?

  @Option(help: "Colors. (default: light)")
  var theme: Look?

  @Option(
    help: ArgumentHelp(
      "The size of texts and of all beside them in percent, as far as the window has room: 100, 125, 150, 200.",
      valueName: "PERCENT"))
  var textScale: TextScale?

  @Flag(inversion: .prefixedNo, help: "Points have a shape by their component, beside its color.")
  var shapes: Bool?

  @Option(
    help: ArgumentHelp("What is drawn: \(LayerList.names).", valueName: "a,b"),
    transform: LayerList.init(argument:))
  var layers: LayerList?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Points from a mixture in a box, by its number, in place of a table.", valueName: "N"),
    transform: LabOptions.mysteryNumber)
  var mystery: UInt64?

  @Option(help: "How hard the mixture in the box is to find. (default: separated)")
  var level: Mystery.Level?

  @Option(
    help: ArgumentHelp("Begin with this lesson, as always-uphill, or the one in this file.", valueName: "NAME"),
    completion: .file())
  var startLesson: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The page of the lesson to begin at, 1 if not given.", valueName: "N"),
    transform: { try NumberArgument.whole($0, Lesson.pageCounts) })
  var page: Int?

  enum Look: String, ExpressibleByArgument, CaseIterable {
    case light, dark, projector
    case projectorLight = "projector-light"
  }

  mutating func validate() throws {
    if let components, !LabState.componentCounts.contains(components) {
      throw ValidationError(
        "-k \(components) is out of range; the window shows 1 to \(LabState.componentCounts.upperBound) components")
    }
    if startFile != nil, model != nil {
      throw ValidationError("--start and --model both say where to begin; leave out one")
    }
    if model != nil, covariance != nil { throw ValidationError("--model has its family; leave out --covariance") }
    if startFile ?? model != nil, kind != nil {
      throw ValidationError("--init draws a start; leave out --init or the file")
    }
    if let mystery, !Mystery.numbers.contains(mystery) {
      throw ValidationError(
        "--mystery takes a number from \(Mystery.numbers.lowerBound) to \(Mystery.numbers.upperBound)")
    }
    try StandardInput.takeOnce([startFile, model])
  }

  /// Refuses options that say nothing of what is opened: for commands to call once they know the file.
  func check(file: String?) throws {
    if mystery != nil, file != nil { throw ValidationError("--mystery takes the place of a table; leave out one") }
    if level != nil, mystery == nil {
      throw ValidationError("--level is that of the mixture in a box; add its number with --mystery")
    }
    if let file, choice.saysFormat, SceneFile.isLikely(file) {
      throw ValidationError("--separator, --decimal, --header and --encoding are about tables; leave them out")
    }
    if page != nil, startLesson == nil, !(file.map(LessonFile.isLikely) ?? false) {
      // One that is damaged is not known by its beginning: what is wrong with it is said.
      if let file, SceneFile.isLikely(file) { _ = try LessonFile.read(file) }
      throw ValidationError("--page is that of a lesson; name it with --start-lesson")
    }
    guard file == nil else { return }
    if choice.saysFormat {
      throw ValidationError("--separator, --decimal, --header and --encoding belong to a table; name it")
    }
    if startFile != nil || model != nil { throw ValidationError("--start and --model belong to a table; name it") }
    if !choice.columns.isEmpty || !show.isEmpty {
      throw ValidationError("\(choice.columns.isEmpty ? "--show" : "--columns") belongs to a table; name it")
    }
  }

  private static func mysteryNumber(_ argument: String) throws -> UInt64 {
    guard let number = UInt64(argument) else {
      throw ValidationError(
        "give a whole number from \(Mystery.numbers.lowerBound) to \(Mystery.numbers.upperBound)")
    }
    return number
  }

  /// What is read: none of it may be overwritten.
  func inputs(_ file: String?) -> [String] { [file, startFile, model, font].compactMap { $0 } }

  /// The lab as it opens. What the reader of the table decided by itself is said.
  ///
  /// - Parameter usual: how large where no size is asked for.
  ///
  /// - Parameter settings: what the user has set otherwise; the options count more.
  /// - Parameter beginsLesson: whether a lesson that is asked for is begun; a window does that as its first command, so that
  ///   whoever writes down what happens has it.
  func state(
    file: String?, size usual: PictureSize = .window, settings: LabSettings = LabSettings(), beginsLesson: Bool = true
  ) throws -> LabState {
    try StandardInput.takeOnce([file, startFile, model])
    var state: LabState
    if let file, SessionFile.isLikely(file) {
      state = try session(file)
    } else if let file, LessonFile.isLikely(file) {
      try refuseOthers(beside: file, "a lesson")
      state = sized(example(), usual, settings)
    } else if let file, SceneFile.isLikely(file) {
      state = try scene(file)
    } else {
      state = sized(try file.map(opened) ?? example(), usual, settings)
    }
    state.provide(LessonLibrary.lessons)
    Languages.provide()
    state.apply(.interface(.setLanguage(try Languages.choose(language, set: settings.language))))
    take(settings, file: file, &state)
    if let textScale { state.apply(.interface(.set(.textScale(textScale)))) }
    if let shapes { state.apply(.interface(.set(.shapesPoints(shapes)))) }
    if let mystery {
      state.apply(.guess(.openMystery(mystery, level ?? .separated)))
      state.apply(.interface(.showPage(.mystery)))
    }
    if let layers {
      state.apply(.view(.setLayers(layers.layers)))
      if layers.layers.shows(.regions), !state.has(.regions) {
        Console.note("regions are not in a view of two columns out of more; choose two with --columns to see them")
      }
    }
    switch theme {
    case nil: break
    case .light: state.apply(.interface(.setTheme(.light)))
    case .dark: state.apply(.interface(.setTheme(.dark)))
    case .projector: if !state.interface.isProjector { state.apply(.interface(.toggleProjector)) }
    case .projectorLight:
      state.apply(.interface(.setProjectorTheme(.light)))
      if !state.interface.isProjector { state.apply(.interface(.toggleProjector)) }
    }
    if beginsLesson, let lesson = try lesson(file: file) { state.begin(lesson, at: (page ?? 1) - 1) }
    return state
  }

  /// With the size that was asked for, or else the one that was set.
  private func sized(_ state: LabState, _ usual: PictureSize, _ settings: LabSettings) -> LabState {
    var state = state
    let size = size ?? usual
    let (width, height) = self.size == nil ? (settings.width, settings.height) : (nil, nil)
    state.apply(.shell(.resize(width: width ?? size.width, height: height ?? size.height, pixelRatio: 1)))
    return state
  }

  /// The lesson that was asked for, by its name or by its file.
  private func lesson(file: String?) throws -> Lesson? {
    let named = try startLesson.map(LessonLibrary.lesson)
    guard let lesson = try named ?? file.flatMap({ LessonFile.isLikely($0) ? try LessonLibrary.read($0) : nil }) else {
      return nil
    }
    if let page, page > lesson.pages.count {
      throw Failure("that lesson has \(Format.count(lesson.pages.count, "page")), and --page asks for \(page)")
    }
    return lesson
  }

  /// The commands with which a window begins that lesson.
  func lessonCommands(file: String?, _ state: LabState) throws -> [Command] {
    guard let lesson = try lesson(file: file) else { return [] }
    if state.lessons.library.contains(lesson) { return [.lesson(.start(name: lesson.name, page: (page ?? 1) - 1))] }
    let path = SceneStore.whole(startLesson ?? file ?? "")
    return [.shell(.openFile(path: path))]
  }

  /// What was set counts less than the options that follow, and a scene keeps its colors and its speed.
  private func take(_ settings: LabSettings, file: String?, _ state: inout LabState) {
    let isScene = file.map(SceneFile.isLikely) ?? false
    var known = settings
    if isScene { (known.theme, known.projectorTheme, known.speed) = (nil, nil, nil) }
    let opened = file.flatMap { $0 == "-" ? nil : SceneStore.whole($0) }
    known.recent = LabSettings.merged(opened.map { [$0] } ?? [], over: settings.recent)
    state.take(known)
  }

  /// What a session had come to, a journal or a recording.
  private func session(_ file: String) throws -> LabState {
    try refuseOthers(beside: file, "a session")
    let session = try BroughtBack(file)
    if !session.isWhole { Console.note("the end of \(Format.input(file)) is damaged; this is what came before") }
    do throws(SceneFlaw) {
      return resized(try LabState(session.state.scene, menu: LabData.menu))
    } catch {
      throw Failure("\(Format.input(file)) is no usable session (its \(error.field)); use another")
    }
  }

  private func resized(_ state: LabState) -> LabState {
    var state = state
    if let size { state.apply(.shell(.resize(width: size.width, height: size.height, pixelRatio: 1))) }
    return state
  }

  /// What a file says itself cannot be said beside it.
  private func refuseOthers(beside file: String, _ noun: String) throws {
    let others: [(String, Bool)] = [
      ("--columns", !choice.columns.isEmpty), ("--missing", choice.missing != .refuse), ("--show", !show.isEmpty),
      ("-k", components != nil), ("--covariance", covariance != nil),
      ("--init", kind != nil), ("--seed", seed != nil), ("--start", startFile != nil), ("--model", model != nil),
      ("--mystery", mystery != nil),
    ]
    if let given = others.first(where: \.1)?.0 ?? policies.given {
      throw Failure("\(Format.input(file)) is \(noun) with data and settings of its own; leave out \(given)")
    }
  }

  /// A scene as it was saved.
  private func scene(_ file: String) throws -> LabState {
    try refuseOthers(beside: file, "a scene")
    let (scene, stamp) = try SceneFile.read(file)
    do throws(SceneFlaw) {
      return resized(try LabState(scene, from: SceneReference(path: file, stamp: stamp), menu: LabData.menu))
    } catch {
      throw Failure("\(Format.input(file)) is no usable scene (its \(error.field)); use a copy that is whole")
    }
  }

  private func example() -> LabState {
    let options = options(covariance ?? .full)
    if components == nil, seed == nil, kind == nil {
      return LabState(example: .threeClusters, startKind: .kMeansPlusPlus, options: options, menu: LabData.menu)
    }
    return LabState(
      source: Example.threeClusters.source, componentCount: components ?? 3, seed: seed ?? 1,
      startKind: kind ?? .kMeansPlusPlus, options: options, menu: LabData.menu)
  }

  private func opened(_ file: String) throws -> LabState {
    let given = try givenStart()
    let stamp = file == "-" ? nil : FileStamp(path: file)
    let table =
      try given.map { try $0.columns.table(choice, keepsOrder: true) { try Console.read(file, $0) } }
      ?? LabData.table(firstColumns) { try Console.read(file, $0) }
    let state = try state(
      of: table, given,
      LabData.source(table, shown: show.isEmpty ? nil : show, from: file, stamp: stamp, choice.request))
    // Said once the state is there, so that a failure stays one line.
    Console.announce(DataTable(name: table.name, columnNames: [], columns: [], notices: table.notices))
    if let notice = given?.notice { Console.note(notice) }
    return state
  }

  private func state(of table: DataTable, _ given: GivenStart?, _ source: DataSource) throws -> LabState {
    if let given {
      let start = try given.mixture(table)
      return LabState(
        source: source, start: start, origin: given.origin, seed: seed ?? 1, startKind: kind ?? .kMeansPlusPlus,
        options: options(start.family), menu: LabData.menu)
    }
    if let components, components > source.x.count {
      throw Failure(
        "\(components) components need at least \(components) points; choose a smaller -k, "
          + "\(table.name) has \(source.x.count)")
    }
    return LabState(
      source: source, componentCount: components ?? 3, seed: seed ?? 1, startKind: kind ?? .kMeansPlusPlus,
      options: options(covariance ?? .full), menu: LabData.menu)
  }

  private var firstColumns: TableRequest {
    var request = choice.request
    request.most = LabData.firstColumns.most
    return request
  }

  private func options(_ family: CovarianceFamily) -> EMOptions {
    policies.options(family: family, iterations: EMOptions().maximumIterations, seed: seed ?? 1)
  }

  /// A start that was not drawn: the columns it belongs to, and the mixture once the table is there.
  private struct GivenStart {
    let columns: ModelColumns
    let origin: StartOrigin
    /// Where it was changed: what to say.
    var notice: String?
    let mixture: (DataTable) throws -> GaussianMixture
  }

  private func givenStart() throws -> GivenStart? {
    if let startFile {
      let start = try UserStart(
        startFile, components: components, family: covariance ?? .full, floor: policies.floor)
      try checkSize(start.file.means.count, start.file.means[0].count, of: startFile)
      return GivenStart(columns: start.columns, origin: .placed, notice: start.projectionNotice) { table in
        try start.mixture(for: table.points(), columns: table.columnNames)
      }
    }
    guard let model else { return nil }
    let file = try ModelFile.read(model)
    if let components, components != file.model.componentCount {
      throw Failure(
        "\(Format.input(model)) has \(Format.count(file.model.componentCount, "component")) and -k asks for \(components); leave out -k"
      )
    }
    try checkSize(file.model.componentCount, file.model.dimensions, of: model)
    return GivenStart(columns: file.columns(of: model), origin: .adopted) { table in
      let parts = StartFile(
        means: file.model.means, weights: file.model.weights, covariances: file.model.covariances.map(\.nested),
        columns: file.columns)
      return try (parts.ordered(as: table.columnNames) ?? parts).mixture(
        for: table.points(), family: file.model.family)
    }
  }

  private func checkSize(_ components: Int, _ dimensions: Int, of path: String) throws {
    guard (2...ColumnChoice.most).contains(dimensions) else {
      throw Failure(
        "\(Format.input(path)) has \(Format.count(dimensions, "dimension")) and "
          + (dimensions < 2 ? "a picture shows two" : "the window takes up to \(ColumnChoice.most)")
          + "; choose another")
    }
    guard LabState.componentCounts.contains(components) else {
      throw Failure(
        "\(Format.input(path)) has \(components) components and a picture shows at most "
          + "\(LabState.componentCounts.upperBound); choose another")
    }
  }

  /// The same for a lab: where it has no letters for the language of the lab, that is English from now on, and it is
  /// said what to install.
  ///
  /// - Parameter tells: whether the window says it too.
  func textSource(for state: inout LabState, tells: Bool = false) -> any TextSource {
    let font = textSource()
    let language = Lexicon.shared.words(state.interface.language).language
    guard !language.isReadable(in: font) else { return font }
    state.apply(.interface(.setLanguage(Language.english.code)))
    if tells { state.tell(ofLetters: language.code, missing: language.fontPackage) }
    Console.note("no font here has the letters of \(language.name); using English, install \(language.fontPackage)")
    return font
  }

  /// The font asked for, DejaVu Sans, or the built-in one; each step down is said.
  func textSource() -> any TextSource { LabOptions.textSource(font) }

  static func textSource(_ font: String?) -> any TextSource {
    if let font {
      if let opened = SDLFont(path: font) { return opened }
      Console.note("the font \(font) cannot be read; using another, choose a TrueType file with --font")
    }
    for path in SDLFont.usualPaths {
      if let opened = SDLFont(path: path) { return opened }
    }
    Console.note(
      "DejaVu Sans was not found; using the built-in font, install fonts-dejavu-core or name one with --font")
    return BuiltInFont()
  }
}

/// Width × height as `--size` takes it.
struct PictureSize {
  let width: Int
  let height: Int

  static let window = PictureSize(width: 1280, height: 800)
  static let animation = PictureSize(width: 800, height: 500)

  static let bounds =
    "\(Limits.pictureWidths.lowerBound)x\(Limits.pictureHeights.lowerBound) to "
    + "\(Limits.pictureWidths.upperBound)x\(Limits.pictureHeights.upperBound)"

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Refuses a picture so many times as large that cannot be drawn.
  static func check(_ size: PictureSize?, scale: Int) throws {
    guard (1...4).contains(scale) else { throw ValidationError("--scale takes a number from 1 to 4") }
    let size = size ?? .window
    let (width, height) = (size.width * scale, size.height * scale)
    guard Limits.pictureWidths.contains(width), Limits.pictureHeights.contains(height) else {
      throw ValidationError("\(scale) times that size is \(width)x\(height), beyond \(bounds); choose a smaller one")
    }
  }

  /// The same of a window that was read, which has a size of its own.
  static func check(_ state: LabState, scale: Int) throws {
    let (width, height) = (scale * state.interface.width, scale * state.interface.height)
    guard width <= Limits.pictureWidths.upperBound, height <= Limits.pictureHeights.upperBound else {
      throw Failure("the picture would be \(width)x\(height), beyond \(bounds); choose a smaller --size or --scale")
    }
  }

  init(argument: String) throws {
    let parts = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      Limits.pictureWidths.contains(width), Limits.pictureHeights.contains(height)
    else { throw ValidationError("write width x height, \(Self.bounds), as in 1280x800") }
    self.init(width: width, height: height)
  }
}

extension Mystery.Level: ExpressibleByArgument {}

extension TextScale: ExpressibleByArgument {}
