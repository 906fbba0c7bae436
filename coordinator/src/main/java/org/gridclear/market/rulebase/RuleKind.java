package org.gridclear.market.rulebase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.intake.Recording;

/** A kind of rules: where its versions lie, and how they are read. */
public interface RuleKind {
  /** Name in commands, such as {@code checks}. */
  String label();

  /** What its rules are of, in a few words. */
  String text();

  /**
   * Rules as they are kept: what they say, without how it was written.
   *
   * @param content YAML or JSON
   * @param name of the file, for what is told
   * @throws IllegalArgumentException with all that is wrong
   */
  byte[] kept(byte[] content, String name);

  /** Of what rules are, where there are several of the kind; "" else. */
  default String idOf(byte[] kept) {
    return "";
  }

  /** Since when rules hold that say it themselves. */
  default Optional<Instant> fromOf(byte[] kept) {
    return Optional.empty();
  }

  /** All versions, by id and number. */
  List<RuleVersion> versions();

  /** The rules of a version. */
  byte[] content(RuleVersion version);

  /** The rules of a market that has set none; empty if it has none then. */
  Optional<byte[]> standard();

  /**
   * Puts rules in force.
   *
   * @param from since when they hold
   * @param recording who approved them, and when
   * @return the number of the version
   */
  int enact(byte[] kept, Instant from, Recording recording);
}
