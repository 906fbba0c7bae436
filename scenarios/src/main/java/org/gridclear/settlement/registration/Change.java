package org.gridclear.settlement.registration;

import java.time.LocalDate;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;

/** One change of a proposal. */
public sealed interface Change {
  /** What it changes. */
  Key key();

  /** First day on which something else holds than before. */
  LocalDate effective();

  /** Where it was read, such as {@code line 7}. */
  String place();

  /**
   * A thing of the registry.
   *
   * @param kind what it is
   * @param id its code
   */
  record Key(EntryKind kind, String id) implements Comparable<Key> {
    /** The key of a record. */
    public static Key of(Entry entry) {
      return new Key(entry.kind(), entry.id());
    }

    @Override
    public int compareTo(Key other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : id.compareTo(other.id);
    }

    @Override
    public String toString() {
      return kind.label() + " " + id;
    }
  }

  /**
   * A record holds: a thing is registered, or is otherwise from the first day of the record.
   *
   * @param entry the record
   * @param place where it was read
   */
  record Put(Entry entry, String place) implements Change {
    @Override
    public Key key() {
      return Key.of(entry);
    }

    @Override
    public LocalDate effective() {
      return entry.validity().begin();
    }
  }

  /**
   * A thing is registered up to a day and no longer; its records stay.
   *
   * @param key the thing
   * @param lastDay last day on which it is registered
   * @param place where it was read
   */
  record Exit(Key key, LocalDate lastDay, String place) implements Change {
    @Override
    public LocalDate effective() {
      return lastDay.plusDays(1);
    }
  }
}
