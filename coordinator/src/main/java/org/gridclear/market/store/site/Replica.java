package org.gridclear.market.store.site;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.archive.ReplicaTables;

/**
 * The database of a standby site, which is changed by what the active one sends alone.
 *
 * @param database the embedded database
 */
public record Replica(MarketDatabase database) {
  /**
   * Puts all tables of the active site in the place of these, with the mark of that moment.
   *
   * @param tables lines of JSON by table
   */
  public void replace(Map<String, byte[]> tables, SiteMark mark) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              ReplicaTables own = new ReplicaTables(handle);
              tables.forEach(
                  (name, lines) -> own.replace(name, n -> new ByteArrayInputStream(lines)));
              handle.execute("DELETE FROM site_change");
              ChangeLog.keep(handle, mark);
            });
    database.flush();
  }

  /**
   * Makes changes, all of them or none.
   *
   * @param settled number to which nothing comes any more that is neither here nor among these
   * @return the mark after them
   */
  public SiteMark apply(
      List<ChangeLog.Change> changes,
      long settled,
      Instant contact,
      SiteMark.Terms terms,
      SiteMark mark) {
    SortedSet<Long> seen = new TreeSet<>(mark.has().seen());
    changes.forEach(change -> seen.add(change.seq()));
    long floor = Math.max(mark.has().floor(), settled);
    while (seen.contains(floor + 1)) {
      floor++;
    }
    SiteMark after =
        new SiteMark(
            mark.role(),
            mark.epoch(),
            new SiteMark.Has(mark.has().log(), floor, seen.tailSet(floor + 1)),
            contact,
            mark.before(),
            terms);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              ReplicaTables own = new ReplicaTables(handle);
              changes.forEach(change -> own.apply(change.table(), change.gone(), change.content()));
              ChangeLog.keep(handle, after);
            });
    database.flush();
    return after;
  }
}
