package org.gridclear.market.publication;

import java.util.Locale;

/** Who is told of a kind of data. */
public enum Audience {
  /** Every member of the market; what belongs to a member is not in it. */
  PUBLIC,
  /** Each member that owns something of it: its own rows alone. */
  OWN_MEMBER,
  /** The regulator: all of it. */
  REGULATOR,
  /** Who operates the market: all of it. */
  OPERATOR;

  /** The name as it is written: {@code own-member}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
