package org.gridclear.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;

class CaseExportTest {
  private static final CaseFiles.Loaded IEEE14 = CaseFiles.load("ieee14", Path.of(""), Set.of());

  @Test
  void aNetworkIsWrittenAsMatpowerUnderItsName() {
    CaseExport written =
        CaseExport.of(IEEE14, "ieee14", CaseExport.Format.MATPOWER, new IssueLog("ieee14"));
    assertEquals("ieee14.m", written.name());
    String text = new String(written.document(), StandardCharsets.UTF_8);
    assertTrue(text.startsWith("function mpc = "), text);
  }

  @Test
  void aNetworkIsNoMarketDay() {
    IssueLog log = new IssueLog("ieee14");
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> CaseExport.of(IEEE14, "ieee14", CaseExport.Format.UNITCOMMITMENT, log))
            .getMessage();
    assertTrue(said.contains("gridclear import ieee14"), said);
  }
}
