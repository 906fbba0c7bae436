package org.gridclear.market.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.market.publication.PublicationKind.Correction;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are handed in, whose their rows are, and what a catalogue may say. */
// Rows: I-12
class HandedTableTest {
  private static PublicationKind kind(Audience... audience) {
    return new PublicationKind(
        "k",
        "A kind",
        "类",
        new Source.Document(),
        EnumSet.copyOf(List.of(audience)),
        new TreeMap<>(),
        Correction.HAND,
        List.of());
  }

  private static FrozenTable frozen(String csv, Audience... audience) {
    return new HandedTable("t.csv", csv.getBytes(StandardCharsets.UTF_8)).frozen(kind(audience));
  }

  @Test
  void rowsOfOwnDataAreTheirMembers() {
    FrozenTable table =
        frozen(
            "\uFEFFmember,note\nalder,\"a, b\"\n\nnorth power,\n",
            Audience.OWN_MEMBER,
            Audience.REGULATOR);
    assertEquals(List.of(Set.of("alder"), Set.of("north power")), table.members());
    assertEquals(Set.of("alder", "north power"), table.owners());
    assertArrayEquals(new Object[] {"alder", "a, b"}, table.table().rows().get(0));
    assertArrayEquals(new Object[] {"north power", ""}, table.table().rows().get(1));
    assertEquals("A kind.", table.table().description());
    assertEquals(List.of("", ""), table.zones());
  }

  /** What is for everybody is nobody's, even with a column of members. */
  @Test
  void rowsOfPublicTablesAreNobodys() {
    FrozenTable table = frozen("member,note\nalder,x\n", Audience.PUBLIC);
    assertEquals(List.of(Set.of()), table.members());
    assertEquals(Set.of(), table.owners());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "note;x|needs a column 'member'",
        "member,note;,x|line 2: the member is missing",
        "member,note;a,x;,y|line 3: the member is missing",
        "member,member;a,b|named twice",
        "member,note;;a,x; ;,y|line 5: the member is missing",
        ";;member,note;;;a,x,y|line 6 has 3 fields",
        ";note;x|line 2: k goes to its owners",
        ";member,member;a,b|line 2: a column",
        "member,note;a,~x;;y~;;b|line 6 has 1 fields",
        "member,note;a|has 1 fields, and the header 2",
        "member,note;a,b,c|has 3 fields, and the header 2",
        ";|is empty"
      })
  void tablesThatCannotBeGivenToTheirOwnersAreRefused(String csv, String words) {
    refused(csv.replace('~', '"').replace(";", "\n"), Audience.OWN_MEMBER, words);
    refused(csv.replace('~', '"').replace(";", "\r\n"), Audience.OWN_MEMBER, words);
  }

  private static void refused(String text, Audience audience, String words) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> frozen(text, audience)).getMessage();
    assertTrue(said.startsWith("t.csv") && said.contains(words), said);
  }

  @Test
  void frozenTableIsTheSameBytesAndReadAgain() {
    FrozenTable table = frozen("member,note\nalder,x\nbeech,y\n", Audience.OWN_MEMBER);
    assertArrayEquals(table.bytes(), FrozenTable.read(table.bytes()).bytes());
    assertEquals(table.members(), FrozenTable.read(table.bytes()).members());
    List<Set<String>> members = table.members().subList(0, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new FrozenTable(table.table(), members, table.zones()));
  }

  private static Catalogue read(String kind) {
    String text = "{kinds: [{id: k, en: E, zh: Z, %s}]}".formatted(kind);
    return CatalogueText.read(text.getBytes(StandardCharsets.UTF_8), "test", 3);
  }

  private static void refused(String words, String kind) {
    String said = assertThrows(InvalidInputException.class, () -> read(kind)).getMessage();
    assertTrue(said.contains(words), said);
  }

  private static final String DA = ", markets: {da: {when: approval}}";

  /** What belongs to members is never public, whatever a catalogue says. */
  @ParameterizedTest
  @CsvSource({
    "units, true", "commitment, true", "offers, true", "loads, true", "storage, true",
    "prices, false", "zone-prices, false", "reserves, false", "balance, false", "flows, false",
    "shadow-prices, false", "security, false"
  })
  void resultsOfMembersAreNotPublic(String results, boolean owned) {
    String kind = "source: {from: result, of: %s}, audience: [%s]" + DA;
    if (owned) {
      refused("belongs to members", kind.formatted(results, "public"));
      refused("belongs to members", kind.formatted(results, "own-member, public"));
    } else {
      assertEquals(3, read(kind.formatted(results, "public")).version());
    }
    assertEquals(1, read(kind.formatted(results, "own-member, operator")).kinds().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"member", "unit", "load", "meter", "contract"})
  void recordsOfTheRegistryAreNotPublic(String kind) {
    refused("public", "source: {from: registry, of: %s}, audience: [public]".formatted(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source: {from: result, of: prices}, audience: [public]|markets",
        "source: {from: result, of: price}, audience: [public], markets: {da: {when: hand}}|price",
        "source: {from: results, of: prices}, audience: [public]|results",
        "source: {from: ticket}, audience: []|who is told",
        "source: {from: ticket}|audience",
        "source: {from: ticket}, audience: [everybody]|everybody",
        "source: {from: document}, audience: [public], colour: red|colour",
        "source: {from: document}, audience: [public], correction: never|never",
        "source: {from: result, of: prices}, audience: [public], markets: {dah: {when: hand}}|dah"
      })
  void whatIsWrongWithAKindIsNamed(String kind, String words) {
    refused(words, kind);
  }

  @Test
  void idsOfKindsAreTheirOwn() {
    String twice =
        "{kinds: [{id: k, en: E, zh: Z, source: {from: ticket}, audience: [public]},"
            + " {id: k, en: E, zh: Z, source: {from: ticket}, audience: [public]},"
            + " {id: K, en: E, zh: Z, source: {from: ticket}, audience: [public]}]}";
    byte[] content = twice.getBytes(StandardCharsets.UTF_8);
    String said =
        assertThrows(InvalidInputException.class, () -> CatalogueText.read(content, "test", 1))
            .getMessage();
    assertTrue(said.contains("its own id") && said.contains("small letters"), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{when: approval, delay: PT15M}|APPROVAL|00:00|0|15",
        "{when: at, at: \"17:30\", daysBefore: 1, delay: PT1H}|AT|17:30|1|60",
        "{when: at, at: \"17:30\", daysBefore: -2}|AT|17:30|-2|0",
        "{when: hand}|HAND|00:00|0|0"
      })
  void schedulesOfMarketsAreRead(
      String text, Schedule.When when, LocalTime at, int daysBefore, int minutes) {
    PublicationKind kind =
        read("source: {from: result, of: prices}, audience: [public], markets: {da: %s}"
                .formatted(text))
            .kinds()
            .get(0);
    assertEquals(
        new Schedule(when, at, daysBefore, Duration.ofMinutes(minutes)), kind.schedule("da"));
    assertEquals(Schedule.BY_HAND, kind.schedule("rt"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{when: approval, delay: -PT1M}|PT15M or P1D",
        "{when: approval, delay: soon}|soon",
        "{when: at, at: noon}|17:30",
        "{when: at}|at",
        "{when: hand, delay: PT1M}|delay",
        "{when: approval, at: \"17:30\"}|at"
      })
  void schedulesThatAreNoneAreRefused(String text, String words) {
    refused(
        words,
        "source: {from: result, of: prices}, audience: [public], markets: {da: %s}"
            .formatted(text));
  }

  /** Only versions are approved: what is of a date alone waits for a time or a hand. */
  @Test
  void whatIsOfADateAloneWaitsForNoApproval() {
    refused(
        "Only versions", "source: {from: ticket}, audience: [public], schedule: {when: approval}");
    PublicationKind kind =
        read("source: {from: ticket}, audience: [public], schedule: {when: at, at: \"08:00\"}")
            .kinds()
            .get(0);
    assertEquals(LocalTime.of(8, 0), kind.schedule("").at());
    assertEquals(Correction.AUTOMATIC, kind.correction());
  }
}
