package org.gridclear.market.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.gridclear.account.Scope;
import org.gridclear.market.approval.StateChangedException;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.approval.VersionState;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.market.store.publication.PublicationRow.Action;
import org.gridclear.market.store.publication.PublicationStore;
import org.gridclear.table.Table;
import org.gridclear.table.TableFile;
import org.gridclear.table.TableFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Publications of versions, their corrections and withdrawals, on each kind of database. */
// Rows: I-12, I-19, I-26
class PublishingTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";

  @TempDir Path folder;

  private static List<MessageRow> messages(Woods woods, Recipient recipient) {
    return woods.mailbox.after(recipient, Scope.ALL, 0, 1000).messages();
  }

  private static List<String> kinds(Woods woods, Recipient recipient) {
    return messages(woods, recipient).stream().map(each -> each.publication().kind()).toList();
  }

  private static String text(Woods woods, Recipient recipient, MessageRow message)
      throws Exception {
    Table table = woods.mailbox.content(recipient, Scope.ALL, message);
    return new String(TableFile.bytes(table, TableFormat.CSV), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whatIsNotApprovedIsNotPublishedAndNobodyIsTold(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      DayVersion version = woods.version();
      assertThrows(
          StateChangedException.class,
          () -> woods.publishing.version(version, List.of("prices"), "op"));
      assertEquals(
          List.of(), new PublicationStore(woods.market.database()).between(Woods.DATE, Woods.DATE));
      assertEquals(List.of(), messages(woods, Woods.ALDER));
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void publicDataIsForAllAndOwnDataForItsOwner(String kind) throws Exception {
    try (Woods woods = Woods.on(kind, folder)) {
      List<String> wanted = List.of("prices", "unit-results", "storage-results", "flows");
      woods.publishing.version(woods.approved(), wanted, "op");
      assertEquals(List.of("prices", "unit-results", "storage-results"), kinds(woods, Woods.ALDER));
      assertEquals(List.of("prices", "unit-results"), kinds(woods, Woods.BIRCH));
      assertEquals(List.of("prices"), kinds(woods, Woods.CEDAR));
      assertEquals(
          List.of("unit-results", "storage-results", "flows"),
          kinds(woods, new Recipient.Regulator()));
      String alder = text(woods, Woods.ALDER, messages(woods, Woods.ALDER).get(1));
      assertTrue(alder.contains("alder-1") && !alder.contains("birch"), alder);
      String all =
          text(woods, new Recipient.Regulator(), messages(woods, new Recipient.Regulator()).get(0));
      assertTrue(all.contains("alder-1") && all.contains("birch-1"), all);
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void aLaterVersionIsACorrectionThatNamesWhatItReplaces(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      List<String> wanted = List.of("prices");
      PublicationRow first =
          woods.publishing.version(woods.approved(), wanted, "op").get(0).published().orElseThrow();
      PublicationRow second =
          woods.publishing.version(woods.approved(), wanted, "op").get(0).published().orElseThrow();
      assertEquals(Action.PUBLISHED, first.action());
      assertEquals(OptionalLong.empty(), first.replaces());
      assertEquals(Action.CORRECTED, second.action());
      assertEquals(OptionalLong.of(first.number()), second.replaces());
      assertEquals(2, second.subject().version());
      assertEquals(2, messages(woods, Woods.CEDAR).size());
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void theSameAgainAddsNothingAndAnEarlierVersionIsRefused(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      DayVersion first = woods.approved();
      DayVersion second = woods.approved();
      woods.publishing.version(second, List.of("prices"), "op");
      Publishing.Outcome again = woods.publishing.version(second, List.of("prices"), "op").get(0);
      assertEquals("is published already", again.remark());
      assertEquals(1, messages(woods, Woods.CEDAR).size());
      String said =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> woods.publishing.version(first, List.of("prices"), "op"))
              .getMessage();
      assertTrue(said.contains("is withdrawn"), said);
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void aWithdrawalIsToldToAllWhoWereToldAndItsRowsAreGone(String kind) throws Exception {
    try (Woods woods = Woods.on(kind, folder)) {
      DayVersion version = woods.approved();
      woods.publishing.version(version, List.of("prices", "unit-results"), "op");
      assertThrows(
          IllegalArgumentException.class, () -> woods.publishing.withdraw(version, " ", "op"));
      woods.publishing.withdraw(version, "wrong load", "op");
      List<MessageRow> birch = messages(woods, Woods.BIRCH);
      assertEquals(
          List.of(Action.PUBLISHED, Action.PUBLISHED, Action.WITHDRAWN, Action.WITHDRAWN),
          birch.stream().map(each -> each.publication().action()).toList());
      assertEquals("wrong load", birch.get(3).publication().reason());
      assertFalse(
          messages(woods, Woods.CEDAR).stream()
              .anyMatch(each -> each.publication().kind().equals("unit-results")));
      for (MessageRow message : birch) {
        assertThrows(
            WithdrawnException.class, () -> woods.mailbox.content(Woods.BIRCH, Scope.ALL, message));
      }
      assertThrows(
          StateChangedException.class,
          () -> woods.publishing.version(version, List.of("prices"), "op"));
      PublicationRow next =
          woods
              .publishing
              .version(woods.approved(), List.of("prices"), "op")
              .get(0)
              .published()
              .orElseThrow();
      assertEquals(Action.PUBLISHED, next.action());
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void ofSeveralKindsAllAreWrittenOrNone(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      DayVersion first = woods.approved();
      assertThrows(
          IllegalArgumentException.class,
          () -> woods.publishing.version(first, List.of("prices", "load-actual"), "op"));
      assertEquals(List.of(), kinds(woods, Woods.CEDAR));
      assertEquals(VersionState.APPROVED, woods.approval.standing(VersionId.of(first)).state());
      woods.publishing.version(first, List.of("prices", "zone-prices"), "op");
      assertEquals(List.of("prices", "zone-prices"), kinds(woods, Woods.CEDAR));
    }
  }

  /** In the day ahead all are by hand; so it is published when the last one is. */
  @ParameterizedTest
  @MethodSource(KINDS)
  void aVersionIsPublishedOnceAllKindsAreThatAreDue(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      DayVersion version = woods.approved();
      List<String> had =
          woods.publishing.catalogue().ofMarket("da").stream()
              .filter(each -> version.blocks().containsKey(((Source.Result) each.source()).kind()))
              .map(PublicationKind::id)
              .toList();
      assertTrue(had.size() > 5, had::toString);
      List<String> left = new ArrayList<>(had);
      for (String each : had) {
        List<Publishing.Outcome> said = woods.publishing.version(version, List.of(each), "op");
        left.remove(each);
        assertEquals(
            left,
            said.stream()
                .filter(outcome -> outcome.remark().equals(Publishing.LEFT))
                .map(Publishing.Outcome::kind)
                .toList());
        assertEquals(
            left.isEmpty() ? VersionState.PUBLISHED : VersionState.APPROVED,
            woods.approval.standing(VersionId.of(version)).state());
      }
    }
  }

  /** Real time is due with its approval, its offers a day later: those are not waited for. */
  @ParameterizedTest
  @MethodSource(KINDS)
  void whatIsDueLaterIsNotWaitedFor(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      woods
          .publishing
          .catalogues()
          .set(
              """
              kinds:
              - {id: prices, en: p, zh: p, source: {from: result, of: prices}, audience: [public],
                 markets: {da: {when: approval}}}
              - {id: zone-prices, en: z, zh: z, source: {from: result, of: zone-prices},
                 audience: [public], markets: {da: {when: approval, delay: P1D}}}
              - {id: flows, en: f, zh: f, source: {from: result, of: flows}, audience: [operator],
                 markets: {da: {when: hand}}}
              """
                  .getBytes(StandardCharsets.UTF_8),
              "catalogue.yaml",
              new Recording("op", Woods.NOW));
      DayVersion version = woods.approved();
      woods.publishing.version(version, List.of("zone-prices"), "op");
      assertEquals(VersionState.APPROVED, woods.approval.standing(VersionId.of(version)).state());
      woods.publishing.version(version, List.of("prices"), "op");
      assertEquals(VersionState.PUBLISHED, woods.approval.standing(VersionId.of(version)).state());
    }
  }
}
