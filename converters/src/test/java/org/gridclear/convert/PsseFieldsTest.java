package org.gridclear.convert;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field of the records of revision 33 changes the network, is refused or is noticed. */
class PsseFieldsTest {
  /** What a field is called in messages, where that is in words. */
  private static final Map<String, String> SAID = Map.of("IREG", "regulated bus");

  @TempDir Path folder;

  private String text() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/IEEE_14_bus.raw")) {
      assertNotNull(in);
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private record Read(String network, List<Issue> issues, boolean refused) {}

  private Read read(String text) throws IOException {
    Files.writeString(folder.resolve("x.raw"), text);
    try {
      CaseFiles.Loaded loaded = CaseFiles.load("x.raw", folder, Set.of());
      return new Read(String.valueOf(loaded.network()), loaded.log().issues(), false);
    } catch (InvalidInputException e) {
      return new Read("", e.issues(), true);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'BEGIN BUS', -1, 'I,NAME,BASKV,IDE,AREA,ZONE,OWNER,VM,VA'",
    "'BEGIN LOAD', 1, 'I,ID,STATUS,AREA,ZONE,PL,QL,IP,IQ,YP,YQ,OWNER,SCALE'",
    "'BEGIN FIXED SHUNT', 0, 'I,-,STATUS,GL,BL'",
    "'BEGIN GENERATOR', 1, 'I,ID,PG,QG,QT,QB,VS,IREG,MBASE,ZR,ZX,RT,XT,GTAP,STAT,RMPCT,PT,PB,O1,F1'",
    "'BEGIN BRANCH', 0, 'I,J,CKT,R,X,B,RATEA,RATEB,RATEC,GI,BI,GJ,BJ,ST,MET,LEN,O1,F1'"
  })
  void everyFieldCounts(String section, int row, String fields) throws IOException {
    String text = text();
    Read before = read(text);
    List<String> lines = text.lines().toList();
    int start = 3;
    if (row >= 0) {
      while (!lines.get(start - 1).contains(section + " DATA")) {
        start++;
      }
    }
    int at = start + Math.max(0, row);
    String[] names = fields.split(",");
    for (int c = 0; c < names.length; c++) {
      if (names[c].equals("-")) {
        continue; // an id: our shunts have none
      }
      String[] cells = lines.get(at).split(",");
      cells[c] = other(cells[c]);
      List<String> changed = new ArrayList<>(lines);
      changed.set(at, String.join(",", cells));
      Read after = read(String.join("\n", changed) + "\n");
      String name = names[c];
      boolean named =
          after.issues().stream()
              .anyMatch(issue -> SAID.getOrDefault(name, name).equals(issue.field()));
      assertTrue(
          after.refused() || named || !after.network().equals(before.network()),
          "%s of %s is dropped: %s".formatted(name, section, cells[c]));
    }
  }

  private static String other(String cell) {
    String bare = cell.strip();
    if (bare.startsWith("'")) {
      return "'Z '";
    }
    return bare.matches("\\d+")
        ? String.valueOf(bare.equals("1") ? 0 : Integer.parseInt(bare) + 1)
        : String.valueOf(Double.parseDouble(bare) * 1.1 + 0.01);
  }
}
