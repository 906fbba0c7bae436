package org.gridclear.settlement.journal;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gridclear.market.store.process.JournalRow;
import org.gridclear.market.store.process.JournalStore;

/**
 * A journal and how far it was read. Each question and each change looks for newer rows first,
 * those of other processes too, and hands them to the state.
 */
public final class EventJournal {
  private final JournalStore store;
  private final Consumer<JournalRow> state;
  private long last;
  private String hash = JournalRow.FIRST;

  /**
   * A journal that nothing was read of.
   *
   * @param state takes each row, once and in order
   */
  public EventJournal(JournalStore store, Consumer<JournalRow> state) {
    this.store = store;
    this.state = state;
  }

  private void take(JournalRow row) {
    state.accept(row);
    last = row.number();
    hash = row.hash();
  }

  /** Asks when the state has every row. */
  public synchronized <T> T ask(Supplier<T> question) {
    store.after(last, hash).forEach(this::take);
    return question.get();
  }

  /**
   * Adds to the journal, or nothing.
   *
   * @param decide is asked when the state has every row and nobody else adds; throws to add nothing
   * @return number of the last row; what was added is on disk
   */
  public synchronized long add(String by, Instant at, Supplier<List<JournalStore.Entry>> decide) {
    if (by.isBlank()) {
      throw new IllegalArgumentException("Say who does it.");
    }
    int[] seen = {0};
    List<JournalRow> rows =
        store.add(
            last,
            hash,
            by,
            at,
            newer -> {
              newer.forEach(this::take);
              seen[0] = newer.size();
              return decide.get();
            });
    rows.subList(seen[0], rows.size()).forEach(this::take);
    return last;
  }
}
