import GaussianMixtures
import LabCore

extension LessonFile {
  /// Writes a lesson that was recorded and returns the stamp of the new file. What is there is replaced only by the
  /// condition, and only where it is a lesson of this version or an older one.
  public static func write(
    _ lesson: Lesson, to path: String, when condition: SaveCondition
  ) throws(SaveProblem) -> FileStamp? {
    do throws(FileError) {
      let output = try OutputFile(path, .lesson, inputs: [])
      return try output.write(text(lesson, path: path), when: condition)
    } catch {
      throw SaveProblem(error, path: path)
    }
  }

  /// Throws where a file is a lesson of a newer version, which must not be replaced by an older one.
  static func refuseNewer(_ target: String, path: String) throws(FileError) {
    guard let json = try? JSONValue.read(target), let version = json["version"]?.unsigned else { return }
    if version > LessonFile.version { throw .newer(path: path, version: version) }
  }

  /// The lesson as the file's text. Throws where it could not be read again.
  static func text(_ lesson: Lesson, path: String) throws(FileError) -> String {
    let document: JSONValue
    do throws(JSONCodingError) {
      document = try self.document(lesson)
    } catch {
      throw tooMuch(path, "\(error)")
    }
    guard document.valueCount <= Limits.values else {
      throw tooMuch(path, "it would hold more than \(Limits.values) values")
    }
    let text = document.indentedText
    guard text.utf8.count <= Limits.documentBytes else {
      throw tooMuch(path, "it would be larger than \(FileError.words(bytes: Limits.documentBytes))")
    }
    _ = try self.lesson(document, path: path)
    return text
  }

  private static func tooMuch(_ path: String, _ problem: String) -> FileError {
    .notSaved(path: path, problem: problem, advice: "use fewer points, or fewer pages with points of their own")
  }

  /// The lesson as JSON.
  static func document(_ lesson: Lesson) throws(JSONCodingError) -> JSONValue {
    var members = [
      JSONValue.Member("format", .string(format)), JSONValue.Member("version", .integer(version)),
      JSONValue.Member("title", value(lesson.title)), JSONValue.Member("line", value(lesson.line)),
      JSONValue.Member("minutes", JSONValue(lesson.minutes)), JSONValue.Member("scene", try value(lesson.scene)),
    ]
    if lesson.picture > 0 { members.append(JSONValue.Member("picture", JSONValue(lesson.picture + 1))) }
    var pages: [JSONValue] = []
    for page in lesson.pages { pages.append(try value(page)) }
    return .object(members + [JSONValue.Member("pages", .array(pages))])
  }

  private static func value(_ page: LessonPage) throws(JSONCodingError) -> JSONValue {
    var members = [JSONValue.Member("text", value(page.text))]
    func add(_ key: String, _ value: JSONValue?) { if let value { members.append(JSONValue.Member(key, value)) } }
    add("highlight", page.highlight.map { .string(word($0)) })
    add("controls", page.parts.map { parts in JSONValue(LessonPart.allCases.filter(parts.contains).map(\.rawValue)) })
    if !page.locked.isEmpty {
      add("locked", JSONValue(LessonPart.allCases.filter(page.locked.contains).map(\.rawValue)))
    }
    add("gate", page.gate.map(value))
    add("question", page.question.map(value))
    if let scene = page.scene { add("scene", try value(scene)) }
    if page.halfSteps > 0 { add("halfSteps", JSONValue(page.halfSteps)) }
    add("guess", page.guess.map { .string($0.rawValue) })
    add("tool", page.tool.map { .string($0.rawValue) })
    add("exercise", page.exercise.map(value))
    return .object(members)
  }

  private static func value(_ exercise: Exercise) -> JSONValue {
    var members = [JSONValue.Member("kind", .string(exercise.kind.rawValue))]
    if exercise.kind.tolerances.upperBound > 0 {
      members.append(JSONValue.Member("tolerance", .number(exercise.tolerance)))
    }
    members.append(JSONValue.Member("feedback", .string(exercise.feedback.rawValue)))
    members.append(JSONValue.Member("seed", .integer(exercise.seed)))
    if case .mystery(let level) = exercise.points { members.append(JSONValue.Member("level", .string(level.rawValue))) }
    return .object(members)
  }

  private static func value(_ text: LessonText) -> JSONValue {
    guard !text.others.isEmpty else { return .string(text.english) }
    return .object(text.all.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) })
  }

  private static func word(_ target: LessonTarget) -> String {
    switch target {
    case .part(let part): part.rawValue
    case .card(let letter): "card " + ComponentName.letter(letter)
    case .area(let area): area.rawValue
    }
  }

  private static func value(_ gate: LessonGate) -> JSONValue {
    func object(_ key: String, _ value: JSONValue) -> JSONValue { .object([JSONValue.Member(key, value)]) }
    return switch gate {
    case .points(let count): object("points", JSONValue(count))
    case .halfSteps(let count): object("halfSteps", JSONValue(count))
    case .logLikelihood(let value): object("logLikelihood", .number(value))
    case .components(let count): object("components", JSONValue(count))
    case .end: .string("end")
    case .guess: .string("guess")
    case .answer: .string("answer")
    case .race: .string("race")
    case .search: .string("search")
    }
  }

  private static func value(_ question: LessonQuestion) -> JSONValue {
    let choices = question.choices.map { choice in
      var members = [JSONValue.Member("label", value(choice.label)), JSONValue.Member("reply", value(choice.reply))]
      if choice.isRight { members.append(JSONValue.Member("right", .bool(true))) }
      return JSONValue.object(members)
    }
    let open = question.isOpen ? [JSONValue.Member("open", .bool(true))] : []
    return .object(
      [JSONValue.Member("ask", value(question.ask))] + open + [JSONValue.Member("choices", .array(choices))])
  }

  private static func value(_ scene: LessonScene) throws(JSONCodingError) -> JSONValue {
    switch scene {
    case .saved(let scene): return try SceneFile.document(scene)
    case .made(let setup): return value(setup)
    }
  }

  private static func value(_ setup: LessonSetup) -> JSONValue {
    let usual = LessonSetup(example: setup.example)
    var members = [JSONValue.Member("example", .string(setup.example.rawValue))]
    func add(_ key: String, _ value: JSONValue?) { if let value { members.append(JSONValue.Member(key, value)) } }
    add("seed", setup.seed.map { .integer($0) })
    add("components", setup.components.map { JSONValue($0) })
    add("means", setup.means.map { means in JSONValue(means.map { [$0.x, $0.y] }) })
    if setup.variance != usual.variance { add("variance", .number(setup.variance)) }
    add("startSeed", setup.startSeed.map { .integer($0) })
    if setup.startKind != usual.startKind { add("start", .string(setup.startKind.rawValue)) }
    if setup.family != usual.family { add("family", .string(setup.family.rawValue)) }
    if setup.onCollapse != usual.onCollapse { add("onCollapse", .string(setup.onCollapse.rawValue)) }
    add("compare", setup.compare.map { .string($0.rawValue) })
    let layers = setup.layers.map { layers in CanvasLayer.allCases.filter(layers.switchedOn.contains) }
    add("layers", layers.map { JSONValue($0.map(\.rawValue)) })
    if setup.halfSteps > 0 { add("halfSteps", JSONValue(setup.halfSteps)) }
    if setup.page != usual.page { add("page", .string(setup.page.rawValue)) }
    if setup.isChartLarge { add("largeChart", .bool(true)) }
    return .object(members)
  }
}
