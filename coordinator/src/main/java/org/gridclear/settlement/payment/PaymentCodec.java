package org.gridclear.settlement.payment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.json.Json;
import org.gridclear.market.store.process.JournalStore;

/** Events and acts as they lie in the journal: the name of their record, and JSON. */
final class PaymentCodec {
  private static final Map<String, Class<? extends PaymentEvent>> EVENTS =
      byName(
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
              PaymentEvent.Proposed.class,
              PaymentEvent.Decided.class));
  private static final Map<String, Class<? extends PaymentEvent.Act>> ACTS =
      byName(
          List.of(
              PaymentEvent.Act.TermsSet.class,
              PaymentEvent.Act.Rated.class,
              PaymentEvent.Act.Defaulted.class));

  private PaymentCodec() {}

  private static <T> Map<String, Class<? extends T>> byName(List<Class<? extends T>> classes) {
    return classes.stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
  }

  static JournalStore.Entry entry(PaymentEvent event) {
    return new JournalStore.Entry(
        event.getClass().getSimpleName(), Json.MAPPER.writeValueAsString(event));
  }

  static PaymentEvent event(String kind, String content) {
    return Json.MAPPER.readValue(content, known(EVENTS, kind));
  }

  static PaymentEvent.Proposed proposed(PaymentEvent.Act act) {
    return new PaymentEvent.Proposed(
        act.getClass().getSimpleName(), Json.MAPPER.writeValueAsString(act));
  }

  static PaymentEvent.Act act(PaymentEvent.Proposed proposed) {
    return Json.MAPPER.readValue(proposed.content(), known(ACTS, proposed.act()));
  }

  private static <T> Class<? extends T> known(
      Map<String, Class<? extends T>> classes, String name) {
    Class<? extends T> known = classes.get(name);
    if (known == null) {
      throw new IllegalStateException(
          "The payment journal has a row of kind %s, which this build does not know."
              .formatted(name));
    }
    return known;
  }
}
