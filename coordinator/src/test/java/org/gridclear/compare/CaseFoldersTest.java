package org.gridclear.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFoldersTest {
  @TempDir Path run;

  @BeforeEach
  void writeRun() throws IOException {
    Files.createDirectory(run.resolve("cases"));
    Files.writeString(
        run.resolve("summary.json"),
        """
        {"cases": [{"name": "base"}, {"name": "load +5 %"}, {"name": "load"}, {"name": "wind 0.8"}]}
        """);
  }

  private String folder(String name) {
    return CaseFolders.of(run, name).getFileName().toString();
  }

  @Test
  void aCaseIsFoundByItsNameOrByWhatNoOtherNameHas() {
    assertEquals("000-base", folder(""));
    assertEquals("001-load-5-", folder("load +5 %"));
    assertEquals("002-load", folder("load"));
    assertEquals("003-wind-0.8", folder("0.8"));
  }

  @Test
  void anAmbiguousOrUnknownNameIsRefusedWithTheNamesThereAre() {
    for (String name : new String[] {"oa", "none"}) {
      String said =
          assertThrows(IllegalArgumentException.class, () -> CaseFolders.of(run, name))
              .getMessage();
      assertTrue(said.contains("'" + name + "'"), said);
      assertTrue(said.contains("base, load +5 %, load, wind 0.8"), said);
    }
  }

  @Test
  void aFolderThatIsNoRunIsSaidToHoldNoCase() {
    Path other = run.resolve("cases");
    String said =
        assertThrows(IllegalArgumentException.class, () -> CaseFolders.of(other, "")).getMessage();
    assertTrue(said.contains("holds no cleared case"), said);
  }
}
