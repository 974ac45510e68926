/// What components are called: A, B, … Z, then AA, AB, …
public enum ComponentName {
  public static func letter(_ index: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    guard index >= alphabet.count else { return String(alphabet[max(index, 0)]) }
    return letter(index / alphabet.count - 1) + String(alphabet[index % alphabet.count])
  }
}
