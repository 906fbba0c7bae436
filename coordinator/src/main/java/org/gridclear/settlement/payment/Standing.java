package org.gridclear.settlement.payment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What intervals that were read come to, by day: the standing ledger. Each row is of a member and
 * of the market with the other sign, so that all are 0.
 */
final class Standing {
  private final Map<LocalDate, Map<Integer, PaymentEvent.Metered>> read = new TreeMap<>();
  private final Map<LocalDate, Summed> summed = new HashMap<>();

  /** Sums of a day, and of which intervals they are. */
  private record Summed(Map<Integer, String> of, Map<String, Long> byMember) {}

  void take(PaymentEvent.Metered event) {
    read.computeIfAbsent(event.date(), date -> new TreeMap<>()).put(event.interval(), event);
  }

  /** What was read of an interval last; null for nothing. */
  PaymentEvent.@Nullable Metered of(LocalDate date, int interval) {
    return read.getOrDefault(date, Map.of()).get(interval);
  }

  /** Days of which an interval was read. */
  List<LocalDate> days() {
    return List.copyOf(read.keySet());
  }

  /** How many intervals of a day were read. */
  int intervals(LocalDate date) {
    return read.getOrDefault(date, Map.of()).size();
  }

  /** What the market gets of the intervals of a day that were read, 0.001 yuan. */
  long market(LocalDate date) {
    return read.getOrDefault(date, Map.of()).values().stream()
        .mapToLong(PaymentEvent.Metered::marketMilliYuan)
        .sum();
  }

  /**
   * What a day comes to so far, by member, 0.001 yuan, positive where the exchange pays. What is
   * new since the last time is added.
   *
   * @param content bytes by their hash
   */
  synchronized Map<String, Long> sums(LocalDate date, Function<String, byte[]> content) {
    Summed sums = summed.computeIfAbsent(date, key -> new Summed(new HashMap<>(), new HashMap<>()));
    List<PaymentEvent.Metered> all = new ArrayList<>(read.getOrDefault(date, Map.of()).values());
    for (PaymentEvent.Metered each : all) {
      String before = sums.of().get(each.interval());
      if (each.amounts().equals(before)) {
        continue;
      }
      // Both are read before anything is added: what cannot be read leaves the sums as they are.
      byte[] old = before == null ? new byte[0] : content.apply(before);
      byte[] now = content.apply(each.amounts());
      add(sums.byMember(), old, -1);
      add(sums.byMember(), now, 1);
      sums.of().put(each.interval(), each.amounts());
    }
    return Map.copyOf(sums.byMember());
  }

  private static void add(Map<String, Long> sums, byte[] amounts, int sign) {
    read(amounts).forEach((member, amount) -> sums.merge(member, sign * amount, Math::addExact));
  }

  /** Amounts by member as they are kept: 0.001 yuan, a blank, the member. */
  static byte[] bytes(Map<String, Long> amounts) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(amounts)
        .forEach((member, amount) -> text.append(amount).append(' ').append(member).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static Map<String, Long> read(byte[] kept) {
    Map<String, Long> amounts = new HashMap<>();
    for (String row : new String(kept, StandardCharsets.UTF_8).lines().toList()) {
      int blank = row.indexOf(' ');
      amounts.put(row.substring(blank + 1), Long.valueOf(row.substring(0, blank)));
    }
    return amounts;
  }
}
