package org.gridclear.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.gridclear.network.HvdcLine;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every field of the records of revision 33 changes the network, is refused or is noticed. Those
 * with a star are noticed, and read changed together.
 */
// Rows: O-08
class PsseFieldsTest {
  /** What a field is called in messages, where that is in words. */
  private static final Map<String, String> SAID =
      Map.of("IREG", "regulated bus", "REMOT", "regulated bus");

  @TempDir Path folder;

  private static final String LCC =
      """
      'LCC',1,7.3,28.0,500.0,0.0,7.3,0.1,'R',0.0,20,1.0
      10,2,17.3,12.7,0.4,21.3,500.0,0.8,1.1,1.2,0.9,0.01,0,0,0,'1 ',0.0
      12,1,20.5,18.0,0.4,21.3,240.0,1.7,1.1,1.2,0.8,0.01,0,0,0,'1 ',0.0
      """;
  private static final String VSC =
      """
      'VSC',1,0.71,1,1.0
      7,2,1,-20.9,0.95,100.0,0.0,0.0,40.0,1200.0,0.1,10.0,-11.0,7,100.0
      9,1,1,100.0,0.99,90.0,0.0,0.0,35.0,1200.0,0.15,15.0,-14.0,9,100.0
      """;
  private static final String STATCOM =
      "'S',5,0,1,0.0,0.0,1.015,50.0,100.0,0.9,1.1,1.0,0.0,0.05,100.0,1,0.0,0.0,0,5,''\n";

  private String text() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/IEEE_14_bus.raw")) {
      assertNotNull(in);
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      text = text.replaceFirst("(BEGIN TWO-TERMINAL DC DATA\\R)", "$1" + LCC);
      text = text.replaceFirst("(BEGIN VOLTAGE SOURCE CONVERTER DATA\\R)", "$1" + VSC);
      return text.replaceFirst("(BEGIN FACTS CONTROL DEVICE DATA\\R)", "$1" + STATCOM);
    }
  }

  private record Read(String network, List<Issue> issues, boolean refused) {
    boolean names(String field) {
      return issues.stream().anyMatch(issue -> issue.field().equals(field));
    }
  }

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
    "'BEGIN BUS', -1, 'I,NAME,BASKV,IDE,AREA,ZONE*,OWNER*,VM,VA'",
    "'BEGIN LOAD', 1, 'I,ID,STATUS,AREA,ZONE*,PL,QL,IP,IQ,YP,YQ,OWNER*,SCALE*'",
    "'BEGIN FIXED SHUNT', 0, 'I,-,STATUS,GL,BL'",
    "'BEGIN GENERATOR', 1,"
        + " 'I,ID,PG,QG,QT,QB,VS,IREG,MBASE,ZR,ZX,RT,XT,GTAP,STAT,RMPCT,PT,PB,O1,F1'",
    "'BEGIN BRANCH', 0, 'I,J,CKT,R,X,B,RATEA,RATEB*,RATEC*,GI,BI,GJ,BJ,ST,MET*,LEN*,O1*,F1*'",
    "'BEGIN TWO-TERMINAL DC', 0,"
        + " '-,MDC,RDC,SETVL,VSCHD,VCMOD,RCOMP,DELTI,METER,DCVMIN,CCCITMX,CCCACC'",
    "'BEGIN TWO-TERMINAL DC', 1,"
        + " 'I,NBR,ANMXR,ANMNR,RCR,XCR,EBASR,TRR,TAPR,TMXR,TMNR,STPR,ICR,IFR,ITR,IDR,XCAPR'",
    "'BEGIN VOLTAGE SOURCE CONVERTER', 0, '-,MDC,RDC,O1*,F1*'",
    "'BEGIN VOLTAGE SOURCE CONVERTER', 1,"
        + " 'I,TYPE,MODE,DCSET,ACSET,ALOSS,BLOSS,MINLOSS,SMAX,IMAX,PWF,MAXQ,MINQ,REMOT,RMPCT'",
    "'BEGIN VOLTAGE SOURCE CONVERTER', 2,"
        + " 'I,TYPE,MODE,DCSET,ACSET,ALOSS,BLOSS,MINLOSS,SMAX,IMAX,PWF,MAXQ,MINQ,REMOT,RMPCT'",
    "'BEGIN FACTS CONTROL DEVICE', 0,"
        + " '-,I,J,MODE,PDES,QDES,VSET,SHMX,TRMX,VTMN,VTMX,VSMX,IMX,LINX,RMPCT,OWNER,SET1,SET2,VSREF,REMOT,MNAME'"
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
    List<String> together = new ArrayList<>();
    String[] noticed = lines.get(at).split(",");
    for (int c = 0; c < names.length; c++) {
      if (names[c].endsWith("*")) {
        together.add(names[c].replace("*", ""));
        noticed[c] = other(noticed[c]);
      } else if (!names[c].equals("-")) { // an id of what has none here
        String[] cells = lines.get(at).split(",");
        cells[c] = other(cells[c]);
        Read after = read(changed(lines, at, cells));
        String said = SAID.getOrDefault(names[c], names[c]);
        assertTrue(
            after.refused() || after.names(said) || !after.network().equals(before.network()),
            "%s of %s is dropped: %s".formatted(names[c], section, cells[c]));
      }
    }
    Read after = read(changed(lines, at, noticed));
    together.forEach(
        name -> assertTrue(after.names(name), name + " of " + section + " is dropped"));
  }

  private static String changed(List<String> lines, int at, String[] cells) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(at, String.join(",", cells));
    return String.join("\n", changed) + "\n";
  }

  @Test
  void whatWouldBeAnotherPowerFlowIsRefusedByName() throws IOException {
    String text = text();
    refused("J", text.replace("'S',5,0,1,", "'S',5,4,1,"));
    refused("TYPE", text.replace("9,1,1,100.0,0.99", "9,0,1,100.0,0.99"));
    refused("BLOSS", text.replace("100.0,0.0,0.0,40.0", "100.0,0.1,0.0,40.0"));
    refused("XCAPR", text.replaceFirst("'1 ',0.0\\R", "'1 ',4.0\n"));
    String second = text.replace("7,2,1,-20.9,0.95", "7,1,1,100.0,0.95");
    refused("DCSET", second.replace("9,1,1,100.0,0.99", "9,2,1,-20.9,0.99"));
    assertFalse(read(second.replace("9,1,1,100.0,0.99", "9,2,1,20.9,0.99")).refused());
  }

  private void refused(String field, String text) throws IOException {
    Read read = read(text);
    assertTrue(read.refused(), field);
    assertTrue(read.names(field), read.issues() + "");
  }

  /** 20.9 MW at 100 kV in 0.71 ohms lose 0.031 MW, at the AC voltage of 1 kV 310 MW. */
  @Test
  void theLossOfAVoltageSourceLineIsThatAtItsDcVoltage() throws IOException {
    Files.writeString(folder.resolve("x.raw"), text());
    HvdcLine line =
        CaseFiles.load("x.raw", folder, Set.of()).network().hvdcLines().stream()
            .filter(h -> h.id().contains("VSC"))
            .findFirst()
            .orElseThrow();
    assertEquals(0.71 * 0.209 * 0.209, line.lossFixedMw(), 2e-3);
  }

  /** Records of DC lines have no limit in MW; that 28 MW become 33.6 MW must not pass unsaid. */
  @Test
  void theLimitThatADcLineIsGivenIsTold() throws IOException {
    Read read = read(text());
    assertTrue(read.issues().stream().anyMatch(i -> i.toString().contains("1.2 times")));
    assertTrue(read.issues().stream().anyMatch(i -> i.toString().contains("33.6")));
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

  /** PowSyBl writes these to its log alone. */
  @ParameterizedTest
  @CsvSource({
    "BEGIN LOAD DATA, , , ID, 'load 2 1 '",
    "BEGIN GENERATOR DATA, , , ID, 'generator 1 1 '",
    "BEGIN BRANCH DATA, , , CKT, 'branch 1-2 1 '",
    "BEGIN BRANCH DATA, 4, 0.0, X, 'branch 1-2 1 '",
    "BEGIN GENERATOR DATA, 7, 99, IREG, 'generator 1 1 '"
  })
  void whatPowsyblRepairsIsNoticed(
      String section, Integer field, String value, String name, String element) throws IOException {
    List<String> lines = new ArrayList<>(text().lines().toList());
    int at = 1;
    while (!lines.get(at - 1).contains(section)) {
      at++;
    }
    String[] fields = lines.get(at).split(",", -1);
    if (field == null) {
      lines.add(at, lines.get(at));
    } else {
      fields[field] = value;
      lines.set(at, String.join(",", fields));
    }
    Read read = read(String.join("\n", lines) + "\n");
    assertEquals(
        List.of(element.strip()),
        read.issues().stream()
            .filter(issue -> issue.rule() == Rule.TAKEN_AS && issue.field().equals(name))
            .map(issue -> issue.element().strip())
            .toList(),
        read.issues().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "BEGIN LOAD, I",
    "BEGIN FIXED SHUNT, I",
    "BEGIN GENERATOR, I",
    "BEGIN BRANCH, I",
    "BEGIN TRANSFORMER, I"
  })
  void whatStandsAtABusThatIsNotGivenIsNotLeftOut(String section, String field) throws IOException {
    String at = section + " DATA";
    Read read = read(text().replaceFirst("(" + at + "\\R) *\\d+,", "$1 99,"));
    assertTrue(read.refused(), section);
    assertTrue(
        read.issues().stream()
            .anyMatch(
                issue ->
                    issue.rule() == Rule.REFERENCE_EXISTS
                        && issue.field().equals(field)
                        && issue.value().equals("99")),
        read.issues().toString());
  }
}
