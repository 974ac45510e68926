/// Zeroed memory at a multiple of 64 bytes, freed with the last reference.
final class Scratch<Element: BitwiseCopyable>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Element>

  init(_ count: Int) {
    let bytes = max(1, count * MemoryLayout<Element>.stride)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    start = memory.assumingMemoryBound(to: Element.self)
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }
}
