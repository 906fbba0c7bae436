package org.gridclear.settlement.payment;

import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.market.store.process.JournalStore;
import org.gridclear.settlement.process.KnownKinds;

/** Events and acts as they lie in the journal: the name of their record, and JSON. */
final class PaymentCodec {
  private static final KnownKinds<PaymentEvent> EVENTS =
      new KnownKinds<>(
          "payment",
          List.of(
              PaymentEvent.Invoiced.class,
              PaymentEvent.Received.class,
              PaymentEvent.Paid.class,
              PaymentEvent.Offset.class,
              PaymentEvent.LateFee.class,
              PaymentEvent.GuaranteeGiven.class,
              PaymentEvent.GuaranteeReturned.class,
              PaymentEvent.ShortageTold.class,
              PaymentEvent.ShortageMadeGood.class,
              PaymentEvent.SuspenseHeld.class,
              PaymentEvent.Adjusted.class,
              PaymentEvent.SuspenseCleared.class,
              PaymentEvent.SharedBack.class,
              PaymentEvent.ElectronicInvoice.class,
              PaymentEvent.Metered.class,
              PaymentEvent.Proposed.class,
              PaymentEvent.Decided.class));
  private static final KnownKinds<PaymentEvent.Act> ACTS =
      new KnownKinds<>(
          "payment",
          List.of(
              PaymentEvent.Act.TermsSet.class,
              PaymentEvent.Act.Rated.class,
              PaymentEvent.Act.Defaulted.class));

  private PaymentCodec() {}

  static JournalStore.Entry entry(PaymentEvent event) {
    return new JournalStore.Entry(
        event.getClass().getSimpleName(), Json.MAPPER.writeValueAsString(event));
  }

  static PaymentEvent event(String kind, String content) {
    return EVENTS.read(kind, content);
  }

  static PaymentEvent.Proposed proposed(PaymentEvent.Act act) {
    return new PaymentEvent.Proposed(
        act.getClass().getSimpleName(), Json.MAPPER.writeValueAsString(act));
  }

  static PaymentEvent.Act act(PaymentEvent.Proposed proposed) {
    return ACTS.read(proposed.act(), proposed.content());
  }
}
