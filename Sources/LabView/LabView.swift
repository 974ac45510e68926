// LabView
