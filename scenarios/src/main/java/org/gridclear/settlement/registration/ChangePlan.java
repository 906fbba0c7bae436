package org.gridclear.settlement.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.settlement.registration.Change.Exit;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registration.Change.Put;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.Trade;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What changes do to a registry. A record that is put ends the one before it on the day before its
 * own first day, or replaces the one that begins on the same day; nothing else is cut, and nothing
 * is deleted: an exit ends the records of a thing.
 *
 * @param before the registry before
 * @param changed the records of every thing that changes, as they are then
 * @param after the registry then
 * @param unchanged how many changes say what is registered already
 */
public record ChangePlan(
    RegistryState before, Map<Key, List<Entry>> changed, RegistryState after, int unchanged) {

  /**
   * Applies changes.
   *
   * @param log takes what cannot be (REG-03 to REG-05, REG-08, REG-26)
   */
  public static ChangePlan of(RegistryState before, List<Change> changes, IssueLog log) {
    Map<Key, List<Change>> ofKey = new LinkedHashMap<>();
    int unchanged = 0;
    for (Change change : changes) {
      List<Change> list = ofKey.computeIfAbsent(change.key(), key -> new ArrayList<>(1));
      list.add(change);
      if (same(before, change)) {
        unchanged++;
      }
    }
    Map<Key, List<Entry>> changed = new TreeMap<>();
    ofKey.forEach(
        (key, list) -> {
          List<Entry> old = before.of(key);
          List<Entry> then = new KeyPlan(key, old, list, log).then();
          if (!then.equals(old)) {
            changed.put(key, then);
          }
        });
    return new ChangePlan(before, changed, before.with(changed), unchanged);
  }

  private static boolean same(RegistryState before, Change change) {
    List<Entry> old = before.of(change.key());
    if (change instanceof Put put) {
      return old.contains(put.entry());
    }
    LocalDate lastDay = ((Exit) change).lastDay();
    return !old.isEmpty() && lastDay.equals(old.get(old.size() - 1).validity().to());
  }

  /** What happens to one thing. */
  private static final class KeyPlan {
    private final Key key;
    private final List<Entry> old;
    private final List<Put> puts;
    private final List<Exit> exits;
    private final IssueLog log;

    KeyPlan(Key key, List<Entry> old, List<Change> changes, IssueLog log) {
      this.key = key;
      this.old = old;
      this.log = log;
      this.puts =
          changes.stream()
              .filter(Put.class::isInstance)
              .map(Put.class::cast)
              .sorted(Comparator.comparing(Put::effective))
              .toList();
      this.exits = changes.stream().filter(Exit.class::isInstance).map(Exit.class::cast).toList();
    }

    List<Entry> then() {
      if (!exits.isEmpty() && exits.size() + puts.size() > 1) {
        Exit exit = exits.get(0);
        report(Rule.REGISTRY_APART, exit, EntryFields.TO, exit.lastDay(), "Give its end alone.");
        return old;
      }
      return exits.isEmpty() ? put() : exited(exits.get(0));
    }

    private void report(
        Rule rule, Change change, String field, @Nullable Object value, String advice) {
      log.add(rule, change.place() + ", " + key, field, value, advice);
    }

    private List<Entry> exited(Exit exit) {
      List<Entry> then = new ArrayList<>();
      boolean found = false;
      for (Entry entry : old) {
        if (entry.validity().on(exit.lastDay())) {
          found = true;
          then.add(ended(entry, exit.lastDay(), exit));
        } else if (entry.validity().begin().isBefore(exit.lastDay())) {
          then.add(entry);
        } else {
          report(
              Rule.EXIT_OF_PLANNED,
              exit,
              EntryFields.FROM,
              entry.validity().from(),
              "Its record of that day is given up.");
        }
      }
      if (!found) {
        report(
            Rule.REGISTRY_EXIT,
            exit,
            EntryFields.TO,
            exit.lastDay(),
            old.isEmpty() ? "It is not registered." : "It is registered " + days(old) + ".");
      }
      return then;
    }

    private List<Entry> put() {
      for (int k = 1; k < puts.size(); k++) {
        Validity earlier = puts.get(k - 1).entry().validity();
        if (earlier.overlaps(puts.get(k).entry().validity())) {
          report(
              Rule.REGISTRY_APART,
              puts.get(k),
              EntryFields.FROM,
              puts.get(k).effective(),
              "Another record of it holds on that day: end it before.");
        }
      }
      List<Entry> then = new ArrayList<>(old);
      for (Put put : puts) {
        afterItsEnd(put);
        cut(put, then);
        then.add(put.entry());
      }
      then.sort(Comparator.comparing(entry -> entry.validity().from()));
      return then;
    }

    /** What has ended is not begun again: its id would be another thing's. */
    private void afterItsEnd(Put put) {
      LocalDate end = old.isEmpty() ? null : old.get(old.size() - 1).validity().to();
      if (end != null && end.isBefore(put.effective())) {
        report(
            Rule.REGISTRY_SAME,
            put,
            EntryFields.FROM,
            put.effective(),
            "It ended on %s: register under another id, or propose its last record without that end."
                .formatted(end));
      }
    }

    /** Makes room for a record among those of before. */
    private void cut(Put put, List<Entry> then) {
      Validity days = put.entry().validity();
      for (Entry entry : List.copyOf(then)) {
        Validity other = entry.validity();
        if (isPut(entry) || !other.overlaps(days)) {
          continue;
        }
        if (other.begin().isAfter(days.begin())) {
          report(
              Rule.REGISTRY_PLANNED,
              put,
              EntryFields.TO,
              days.to() == null ? "none" : days.to(),
              "A record of it begins on %s: end this one before, or propose that one anew, too."
                  .formatted(other.from()));
          continue;
        }
        LocalDate end = days.to();
        boolean longer = end != null && (other.to() == null || other.to().isAfter(end));
        if (end != null
            && longer
            && puts.stream().noneMatch(p -> p.effective().equals(end.plusDays(1)))) {
          report(
              Rule.REGISTRY_FOLLOWED,
              put,
              EntryFields.TO,
              end,
              "Give the record that holds from %s, or no end; an exit has change = exit."
                  .formatted(end.plusDays(1)));
        }
        then.remove(entry);
        if (other.begin().isBefore(days.begin())) {
          then.add(ended(entry, days.begin().minusDays(1), put));
        }
      }
    }

    private boolean isPut(Entry entry) {
      return puts.stream().anyMatch(put -> put.entry() == entry);
    }

    /** A total is over all days of its record: over fewer it would be another curve. */
    private Entry ended(Entry entry, LocalDate lastDay, Change change) {
      boolean total =
          entry instanceof Trade.Plan
              || entry instanceof Trade.Contract contract
                  && contract.energy().totalMwh().isPresent();
      if (total && !lastDay.equals(entry.validity().to())) {
        report(
            Rule.CONTRACT_WHOLE,
            change,
            "totalMwh",
            lastDay,
            "Propose its record from %s anew, with the days and the total that it has now."
                .formatted(entry.validity().from()));
      }
      return EntryCodec.over(entry, new Validity(entry.validity().from(), lastDay));
    }

    private static String days(List<Entry> entries) {
      Validity last = entries.get(entries.size() - 1).validity();
      return "from %s to %s"
          .formatted(
              entries.get(0).validity().from(),
              last.to() == null ? "no end" : last.to().toString());
    }
  }
}
