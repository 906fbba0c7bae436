package org.gridclear.market.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a catalogue of published data says, and what is refused by name (docs/market-day.md). */
// Rows: I-12, I-16
class CatalogueTextTest {
  private static final String HEAD = "id: k, en: Name, zh: 名, ";
  private static final String TICKETS = "source: {from: ticket}, audience: [public]";
  private static final String UNITS = "source: {from: result, of: units}, audience: [operator]";

  private static Catalogue read(String kinds) {
    return CatalogueText.read(
        "{kinds: [%s]}".formatted(kinds).getBytes(StandardCharsets.UTF_8), "test", 3);
  }

  private static PublicationKind kind(String fields) {
    return read("{" + HEAD + fields + "}").kind("k");
  }

  /** Every issue as its rule, field and value, in the order in which they are told. */
  private static String refused(String kinds) {
    return String.join(
        ", ",
        assertThrows(InvalidInputException.class, () -> read(kinds)).issues().stream()
            .map(issue -> "%s %s %s".formatted(issue.rule().id(), issue.field(), issue.value()))
            .toList());
  }

  @Test
  void aKindIsReadWithAllOfItsFields() {
    TreeMap<String, Schedule> schedules = new TreeMap<>();
    schedules.put("da", new Schedule(Schedule.When.HAND, LocalTime.MIDNIGHT, 0, Duration.ZERO));
    schedules.put(
        "rt", new Schedule(Schedule.When.APPROVAL, LocalTime.MIDNIGHT, 0, Duration.ofMinutes(15)));
    schedules.put(
        "id", new Schedule(Schedule.When.AT, LocalTime.of(17, 30), 2, Duration.ofHours(1)));
    assertEquals(
        new PublicationKind(
            "k",
            "Name",
            "名",
            new Source.Result(ResultKind.UNITS),
            EnumSet.of(Audience.OWN_MEMBER, Audience.REGULATOR),
            schedules,
            PublicationKind.Correction.HAND,
            List.of("unit", "mw")),
        kind(
            """
            source: {from: result, of: units}, audience: [regulator, own-member],
            markets: {da: {when: hand}, rt: {when: approval, delay: PT15M},
              id: {when: at, at: "17:30", daysBefore: 2, delay: PT1H}},
            correction: hand, columns: [unit, mw]
            """));
    assertEquals(3, read("{" + HEAD + TICKETS + "}").version());
  }

  @Test
  void whatIsLeftOutIsByHandWithAllColumnsAndCorrectedByItself() {
    PublicationKind kind = kind(TICKETS);
    assertEquals(Map.of(), kind.schedules());
    assertEquals(Schedule.BY_HAND, kind.schedule(""));
    assertEquals(PublicationKind.Correction.AUTOMATIC, kind.correction());
    assertEquals(List.of(), kind.columns());
    assertEquals(Set.of(Audience.PUBLIC), kind.audience());
  }

  @Test
  void rowsComeFromSixSources() {
    Map<String, Source> sources =
        Map.of(
            "result, of: zone-prices", new Source.Result(ResultKind.ZONE_PRICES),
            "series, of: load-forecast-short",
                new Source.Series(SeriesKind.of("load-forecast-short").orElseThrow()),
            "registry, of: contract", new Source.Registry(EntryKind.of("contract").orElseThrow()),
            "ticket", new Source.Ticket(),
            "notice", new Source.Notice(),
            "document", new Source.Document());
    sources.forEach(
        (text, source) -> {
          String markets = text.startsWith("result") ? ", markets: {da: {when: hand}}" : "";
          PublicationKind kind =
              kind("source: {from: %s}, audience: [operator]%s".formatted(text, markets));
          assertEquals(source, kind.source());
          assertEquals(text.split(",", -1)[0], kind.source().word());
          assertEquals(text.replaceFirst("^[a-z]+(, of: )?", ""), kind.source().of());
          assertEquals(text.startsWith("result"), kind.source().ofVersions());
        });
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "source: {from: ticket, of: units}, audience: [public]|FMT-03 of \"units\"",
        "source: {from: notice, of: x}, audience: [public]|FMT-03 of \"x\"",
        "source: {from: document, of: x}, audience: [public]|FMT-03 of \"x\"",
        "source: {from: result, of: unit}, audience: [operator], markets: {da: {when: hand}}|"
            + "NET-02 of unit",
        "source: {from: series}, audience: [operator]|NET-02 of ''",
        "source: {from: results, of: units}, audience: [operator]|"
            + "NET-02 from results, FMT-03 of \"units\"",
        "source: {from: registry, of: contract}, audience: [public]|FMT-05 audience public",
        "source: {from: result, of: units}, audience: [public, operator],"
            + " markets: {da: {when: hand}}|FMT-05 audience public",
        "source: {from: ticket}|FMT-04 audience absent",
        "source: {from: ticket}, audience: []|FMT-04 audience absent",
        "source: {from: ticket}, audience: [everybody]|"
            + "FMT-05 audience everybody, FMT-04 audience absent"
      })
  void whereItComesFromAndWhoIsToldAreRefusedByName(String fields, String issues) {
    assertEquals(issues.replace("''", ""), refused("{" + HEAD + fields + "}"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "markets: {}|FMT-04 markets absent",
        "colour: red, markets: {da: {when: hand}}|FMT-03 colour \"red\"",
        "markets: {dah: {when: hand}}|NET-02 markets dah",
        "schedule: {when: hand}, markets: {da: {when: hand}}|FMT-03 schedule {\"when\":\"hand\"}",
        "markets: {da: {when: hand, delay: PT1M}}|FMT-03 delay \"PT1M\"",
        "markets: {da: {when: approval, at: \"17:30\"}}|FMT-03 at \"17:30\"",
        "markets: {da: {when: at}}|FMT-04 at absent, FMT-05 at",
        "markets: {da: {when: at, at: \"24:01\"}}|FMT-05 at 24:01",
        "markets: {da: {when: approval, delay: -PT1S}}|FMT-05 delay -PT1S",
        "markets: {da: {when: approval, delay: 15 min}}|FMT-05 delay 15 min",
        "markets: {da: {when: never}}|FMT-05 when never"
      })
  void whenAResultIsPublishedIsRefusedByName(String fields, String issues) {
    String kind = "{%s%s, %s}".formatted(HEAD, UNITS, fields);
    assertEquals(issues, refused(kind).strip());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "schedule: {when: approval}|FMT-05 when approval",
        "markets: {da: {when: hand}}|FMT-03 markets {\"da\":{\"when\":\"hand\"}}",
        "schedule: {when: at, at: \"08:00\", daysBefore: 0.5}|FMT-05 daysBefore 0.5",
        "correction: never|FMT-05 correction never"
      })
  void dataOfADateHaveOneScheduleAndNoApproval(String fields, String issues) {
    assertEquals(issues, refused("{%s%s, %s}".formatted(HEAD, TICKETS, fields)));
  }

  @ParameterizedTest
  @CsvSource({"K", "1k", "k_1", "k 1", "-k"})
  void anIdIsOfSmallLettersDigitsAndDashes(String id) {
    assertEquals(
        "FMT-05 id " + id, refused("{id: \"%s\", en: e, zh: z, %s}".formatted(id, TICKETS)));
  }

  @Test
  void anIdIsGivenOnceAndHasSixtyFourSignsAtMost() {
    String longest = "k".repeat(64);
    assertEquals(
        longest,
        read("{id: %s, en: e, zh: z, %s}".formatted(longest, TICKETS)).kinds().get(0).id());
    assertEquals(
        "FMT-05 id k" + longest,
        refused("{id: k%s, en: e, zh: z, %s}".formatted(longest, TICKETS)));
    String one = "{" + HEAD + TICKETS + "}";
    assertEquals("NET-01 id k", refused(one + ", " + one));
  }

  /** A market that means to publish nothing says so by an empty list. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}|kinds", "{kind: []}|kind kinds"})
  void aCatalogueWithoutItsListIsRefused(String text, String fields) {
    Set<String> said = new java.util.TreeSet<>();
    assertThrows(
            InvalidInputException.class,
            () -> CatalogueText.read(text.getBytes(StandardCharsets.UTF_8), "test", 1))
        .issues()
        .forEach(issue -> said.add(issue.field()));
    assertEquals(fields, String.join(" ", said));
    assertEquals(List.of(), read("").kinds());
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertEquals(
        "FMT-04 zh absent, NET-02 from tickets, FMT-04 audience absent, FMT-05 correction often,"
            + " FMT-05 id B",
        refused(
            "{id: k, en: e, source: {from: tickets}, correction: often},"
                + " {id: B, en: e, zh: z, source: {from: ticket}, audience: [public]}"));
  }

  /** What the program comes with is what the documentation promises to members and the public. */
  @Test
  void theStandardCatalogueKeepsWhatBelongsToMembersFromThePublic() {
    Catalogue standard = Catalogues.standard();
    assertEquals(0, standard.version());
    List<String> open =
        standard.kinds().stream()
            .filter(kind -> kind.audience().contains(Audience.PUBLIC))
            .filter(
                kind ->
                    kind.source() instanceof Source.Registry
                        || List.of("units", "loads", "storage", "commitment")
                            .contains(kind.source().of()))
            .map(PublicationKind::id)
            .toList();
    assertEquals(List.of(), open);
    assertEquals(
        standard.kinds().stream().filter(kind -> kind.schedules().containsKey("rt")).toList(),
        standard.ofMarket("rt"));
    assertEquals(List.of(), standard.ofMarket("xx"));
  }
}
