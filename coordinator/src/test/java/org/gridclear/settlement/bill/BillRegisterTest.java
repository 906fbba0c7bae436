package org.gridclear.settlement.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.bill.BillRegister.Issued;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number is given once, over months, closes, corrections and processes. */
// Rows: S-01, S-06
class BillRegisterTest {
  private static final String OCTOBER = "2026-10";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("bill-register.csv");
  }

  private static Issued bill(String number, String entity, String member, String books) {
    return new Issued(
        number,
        "bill",
        OCTOBER,
        entity,
        member,
        "2026-10-01",
        "2026-10-31",
        books,
        "1.000",
        "2026-11-03 10:00 +08:00",
        "ab",
        "-");
  }

  private static Issued credit(String number, String entity, String cancels) {
    return new Issued(
        number,
        "credit",
        OCTOBER,
        entity,
        "M1",
        "2026-10-01",
        "2026-10-31",
        "h/1",
        "-1.000",
        "2026-11-04 10:00 +08:00",
        "cd",
        cancels);
  }

  private BillRegister with(Issued... documents) {
    try (BillRegister register = BillRegister.open(folder)) {
      List.of(documents).forEach(register::add);
    }
    return BillRegister.reading(folder);
  }

  private String refused() {
    return assertThrows(IllegalArgumentException.class, () -> BillRegister.reading(folder))
        .getMessage();
  }

  @Test
  void numbersGoOnWhereTheyWereByMonthAndEntity() {
    try (BillRegister register = BillRegister.open(folder)) {
      assertEquals("B202610-U1-1", register.reserve("B", OCTOBER, "U1"));
      assertEquals("B202610-U1-2", register.reserve("B", OCTOBER, "U1"));
      assertEquals("B202610-U2-1", register.reserve("B", OCTOBER, "U2"));
      assertEquals("B202611-U1-1", register.reserve("B", "2026-11", "U1"));
      assertEquals("C202610-U1-3", register.reserve("C", OCTOBER, "U1"));
      register.add(bill("B202610-U1-7", "U1", "M1", "h/1"));
      assertEquals("B202610-U1-8", register.reserve("B", OCTOBER, "U1"));
    }
    try (BillRegister again = BillRegister.open(folder)) {
      assertEquals(
          "B202610-U1-8", again.reserve("B", OCTOBER, "U1"), "7 is the last that is noted");
      assertEquals("B202610-U2-1", again.reserve("B", OCTOBER, "U2"), "what was not noted is free");
    }
  }

  /** An id that ends as a serial number does is another entity, whose numbers are its own. */
  @Test
  void idsWithHyphensHaveNumbersOfTheirOwn() {
    BillRegister register =
        with(bill("B202610-U-1-1", "U-1", "M1", "h/1"), bill("B202610-U-1", "U", "M1", "h/1"));
    assertEquals("B202610-U-1-2", register.reserve("B", OCTOBER, "U-1"));
    assertEquals("B202610-U-2", register.reserve("B", OCTOBER, "U"));
    assertEquals("U", register.find("B202610-U-1").orElseThrow().entity());
  }

  @Test
  void theLastBillThatStandsIsFoundByMonthEntityAndMember() {
    Issued first = bill("B202610-U1-1", "U1", "M1", "h/1");
    Issued other = bill("B202610-U1-2", "U1", "M2", "h/1");
    Issued second = bill("B202610-U1-3", "U1", "M1", "h/2");
    BillRegister register = with(first, other, second);
    assertEquals(List.of(first, other, second), register.all());
    assertEquals(Optional.of(second), register.last(OCTOBER, "U1", "M1"));
    assertEquals(Optional.of(other), register.last(OCTOBER, "U1", "M2"));
    assertEquals(Optional.empty(), register.last("2026-11", "U1", "M1"));
    assertEquals(Optional.empty(), register.last(OCTOBER, "U2", "M1"));
    assertEquals(Optional.of(first), register.of(OCTOBER, "U1", "M1", "h/1"));
    assertEquals(Optional.empty(), register.of(OCTOBER, "U1", "M2", "h/2"));
    assertTrue(register.has("h/2", "U1"));
    assertFalse(register.has("h/2", "U2"));
    assertFalse(register.has("h/3", "U1"));
  }

  @Test
  void aCreditNoteTakesItsBillAndNoOther() {
    Issued first = bill("B202610-U1-1", "U1", "M1", "h/1");
    Issued second = bill("B202610-U1-2", "U1", "M1", "h/2");
    BillRegister register = with(first, second, credit("C202610-U1-3", "U1", "B202610-U1-2"));
    assertTrue(register.stands("B202610-U1-1"));
    assertFalse(register.stands("B202610-U1-2"));
    assertFalse(register.stands("C202610-U1-3"), "a credit note is no bill");
    assertEquals(Optional.of(first), register.last(OCTOBER, "U1", "M1"));
    assertEquals(Optional.empty(), register.of(OCTOBER, "U1", "M1", "h/2"));
    assertFalse(register.has("h/2", "U1"));
    assertEquals("B202610-U1-4", register.reserve("B", OCTOBER, "U1"));
  }

  /** As a cut row leaves it: what a credit note cancels has to be there and to stand. */
  @ParameterizedTest
  @CsvSource({
    "B202610-U1-1, B202610-U1-2, 'is no bill that stands'",
    "B202610-U1-1, B202610-U1-, 'is no bill that stands'",
    "B202610-U1-1, -, 'is no bill that stands'",
    "B202610-U1, B202610-U1, 'ends with no serial number'",
    "B202610-U1-x, B202610-U1-x, 'ends with no serial number'"
  })
  void aRegisterThatCannotBeIsRefused(String number, String cancels, String said)
      throws IOException {
    with(bill("B202610-U1-1", "U1", "M1", "h/1"), credit("C202610-U1-2", "U1", "B202610-U1-1"));
    String text =
        Files.readString(file)
            .replace("C202610-U1-2,credit", "C202610-U1-9,credit")
            .replaceFirst("B202610-U1-1,bill", number + ",bill")
            .replace("cd,B202610-U1-1", "cd," + cancels);
    Files.writeString(file, text);
    String message = refused();
    assertTrue(message.contains(said) && message.contains(file.toString()), message);
  }

  @Test
  void aBillThatIsCancelledTwiceIsRefused() throws IOException {
    with(bill("B202610-U1-1", "U1", "M1", "h/1"), credit("C202610-U1-2", "U1", "B202610-U1-1"));
    String credit = Files.readString(file).lines().toList().get(2);
    Files.writeString(file, Files.readString(file) + credit.replace("U1-2,", "U1-3,") + "\n");
    assertTrue(refused().contains("C202610-U1-3 of B202610-U1-1, which is no bill that stands"));
  }

  @Test
  void aNumberThatComesTwiceIsRefused() throws IOException {
    with(bill("B202610-U1-1", "U1", "M1", "h/1"));
    String row = Files.readString(file).lines().toList().get(1);
    Files.writeString(file, Files.readString(file) + row + "\n");
    assertTrue(refused().contains("has the number B202610-U1-1 twice"));
  }

  @Test
  void aRowThatIsCutOffIsRefused() throws IOException {
    with(bill("B202610-U1-1", "U1", "M1", "h/1"));
    String text = Files.readString(file);
    Files.writeString(file, text + text.lines().toList().get(1).substring(0, 40));
    assertThrows(IllegalArgumentException.class, () -> BillRegister.reading(folder));
  }

  /** Whoever mends a damaged register finds it free: the process that refused it goes on. */
  @ParameterizedTest
  @ValueSource(strings = {"bill-register.csv", "bill-mitigations.csv"})
  void aRegisterThatWasRefusedIsNotHeld(String name) throws IOException {
    with(bill("B202610-U1-1", "U1", "M1", "h/1"));
    Path damaged = folder.resolve(name);
    String whole =
        name.equals("bill-register.csv")
            ? Files.readString(damaged)
            : "bill,sha256,date,market,unit,mitigation\nB202610-U1-1,ab,2026-10-02,rt,U7,3\n";
    Files.writeString(damaged, whole.substring(0, whole.length() - 12));
    for (int i = 0; i < 2; i++) {
      String said =
          assertThrows(IllegalArgumentException.class, () -> BillRegister.open(folder))
              .getMessage();
      assertTrue(said.contains(damaged.toString()), said);
    }
    Files.writeString(damaged, whole);
    try (BillRegister mended = BillRegister.open(folder)) {
      assertEquals("B202610-U1-2", mended.reserve("B", OCTOBER, "U1"));
    }
  }

  /** Without its header the first row would be taken for one, and its number be given again. */
  @Test
  void aRegisterThatLostItsHeaderIsRefused() throws IOException {
    with(bill("B202610-U1-1", "U1", "M1", "h/1"), bill("B202610-U1-2", "U1", "M1", "h/2"));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(text.indexOf('\n') + 1));
    String said = refused();
    assertTrue(said.contains(file.toString()) && said.contains("line 1 is not the header"), said);
  }

  @Test
  void whatBillsSayOfMitigatedOffersIsFoundByNumberAndHash() throws IOException {
    with(bill("B202610-U1-1", "U1", "M1", "h/1"), bill("B202610-U1-2", "U1", "M1", "h/2"));
    mitigations(
        "B202610-U1-1,ab,2026-10-02,rt,U7,3",
        "B202610-U1-1,ab,2026-10-01,da,U7,2",
        "B202610-U1-1,ab,2026-10-02,rt,U7,3",
        "B202610-U1-1,other,2026-10-03,da,U7,4");
    BillRegister register = BillRegister.reading(folder);
    assertEquals(
        List.of(
            new MitigatedOffer(LocalDate.of(2026, 10, 2), "rt", "U7", 3),
            new MitigatedOffer(LocalDate.of(2026, 10, 1), "da", "U7", 2)),
        register.mitigated(register.find("B202610-U1-1").orElseThrow()));
    assertEquals(List.of(), register.mitigated(register.find("B202610-U1-2").orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B1,ab,2026-13-02,rt,U7,3",
        "B1,ab,,rt,U7,3",
        "B1,ab,2026-10-02,rt,U7,three",
        "B1,ab,2026-10-02,rt,U7,",
        "B1,ab,2026-10-02,rt,U7",
        "B1,ab,2026-10-02,rt,U7,3,4"
      })
  void aRowOfMitigatedOffersThatCannotBeIsRefused(String row) throws IOException {
    mitigations(row);
    String said = refused();
    assertTrue(said.contains("bill-mitigations.csv is not what was written"), said);
  }

  private void mitigations(String... rows) throws IOException {
    Files.writeString(
        folder.resolve("bill-mitigations.csv"),
        "bill,sha256,date,market,unit,mitigation\n" + String.join("\n", rows) + "\n");
  }

  @Test
  void aRegisterThatIsReadAloneTakesNothing() {
    BillRegister register = BillRegister.reading(folder);
    assertEquals(List.of(), register.all());
    assertThrows(
        IllegalStateException.class, () -> register.add(bill("B202610-U1-1", "U1", "M1", "h/1")));
    assertFalse(Files.exists(file));
    assertThrows(
        IllegalArgumentException.class, () -> BillRegister.open(folder.resolve("nowhere")));
  }
}
