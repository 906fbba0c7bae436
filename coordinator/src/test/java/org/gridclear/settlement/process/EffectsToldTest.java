package org.gridclear.settlement.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridclear.account.Scope;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.publication.Catalogues;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.notice.EffectNotices;
import org.junit.jupiter.api.Test;

/** Whoever a correction changes something for has a message with what is its own. */
// Rows: S-16, S-41
class EffectsToldTest extends ProcessOnDisk {
  private static final String OTHER = "MUS00022";

  private List<MessageRow> messages(Mailbox mailbox, String member) {
    return mailbox.after(new Recipient.OfMember(member), Scope.ALL, 0, 9).messages();
  }

  @Test
  void everyMemberThatIsRegisteredIsToldOnceWhatChangesForIt() throws IOException {
    open("embedded");
    RegisteredMembers.register(market, clock, MEMBER, OTHER);
    checkDays();
    ClosedMonths own = months.copied(folder);
    long month = approved(draft(own.close(), Act.Kind.MONTH, FIRST, LAST));
    EffectNotices notices = new EffectNotices(market, process, clock);
    assertThrows(NoSuchSubjectException.class, () -> notices.tell(month, "bob"));
    long dispute = file(month, "DEVIATION");
    exchange().take(dispute, "sue");
    approved(new Act.Answered(dispute, Act.Outcome.GRANTED, "a digit was lost"));
    long update;
    try (CloseFolder close = CloseFolder.open(own.correct())) {
      update = approved(new StatementDraft(process, close).update(month));
    }
    EffectNotices.Told told = notices.tell(update, "bob");
    assertEquals(3, told.told(), "both, and the regulator");
    assertTrue(told.unregistered().size() > 3, told.toString());
    assertFalse(told.unregistered().contains(OTHER));
    assertTrue(notices.after(update, "bob").remark().isEmpty());
    assertEquals(0, notices.tell(update, "bob").told(), "once");
    assertTrue(process.ask(state -> state.proposal(update)).publishesCorrection());
    assertFalse(process.ask(state -> state.proposal(month)).publishesCorrection());

    Mailbox mailbox = new Mailbox(market, DayStore.of(market), clock);
    for (String member : List.of(MEMBER, OTHER)) {
      MessageRow message = messages(mailbox, member).get(0);
      List<Object[]> rows =
          mailbox.content(new Recipient.OfMember(member), Scope.ALL, message).rows();
      assertEquals(1, rows.size(), "its own alone");
      long sum =
          new StatementQueries(process)
              .effects(update).changes().stream()
                  .filter(change -> change.member().equals(member))
                  .mapToLong(Effects.Change::milliYuan)
                  .sum();
      assertEquals(
          sum, new BigDecimal(rows.get(0)[6].toString()).movePointRight(3).longValueExact());
      assertEquals(Boolean.toString(member.equals(MEMBER)), rows.get(0)[7].toString());
    }
    withoutTheKind();
    EffectNotices.Outcome nobody = notices.after(update, "bob");
    assertFalse(nobody.isWhole());
    assertTrue(
        nobody.remark().orElseThrow().contains(EffectNotices.KIND), "published all the same");
  }

  private void withoutTheKind() {
    String kinds =
        """
        {"kinds": [{"id": "weather", "en": "Weather", "zh": "天气",
          "source": {"from": "document"}, "audience": ["regulator"]}]}
        """;
    new Catalogues(new PieceStore(market))
        .set(
            kinds.getBytes(StandardCharsets.UTF_8),
            "c.json",
            new Recording("olga", clock.instant()));
  }
}
