package org.gridclear.market.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.ContractKind;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Trade;
import org.gridclear.settlement.registry.entry.Trade.Contract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves of registered contracts among those that were delivered, in a settlement folder. */
// Rows: A-28, O-25
class SettlementExportTest {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final String HEADER =
      "contract,series,"
          + String.join(",", IntStream.rangeClosed(1, 24).mapToObj(String::valueOf).toList());
  private static final String OTHER =
      row("X1", "mwh", "7.0000") + row("X1", "yuanPerMwh", "300.000");

  @TempDir private Path folder;
  private Path curves;

  @BeforeEach
  void name() {
    curves = folder.resolve("days/2026-10-30/curves.csv");
  }

  private static String row(String contract, String series, String value) {
    return contract + "," + series + "," + String.join(",", Collections.nCopies(24, value)) + "\n";
  }

  /** 48 MWh at 401.25 yuan/MWh over 30 and 31 October: 1 MWh an hour. */
  private static final String OURS =
      row("C1", "mwh", "1.0000") + row("C1", "yuanPerMwh", "401.250");

  private static Contract contract(OptionalLong total) {
    return new Contract(
        "C1",
        new Validity(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 10, 31)),
        new Trade.Parties("T1", "R"),
        Trade.Form.BILATERAL,
        ContractKind.FINANCIAL,
        new Trade.ReferencePrice("b1", Trade.Reference.DA),
        new Trade.Energy(total, OptionalLong.of(401_250)),
        new Trade.Decomposition(List.of(), List.of(), List.of()),
        Optional.empty());
  }

  private List<String> export(OptionalLong total, boolean replace) {
    RegistryState state = RegistryState.of(List.of(contract(total)));
    return new SettlementExport(state, OCTOBER, folder, 24, replace).write();
  }

  private List<String> export(boolean replace) {
    return export(OptionalLong.of(480_000), replace);
  }

  private String delivered(String text) throws IOException {
    Files.createDirectories(curves.getParent());
    Files.writeString(curves, text);
    return text;
  }

  @Test
  void curvesAreWrittenOnTheDaysOfTheContractAlone() throws IOException {
    assertTrue(
        export(false)
            .containsAll(List.of("days/2026-10-30/curves.csv", "days/2026-10-31/curves.csv")));
    assertEquals(HEADER + "\n" + OURS, Files.readString(curves));
    assertFalse(Files.exists(folder.resolve("days/2026-10-29/curves.csv")));
    assertEquals(List.of(), export(false), "what is as it is now is not written again");
  }

  @Test
  void rowsOfOtherContractsStayAndStandFirst() throws IOException {
    delivered(HEADER + "\n" + row("C1", "mwh", "9") + OTHER);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> export(false))
            .getMessage()
            .contains("days/2026-10-30/curves.csv with other content"));
    assertFalse(Files.exists(folder.resolve("members.csv")), "nothing is written");
    export(true);
    assertEquals(HEADER + "\n" + OTHER + OURS, Files.readString(curves));
  }

  /** A file that was begun and has no byte yet has no other columns. */
  @Test
  void anEmptyFileTakesTheCurves() throws IOException {
    delivered("");
    String said = assertThrows(IllegalArgumentException.class, () -> export(false)).getMessage();
    assertTrue(said.contains("days/2026-10-30/curves.csv"), said);
    export(true);
    assertEquals(HEADER + "\n" + OURS, Files.readString(curves));
  }

  /** A contract without a total has its curve in files, and none of the registry. */
  @ParameterizedTest
  @ValueSource(strings = {"", "contract,series", "contract, series, 1, 2\nX1,mwh,1,2\n"})
  void filesStayAsTheyAreWhereThereIsNothingToWrite(String text) throws IOException {
    delivered(text);
    export(OptionalLong.empty(), false);
    assertEquals(text, Files.readString(curves));
  }

  @Test
  void rowsOfAContractThatIsOverAreTakenOut() throws IOException {
    Path before = folder.resolve("days/2026-10-29/curves.csv");
    Files.createDirectories(before.getParent());
    Files.writeString(before, HEADER + "\n" + row("C1", "mwh", "9") + OTHER);
    export(true);
    assertEquals(HEADER + "\n" + OTHER, Files.readString(before));
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract,series,1,2\n", "contract,start,end,mwh\n", "X1,mwh,1\n"})
  void filesOfOtherColumnsAreNotPutTogether(String text) throws IOException {
    delivered(text);
    String said = assertThrows(IllegalArgumentException.class, () -> export(true)).getMessage();
    assertTrue(said.contains("days/2026-10-30/curves.csv have other columns"), said);
    assertEquals(text, Files.readString(curves));
  }
}
