package org.gridclear.io.matpower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.network.Network;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NetworkValidator;
import org.gridclear.validate.Rule;
import org.gridclear.validate.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of MATPOWER's caseformat, idx_dcline and extensions is used, refused or noticed. */
// Rows: O-08
class MatpowerFieldsTest {
  private static final Map<String, String> COLUMNS = new LinkedHashMap<>();
  private static final Map<String, double[][]> TABLES = new LinkedHashMap<>();

  static {
    COLUMNS.put(
        "bus",
        "BUS_I BUS_TYPE PD QD GS BS BUS_AREA VM VA BASE_KV ZONE VMAX VMIN LAM_P LAM_Q MU_VMAX"
            + " MU_VMIN");
    COLUMNS.put("gen", MatpowerGenerators.COLUMNS);
    COLUMNS.put(
        "branch",
        "F_BUS T_BUS BR_R BR_X BR_B RATE_A RATE_B RATE_C TAP SHIFT BR_STATUS ANGMIN ANGMAX PF QF"
            + " PT QT MU_SF MU_ST MU_ANGMIN MU_ANGMAX");
    COLUMNS.put("gencost", "MODEL STARTUP SHUTDOWN NCOST C2 C1 C0 BEHIND");
    COLUMNS.put(
        "dcline",
        "F_BUS T_BUS BR_STATUS PF PT QF QT VF VT PMIN PMAX QMINF QMAXF QMINT QMAXT LOSS0 LOSS1"
            + " MU_PMIN MU_PMAX MU_QMINF MU_QMAXF MU_QMINT MU_QMAXT");
    TABLES.put(
        "bus",
        new double[][] {
          {1, 3, 9, 1, 0, 0, 1, 1, 0, 230, 1, 1.1, 0.9, 0, 0, 0, 0},
          {2, 2, 50, 20, 1, 1, 1, 1, 0, 230, 1, 1.1, 0.9, 0, 0, 0, 0},
          {3, 1, 5, 2, 1, 1, 1, 1, 0, 230, 1, 1.1, 0.9, 0, 0, 0, 0}
        });
    TABLES.put(
        "gen",
        new double[][] {
          {
            1, 60, 3, 99, -99, 1.01, 100, 1, 250, 10, 20, 90, -40, 40, -20, 20, 0, 0, 0, 0, 0, 0, 0,
            0, 0
          },
          {2, 20, 4, 50, -50, 1.0, 100, 1, 50, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
        });
    TABLES.put(
        "branch",
        new double[][] {
          {1, 2, 0.01, 0.1, 0.02, 90, 95, 99, 0, 0, 1, -360, 360, 0, 0, 0, 0, 0, 0, 0, 0},
          {2, 3, 0.01, 0.1, 0.02, 90, 95, 99, 0, 0, 1, -360, 360, 0, 0, 0, 0, 0, 0, 0, 0}
        });
    TABLES.put("gencost", new double[][] {{2, 100, 0, 3, 0.1, 20, 5, 0}, {2, 0, 0, 3, 0, 9, 0, 0}});
    TABLES.put(
        "dcline",
        new double[][] {
          {1, 3, 1, 10, 8.9, 1, 2, 1, 1, -9, 20, -5, 5, -6, 6, 1, 0.01, 0, 0, 0, 0, 0, 0}
        });
  }

  private record Read(Network network, List<Issue> issues) {
    long count(Severity severity) {
      return issues.stream().filter(issue -> issue.rule().severity() == severity).count();
    }
  }

  private static Read read(String text) {
    IssueLog log = new IssueLog("case.m");
    Network network = MatpowerReader.read(text, "case.m", log);
    if (!log.hasErrors()) {
      NetworkValidator.check(network, log);
    }
    return new Read(network, log.issues());
  }

  private static String text(Map<String, double[][]> tables) {
    StringBuilder text = new StringBuilder("function mpc = case\nmpc.version = '2';\n");
    text.append("mpc.baseMVA = 100;\n");
    tables.forEach(
        (name, rows) ->
            text.append("mpc.%s = [\n".formatted(name))
                .append(
                    Arrays.stream(rows)
                        .map(
                            row ->
                                Arrays.stream(row)
                                    .mapToObj(MatpowerWriter::number)
                                    .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(";\n")))
                .append("];\n"));
    return text.toString();
  }

  static Stream<Arguments> everyColumn() {
    List<Arguments> columns = new ArrayList<>();
    COLUMNS.forEach(
        (table, names) -> {
          for (String name : names.split(" ")) {
            columns.add(Arguments.of(table, name));
          }
        });
    return columns.stream();
  }

  /** A changed value changes the network, or is refused, or is noticed under the column's name. */
  @ParameterizedTest
  @MethodSource("everyColumn")
  void noColumnIsDropped(String table, String column) {
    Read before = read(text(TABLES));
    assertEquals(0, before.count(Severity.ERROR), before.issues().toString());
    Map<String, double[][]> changed = new LinkedHashMap<>(TABLES);
    double[][] rows =
        Arrays.stream(TABLES.get(table)).map(double[]::clone).toArray(double[][]::new);
    int c = List.of(COLUMNS.get(table).split(" ")).indexOf(column);
    double narrower = column.equals("ANGMAX") ? -330 : 0.5;
    double step = rows[0][c] == 1 || c == 0 ? 1 : narrower;
    rows[0][c] += column.endsWith("STATUS") ? -1 : step;
    changed.put(table, rows);
    Read after = read(text(changed));
    boolean used = !before.network().equals(after.network());
    boolean said =
        after.issues().stream()
            .filter(issue -> !before.issues().contains(issue))
            .anyMatch(issue -> issue.field().equals(column) || issue.field().equals("COST"));
    assertTrue(used || said, column + ": " + after.issues());
  }

  @Test
  void columnsBeyondTheFormatAreNoticed() {
    Map<String, double[][]> wider = new LinkedHashMap<>();
    TABLES.forEach(
        (name, rows) ->
            wider.put(
                name,
                Arrays.stream(rows)
                    .map(row -> Arrays.copyOf(row, row.length + 1))
                    .peek(row -> row[row.length - 1] = 7)
                    .toArray(double[][]::new)));
    List<String> fields = read(text(wider)).issues().stream().map(Issue::field).toList();
    assertTrue(fields.containsAll(List.of("column 18", "column 26", "column 22", "column 24")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "areas",
        "gentype",
        "dclinecost",
        "reserves.req",
        "softlims.VMAX",
        "userfcn",
        "A",
        "l",
        "u",
        "N",
        "fparm",
        "H",
        "Cw",
        "z0",
        "zl",
        "zu",
        "et",
        "success",
        "f",
        "whatever"
      })
  void aFieldBesideTheTablesIsNoticed(String field) {
    Read read = read(text(TABLES) + "mpc." + field + " = [1 2 3];\n");
    assertEquals(0, read.count(Severity.ERROR));
    assertEquals(
        1,
        read.issues().stream()
            .filter(i -> i.rule() == Rule.FIELD_USED && i.field().equals("mpc." + field))
            .count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bus3p", "line3p", "xfmr3p", "load3p", "gen3p", "lc", "buslink"})
  void threePhaseCasesAreRefusedAsSuch(String field) {
    Read read = read(text(TABLES) + "mpc." + field + " = [1 2 3];\n");
    assertTrue(
        read.issues().stream()
            .anyMatch(i -> i.rule() == Rule.FIELD_TYPE && i.advice().contains("three-phase")));
  }

  @Test
  void onlyTheStructThatTheFunctionReturnsCounts() {
    Read read = read(text(TABLES) + "bus = [9 9];\nother.gen = 3;\n");
    assertEquals(0, read.count(Severity.ERROR), read.issues().toString());
    assertEquals(3, read.network().buses().size());
    Read renamed = read(text(TABLES).replace("mpc", "grid"));
    assertEquals(3, renamed.network().buses().size());
  }

  @ParameterizedTest
  @CsvSource({
    "mpc.version = '2', mpc.version = '1', version",
    "function mpc = case, '[baseMVA, bus, gen, branch] = f', version 1",
    "mpc.version = '2';, , absent"
  })
  void theVersionIsChecked(String from, String to, String says) {
    String given = to == null ? "" : to.startsWith("[") ? "function " + to : to;
    assertTrue(read(text(TABLES).replace(from, given)).issues().toString().contains(says));
  }

  @Test
  void capabilityReactiveCostsInterfacesAndNamesAreKept() {
    Map<String, double[][]> tables = new LinkedHashMap<>(TABLES);
    tables.put(
        "gencost",
        new double[][] {
          {1, 0, 0, 3, 0, 0, 50, 500, 100, 2500},
          {2, 0, 0, 2, 20, 5, 0, 0, 0, 0},
          {1, 0, 0, 2, 0, 0, 100, 30, 0, 0},
          {2, 0, 0, 1, 0, 0, 0, 0, 0, 0}
        });
    Read read =
        read(
            text(tables)
                + """
                mpc.if.map = [3 1; 3 -2];
                mpc.if.lims = [3 -40 Inf];
                mpc.bus_name = {'North'; 'It''s'; 'South'};
                mpc.genfuel = {'coal'; 'wind'};
                """);
    assertEquals(0, read.count(Severity.ERROR), read.issues().toString());
    var first = read.network().generators().get(0);
    assertEquals(List.of(0.0, 50.0, 100.0), first.cost().pointsMw());
    assertEquals(List.of(0.0, 500.0, 2500.0), first.cost().pointsYuanPerH());
    assertEquals(List.of(0.0, 100.0), first.reactiveCost().pointsMw());
    assertEquals(30, first.qMaxMvarAt(55), 1e-12);
    assertEquals(-30, first.qMinMvarAt(55), 1e-12);
    assertEquals(99, read.network().generators().get(1).qMaxMvarAt(55) + 49, 1e-12);
    assertNull(read.network().generators().get(1).capability());
    assertEquals(40, read.network().flowgates().get(0).reverseLimitMw());
    assertEquals(-1, read.network().flowgates().get(0).terms().get(1).weight());
    assertEquals("It's", read.network().buses().get(1).name());
    assertEquals("wind", read.network().generators().get(1).fuel());
  }

  @ParameterizedTest
  @CsvSource({
    "1 60 3 99 -99, 1 60 3 -99 99, qMinMvar",
    "20 90 -40 40, 90 20 -40 40, PC1",
    "-40 40 -20 20, -40 10 -20 20, QC2MAX",
    "2 100 0 3, 2 100 0 9, NCOST",
    "2 100 0 3, 3 100 0 3, MODEL",
    "90 95 99 0 0 1, 90 95 99 0 0 2, BR_STATUS",
    "1 3 9 1, 1.5 3 9 1, BUS_I",
    "1 3 9 1, 1 7 9 1, BUS_TYPE",
    "2 20 4 50, 2 Inf 4 50, PG",
    "99 -99 1.01, 99 -99 0, vSetPu",
    "mpc.baseMVA = 100, mpc.baseMVA = Inf, baseMva",
    "0.01 0.1 0.02, 0.01 NaN 0.02, BR_X"
  })
  void badValuesAreRefusedByColumn(String from, String to, String field) {
    String text = text(TABLES);
    assertTrue(text.contains(from), from);
    Read read = read(text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    assertTrue(
        read.issues().stream()
            .anyMatch(i -> i.rule().severity() == Severity.ERROR && i.field().equals(field)),
        read.issues().toString());
  }

  @Test
  void aMachineRunsWhereItsStatusIsAboveZero() {
    Read read = read(text(TABLES).replace("1.01 100 1 250", "1.01 100 2 250"));
    assertTrue(read.network().generators().get(0).inService());
    Read out = read(text(TABLES).replace("1.01 100 1 250", "1.01 100 -1 250"));
    assertEquals(0, out.count(Severity.ERROR), out.issues().toString());
    assertEquals(false, out.network().generators().get(0).inService());
  }

  @Test
  void infiniteLimitsAreKeptAndCountAsUnlimitedRoom() {
    Read read =
        read(text(TABLES).replace("250 10 20", "Inf -Inf 20").replace("99 -99", "Inf -Inf"));
    assertEquals(0, read.count(Severity.ERROR), read.issues().toString());
    var unit = read.network().generators().get(0);
    assertEquals(Double.POSITIVE_INFINITY, unit.pMaxMw());
    assertEquals(1e6, unit.roomUpMw(60));
    assertNotEquals(before(), read.network());
  }

  private static Network before() {
    return read(text(TABLES)).network();
  }
}
