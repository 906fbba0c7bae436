package org.gridclear.market.publication;

import java.util.Locale;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.settlement.registry.entry.EntryKind;

/** Where the rows of a kind of data come from. */
public sealed interface Source {
  /** The word of the source in a catalogue. */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** What of it, as it is written; "" where there is nothing to choose. */
  default String of() {
    return "";
  }

  /** Whether it is of a version of a day, and not of a date alone. */
  default boolean ofVersions() {
    return this instanceof Result;
  }

  /**
   * Results of a version of a day.
   *
   * @param kind which
   */
  record Result(ResultKind kind) implements Source {
    @Override
    public String of() {
      return kind.word();
    }
  }

  /**
   * A series of a date, as it is known when it is published.
   *
   * @param kind which
   */
  record Series(SeriesKind kind) implements Source {
    @Override
    public String of() {
      return kind.label();
    }
  }

  /** Tickets that touch a date. */
  record Ticket() implements Source {}

  /**
   * Records of the registry that hold on a date.
   *
   * @param kind which
   */
  record Registry(EntryKind kind) implements Source {
    @Override
    public String of() {
      return kind.label();
    }
  }

  /** A notice, which has words and papers. */
  record Notice() implements Source {}

  /** A table that somebody hands in; its column {@code member} says whose a row is. */
  record Document() implements Source {}
}
