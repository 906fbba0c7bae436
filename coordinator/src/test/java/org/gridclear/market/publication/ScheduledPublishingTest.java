package org.gridclear.market.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.account.Scope;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.publication.Publishing.Outcome;
import org.gridclear.market.publication.disclosure.Disclosure;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.market.store.publication.PublicationRow.Action;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due by the catalogue, and by nobody's hand. */
class ScheduledPublishingTest {
  private static final LocalDate DATE = Woods.DATE;
  private static final String CATALOGUE =
      """
      kinds:
      - {id: now, en: a, zh: b, source: {from: result, of: prices}, audience: [public],
         markets: {da: {when: approval}}}
      - {id: late, en: a, zh: b, source: {from: result, of: zone-prices}, audience: [public],
         markets: {da: {when: approval, delay: PT2H}}}
      - {id: at, en: a, zh: b, source: {from: result, of: units}, audience: [own-member],
         markets: {da: {when: at, at: "20:00", daysBefore: 1}}}
      - {id: asked, en: a, zh: b, source: {from: result, of: loads}, audience: [own-member],
         markets: {da: {when: hand}}}
      - {id: once, en: a, zh: b, source: {from: result, of: balance}, audience: [public],
         markets: {da: {when: approval}}, correction: none}
      - {id: load, en: a, zh: b, source: {from: series, of: load-actual}, audience: [public],
         schedule: {when: at, at: "17:00", daysBefore: 1, delay: PT1H}}
      """;

  @TempDir Path folder;
  private Woods woods;
  private ScheduledPublishing scheduled;

  @BeforeEach
  void open() {
    woods = Woods.on("embedded", folder);
    WoodsData.fill(woods.market);
    scheduled = ScheduledPublishing.of(woods.market, woods.days, woods.clock());
    set(CATALOGUE);
  }

  private void set(String text) {
    scheduled
        .publishing()
        .catalogues()
        .set(
            text.getBytes(StandardCharsets.UTF_8),
            "catalogue.yaml",
            new Recording("op", woods.clock().instant()));
  }

  @AfterEach
  void close() {
    woods.close();
  }

  private List<String> run() {
    return scheduled.run(DATE, DATE, "op").stream()
        .map(each -> each.kind() + " " + each.published().map(PublicationRow::action).orElse(null))
        .toList();
  }

  /** The clock shows 18:00 of the day before at first; a version is approved then. */
  @Test
  void eachKindIsPublishedAtItsTimeAndOnce() {
    assertEquals(List.of("load PUBLISHED"), run());
    woods.approved();
    assertEquals(List.of("now PUBLISHED", "once PUBLISHED"), run());
    assertEquals(List.of(), run());
    woods.later(Duration.ofMinutes(119));
    assertEquals(List.of(), run());
    woods.later(Duration.ofMinutes(1));
    assertEquals(List.of("late PUBLISHED", "at PUBLISHED"), run());
    woods.later(Duration.ofDays(9));
    assertEquals(List.of(), run());
  }

  private List<String> disclosed() {
    return new Disclosure(woods.market, woods.days, woods.clock())
        .table(DATE, DATE).rows().stream()
            .map(row -> row[1] + " " + row[0] + " " + row[8])
            .sorted()
            .toList();
  }

  // Rows: L-11
  /** What is asked for by hand has no time; the others are in time, late, missing or to come. */
  @Test
  void whoSupervisesSeesWhatWasPublishedLateOrNotAtAll() {
    assertEquals(List.of("load waiting 0"), disclosed(), "it is due now");
    woods.approved();
    run();
    assertEquals(
        List.of(
            "at waiting 0", "late waiting 0", "load in-time 0", "now in-time 0", "once in-time 0"),
        disclosed());
    woods.later(Duration.ofMinutes(136));
    assertEquals("at missing 16", disclosed().get(0));
    run();
    assertEquals(
        List.of("at late 16", "late late 16", "load in-time 0", "now in-time 0", "once in-time 0"),
        disclosed());
    assertEquals(
        "late",
        new Disclosure(woods.market, woods.days, woods.clock()).table(DATE, DATE).rows().get(0)[0]);
  }

  @Test
  void aLongMonthIsTheMostThatIsAskedForAtOnce() {
    Disclosure disclosure = new Disclosure(woods.market, woods.days, woods.clock());
    LocalDate first = LocalDate.of(2026, 10, 1);
    LocalDate last = LocalDate.of(2026, 10, 31);
    assertTrue(disclosure.table(first, last).rows().size() > 0);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class, () -> disclosure.table(first, last.plusDays(1)))
            .getMessage()
            .contains("1 to 31 days"));
    assertThrows(IllegalArgumentException.class, () -> disclosure.table(first, first.minusDays(1)));
  }

  @Test
  void aLaterVersionCorrectsWhatTheCatalogueLetsItCorrect() {
    woods.approved();
    run();
    woods.version();
    assertEquals(List.of(), run(), "the later one is not approved");
    woods.approve(woods.days.newest(Woods.DAY).orElseThrow());
    assertEquals(List.of("now CORRECTED"), run());
  }

  @Test
  void whatIsWithdrawnByTheApproversIsWithdrawnFromAllWhoWereTold() {
    DayVersion version = woods.approved();
    run();
    woods.approval.withdraw(new Wanted(VersionId.of(version), "bob", "wrong load"));
    assertEquals(List.of("now WITHDRAWN", "once WITHDRAWN"), run());
    assertEquals(List.of(), run());
    List<MessageRow> told = woods.mailbox.after(Woods.CEDAR, Scope.ALL, 0, 99).messages();
    assertEquals(
        List.of(
            "now PUBLISHED", "once PUBLISHED", "load PUBLISHED", "now WITHDRAWN", "once WITHDRAWN"),
        told.stream().map(m -> m.publication().kind() + " " + m.publication().action()).toList());
  }

  @Test
  void whatIsHandedInNeedsMembersThatAreRegistered() {
    set(new String(Catalogues.standardText(), StandardCharsets.UTF_8));
    HandedTable table =
        new HandedTable("s.csv", "member,yuan\nalder,1\noak,2\n".getBytes(StandardCharsets.UTF_8));
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> scheduled.date("settlement-results", DATE, Optional.of(table), "op"))
            .getMessage();
    assertTrue(said.contains("s.csv, column member: oak"), said);
    HandedTable nobody =
        new HandedTable("s.csv", "item,yuan\na,1\n".getBytes(StandardCharsets.UTF_8));
    assertThrows(
        IllegalArgumentException.class,
        () -> scheduled.date("settlement-results", DATE, Optional.of(nobody), "op"));
    assertThrows(
        IllegalArgumentException.class,
        () -> scheduled.date("load-actual", DATE, Optional.of(table), "op"));
    assertThrows(
        IllegalArgumentException.class,
        () -> scheduled.date("indices", DATE, Optional.empty(), "op"));
  }

  @Test
  void whatIsHandedInAnewCorrectsWhatWasPublished() {
    set(new String(Catalogues.standardText(), StandardCharsets.UTF_8));
    Outcome first = scheduled.date("indices", DATE, Optional.of(indices("0.18")), "op");
    Outcome again = scheduled.date("indices", DATE, Optional.of(indices("0.18")), "op");
    Outcome next = scheduled.date("indices", DATE, Optional.of(indices("0.19")), "op");
    assertEquals(Action.PUBLISHED, first.published().orElseThrow().action());
    assertEquals("is published already", again.remark());
    assertEquals(Action.CORRECTED, next.published().orElseThrow().action());
  }

  private static HandedTable indices(String value) {
    return new HandedTable(
        "i.csv", ("item,value\nHHI," + value + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everythingThatIsWrongWithACatalogueIsSaidAtOnce() {
    String said =
        assertThrows(
                InvalidInputException.class,
                () ->
                    set(
                        """
                        kinds:
                        - {id: Prices, en: a, zh: b, source: {from: result, of: price},
                           audience: [public], markets: {dam: {when: hand}}}
                        - {id: units, en: a, zh: b, source: {from: result, of: units},
                           audience: [public], markets: {da: {when: at, at: "25:00"}}}
                        - {id: units, en: a, source: {from: series, of: load-actual},
                           schedule: {when: approval, delay: -PT1H}, color: red}
                        """))
            .issues()
            .toString();
    for (String word :
        List.of(
            "Prices",
            "'price",
            "dam",
            "belongs to members",
            "25:00",
            "zh",
            "audience",
            "Only versions are approved",
            "-PT1H",
            "color")) {
      assertTrue(said.contains(word.replace("'", "")), word + " in " + said);
    }
  }

  @Test
  void theCatalogueThatHeldIsKeptWithThePublication() {
    woods.approved();
    run();
    Instant before = woods.clock().instant();
    woods.later(Duration.ofMinutes(1));
    set("kinds:\n- {id: x, en: a, zh: b, source: {from: ticket}, audience: [regulator]}\n");
    assertEquals(1, scheduled.publishing().catalogue().kinds().size());
    assertEquals(6, scheduled.publishing().catalogues().at(before).kinds().size());
    MessageRow message =
        woods.mailbox.after(Woods.CEDAR, Scope.ALL, 0, 99).messages().stream()
            .filter(each -> each.publication().kind().equals("now"))
            .findFirst()
            .orElseThrow();
    assertTrue(woods.mailbox.content(Woods.CEDAR, Scope.ALL, message).rows().size() > 1);
  }
}
