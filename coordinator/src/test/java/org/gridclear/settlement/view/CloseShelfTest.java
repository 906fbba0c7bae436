package org.gridclear.settlement.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridclear.file.Aside;
import org.gridclear.file.DamagedFileException;
import org.gridclear.report.FolderSwap;
import org.gridclear.settlement.close.Seal;
import org.gridclear.settlement.process.ClosedMonths;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies on a shelf is listed, the damaged as damaged, and what is none is not there. */
// Rows: S-23, U-03
class CloseShelfTest {
  @TempDir private static Path made;
  private static ClosedMonths months;
  @TempDir private Path folder;
  private CloseShelf shelf;

  @BeforeAll
  static void close() throws IOException {
    months = ClosedMonths.make(made);
  }

  @BeforeEach
  void fill() throws IOException {
    months.copied(folder);
    shelf = new CloseShelf(folder);
  }

  @Test
  void aCloseIsListedWithItsFigures() {
    assertEquals(List.of("v1"), shelf.names());
    Object[] row = shelf.table().rows().get(0);
    assertEquals(1, shelf.table().rows().size());
    assertEquals("v1", row[0]);
    assertEquals("2026-10", row[1]);
    assertEquals("billable", row[3]);
    assertEquals(0, BigDecimal.ZERO.compareTo((BigDecimal) row[4]));
    assertEquals("0 24 3", row[5] + " " + row[6] + " " + row[7]);
    assertSame(shelf.facts("v1"), shelf.facts("v1"), "it is read once");
  }

  /** A close that is being written, or broke off, is none yet. */
  @Test
  void whatIsBeingWrittenIsNotListed() throws IOException {
    Path aside = Aside.folder(folder);
    Files.copy(folder.resolve("v1/close.json"), aside.resolve("close.json"));
    assertEquals(List.of("v1"), shelf.names());
    assertEquals(1, shelf.table().rows().size());
    String name = aside.getFileName().toString();
    assertThrows(UnknownNameException.class, () -> shelf.path(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../v1", "v1/", "v1/../v1", "v2", "V1 ", "/etc", "v1\n"})
  void anotherNameIsNoClose(String id) throws IOException {
    Files.copy(folder.resolve("v1/close.json"), folder.resolve("close.json"));
    assertThrows(UnknownNameException.class, () -> shelf.path(id));
  }

  @Test
  void theNearestNameIsSaid() {
    String said = assertThrows(UnknownNameException.class, () -> shelf.facts("v11")).getMessage();
    assertTrue(said.contains("'v11'") && said.contains("v1"), said);
  }

  /** A file that was changed since is told in the row, and nothing of the close is shown. */
  @ParameterizedTest
  @ValueSource(strings = {"close.json", "summary.json", "seal.txt"})
  void aDamagedCloseSaysSoAndNoMore(String file) throws IOException {
    shelf.facts("v1");
    Path path = folder.resolve("v1").resolve(file);
    Files.writeString(path, Files.readString(path).replaceFirst("2", "3"));
    CloseShelf fresh = new CloseShelf(folder);
    assertThrows(DamagedFileException.class, () -> fresh.facts("v1"));
    Object[] row = fresh.table().rows().get(0);
    assertEquals("damaged", row[3]);
    assertEquals("", row[1]);
    assertTrue(row[row.length - 1].toString().contains(file), () -> row[row.length - 1].toString());
  }

  @Test
  void aCloseWithoutItsSealIsDamagedAndNotGone() throws IOException {
    Files.delete(folder.resolve("v1").resolve(Seal.NAME));
    assertEquals(List.of("v1"), shelf.names());
    Object[] row = shelf.table().rows().get(0);
    assertEquals("damaged", row[3]);
    assertTrue(row[row.length - 1].toString().contains("seal.txt"));
  }

  /** The newest month first; of one month what was made last. */
  @Test
  void theNewestComesFirst() throws IOException {
    months.copied(folder.resolve("x"));
    Files.move(folder.resolve("x/v1"), folder.resolve("a-later"));
    Path record = folder.resolve("a-later/close.json");
    Files.writeString(
        record,
        Files.readString(record)
            .replaceFirst("\"month\" : \"2026-10\"", "\"month\" : \"2026-11\""));
    Seal.write(folder.resolve("a-later"), Map.of());
    List<Object[]> rows = shelf.table().rows();
    assertEquals(List.of("a-later", "v1"), rows.stream().map(row -> row[0]).toList());
    FolderSwap.delete(folder);
    assertEquals(List.of(), shelf.names());
  }
}
