import ArgumentParser
import FoundationEssentials
import LabFiles
import LabWords

/// The languages that come with the program, and those that a user added.
enum Languages {
  /// Lets the window find its words.
  static func provide() {
    Lexicon.shared.look(codes: codes.filter { $0 != Language.english.code }) { words($0) }
  }

  /// The language to begin with: the one asked for, else the one that is set, else the one of the locale, else English.
  ///
  /// - Parameters:
  ///   - asked: a code such as "de"; nil where nobody asked.
  ///   - set: the one in the settings.
  static func choose(
    _ asked: String?, set: String? = nil, variable: (String) -> String? = UserFolders.environment
  ) throws -> String {
    let known = codes
    if let asked {
      guard let found = codes(of: { $0 == "LANG" ? asked : nil }).first(where: known.contains) else {
        throw Failure(
          "there is no language '\(asked)'; choose among \(known.joined(separator: ", "))",
          status: ExitCode.validationFailure.rawValue)
      }
      return found
    }
    if let set {
      if known.contains(set) { return set }
      Console.note("the settings ask for the language '\(set)', which is not here; using that of the locale")
    }
    return codes(of: variable).first(where: known.contains) ?? Language.english.code
  }

  /// What the locale asks for, the most exact first: "pt_BR.UTF-8" is "pt-BR" and "pt".
  static func codes(of variable: (String) -> String?) -> [String] {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    guard let locale = set?.prefix(while: { $0 != "." && $0 != "@" }) else { return [] }
    let whole = locale.replacing("_", with: "-")
    return [String(whole), String(whole.prefix { $0 != "-" })]
  }

  /// The codes of all languages at hand, English first.
  static var codes: [String] {
    let found = folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    }
    return [Language.english.code] + Set(found).subtracting([Language.english.code]).sorted()
  }

  /// The words of a language: those that come with the program, with the user's own in their place.
  static func words(_ code: String) -> Words? {
    var words: Words?
    for folder in folders {
      let path = "\(folder)/\(code).json"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      do throws(FileError) {
        let file = try WordsFile.read(path)
        guard let plurals = PluralRule(rawValue: file.plurals) else {
          throw .notUsable(
            path: path, problem: "names a rule for plurals that is not known",
            advice: "choose among \(PluralRule.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let language = Language(
          code: file.language, name: file.name, isRightToLeft: file.isRightToLeft, plurals: plurals)
        words = Words(language: language, templates: (words?.templates ?? [:]).merging(file.texts) { $1 })
      } catch {
        Console.note(error.description)
      }
    }
    return words
  }

  /// Later ones win.
  private static var folders: [String] {
    [Assets.file("words"), UserFolders().data + "/words"].compactMap { $0 }
  }
}
