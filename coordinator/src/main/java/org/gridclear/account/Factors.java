package org.gridclear.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.account.factor.HardwareKey;
import org.jspecify.annotations.Nullable;

/**
 * What an account has beside its password and its code.
 *
 * @param keys hardware keys
 * @param nextTotp sealed secret that takes the place of the one until now once its owner shows a
 *     code of it; empty for none
 * @param recovery a recovery that one administrator has asked for; null for none
 * @param link who was given the link by which its password and code were set; null for somebody at
 *     the machine of the server
 */
public record Factors(
    List<HardwareKey> keys, String nextTotp, @Nullable Recovery recovery, @Nullable Link link) {
  /** None of it. */
  static final Factors NONE = new Factors(List.of(), "", null, null);

  private static final long FRESH_MILLIS = 7 * 86_400_000L;

  /**
   * A link for an account, which whoever has it may use for himself.
   *
   * @param by who made it
   * @param atMillis when
   */
  public record Link(String by, long atMillis) {}

  /**
   * What two administrators do for who has lost a device.
   *
   * @param by who asked for it
   * @param reason how the owner was recognised
   * @param atMillis when
   */
  public record Recovery(String by, String reason, long atMillis) {
    /**
     * Refuses a second step that may be of the same person: of the same account, or of one whose
     * link the other was given in the last week, by whatever accounts between.
     *
     * @throws IllegalArgumentException if it may
     */
    void requireOther(String second, Function<String, Account> accounts, long now) {
      if (by.equals(second)) {
        throw new IllegalArgumentException(
            "%s has asked for it; another administrator has to do the second step.".formatted(by));
      }
      if (!Collections.disjoint(persons(by, accounts, now), persons(second, accounts, now))) {
        throw new IllegalArgumentException(
            "%s and %s may be one person: within a week one made the link of the other, or a third that of both. Another administrator has to do the second step, or 'gridclear account reset' on the machine of the server."
                .formatted(by, second));
      }
    }

    /** An account and all that made links by which it may have come about, one after another. */
    private static Set<String> persons(String name, Function<String, Account> accounts, long now) {
      Set<String> persons = new HashSet<>();
      String person = name;
      while (persons.add(person)) {
        Link link = accounts.apply(person).factors().link();
        person = link != null && link.atMillis() + FRESH_MILLIS > now ? link.by() : person;
      }
      return persons;
    }
  }

  public Factors {
    keys = keys == null ? List.of() : List.copyOf(keys);
    nextTotp = nextTotp == null ? "" : nextTotp;
  }

  Factors withNext(String sealed) {
    return new Factors(keys, sealed, recovery, link);
  }

  Factors with(@Nullable Recovery asked) {
    return new Factors(keys, nextTotp, asked, link);
  }

  /** Of an account that is invited by a link. */
  static Factors of(@Nullable Link link) {
    return new Factors(List.of(), "", null, link);
  }

  /** With a key, in place of one with its id. */
  Factors with(HardwareKey key) {
    List<HardwareKey> all = new ArrayList<>(keys);
    all.removeIf(each -> each.id().equals(key.id()));
    all.add(key);
    return new Factors(all, nextTotp, recovery, link);
  }

  Factors without(String label) {
    return new Factors(
        keys.stream().filter(each -> !each.label().equals(label)).toList(),
        nextTotp,
        recovery,
        link);
  }
}
