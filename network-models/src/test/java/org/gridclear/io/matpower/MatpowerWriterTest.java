package org.gridclear.io.matpower;

import static org.gridclear.json.Documents.errors;
import static org.gridclear.json.Documents.notices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Generator;
import org.gridclear.network.GeneratorCost;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A network whose numbers are all different as the rows of a MATPOWER case, in the order of the
 * columns of its manual (appendix B), and read back.
 */
// Rows: A-11
class MatpowerWriterTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private final IssueLog log = new IssueLog("case.m");

  private static final GeneratorCost PIECEWISE =
      new GeneratorCost(11, 12, List.of(), List.of(5.0, 50.0, 90.0), List.of(60.0, 600.0, 1500.0));
  private static final GeneratorCost QUADRATIC =
      new GeneratorCost(13, 14, List.of(7.0, 8.0, 0.25), List.of(), List.of());

  private static Generator generator(
      String id, String bus, boolean on, GeneratorCost cost, GeneratorCost reactive) {
    return new Generator(
        id,
        bus,
        on ? "coal" : "wind",
        40.5,
        10.25,
        -30,
        35,
        1.02,
        5,
        90,
        21,
        0.75,
        on,
        cost,
        on ? new Generator.Capability(10, -29, 34, 80, -20, 25) : null,
        reactive,
        new Generator.Machine(110, 22, 23, 24));
  }

  private static Network network() {
    HvdcLine.Converter from = new HvdcLine.Converter(true, 1.01, 3, -4, 5);
    HvdcLine.Converter to = new HvdcLine.Converter(true, 0.99, 6, -7, 8);
    return new Network(
        "case",
        50,
        List.of(
            new Bus("10", "North", BusType.REFERENCE, 220, "1", 1.03, 0.5, 0.94, 1.06, "4"),
            new Bus("20", "It's", BusType.PV, 110, "2", 1.02, -1.5, 0.93, 1.07, "4"),
            new Bus("35", "South", BusType.PQ, 110, "1", 0.98, -2.5, 0.92, 1.08, "5")),
        List.of(
            new Branch(
                "L1",
                "10",
                "20",
                BranchKind.TRANSFORMER,
                0.01,
                0.1,
                0.02,
                1.05,
                -3,
                new Branch.Ratings(100, 110, 120),
                true),
            new Branch(
                "L2",
                "20",
                "35",
                BranchKind.LINE,
                0.03,
                0.3,
                0.04,
                1,
                0,
                new Branch.Ratings(0, 0, 0),
                false)),
        List.of(
            generator("G1", "10", true, PIECEWISE, QUADRATIC),
            generator("G2", "20", false, QUADRATIC, PIECEWISE)),
        List.of(new Load("D20", "20", 61, 16), new Load("D35", "35", 62, 17)),
        List.of(new Shunt("20", 1.5, -2.5)),
        List.of(new HvdcLine("DC1", "10", "35", 20, -30, 40, 0.5, 0.02, true, from, to)),
        List.of(
            new Flowgate(
                "IF1", List.of(new Flowgate.Term("L1", 1), new Flowgate.Term("L2", -1)), 70, 80)));
  }

  /** The rows of a table, apart by bars. */
  private static String table(String text, String field) {
    int at = text.indexOf("mpc." + field + " = [\n");
    assertFalse(at < 0, field);
    String rows = text.substring(text.indexOf('\n', at) + 1, text.indexOf("];", at));
    return Arrays.stream(rows.split("\n", -1))
        .map(row -> row.replace('\t', ' ').replace(";", "").strip())
        .filter(row -> !row.isEmpty())
        .collect(Collectors.joining(" | "));
  }

  private String write(Network network) {
    return MatpowerWriter.write(network, log);
  }

  @Test
  void everyTableHasItsColumnsInTheOrderOfTheManual() {
    String text = write(network());
    assertEquals(
        "function mpc = case\nmpc.version = '2';\nmpc.baseMVA = 50;\n",
        text.substring(0, text.indexOf("\n%")));
    assertEquals(
        "10 3 0 0 0 0 1 1.03 0.5 220 4 1.06 0.94"
            + " | 20 2 61 16 1.5 -2.5 2 1.02 -1.5 110 4 1.07 0.93"
            + " | 35 1 62 17 0 0 1 0.98 -2.5 110 5 1.08 0.92",
        table(text, "bus"));
    assertEquals(
        "10 40.5 10.25 35 -30 1.02 110 1 90 5 10 80 -29 34 -20 25 22 21 23 24 0.75"
            + " | 20 40.5 10.25 35 -30 1.02 110 0 90 5 0 0 0 0 0 0 22 21 23 24 0.75",
        table(text, "gen"));
    assertEquals(
        "10 20 0.01 0.1 0.02 100 110 120 1.05 -3 1 -360 360"
            + " | 20 35 0.03 0.3 0.04 0 0 0 0 0 0 -360 360",
        table(text, "branch"));
    assertEquals(
        "1 11 12 3 5 60 50 600 90 1500 | 2 13 14 3 0.25 8 7 0 0 0"
            + " | 2 13 14 3 0.25 8 7 0 0 0 | 1 11 12 3 5 60 50 600 90 1500",
        table(text, "gencost"));
    // 20 MW less 0.5 and 2 % of it arrive
    assertEquals("10 35 1 20 19.1 3 6 1.01 0.99 -30 40 -4 5 -7 8 0.5 0.02", table(text, "dcline"));
    assertEquals("1 1 | 1 -2", table(text, "if.map"));
    assertEquals("1 -80 70", table(text, "if.lims"));
    assertEquals(List.of(), log.issues());
  }

  @Test
  void aNetworkReadBackIsTheSameNetwork() {
    IssueLog reading = new IssueLog("case.m");
    assertEquals(network(), MatpowerReader.read(write(network()), "case.m", reading));
    assertEquals(List.of(), errors(reading));
  }

  @Test
  void infiniteLimitsComeBack() {
    Generator unlimited =
        new Generator("G1", "10", "", 1, 2, -NONE, NONE, 1, -NONE, NONE, 0, 0, true, null);
    String text = write(network().withGenerators(List.of(unlimited)));
    assertEquals("10 1 2 Inf -Inf 1 50 1 Inf -Inf 0 0 0 0 0 0 0 0 0 0 0", table(text, "gen"));
    assertEquals(
        unlimited.qMaxMvar(),
        MatpowerReader.read(text, "case.m", log).generators().get(0).qMaxMvar());
    assertFalse(text.contains("gencost"));
    assertFalse(text.contains("genfuel"));
  }

  @Test
  void aGeneratorWithoutACostAmongOthersCostsNothingAndSaysSo() {
    String text =
        write(
            network()
                .withGenerators(
                    List.of(
                        generator("G1", "10", true, null, null),
                        generator("G2", "20", true, QUADRATIC, null))));
    assertEquals("2 0 0 1 0 0 0 | 2 13 14 3 0.25 8 7", table(text, "gencost"));
    assertEquals(
        List.of(
            "FIELD_USED | generator G1 | cost | absent"
                + " | The format wants one: it is written as 0."),
        notices(log, Rule.FIELD_USED));
  }

  @Test
  void aCurveOfOnePointOrNoneIsAConstantThatCanBeReadBack() {
    GeneratorCost point = new GeneratorCost(1, 2, List.of(), List.of(30.0), List.of(450.0));
    GeneratorCost nothing = new GeneratorCost(3, 4, List.of(), List.of(), List.of());
    String text =
        write(
            network()
                .withGenerators(
                    List.of(
                        generator("G1", "10", true, point, null),
                        generator("G2", "20", true, nothing, null))));
    assertEquals("2 1 2 1 450 | 2 3 4 1 0", table(text, "gencost"));
    IssueLog reading = new IssueLog("case.m");
    List<Generator> back = MatpowerReader.read(text, "case.m", reading).generators();
    assertEquals(List.of(), errors(reading));
    assertEquals(450, back.get(0).cost().at(30));
    assertEquals(0, back.get(1).cost().at(30));
  }

  @Test
  void aLineThatHoldsNoVoltageIsALoadAtEitherEnd() {
    HvdcLine.Converter from = HvdcLine.Converter.fixed(3);
    HvdcLine.Converter to = HvdcLine.Converter.fixed(-6);
    HvdcLine on = new HvdcLine("DC1", "10", "35", 20, -30, 40, 0.5, 0.02, true, from, to);
    HvdcLine out = new HvdcLine("DC2", "20", "35", 20, -30, 40, 0, 0, false, from, to);
    String text = write(network().withHvdcLines(List.of(on, out)));
    assertFalse(text.contains("dcline"));
    assertEquals(
        "10 3 20 -3 0 0 1 1.03 0.5 220 4 1.06 0.94"
            + " | 20 2 61 16 1.5 -2.5 2 1.02 -1.5 110 4 1.07 0.93"
            + " | 35 1 42.9 23 0 0 1 0.98 -2.5 110 5 1.08 0.92",
        table(text, "bus"));
    assertEquals(
        List.of(
            "FIELD_USED | hvdc line DC1 and 1 more | fromEnd | holds no voltage | The format has no"
                + " such line: its power is written as a load at either end."),
        notices(log, Rule.FIELD_USED));
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void aLineThatHoldsAVoltageAtOneEndIsRefused(boolean from, boolean to) {
    HvdcLine half =
        new HvdcLine(
            "DC1",
            "10",
            "35",
            1,
            0,
            2,
            0,
            0,
            true,
            new HvdcLine.Converter(from, 1, 0, 0, 0),
            new HvdcLine.Converter(to, 1, 0, 0, 0));
    assertEquals(
        "not supported: the HVDC line (DC1) holds a voltage at one end only.",
        assertThrows(
                IllegalArgumentException.class, () -> write(network().withHvdcLines(List.of(half))))
            .getMessage());
  }

  private static Bus bus(String id, String name, String zone, String lossZone) {
    return new Bus(id, name, BusType.PQ, 0, zone, 1, 0, 0.9, 1.1, lossZone);
  }

  private static Network buses(Bus... buses) {
    List<Bus> list = List.of(buses);
    return new Network(
        "", 100, list, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 1 2, ''", // numbers stay
    "0, 10, 0 10, ''",
    "north, south, 1 2, FIELD_USED | bus and 1 more | zone | north | Its name becomes a number.",
    "01, 1, 1 2, FIELD_USED | bus and 1 more | zone | 01 | Its name becomes a number.",
    "7, '', 1 2, FIELD_USED | bus | zone | 7 | Its name becomes a number."
  })
  void zonesOfDifferentNamesHaveDifferentNumbers(
      String first, String second, String numbers, String notice) {
    String text = write(buses(bus("1", "1", first, "0"), bus("2", "2", second, "0")));
    assertEquals(
        numbers,
        Arrays.stream(table(text, "bus").split(" \\| ", -1))
            .map(row -> row.split(" ", -1)[6])
            .collect(Collectors.joining(" ")));
    assertEquals(notice, String.join("", notices(log, Rule.FIELD_USED)));
  }

  @Test
  void busesWithoutNumbersAreNumberedByTheirPlaceAndKeepTheirIdsAsNames() {
    String text = write(buses(bus("b", "B", "0", "0"), bus("02", "O", "0", "0")));
    assertEquals(
        "1 2",
        Arrays.stream(table(text, "bus").split(" \\| ", -1))
            .map(row -> row.split(" ", -1)[0])
            .collect(Collectors.joining(" ")));
    assertEquals(
        "mpc.bus_name = {\n\t'b';\n\t'02';\n};\n", text.substring(text.indexOf("mpc.bus_n")));
    assertEquals(
        List.of(
            "FIELD_USED | bus b and 1 more | id | b"
                + " | It gets a number; its id is its name in the file."),
        notices(log, Rule.FIELD_USED));
  }

  @Test
  void namesAreQuotedOnOneLine() {
    String text = write(buses(bus("1", "It's\nhere", "0", "0")));
    assertEquals(
        "mpc.bus_name = {\n\t'It''s here';\n};\n", text.substring(text.indexOf("mpc.bus_n")));
    assertFalse(write(buses(bus("1", "1", "0", "0"))).contains("bus_name"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', case_",
    "9 bus, case_9_bus",
    "case14, case14",
    "my-case, my_case",
    "_x, case__x"
  })
  void theNameOfTheCaseIsOneOfTheLanguage(String name, String function) {
    String text = write(buses(bus("1", "1", "0", "0")).withName(name));
    assertEquals("function mpc = " + function, text.substring(0, text.indexOf('\n')));
  }

  @Test
  void aFlowgateOfOtherWeightsIsLeftOutAndTheOthersAreNumberedOn() {
    Flowgate half = new Flowgate("a", List.of(new Flowgate.Term("L1", 0.5)), 1, 2);
    Flowgate whole = new Flowgate("b", List.of(new Flowgate.Term("L2", 1)), 3, NONE);
    String text = write(network().withFlowgates(List.of(half, whole)));
    assertEquals("1 2", table(text, "if.map"));
    assertEquals("1 -Inf 3", table(text, "if.lims"));
    assertEquals(
        List.of("FIELD_USED | flowgate a | weight | not 1 or -1 | It is left out."),
        notices(log, Rule.FIELD_USED));
    assertFalse(write(network().withFlowgates(List.of(half))).contains("mpc.if"));
  }

  @Test
  void idsThatAreNotThoseOfTheirRowAreNoticed() {
    Branch odd = network().branches().get(0);
    Branch named =
        new Branch(
            "bridge",
            odd.from(),
            odd.to(),
            BranchKind.LINE,
            0,
            0.1,
            0,
            0.9,
            0,
            odd.ratings(),
            true);
    String text =
        write(
            network()
                .withFlowgates(List.of())
                .withBranches(List.of(named))
                .withGenerators(List.of(generator("unit", "10", true, QUADRATIC, null))));
    assertEquals("10 20 0 0.1 0 100 110 120 0.9 0 1 -360 360", table(text, "branch"));
    assertEquals(
        List.of(
            "FIELD_USED | generator unit | id | unit | It is named by its row: G<row>.",
            "FIELD_USED | branch bridge | id | bridge | It is named by its row: L<row>."),
        notices(log, Rule.FIELD_USED));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "100, 100",
    "-0.0, 0",
    "1e14, 100000000000000",
    "1e15, 1.0E15",
    "Infinity, Inf",
    "-Infinity, -Inf",
    "0.30000000000000004, 0.30000000000000004"
  })
  void numbersAreTheShortestThatComeBack(double value, String text) {
    assertEquals(text, MatpowerWriter.number(value));
  }
}
