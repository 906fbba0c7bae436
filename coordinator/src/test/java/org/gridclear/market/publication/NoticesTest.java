package org.gridclear.market.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gridclear.account.Scope;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.market.store.publication.PublicationRow.Action;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices, their audience, corrections and receipts. */
// Rows: I-21
class NoticesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);

  @TempDir Path folder;
  private Woods woods;
  private Notices notices;

  @BeforeEach
  void open() {
    woods = Woods.on("embedded", folder);
    WoodsData.fill(woods.market);
    notices = Notices.of(woods.market, woods.days, woods.clock());
  }

  @AfterEach
  void close() {
    woods.close();
  }

  private List<Notices.Shown> standing(Recipient recipient) {
    return notices.list(recipient, Scope.ALL, TODAY, TODAY, true);
  }

  @Test
  void aNoticeToAllIsReadAndItsReceiptShowsBy() {
    PublicationRow row = notices.publish(WoodsData.notice(), "op");
    assertEquals("十点闭市", standing(Woods.CEDAR).get(0).notice().textZh());
    MessageRow message = woods.mailbox.after(Woods.CEDAR, Scope.ALL, 0, 9).messages().get(0);
    woods.mailbox.acknowledge(Woods.CEDAR, Scope.ALL, List.of(message.number()), "carl");
    List<String> read =
        notices.receipts(row.number()).stream()
            .filter(each -> each.acknowledged().isPresent())
            .map(MessageRow::recipient)
            .toList();
    assertEquals(List.of("member:cedar"), read);
    assertTrue(notices.receipts(row.number()).size() >= 5);
  }

  @Test
  void aNoticeToOneIsNotThereForAnother() {
    PublicationRow row = notices.publish(WoodsData.notice("member:alder"), "op");
    assertEquals(1, standing(Woods.ALDER).size());
    assertEquals(List.of(), standing(Woods.BIRCH));
    assertEquals(List.of(), standing(new Recipient.Regulator()));
    assertEquals(Optional.empty(), notices.find(Woods.BIRCH, Scope.ALL, row.number()));
    assertTrue(notices.find(Woods.ALDER, Scope.ALL, row.number()).isPresent());
  }

  @Test
  void itHoldsInItsTimeAlone() {
    notices.publish(WoodsData.notice(), "op");
    assertEquals(1, standing(Woods.ALDER).size());
    woods.later(Duration.ofDays(2));
    assertEquals(0, standing(Woods.ALDER).size());
    assertEquals(1, notices.list(Woods.ALDER, Scope.ALL, TODAY, TODAY, false).size());
  }

  @Test
  void aCorrectionReplacesItAndAWithdrawalEndsIt() {
    PublicationRow first = notices.publish(WoodsData.notice(), "op");
    PublicationRow second = notices.correct(first.number(), WoodsData.notice(), "op");
    assertEquals(Action.CORRECTED, second.action());
    assertEquals(
        List.of(second.number()),
        standing(Woods.ALDER).stream().map(each -> each.row().number()).toList());
    assertThrows(
        IllegalArgumentException.class,
        () -> notices.correct(first.number(), WoodsData.notice(), "op"));
    assertThrows(
        IllegalArgumentException.class,
        () -> notices.correct(second.number(), WoodsData.notice("member:alder"), "op"));
    assertThrows(IllegalArgumentException.class, () -> notices.withdraw(second.number(), "", "op"));
    notices.withdraw(second.number(), "mistake", "op");
    assertEquals(List.of(), standing(Woods.ALDER));
    assertThrows(
        IllegalArgumentException.class, () -> notices.withdraw(second.number(), "again", "op"));
    assertEquals(3, woods.mailbox.after(Woods.CEDAR, Scope.ALL, 0, 9).messages().size());
  }

  @Test
  void twoNoticesOfADayAreTwo() {
    notices.publish(WoodsData.notice(), "op");
    notices.publish(WoodsData.notice(), "op");
    assertEquals(2, standing(Woods.ALDER).size());
  }

  @Test
  void aPaperIsKeptByItsHashAndReadByWhoReadsTheNotice() {
    byte[] paper = "%PDF".getBytes(StandardCharsets.UTF_8);
    Notice.Paper kept = notices.keep("rules 2026.pdf", paper);
    PublicationRow row = notices.publish(WoodsData.notice().with(List.of(kept)), "op");
    Notices.Shown shown = notices.find(Woods.ALDER, Scope.ALL, row.number()).orElseThrow();
    assertArrayEquals(paper, notices.paper(shown, "rules 2026.pdf").orElseThrow());
    assertEquals(Optional.empty(), notices.paper(shown, "../market.json"));
    assertThrows(IllegalArgumentException.class, () -> notices.keep("../x", paper));
  }

  @Test
  void whatIsWrongIsSaidAtOnce() {
    String wrong =
        assertThrows(
                InvalidInputException.class,
                () ->
                    Notice.read(
                        """
                        {"text": "a", "from": "2026-10-02T08:00", "to": "2026-10-01T08:00",
                         "audience": ["oak"], "size": 1}
                        """
                            .getBytes(StandardCharsets.UTF_8),
                        "n.json",
                        new MarketClock(ZoneId.of("Asia/Shanghai"))))
            .issues()
            .toString();
    for (String word : List.of("title", "to", "oak", "size")) {
      assertTrue(wrong.contains(word), word + " in " + wrong);
    }
    String unknown =
        assertThrows(
                IllegalArgumentException.class,
                () -> notices.publish(WoodsData.notice("member:oak"), "op"))
            .getMessage();
    assertTrue(unknown.contains("oak"), unknown);
    assertFalse(unknown.contains("alder"), unknown);
  }
}
