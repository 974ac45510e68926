import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabFiles
@testable import LabView

/// The page on which a file is chosen, by mouse and keyboard.
struct OpenPageTests {
  static let today = FileDate(year: 2026, month: 11, day: 20, hour: 18, minute: 5)

  private static func date(_ month: Int, _ day: Int, _ hour: Int = 9, _ minute: Int = 12, year: Int = 2026) -> FileDate
  {
    FileDate(year: year, month: month, day: day, hour: hour, minute: minute)
  }

  private static let home = "/home/ada"
  private static let places: [Browser.Place: String] = [
    .home: home, .documents: home + "/Documents", .downloads: home + "/Downloads", .current: home + "/Class 7b",
  ]

  static let listing: FolderListing = {
    let files: [(String, FolderListing.Entry.Kind, Int?, FileDate)] = [
      ("labs", .folder, nil, date(11, 18)), ("iris.csv", .table, 3858, date(10, 2)),
      ("old_faithful.csv", .table, 2290, date(10, 2)), ("penguins.csv", .table, 13_478, date(11, 19)),
      ("reaction-times.csv", .table, 9020, date(11, 20)), ("readings-2026.tsv", .table, 1_200_000, date(11, 16)),
      ("class-7b.json", .scene, 11_200, date(11, 19)), ("ring-with-noise.json", .scene, 6100, date(11, 12)),
      (
        "a very long name of a file that somebody once chose for the readings of a whole winter.csv", .table, 88_000,
        date(3, 1, year: 2021)
      ),
    ]
    return FolderListing(
      path: home + "/Downloads", parent: home,
      entries: files.map {
        .init(name: $0.0, path: home + "/Downloads/" + $0.0, kind: $0.1, size: $0.2, changed: $0.3)
      }, folders: places, today: today)
  }()

  /// Times and accuracies as the pictures have them; three times are words.
  static let reactions: [UInt8] = {
    var generator = SplitMix(state: 7)
    func number(_ value: Double, _ digits: Int) -> String {
      NumberText.decimal(value, digits: digits).map { $0 == "." ? "," : String($0) }.joined()
    }
    var text = "subject;rt_ms;accuracy;age\n"
    for row in 1...412 {
      let isSlow = generator.next() < 0.4
      let (a, b) = (generator.normal(), generator.normal())
      let time = isSlow ? 620 + 80 * a : 370 + 70 * a
      let accuracy = isSlow ? 0.78 - 0.03 * a + 0.05 * b : 0.93 - 0.01 * a + 0.03 * b
      let isWord = row == 5 || row == 88 || row == 301
      text += "S\(row < 10 ? "00" : row < 100 ? "0" : "")\(row);\(isWord ? "missed" : number(time, 1));"
      text += "\(number(accuracy, 3));\(18 + row % 9)\n"
    }
    return Array(text.utf8)
  }()

  static func opening(
    width: Int = 1280, height: Int = 800, _ listing: FolderListing = listing, choosing row: Int = 4,
    projector: Bool = false
  ) -> Scene {
    var scene = Scene(width: width, height: height)
    if projector { scene.perform(.interface(.toggleProjector)) }
    scene.perform(.tick(5))
    scene.type("o", .control)
    scene.state.answerLast(.listed(listing))
    scene.perform(.file(.choose(row)))
    return scene
  }

  /// Looks into the chosen file as often as the page asks to.
  static func look(_ scene: inout Scene, into bytes: [UInt8] = reactions) {
    for effect in scene.state.effects {
      guard case .preview(let path, let reading) = effect.task else { continue }
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      let content = TablePreview.content(of: bytes, name: name, size: bytes.count, reading)
      scene.state.apply(.answer(Answer(effect.ticket, .previewed(FilePreview(content)))))
    }
  }

  static func shown(width: Int = 1280, height: Int = 800, projector: Bool = false) -> Scene {
    var scene = opening(width: width, height: height, projector: projector)
    look(&scene)
    return scene
  }

  static func leftOut(width: Int = 1280, height: Int = 800, projector: Bool = false) -> Scene {
    var scene = shown(width: width, height: height, projector: projector)
    scene.perform(.file(.read(.leavesOut(true))))
    look(&scene)
    return scene
  }

  // MARK: - What it says

  @Test func aTableIsShownAsItIsRead() {
    let scene = Self.shown()
    let part = scene.layout.open?.preview
    #expect(part?.caption == "412 rows, 4 columns" && part?.count == "")
    #expect(part?.groups.map(\.label) == ["Separator: found", "Decimals: found", "First row: found"])
    let text = part?.lines.map(\.text).joined(separator: " ") ?? ""
    #expect(text == "3 rows have words among the numbers: rt_ms is no number in rows 5, 88 and 301", "\(text)")
    #expect(
      scene.layout.open?.note
        == "Line 6, column 2: “missed” is not a number; leave such rows out, or choose other columns")
    let left = Self.leftOut()
    #expect(left.layout.open?.preview.lines.first?.text == "3 rows skipped:")
    // Refused it makes no points.
    #expect(left.layout.open?.preview.count == "409")
    #expect(left.state.isEnabled(.openChosen) && !scene.state.isEnabled(.openChosen))
  }

  /// How many pages it has, not which one.
  @Test func aLessonSaysHowLongItIs() throws {
    var scene = Self.opening()
    let effect = try #require(scene.state.effects.last)
    scene.state.apply(.answer(Answer(effect.ticket, .previewed(FilePreview(.lesson(ShippedLessons.all[0]))))))
    let facts = scene.layout.open?.preview.facts ?? []
    #expect(facts.first?.label == "Lesson" && facts.first?.value == "\(ShippedLessons.all[0].pages.count) pages")
  }

  @Test func datesAreSaidAsPeopleSayThem() {
    let words = Words.english
    func said(_ date: FileDate) -> String { words.date(date, on: OpenPageTests.today) }
    #expect(said(Self.date(11, 20)) == "today 9:12" && said(Self.date(11, 19)) == "yesterday")
    #expect(said(Self.date(10, 2)) == "2 Oct" && said(Self.date(3, 1, year: 2021)) == "Mar 2021")
  }

  // MARK: - Keyboard

  @Test func everythingIsReachedByTheKeyboard() {
    var scene = Self.shown()
    var seen: [Control] = []
    for _ in 0..<40 {
      scene.key(.tab)
      guard let focused = scene.state.interface.focused, !seen.contains(focused) else { break }
      seen.append(focused)
    }
    let wanted: [Control] = [
      .reading(.separator(.semicolon)), .reading(.decimals(.comma)), .reading(.firstRow(.names)), .reading(.across(1)),
      .reading(.up(2)), .reading(.leavesOut(true)), .reading(.fitsAll(true)), .closeFiles, .folderUp,
    ]
    #expect(seen == wanted + Browser.Place.allCases.map { .place($0) }, "\(seen)")
    // Letters are looked for, wherever the keyboard is.
    scene.type("i")
    #expect(scene.state.interface.browser.filter == "i" && scene.state.interface.focused == nil)
  }

  /// The space bar presses what has the keyboard, and begins no name.
  @Test func theSpaceBarPressesWhatHasTheKeyboard() {
    var scene = Self.shown()
    scene.key(.space)
    #expect(scene.state.interface.browser.filter.isEmpty)
    scene.perform(.interface(.focus(.reading(.leavesOut(true)))))
    scene.key(.space)
    #expect(scene.state.interface.browser.filter.isEmpty)
    #expect(scene.state.interface.browser.reading.incomplete == .leftOut)
    scene.perform(.interface(.focus(nil)))
    scene.type("a")
    scene.key(.space)
    #expect(scene.state.interface.browser.filter == "a ")
  }

  /// Held, Backspace erases what is typed and stays in the folder.
  @Test func aHeldBackspaceStaysInTheFolder() {
    var scene = Self.opening()
    for letter in "ab" { scene.type(letter) }
    scene.key(.delete)
    for _ in 0..<20 { scene.key(.delete, isRepeat: true) }
    #expect(scene.state.interface.browser.filter.isEmpty)
    #expect(!scene.state.effects.contains { if case .listFolder = $0.task { true } else { false } })
    scene.key(.delete)
    #expect(scene.state.effects.contains { if case .listFolder(Self.home) = $0.task { true } else { false } })
  }

  /// However long their names are, both columns on show are in sight, and told apart.
  @Test(arguments: [(1024, 768, true), (960, 600, false), (1280, 800, false)])
  func bothColumnsAreInSight(_ width: Int, _ height: Int, _ isProjector: Bool) {
    let names = (1...12).map { "a very long column name number \($0) of the readings" }
    let rows = (0..<20).map { row in (0..<12).map { String($0 * 20 + row) }.joined(separator: ",") }
    let bytes = Array(([names.joined(separator: ",")] + rows).joined(separator: "\n").utf8)
    var scene = Self.opening(width: width, height: height, projector: isProjector)
    Self.look(&scene, into: bytes)
    for change in [ReadingChange.across(0), .up(11), .across(7)] {
      scene.perform(.file(.read(change)))
      Self.look(&scene, into: bytes)
      let shown = scene.state.interface.browser.preview?.table?.shown
      let grid = scene.layout.open?.preview.grid
      let inSight = grid?.columns.filter(\.isShown).map(\.index) ?? []
      #expect(Set(inSight) == Set([shown?.across, shown?.up].compactMap { $0 }), "\(inSight)")
      let stops = scene.layout.open?.preview.tabStops.map(\.control) ?? []
      #expect(stops.contains(.reading(.across(shown?.across ?? -1))))
      #expect(stops.contains(.reading(.up(shown?.up ?? -1))))
    }
    let style = TextStyle(size: 12, weight: .book)
    let cut = scene.font.middle(of: names[10], style, to: 120)
    #expect(cut.hasPrefix("a ") && cut.hasSuffix("readings".suffix(3)) && cut.contains("…"))
    #expect(scene.font.width(of: cut, style) <= 120)
  }

  /// Kept work is no table: it opens, and says what is in it.
  @Test func aSessionOpens() {
    var scene = Self.opening()
    guard let effect = scene.state.effects.last, case .preview(let path, _) = effect.task else {
      Issue.record("nothing is looked into")
      return
    }
    let contents = KeptWork.Contents(points: 152, components: 3, halfSteps: 7)
    scene.state.apply(.answer(Answer(effect.ticket, .previewed(FilePreview(.session(contents))))))
    let part = scene.layout.open
    #expect(part?.preview.caption == "Session" && part?.preview.facts.map(\.value) == ["152", "3", "7"])
    #expect(scene.state.opening == .file(path: path, nil) && scene.state.isEnabled(.openChosen))
    #expect(part?.note == "The present data can be had back with Ctrl Z.")
  }

  /// A recent file that is gone is said to be.
  @Test func aFileThatIsGoneIsSaidToBe() {
    let gone = FolderListing.Entry(name: "old.csv", path: "/tmp/old.csv", kind: .recent, isMissing: true)
    var scene = Self.opening(FolderListing(path: "", parent: nil, entries: [gone], today: Self.today), choosing: 0)
    scene.perform(.file(.choose(0)))
    let said = scene.layout.open?.preview.lines.map(\.text).joined(separator: " ") ?? ""
    #expect(said.contains("/tmp/old.csv"), "\(said)")
    #expect(!scene.state.isEnabled(.openChosen))
  }

  @Test func theArrowsChangeWhatTheKeyboardIsOn() {
    var scene = Self.shown()
    scene.key(.tab)
    scene.key(.left)
    #expect(scene.state.interface.browser.reading.format.separator == .comma)
    #expect(scene.state.interface.focused == .reading(.separator(.comma)))
    Self.look(&scene)
    scene.key(.right)
    Self.look(&scene)
    #expect(scene.layout.open?.preview.groups.first?.label == "Separator: set")
    scene.perform(.interface(.focus(.reading(.across(1)))))
    scene.key(.right)
    Self.look(&scene)
    #expect(scene.state.interface.browser.preview?.table?.shown == ColumnPair(across: 2, up: 1))
    scene.key(.right)
    Self.look(&scene)
    #expect(scene.state.interface.browser.preview?.table?.shown == ColumnPair(across: 3, up: 1))
    // The arrows up and down are always the files'.
    scene.key(.down)
    #expect(scene.state.interface.browser.chosen == 5 && scene.state.interface.focused == nil)
  }

  @Test func enterOpensOrLeadsToTheQuestion() {
    var scene = Self.shown()
    scene.key(.enter)
    #expect(scene.state.interface.focused == .reading(.leavesOut(true)) && scene.state.interface.overlay == .opening)
    scene.key(.enter)
    Self.look(&scene)
    #expect(scene.state.interface.browser.reading.incomplete == .leftOut)
    scene.perform(.interface(.focus(nil)))
    scene.key(.enter)
    guard case .readTable(let path, let reading) = scene.state.effects.last?.task else {
      Issue.record("it is not opened")
      return
    }
    #expect(path.hasSuffix("reaction-times.csv") && reading.incomplete == .leftOut)
  }

  @Test func backspaceErasesAndThenLeadsUp() {
    var scene = Self.opening()
    scene.type("x")
    scene.key(.delete)
    #expect(scene.state.interface.browser.filter.isEmpty && scene.state.interface.browser.listing != nil)
    scene.key(.delete)
    guard case .listFolder("/home/ada") = scene.state.effects.last?.task else {
      Issue.record("the folder above is not shown")
      return
    }
    scene.key(.escape)
    #expect(scene.state.interface.overlay == nil)
  }

  // MARK: - Mouse

  @Test func aFileIsLookedAtAndOpenedByASecondPress() {
    var scene = Self.opening()
    scene.click(.fileRow(1))
    #expect(scene.state.interface.browser.chosen == 1 && scene.state.interface.loading == nil)
    scene.click(.fileRow(1))
    #expect(scene.state.interface.loading?.path.hasSuffix("iris.csv") == true)
    scene = Self.opening()
    scene.click(.fileRow(0))
    guard case .listFolder(let path) = scene.state.effects.last?.task else {
      Issue.record("the folder is not entered")
      return
    }
    #expect(path.hasSuffix("/labs"))
  }

  @Test func everyPartIsPressed() {
    var scene = Self.shown()
    scene.click(.reading(.across(3)))
    #expect(scene.state.interface.browser.reading.shown == ["age", "accuracy"])
    Self.look(&scene)
    scene.click(.reading(.fitsAll(false)))
    Self.look(&scene)
    #expect(scene.state.interface.browser.preview?.table?.incomplete == 0)
    scene.click(.openChosen)
    #expect(scene.state.interface.loading != nil)
    scene = Self.shown()
    scene.click(.place(.examples))
    #expect(scene.state.interface.browser.rows.count == Scene.menu.count)
    scene.key(.down)
    scene.key(.enter)
    #expect(scene.state.document.name == Scene.menu[1].name)
    scene = Self.shown()
    scene.send(.wheel(-1, Point(400, 400), []))
    #expect(scene.state.interface.browser.chosen == 7)
    scene.click(at: Point(640, 790))
    #expect(scene.state.interface.overlay == .opening && scene.points.count == 150)
  }

  @Test func twoThousandFilesAreWalkedThrough() throws {
    let many = FolderListing(
      path: "/many", parent: "/",
      entries: (1...2000).map { (file: Int) in
        .init(name: "file \(file).csv", path: "/many/\(file)", kind: .table, size: file)
      },
      folders: [:], today: Self.today)
    var scene = Self.opening(many, choosing: 1999)
    #expect(scene.layout.rect(of: .fileRow(1999)) != nil && scene.layout.open?.list.thumb != nil)
    for character in "1234" { scene.type(character) }
    #expect(scene.state.interface.browser.rows.count == 1)
  }

  /// Nothing lies over anything else, or beyond the window, at any size.
  @Test(arguments: [
    (960, 600, false), (1024, 768, true), (1280, 800, false), (1920, 1080, false), (1920, 1080, true),
    (3840, 2160, false), (640, 480, false), (320, 240, false),
  ])
  func everythingHasItsPlace(_ width: Int, _ height: Int, _ projector: Bool) {
    for scene in [
      Self.shown(width: width, height: height, projector: projector),
      Self.leftOut(width: width, height: height, projector: projector),
    ] {
      guard let open = scene.layout.open else { continue }
      let own = open.controls.filter { $0.control != .closeFiles }
      for (index, one) in own.enumerated() {
        #expect(!scene.state.words.name(one.control, scene.state).isEmpty && !one.control.icon.parts.isEmpty)
        guard width >= 900 else { continue }
        #expect(scene.layout.window.union(one.rect) == scene.layout.window, "\(one.control)")
        for other in own.dropFirst(index + 1) {
          #expect(
            one.rect.inset(by: 1).intersection(other.rect.inset(by: 1)).isEmpty, "\(one.control) \(other.control)")
        }
      }
      _ = FramePainter(font: scene.font).draw(scene.state)
    }
  }

  // MARK: - Frames

  @Test func frames() {
    expectFrame(Self.shown(), "open-words")
    expectFrame(Self.leftOut(), "open-left-out")
    var compact = Self.leftOut(width: 960, height: 600)
    compact.perform(.interface(.focus(.reading(.up(2)))))
    expectFrame(compact, "open-compact")
    expectFrame(Self.shown(width: 1024, height: 768, projector: true), "open-projector-laptop")
    expectFrame(Self.leftOut(width: 1920, height: 1080, projector: true), "open-projector")
    var dark = Self.opening(choosing: 3)
    Self.look(&dark, into: [0x50, 0x4B, 3, 4])
    dark.perform(.interface(.setTheme(.dark)))
    expectFrame(dark, "open-zip-dark")
    var nothing = Self.opening()
    for character in "none" { nothing.type(character) }
    expectFrame(nothing, "open-nothing-found")
    var wide = Self.opening(choosing: 8)
    let names = (1...45).map { "column \($0)" }.joined(separator: ",")
    let rows = (1...60).map { row in (1...45).map { "\(row * $0).\($0 % 10)" }.joined(separator: ",") }
    Self.look(&wide, into: Array(([names] + rows).joined(separator: "\n").utf8))
    wide.perform(.file(.read(.up(28))))
    Self.look(&wide, into: Array(([names] + rows).joined(separator: "\n").utf8))
    expectFrame(wide, "open-many-columns")
  }
}

/// Numbers that are the same everywhere.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ z >> 31) >> 11) / Double(1 << 53)
  }

  /// Nearly normal: twelve of them less six.
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + next() } }
}

extension LabState {
  mutating func answerLast(_ outcome: Answer.Outcome) {
    if let effect = effects.last { apply(.answer(Answer(effect.ticket, outcome))) }
  }
}
