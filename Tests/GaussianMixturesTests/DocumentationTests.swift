import Foundation
import Testing

/// Whoever uses a library of this package reads what its public declarations mean, and when they throw.
@Suite struct DocumentationTests {
  private static let libraries = ["GaussianMixtures", "Rasterizer", "MixtureDrawing", "SafeFiles"]

  @Test(arguments: libraries)
  func everyPublicDeclarationIsDocumented(_ library: String) throws {
    let declarations = try PublicDeclaration.all(in: library)
    #expect(declarations.count > 5)
    for declaration in declarations {
      #expect(!declaration.documentation.isEmpty, "\(declaration)")
      guard declaration.throwsErrors else { continue }
      #expect(declaration.documentation.contains(#/[Tt]hrow|[Rr]efuse/#), "says nothing of its errors: \(declaration)")
    }
  }

  /// Whoever looks for a type finds it on the landing page.
  @Test(arguments: [("GaussianMixtures", 30), ("Rasterizer", 20)])
  func theLandingPageNamesEveryTypeAndFunction(_ library: String, _ least: Int) throws {
    let page = try String(
      contentsOf: PublicDeclaration.root(of: library).appending(path: "\(library).docc/\(library).md"),
      encoding: .utf8)
    let names = try PublicDeclaration.all(in: library).filter(\.isOutermost).compactMap {
      $0.text.firstMatch(of: #/\b(?:struct|enum|class|func|protocol) (\w+)/#).map { String($0.1) }
    }
    #expect(names.count > least)
    for name in names { #expect(page.contains("``\(name)"), "\(name)") }
  }

  @Test func theReaderFindsWhatIsMissing() {
    let text = """
      public struct A {
        /// Two.
        @inlinable public func b() throws -> Int { 2 }
        public enum C {
          case d
          /// Three. Throws nothing.
          public static func e()
            throws { switch self { case .d: return } }
        }
        var f = "{ public let g"
      }
      """
    let found = PublicDeclaration.all(in: text, file: "A.swift")
    #expect(found.map(\.line) == [1, 3, 4, 5, 7])
    #expect(found.map(\.documentation.isEmpty) == [true, false, true, true, false])
    #expect(found.map(\.throwsErrors) == [false, true, false, false, true])
  }
}

/// A declaration as it stands in a source file.
private struct PublicDeclaration: CustomStringConvertible {
  let file: String
  /// From 1.
  let line: Int
  let text: String
  /// Its documentation comment.
  let documentation: String
  let throwsErrors: Bool
  /// Whether it stands in no other declaration.
  let isOutermost: Bool

  var description: String { "\(file):\(line): \(text)" }

  static func root(of library: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/\(library)").standardized
  }

  static func all(in library: String) throws -> [PublicDeclaration] {
    let root = root(of: library)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path()).filter { $0.hasSuffix(".swift") }
    return try names.sorted().flatMap { name in
      all(in: try String(contentsOf: root.appending(path: name), encoding: .utf8), file: "\(library)/\(name)")
    }
  }

  static func all(in text: String, file: String) -> [PublicDeclaration] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    var found: [PublicDeclaration] = []
    var depth = 0
    // How deep the public enumerations around the line stand: their cases are public without saying so.
    var enumerations: [Int] = []
    for (index, line) in lines.enumerated() where !line.hasPrefix("//") {
      let code = line.replacing(#/"(\\.|[^"\\])*"/#, with: "").replacing(#///.*/#, with: "")
      let isCase = code.hasPrefix("case ") && enumerations.last == depth - 1
      let isPublic = code.contains(#/^(@\w+(\([^)]*\))? )*public /#) && !code.contains(#/^public (extension|import) /#)
      if isCase || isPublic {
        let before = lines[..<index].reversed().drop { $0.hasPrefix("@") && !$0.contains(" ") }
          .prefix { $0.hasPrefix("///") }
        let signature = lines[index...].prefix(12).joined(separator: " ").prefix { $0 != "{" }
        let isCallable = code.contains(#/\b(func|init|subscript)\b/#)
        found.append(
          PublicDeclaration(
            file: file, line: index + 1, text: line, documentation: before.reversed().joined(separator: " "),
            throwsErrors: isCallable && signature.contains(#/\bthrows\b/#), isOutermost: depth == 0))
      }
      if code.contains(#/^public (indirect )?enum /#) { enumerations.append(depth) }
      depth += code.count { $0 == "{" } - code.count { $0 == "}" }
      while let outermost = enumerations.last, depth <= outermost { enumerations.removeLast() }
    }
    return found
  }
}
