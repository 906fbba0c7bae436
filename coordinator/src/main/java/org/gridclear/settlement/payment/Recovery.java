package org.gridclear.settlement.payment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A default and what came back of it.
 *
 * @param number its number, which the items of its parts have
 * @param act the default
 * @param borne what each member still bears, 0.001 yuan
 * @param paidBeforeMilliYuan what the defaulter had paid of the month when it was found
 * @param returnedMilliYuan what was shared back
 * @param returns how often something was shared back
 */
public record Recovery(
    String number,
    PaymentEvent.Act.Defaulted act,
    Map<String, Long> borne,
    long paidBeforeMilliYuan,
    long returnedMilliYuan,
    int returns) {
  static Recovery of(
      String number,
      PaymentEvent.Act.Defaulted act,
      List<PaymentEvent.Act.Share> shares,
      long paidBefore) {
    Map<String, Long> borne = new TreeMap<>();
    shares.forEach(share -> borne.merge(share.member(), share.milliYuan(), Math::addExact));
    return new Recovery(number, act, borne, paidBefore, 0, 0);
  }

  /** What all others still bear. */
  public long borneMilliYuan() {
    return borne.values().stream().mapToLong(Long::longValue).sum();
  }

  Recovery returned(List<PaymentEvent.Act.Share> parts) {
    Map<String, Long> left = new TreeMap<>(borne);
    long sum = 0;
    for (PaymentEvent.Act.Share part : parts) {
      left.merge(part.member(), -part.milliYuan(), Math::addExact);
      sum += part.milliYuan();
    }
    return new Recovery(
        number, act, left, paidBeforeMilliYuan, returnedMilliYuan + sum, returns + 1);
  }
}
