// LabFiles
