package org.gridclear.account;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.account.factor.HardwareKey;
import org.jspecify.annotations.Nullable;

/**
 * What an account has beside its password and its code.
 *
 * @param keys hardware keys
 * @param nextTotp sealed secret that takes the place of the one until now once its owner shows a
 *     code of it; empty for none
 * @param recovery a recovery that one administrator has asked for; null for none
 */
public record Factors(List<HardwareKey> keys, String nextTotp, @Nullable Recovery recovery) {
  /** None of it. */
  static final Factors NONE = new Factors(List.of(), "", null);

  /**
   * What two administrators do for who has lost a device.
   *
   * @param by who asked for it
   * @param reason how the owner was recognised
   * @param atMillis when
   */
  public record Recovery(String by, String reason, long atMillis) {}

  public Factors {
    keys = keys == null ? List.of() : List.copyOf(keys);
    nextTotp = nextTotp == null ? "" : nextTotp;
  }

  Factors withNext(String sealed) {
    return new Factors(keys, sealed, recovery);
  }

  Factors with(@Nullable Recovery asked) {
    return new Factors(keys, nextTotp, asked);
  }

  /** With a key, in place of one with its id. */
  Factors with(HardwareKey key) {
    List<HardwareKey> all = new ArrayList<>(keys);
    all.removeIf(each -> each.id().equals(key.id()));
    all.add(key);
    return new Factors(all, nextTotp, recovery);
  }

  Factors without(String label) {
    return new Factors(
        keys.stream().filter(each -> !each.label().equals(label)).toList(), nextTotp, recovery);
  }
}
