package org.gridclear.market.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.market.series.MarketClock;
import org.gridclear.table.Column;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A notice as it is read, kept, and holds. */
// Rows: I-12
class NoticeTest {
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-10-02T00:00:00Z");
  private static final MarketClock CLOCK = MarketClock.of("Asia/Shanghai");

  private static Notice notice(String... audience) {
    return new Notice("T", "题", "x\ny", "文", FROM, Optional.of(TO), Set.of(audience), List.of());
  }

  private static Notice again(Notice notice) {
    return Notice.of(FrozenTable.read(notice.frozen().bytes()));
  }

  /** Ids of members may have blanks; who is told of a notice is who it names, nobody else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "public",
        "regulator",
        "operator",
        "member:alder",
        "member:north power",
        "member:north regulator",
        "member:public",
        "member:a|member:b",
        "member:a b|member:a",
        "member:a|operator|public|regulator",
        "member:north operator|regulator"
      })
  void audienceIsKeptAsItWas(String names) {
    Notice notice = notice(names.split("\\|", -1));
    assertEquals(notice, again(notice));
  }

  /** Notices that were kept before have blanks between recipients. */
  @ParameterizedTest
  @CsvSource({
    "public, public",
    "member:a regulator, member:a|regulator",
    "member:a power member:b power regulator, member:a power|member:b power|regulator"
  })
  void audiencesOfBeforeAreRead(String kept, String names) {
    List<Column> columns = notice("public").frozen().table().columns();
    FrozenTable.Rows rows = new FrozenTable.Rows("notice", "", columns);
    rows.add(Set.of(), "", "T", "", "x", "", FROM.toString(), "", kept, "");
    assertEquals(
        Set.of(names.split("\\|", -1)),
        Notice.of(FrozenTable.read(rows.frozen().bytes())).audience());
  }

  @Test
  void papersAndAnOpenEndAreKept() {
    List<Notice.Paper> papers =
        List.of(
            new Notice.Paper("plan of works.pdf", "a".repeat(64)),
            new Notice.Paper("图 1.png", "b".repeat(64)));
    Notice open = new Notice("T", "", "x", "", FROM, Optional.empty(), Set.of("public"), List.of());
    assertEquals(open, again(open));
    assertEquals(papers, again(open.with(papers)).papers());
    assertEquals(open, open.with(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "9", "图", "a.b-c_d e"})
  void namesOfPapersAreOfLettersAndDigits(String name) {
    assertEquals(name, new Notice.Paper(name, "h").name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "../a", "a/b", "-a", " a", "a\nb", "a\\b"})
  void namesThatLeadElsewhereAreRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> new Notice.Paper(name, "h"));
  }

  @Test
  void nameOfAPaperHasAHundredLetters() {
    assertEquals(100, new Notice.Paper("a".repeat(100), "h").name().length());
    String longer = "a".repeat(101);
    assertThrows(IllegalArgumentException.class, () -> new Notice.Paper(longer, "h"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30T23:59:59.999Z, false, false",
    "2026-10-01T00:00:00Z, true, true",
    "2026-10-01T23:59:59.999Z, true, true",
    "2026-10-02T00:00:00Z, false, true",
    "2030-01-01T00:00:00Z, false, true"
  })
  void noticeHoldsFromItsTimeUntilItsEnd(Instant at, boolean ended, boolean open) {
    assertEquals(ended, notice("public").holds(at));
    Notice without =
        new Notice("T", "", "x", "", FROM, Optional.empty(), Set.of("public"), List.of());
    assertEquals(open, without.holds(at));
  }

  private static Notice read(String text) {
    return Notice.read(text.getBytes(StandardCharsets.UTF_8), "test", CLOCK);
  }

  private static final String GOOD =
      """
      format: gridclear-notice
      title: T
      titleZh: 题
      text: x
      textZh: 文
      from: 2026-10-01T08:00
      to: 2026-10-02T08:00
      audience: [public, "member:alder"]
      """;

  @Test
  void localTimesAreThoseOfTheMarket() {
    assertEquals(
        new Notice(
            "T", "题", "x", "文", FROM, Optional.of(TO), Set.of("public", "member:alder"), List.of()),
        read(GOOD));
    assertEquals(FROM, read(GOOD.replace("T08:00", "T00:00Z")).from());
    assertEquals(Optional.empty(), read(GOOD.replace("to: 2026-10-02T08:00\n", "")).to());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: gridclear-notice|format: gridclear|gridclear-notice",
        "title: T|title: \"a\\nb\"|one line",
        "to: 2026-10-02|to: 2026-10-01|after 'from'",
        "to: 2026-10-02|to: 2026-09-01|after 'from'",
        "from: 2026-10-01T08:00|from: yesterday|from",
        "audience: [public, \"member:alder\"]|audience: []|public or recipients",
        "member:alder|alder|member:ID",
        "member:alder|member:|member:ID",
        "text: x|colour: red|colour",
        "text: x||text"
      })
  void whatIsWrongIsNamed(String good, String bad, String words) {
    String text = GOOD.replace(good, bad == null ? "" : bad);
    String said = assertThrows(InvalidInputException.class, () -> read(text)).getMessage();
    assertTrue(said.contains(words), said);
  }

  @Test
  void titleHasTwoHundredLetters() {
    assertEquals(200, read(GOOD.replace("title: T", "title: " + "t".repeat(200))).title().length());
    String longer = GOOD.replace("title: T", "title: " + "t".repeat(201));
    assertThrows(InvalidInputException.class, () -> read(longer));
  }
}
