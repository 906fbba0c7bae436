package org.gridclear.cli.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  @TempDir Path folder;

  private String in(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void anExportedNetworkHasTheSamePowerFlowTable() throws IOException {
    String file = in("out/back.m");
    assertEquals(0, Shell.run("export", "ieee30", "--format", "matpower", "--out", file).code());
    for (String[] run : new String[][] {{"ieee30", "a"}, {file, "b"}}) {
      Shell.Ended flow =
          Shell.run("powerflow", run[0], "--ac", "--tolerance", "1e-9", "--out", in(run[1]));
      assertEquals(0, flow.code(), flow.text());
    }
    String[] before = Files.readString(folder.resolve("a/buses.csv")).split("\n");
    String[] after = Files.readString(folder.resolve("b/buses.csv")).split("\n");
    assertEquals(before.length, after.length);
    for (int r = 1; r < before.length; r++) {
      double v = Double.parseDouble(before[r].split(",")[4]);
      assertEquals(v, Double.parseDouble(after[r].split(",")[4]), 1e-8, before[r]);
    }
  }

  @Test
  void aCaseSaysThatItsMarketIsLeftOutAndStrictRefusesThat() {
    assertEquals(0, Shell.run("import", "ieee9", "--out", in("c.json")).code());
    Shell.Ended said =
        Shell.run("export", in("c.json"), "--format", "MATPOWER", "--out", in("c.m"));
    assertEquals(0, said.code(), said.text());
    assertTrue(said.text().contains("FMT-09"), said.text());
    Shell.Ended strict =
        Shell.run("export", in("c.json"), "--format", "matpower", "--strict", "--out", in("d.m"));
    assertEquals(2, strict.code());
    assertFalse(Files.exists(folder.resolve("d.m")));
  }

  @Test
  void withoutAFormatOrWithAnotherOneItIsRefused() {
    assertEquals(2, Shell.run("export", "ieee9").code());
    assertEquals(2, Shell.run("export", "ieee9", "--format", "psse").code());
  }
}
