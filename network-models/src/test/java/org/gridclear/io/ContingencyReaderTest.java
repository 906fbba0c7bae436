package org.gridclear.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

// Rows: A-03, H-08
class ContingencyReaderTest {
  private static final Network NETWORK = CaseFiles.load("ieee14", Path.of(""), Set.of()).network();

  private static List<Contingency> read(String name, String text) {
    return ContingencyReader.read(text, name, NETWORK, new IssueLog(name));
  }

  private static String issues(String name, String text) {
    return issues(name, text, NETWORK);
  }

  private static String issues(String name, String text, Network network) {
    return assertThrows(
            InvalidInputException.class,
            () -> ContingencyReader.read(text, name, network, new IssueLog(name)))
        .issues()
        .stream()
        .map(Issue::line)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void rowsOfAChangeTableWithOneLabelBelongTogether() {
    List<Contingency> list =
        read(
            "contab.m",
            """
            function chgtab = contab
            define_constants;
            chgtab = [ % label prob table row col type value
              1 0 CT_TBRCH 3 BR_STATUS CT_REP 0;
              2 0 CT_TGEN 2 GEN_STATUS CT_REP 0;
              2 0 3 5 11 1 0; % numbers instead of names
            ];
            """);
    assertEquals(
        List.of(
            new Contingency("1", List.of("L3"), List.of(), List.of()),
            new Contingency("2", List.of("L5"), List.of("G2"), List.of())),
        list);
  }

  @Test
  void branchesGoByTheirEndsAndBusesByTheirNamesWhereThatIsOne() {
    String text =
        "contingency,kind,element\n"
            + "a,branch,2-1\nb,bus,North\nb,branch,North-South\nc,branch,3\n";
    assertEquals(
        List.of(
            new Contingency("a", List.of("3"), List.of(), List.of()),
            new Contingency("b", List.of("3"), List.of(), List.of("1")),
            new Contingency("c", List.of("3"), List.of(), List.of())),
        ContingencyReader.read(text, "list.csv", named(), new IssueLog("list.csv")));
    String twice = issues("list.csv", "contingency,kind,element\na,branch,2-9\n", named());
    assertTrue(twice.contains("2 branches join '2-9': give the id, one of x, y."), twice);
  }

  /** Buses 1 (North), 2 (South) and 9 with a branch of the id 3, and two beside each other. */
  private static Network named() {
    String text =
        """
        {"format": "gridclear-case", "version": 1, "name": "n", "horizon": {"periodCount": 1, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "1", "name": "North", "type": "reference"}, {"id": "2", "name": "South"},
           {"id": "9"}],
          "branches": [{"id": "3", "from": "1", "to": "2", "xPu": 0.1}, {"id": "x", "from": "2", "to": "9", "xPu": 0.1},
           {"id": "y", "from": "9", "to": "2", "xPu": 0.1}]},
         "busLoads": [], "thermalUnits": []}
        """;
    return CaseFiles.unpack(text.getBytes(StandardCharsets.UTF_8)).network();
  }

  @Test
  void changesThatAreNoOutagesAndUnknownRowsAreAllReported() {
    String issues =
        issues(
            "contab.m",
            "chgtab = [1 0 CT_TBRCH 3 RATE_A CT_REP 0; 2 0 CT_TBRCH 99 BR_STATUS CT_REP 0; 3 0"
                + " 1];");
    assertTrue(issues.contains("CTG-02"), issues);
    assertTrue(issues.contains("L99"), issues);
    assertTrue(issues.contains("7 cells"), issues);
  }

  @Test
  void anEmptyIdAndAnOutageGivenTwiceAreRefusedInEveryForm() {
    String csv =
        issues(
            "list.csv",
            "contingency,kind,element\n,branch,L2\nd,branch,L2\nd,branch,L2\ne,bus,3\ne,bus,3\n");
    assertTrue(csv.contains("FMT-04") && csv.contains("contingency of branch L2, id"), csv);
    assertTrue(csv.contains("NET-01") && csv.contains("contingency d, branch = L2"), csv);
    assertTrue(csv.contains("contingency e, bus = 3"), csv);
    String json =
        issues(
            "list.json",
            """
            {"contingencies": [{"id": "", "branches": ["L1"]}, {"id": "d", "branches": ["L2", "L2"]}]}
            """);
    assertTrue(json.contains("FMT-04") && json.contains("contingency d, branch = L2"), json);
    String table =
        issues(
            "contab.m",
            "chgtab = [1 0 CT_TBRCH 3 BR_STATUS CT_REP 0; 1 0 CT_TBRCH 3 BR_STATUS CT_REP 0];");
    assertTrue(table.contains("contingency 1, branch = L3"), table);
  }

  @Test
  void jsonAndCsvSayTheSame() {
    List<Contingency> json =
        read(
            "list.json",
            """
            {"contingencies": [{"id": "x", "branches": ["L1", "L2"], "generators": ["G2"]},
             {"id": "y", "buses": ["5"]}]}
            """);
    List<Contingency> csv =
        read(
            "list.csv",
            "contingency,kind,element\nx,branch,L1\nx,branch,L2\nx,generator,G2\ny,bus,5\n");
    assertEquals(json, csv);
  }

  @Test
  void unknownElementsFieldsKindsAndEmptyListsAreReported() {
    String json =
        issues(
            "l.json",
            "{\"contingencies\": [{\"id\": \"x\", \"branches\": [\"L1x\"], \"buss\": []}]}");
    assertTrue(json.contains("NET-02") && json.contains("L1x"), json);
    assertTrue(json.contains("buss"), json);
    assertTrue(issues("l.csv", "contingency,kind,element\na,line,L1\n").contains("line 2"));
    assertTrue(issues("l.csv", "id,branch\n").contains("header"));
    assertTrue(issues("l.json", "{\"contingencies\": []}").contains("CTG-01"));
    assertTrue(issues("l.json", "{\"contingencies\": [{\"id\": \"e\"}]}").contains("CTG-01"));
    assertTrue(issues("l.json", "{\"contin").contains("FMT-02"));
    assertTrue(issues("l.m", "x = 1;").contains("FMT-02"));
  }

  @Test
  void theTablesOfTheLargeNetworksAreRead() {
    Path folder = Path.of("../../shared/data/networks");
    Assumptions.assumeTrue(Files.exists(folder));
    for (String name : List.of("ACTIVSg200", "ACTIVSg2000")) {
      Network network =
          CaseFiles.load(folder.resolve("case_" + name + ".m").toString(), Path.of(""), Set.of())
              .network();
      List<Contingency> list =
          ContingencyReader.read(folder.resolve("contab_" + name + ".m"), network);
      assertTrue(list.size() > 200, name + ": " + list.size());
    }
  }
}
