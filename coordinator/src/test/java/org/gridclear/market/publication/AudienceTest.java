package org.gridclear.market.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.account.Scope;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.publication.Publishing.Outcome;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.table.Table;
import org.gridclear.table.TableFile;
import org.gridclear.table.TableFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of the catalogue, published of data of alder and birch, and what each recipient gets:
 * a member nothing that names the other one, and everybody nothing that is not for them. The cases
 * come from the catalogue: a kind without data here fails.
 */
// Rows: I-13, I-14, I-15, I-16, I-17, I-18, I-20, I-22, J-12, K-19, W-06
class AudienceTest {
  private static final List<Recipient> RECIPIENTS =
      List.of(
          Woods.ALDER,
          Woods.BIRCH,
          Woods.CEDAR,
          new Recipient.Regulator(),
          new Recipient.Operator());

  @TempDir static Path folder;

  private static Woods woods;
  private static ScheduledPublishing scheduled;

  /** What each recipient got, by kind: null where there is no message. */
  private static final Map<String, Map<Recipient, String>> GOT = new TreeMap<>();

  @BeforeAll
  static void publish() throws Exception {
    woods = Woods.on("embedded", folder);
    WoodsData.fill(woods.market);
    scheduled = ScheduledPublishing.of(woods.market, woods.days, woods.clock());
    DayVersion version = woods.approved();
    Catalogue catalogue = Catalogues.standard();
    List<String> results = new ArrayList<>();
    for (PublicationKind kind : catalogue.kinds()) {
      if (kind.source().ofVersions()) {
        results.add(kind.id());
      } else if (kind.source() instanceof Source.Notice) {
        Notices.of(woods.market, woods.days, woods.clock()).publish(WoodsData.notice(), "op");
      } else {
        Optional<HandedTable> handed =
            kind.source() instanceof Source.Document
                ? Optional.of(WoodsData.document(kind))
                : Optional.empty();
        scheduled.date(kind.id(), Woods.DATE, handed, "op");
      }
      GOT.put(kind.id(), new TreeMap<>(java.util.Comparator.comparing(Recipient::text)));
    }
    scheduled.publishing().version(version, results, "op");
    for (Recipient recipient : RECIPIENTS) {
      for (MessageRow message : woods.mailbox.after(recipient, Scope.ALL, 0, 1000).messages()) {
        Table table = woods.mailbox.content(recipient, Scope.ALL, message);
        String text = new String(TableFile.bytes(table, TableFormat.CSV), StandardCharsets.UTF_8);
        String twice = GOT.get(message.publication().kind()).put(recipient, text);
        assertEquals(null, twice, "one message each");
      }
    }
  }

  @AfterAll
  static void close() {
    woods.close();
  }

  @Test
  void everyKindIsPublishedAndSaysSomething() {
    List<String> silent = new ArrayList<>();
    for (PublicationKind kind : Catalogues.standard().kinds()) {
      Map<Recipient, String> got = GOT.get(kind.id());
      if (got.isEmpty() || got.values().stream().anyMatch(text -> text.lines().count() < 2)) {
        silent.add(kind.id() + " " + got);
      }
    }
    // Nobody checked the day's security, and none of its constraints binds.
    silent.removeIf(each -> each.startsWith("security ") || each.startsWith("shadow-prices "));
    assertEquals(List.of(), silent);
  }

  @Test
  void everyRecipientGetsWhatItsAudienceSaysAndNoOther() {
    for (PublicationKind kind : Catalogues.standard().kinds()) {
      for (Recipient recipient : RECIPIENTS) {
        boolean wanted = wanted(kind, recipient) && !kind.id().equals("security");
        assertEquals(
            wanted,
            GOT.get(kind.id()).containsKey(recipient),
            kind.id() + " to " + recipient.text());
      }
    }
  }

  /** By hand: what the words of the catalogue mean for a market in which cedar owns no results. */
  private static boolean wanted(PublicationKind kind, Recipient recipient) {
    boolean own = kind.audience().contains(Audience.OWN_MEMBER);
    boolean all = kind.audience().contains(Audience.PUBLIC);
    if (recipient instanceof Recipient.Regulator) {
      return kind.audience().contains(Audience.REGULATOR);
    }
    if (recipient instanceof Recipient.Operator) {
      return kind.audience().contains(Audience.OPERATOR);
    }
    if (all || !own) {
      return all;
    }
    return switch (recipient.text()) {
      case "member:alder" -> true;
      case "member:birch" -> WoodsData.BIRCH_OWNS.contains(kind.id());
      default -> WoodsData.CEDAR_OWNS.contains(kind.id());
    };
  }

  @Test
  void noMemberIsToldAWordOfWhatIsAnothers() {
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    for (PublicationKind kind : Catalogues.standard().kinds()) {
      if (kind.id().equals("outages")) {
        continue; // A ticket is of the network and public: it names units of members.
      }
      for (Map.Entry<Recipient, String> each : GOT.get(kind.id()).entrySet()) {
        if (each.getKey() instanceof Recipient.OfMember member) {
          looked++;
          for (String other : List.of("alder", "birch")) {
            boolean side = kind.id().equals("contracts");
            if (!other.equals(member.id()) && each.getValue().contains(other) && !side) {
              wrong.add(kind.id() + " to " + member.id() + ": " + each.getValue());
            }
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(looked > 40, "answers that were looked at: " + looked);
  }

  @Test
  void aContractGoesToItsTwoSides() {
    Map<Recipient, String> got = GOT.get("contracts");
    assertTrue(got.get(Woods.ALDER).contains("alder-c"));
    assertTrue(got.get(Woods.CEDAR).contains("alder-c"));
    assertEquals(null, got.get(Woods.BIRCH));
  }

  @Test
  void whoSeesOneZoneGetsItsRowsAlone() throws Exception {
    Scope north = new Scope(Scope.Part.ALL, Scope.Part.of(List.of("north")), Scope.Part.ALL);
    List<MessageRow> seen = woods.mailbox.after(Woods.ALDER, north, 0, 1000).messages();
    assertTrue(seen.stream().anyMatch(each -> each.publication().kind().equals("prices")));
    for (MessageRow message : seen) {
      Table table = woods.mailbox.content(Woods.ALDER, north, message);
      String text = new String(TableFile.bytes(table, TableFormat.CSV), StandardCharsets.UTF_8);
      assertTrue(!text.contains("south"), message.publication().kind() + ": " + text);
    }
  }

  @Test
  void whatIsDueByTheClockIsPublishedOnce() {
    Instant before = woods.clock().instant();
    List<Outcome> outcomes = scheduled.run(Woods.DATE, Woods.DATE, "op");
    assertEquals(List.of(), outcomes, "all was published by hand at " + before);
  }
}
