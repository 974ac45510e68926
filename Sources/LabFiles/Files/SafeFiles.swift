// Whoever works with the program's files meets its errors and writes pictures: one import is enough.
@_exported import SafeFiles
