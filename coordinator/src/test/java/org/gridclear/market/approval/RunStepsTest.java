package org.gridclear.market.approval;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.store.approval.TransitionRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from the transitions of a run, and who may decide (docs/market-day.md). */
// Rows: I-11
class RunStepsTest {
  private static final DayKey KEY = new DayKey(Market.RT, LocalDate.of(2026, 10, 1), 7);
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-10-01T10:00:00Z");

  private static DayVersion version(int number, String by) {
    return new DayVersion(
        KEY, number, DayVersion.DRAFT, "", "", new Made("b", by, AT, ""), List.of(), Map.of());
  }

  /** "1 CHECKED by sue", a step after the other. */
  private static List<TransitionRow> steps(String... texts) {
    List<TransitionRow> rows = new ArrayList<>();
    for (String text : texts) {
      String[] parts = text.split(" ", -1);
      rows.add(
          new TransitionRow(
              rows.size() + 1,
              Integer.parseInt(parts[0]),
              "DRAFT",
              parts[1],
              parts.length > 2 ? parts[2] : "sue",
              AT,
              "",
              List.of()));
    }
    return rows;
  }

  private static VersionState state(int number, List<TransitionRow> steps) {
    return RunSteps.state(new VersionId(KEY, number), steps);
  }

  @Test
  void stateIsThatOfTheLastTransitionOfTheVersion() {
    List<TransitionRow> steps = steps("1 CHECKED", "2 CHECKED", "1 SUBMITTED", "2 SUBMITTED");
    assertEquals(VersionState.SUBMITTED, state(1, steps));
    assertEquals(VersionState.DRAFT, state(3, steps));
    assertEquals(VersionState.CHECKED, state(2, steps.subList(0, 3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 CHECKED|0",
        "1 APPROVED|1",
        "1 APPROVED;1 PUBLISHED|1",
        "1 APPROVED;1 PUBLISHED;1 WITHDRAWN|0",
        "1 APPROVED;1 WITHDRAWN;2 APPROVED|2",
        "1 APPROVED;2 CHECKED;2 REJECTED|1",
        "1 APPROVED;2 SUBMITTED;1 WITHDRAWN|0",
        "1 APPROVED;1 WITHDRAWN;2 APPROVED;3 REJECTED|2"
      })
  void oneVersionOfARunIsInForce(String text, int number) {
    assertEquals(
        number == 0 ? Optional.empty() : Optional.of(number),
        RunSteps.inForce(steps(text.split(";", -1))));
  }

  @Test
  void stepThatCannotFollowSaysWhatMayAndWhoWasLast() {
    DayVersion version = version(1, "op");
    List<TransitionRow> steps = steps("1 CHECKED", "1 SUBMITTED bob");
    assertDoesNotThrow(() -> RunSteps.requireNext(version, steps, VersionState.APPROVED));
    String said =
        assertThrows(
                StateChangedException.class,
                () -> RunSteps.requireNext(version, steps, VersionState.PUBLISHED))
            .getMessage();
    assertEquals(
        "rt 2026-10-01 cycle 7 version 1 is submitted and cannot become published: what follows is"
            + " approved or rejected. The last step was by bob at 2026-10-01T10:00Z.",
        said);
    String ended =
        assertThrows(
                StateChangedException.class,
                () -> RunSteps.requireNext(version, steps("1 REJECTED"), VersionState.CHECKED))
            .getMessage();
    assertTrue(ended.contains("nothing follows"), ended);
    String none =
        assertThrows(
                StateChangedException.class,
                () -> RunSteps.requireNext(version, List.of(), VersionState.APPROVED))
            .getMessage();
    assertTrue(none.endsWith("what follows is checked."), none);
  }

  private static final VersionPeople NOBODY_ASKED = new VersionPeople(KnownAccounts.NONE);

  private static void refused(String words, String by, List<DayVersion> of, String... steps) {
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> NOBODY_ASKED.requireOther(by, of, steps(steps)))
            .getMessage();
    assertTrue(said.contains(words), said);
  }

  @Test
  void whoMadeOrSubmittedAVersionDoesNotDecide() {
    List<DayVersion> made = List.of(version(3, "eve"), version(1, "op"));
    String[] steps = {"3 CHECKED cat", "3 SUBMITTED sue", "2 SUBMITTED tom"};
    refused("eve made", "eve", made, steps);
    refused("op made", "op", made, steps);
    refused("sue submitted", "sue", made, steps);
    refused("sue submitted", " SUE ", made, steps);
    refused("sue submitted", "ｓｕｅ", made, steps);
    refused("by a person", DayApproval.AUTOMATIC, made, steps);
    for (String other : List.of("cat", "tom", "bob", "su", "suez")) {
      assertDoesNotThrow(() -> NOBODY_ASKED.requireOther(other, made, steps(steps)), other);
    }
  }

  /** A first step by a free text may be by anybody: it has to be an account's. */
  @Test
  void whoeverHadAHandInItIsAnAccount() {
    List<String> asked = new ArrayList<>();
    new VersionPeople(asked::add)
        .requireOther("bob", List.of(version(2, "op"), version(1, "op")), steps("2 SUBMITTED sue"));
    assertEquals(List.of("op", "sue"), asked);
    asked.clear();
    new VersionPeople(asked::add)
        .requireOther(
            "bob", List.of(version(2, DayApproval.AUTOMATIC)), steps("2 SUBMITTED (automatic)"));
    assertEquals(List.of(), asked, "rules are no accounts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "(someone)", "a\u0007b", "a\u200bb"})
  void namesThatAreNoneAreRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> VersionPeople.name(name));
  }

  @Test
  void namesAndReasonsAreKeptWithoutBlanksAround() {
    assertEquals("sue", VersionPeople.name(" sue "));
    assertEquals(DayApproval.AUTOMATIC, VersionPeople.name(DayApproval.AUTOMATIC));
    assertEquals(64, VersionPeople.name("n".repeat(64)).length());
    String longName = "n".repeat(65);
    assertThrows(IllegalArgumentException.class, () -> VersionPeople.name(longName));
    assertEquals("why", VersionPeople.reason(" why\n"));
    assertEquals("", VersionPeople.reason(null));
    assertEquals(2000, VersionPeople.reason("r".repeat(2000)).length());
    String longReason = "r".repeat(2001);
    assertThrows(IllegalArgumentException.class, () -> VersionPeople.reason(longReason));
  }

  @ParameterizedTest
  @EnumSource(VersionState.class)
  void approvedAndPublishedVersionsAloneAreInForce(VersionState state) {
    assertEquals(List.of("APPROVED", "PUBLISHED").contains(state.name()), state.isInForce());
    assertEquals(state.name().toLowerCase(Locale.ROOT), state.word());
    for (VersionState next : VersionState.values()) {
      assertEquals(state.after().contains(next), state.mayBecome(next));
    }
  }

  @Test
  void versionsAreCountedFromOne() {
    assertEquals("rt 2026-10-01 cycle 7 version 1", new VersionId(KEY, 1).text());
    assertThrows(IllegalArgumentException.class, () -> new VersionId(KEY, 0));
  }

  @ParameterizedTest
  @CsvSource({"DA, 0, true", "DA, 1, false", "LT_RUC, 1, false", "RT, 0, true", "RT, -1, false"})
  void marketsThatRunOnceHaveNoCycles(Market market, int cycle, boolean allowed) {
    LocalDate date = LocalDate.of(2026, 10, 1);
    if (allowed) {
      assertEquals(cycle, new DayKey(market, date, cycle).cycle());
    } else {
      assertThrows(IllegalArgumentException.class, () -> new DayKey(market, date, cycle));
    }
  }
}
