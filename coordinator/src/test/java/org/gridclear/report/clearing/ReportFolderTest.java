package org.gridclear.report.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReportFolderTest {
  @Test
  void foldersOfCasesKeepTheLettersOfTheirScript() {
    assertEquals("003-高负荷-2", ReportFolder.folderName(3, "高负荷/2"));
  }
}
