package org.gridclear.settlement.close;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.gridclear.file.Sha256;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.allocation.MonthReconciliation;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.charge.ChargePrograms;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.MonthIndex;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.validate.Issue;
import org.gridclear.work.Hashes;
import org.gridclear.work.WorkKey;
import org.gridclear.worker.api.ChargeBytes;
import org.gridclear.worker.api.Wire;

/**
 * What a correction would change in the whole market, computed in this process and kept nowhere. It
 * does what the correction does: the same days are read again, the same units computed, all pools
 * closed; so it says to 0.001 yuan what the correction will say.
 *
 * @param month the month as it would be
 * @param changes amounts that would change, by entity, day and item
 * @param accountsMilliYuan what the pools would hold more, 0.001 yuan; with the changes it is 0
 * @param findings what would keep the month from being billed
 * @param warnings of the days that were read again
 */
public record CorrectionPreview(
    SettlementMonth month,
    List<Change> changes,
    long accountsMilliYuan,
    List<String> findings,
    List<Issue> warnings) {
  /**
   * A change.
   *
   * @param member member that the entity belongs to on the day
   * @param entity entity
   * @param date day
   * @param item item
   * @param beforeMilliYuan amount as it is, 0.001 yuan, positive where the exchange pays
   * @param afterMilliYuan amount as it would be
   */
  public record Change(
      String member,
      String entity,
      LocalDate date,
      String item,
      long beforeMilliYuan,
      long afterMilliYuan) {
    /** What it would change by. */
    public long milliYuan() {
      return afterMilliYuan - beforeMilliYuan;
    }
  }

  /**
   * Previews a correction.
   *
   * @throws org.gridclear.validate.InvalidInputException with every issue of the corrected days
   */
  public static CorrectionPreview of(MonthCorrection correction) {
    Closing.check(correction.source().month());
    return new Again(correction).run();
  }

  /** What each entity would get more, 0.001 yuan, positive where the exchange pays, by member. */
  public Map<String, Long> byMember() {
    Map<String, Long> sums = new LinkedHashMap<>();
    changes.forEach(change -> sums.merge(change.member(), change.milliYuan(), Math::addExact));
    return sums;
  }

  /** The month computed again. */
  private static final class Again {
    private final MonthCorrection correction;
    private final CloseFolder previous;
    private final SettlementMonth month;
    private final MonthIndex index;
    private final ChargePrograms programs;
    private final String monthHash;
    private final List<String> priceHashes;
    private final List<List<String>> blockHashes;
    private final Map<String, byte[]> fresh = new HashMap<>();
    private final Map<String, PriceDay> prices = new ConcurrentHashMap<>();
    private final List<Issue> warnings = new ArrayList<>();

    Again(MonthCorrection correction) {
      this.correction = correction;
      this.previous = correction.previous();
      this.month = correction.source().month();
      this.index = new MonthIndex(month);
      this.programs = new ChargePrograms(month);
      this.monthHash = new Hashes().add(Wire.pack(month)).hex();
      this.priceHashes = new ArrayList<>(previous.record().priceHashes());
      this.blockHashes = new ArrayList<>(previous.record().blockHashes());
    }

    CorrectionPreview run() {
      List<Integer> days = correction.days();
      for (int first = 0, last = 0; first < days.size(); first = ++last) {
        // Days that follow each other are read together: each looks at the one before.
        while (last + 1 < days.size() && days.get(last + 1) == days.get(last) + 1) {
          last++;
        }
        warnings.addAll(
            SettlementReader.days(
                correction.source(), days.get(first), days.get(last), this::read));
      }
      MonthReconciliation books = new MonthReconciliation(month, month.days());
      int units = (month.entities().size() - 1) / RunPlan.ENTITIES_A_UNIT + 1;
      List<ChargeResult> results =
          IntStream.range(0, units).parallel().mapToObj(this::charges).toList();
      results.forEach(books::add);
      ClosedMonth closed = books.close();
      List<String> findings = new ArrayList<>(closed.findings());
      if (closed.residualMilliYuan() != 0) {
        findings.add("The books would not balance.");
      }
      long[] now = closed.balances()[month.days() - 1];
      long accounts = Arrays.stream(now).sum() - Arrays.stream(previous.balances()).sum();
      return new CorrectionPreview(
          month, changes(results, closed), accounts, List.copyOf(findings), List.copyOf(warnings));
    }

    private void read(SettlementReader.DayInput day) {
      int number = day.prices().day();
      priceHashes.set(number - 1, keep(SettlementBytes.pack(day.prices(), month)));
      List<byte[]> packed =
          day.blocks().parallelStream().map(block -> SettlementBytes.pack(block, month)).toList();
      blockHashes.set(number - 1, packed.stream().map(this::keep).toList());
    }

    private String keep(byte[] packed) {
      String hash = Sha256.hex(packed);
      fresh.put(hash, packed);
      return hash;
    }

    private byte[] stored(String hash) {
      byte[] own = fresh.get(hash);
      return own != null ? own : previous.block(hash);
    }

    private ChargeResult charges(int unit) {
      int from = unit * RunPlan.ENTITIES_A_UNIT;
      int to = Math.min(month.entities().size(), from + RunPlan.ENTITIES_A_UNIT);
      int first = from / EntityBlock.ENTITIES;
      int last = (to + EntityBlock.ENTITIES - 1) / EntityBlock.ENTITIES;
      List<List<String>> blocks =
          blockHashes.stream().map(ofDay -> ofDay.subList(first, last)).toList();
      String key = WorkKey.of(monthHash, priceHashes, blocks, from, to).hex();
      Optional<byte[]> known = previous.find(key);
      if (known.isPresent()) {
        return ChargeBytes.unpack(known.get(), index).result();
      }
      Iterator<ChargeKernel.Day> days =
          IntStream.range(0, month.days()).mapToObj(d -> day(d, blocks.get(d))).iterator();
      return ChargeKernel.run(programs, from, to, () -> days, null);
    }

    private ChargeKernel.Day day(int d, List<String> blocks) {
      PriceDay ofDay =
          prices.computeIfAbsent(
              priceHashes.get(d), hash -> SettlementBytes.prices(stored(hash), index));
      return new ChargeKernel.Day(
          ofDay, blocks.stream().map(hash -> SettlementBytes.block(stored(hash), index)).toList());
    }

    private List<Change> changes(List<ChargeResult> results, ClosedMonth closed) {
      results.parallelStream().forEach(result -> share(result, closed));
      if (previous.month().entities().equals(month.entities())
          && previous.month().book().equals(month.book())) {
        return IntStream.range(0, results.size())
            .parallel()
            .mapToObj(unit -> ofUnit(results.get(unit), Ledger.of(previous, unit)))
            .flatMap(List::stream)
            .toList();
      }
      return byId(results);
    }

    /** Adds the shares of a unit to its charges. */
    private void share(ChargeResult result, ClosedMonth closed) {
      int items = month.book().items().size();
      List<AllocationRule> allocations = month.book().allocations();
      for (int a = 0; a < allocations.size(); a++) {
        int item = month.book().item(allocations.get(a).item());
        for (int d = 0; item >= 0 && d < result.days(); d++) {
          long[] shares = closed.shares()[d][a];
          for (int e = 0; shares != null && e < result.entities(); e++) {
            result.amounts()[d][e * items + item] += shares[result.from() + e];
          }
        }
      }
    }

    private List<Change> ofUnit(ChargeResult result, Ledger before) {
      int items = before.items();
      List<Change> changes = new ArrayList<>();
      for (int e = 0; e < result.entities(); e++) {
        for (int d = 0; d < result.days(); d++) {
          for (int i = 0; i < items; i++) {
            long then = before.amounts()[d][e * items + i];
            long now = result.amounts()[d][e * items + i];
            if (then != now) {
              changes.add(change(result.from() + e, d + 1, i, then, now));
            }
          }
        }
      }
      return changes;
    }

    private Change change(int entity, int day, int item, long then, long now) {
      SettlementMonth.EntityName name = month.entities().get(entity);
      return new Change(
          name.on(day).member(),
          name.id(),
          month.date(day),
          month.book().items().get(item).code(),
          then,
          now);
    }

    /** Where entities or items differ: by their ids, whatever number they have. */
    private List<Change> byId(List<ChargeResult> results) {
      Ledgers before = new Ledgers(previous);
      int items = month.book().items().size();
      List<Change> changes = new ArrayList<>();
      for (ChargeResult result : results) {
        for (int e = 0; e < result.entities(); e++) {
          String id = month.entities().get(result.from() + e).id();
          for (int d = 0; d < result.days(); d++) {
            for (int i = 0; i < items; i++) {
              long then = before.amount(id, month.book().items().get(i).code(), d + 1);
              long now = result.amounts()[d][e * items + i];
              if (then != now) {
                changes.add(change(result.from() + e, d + 1, i, then, now));
              }
            }
          }
        }
      }
      changes.addAll(gone(before));
      return changes;
    }

    /** Amounts of entities and items that would not be there any more. */
    private List<Change> gone(Ledgers before) {
      List<Change> changes = new ArrayList<>();
      SettlementMonth then = previous.month();
      for (SettlementMonth.EntityName entity : then.entities()) {
        for (RuleBook.Item item : then.book().items()) {
          boolean there = index.hasEntity(entity.id()) && month.book().item(item.code()) >= 0;
          for (int day = 1; !there && day <= then.days(); day++) {
            long amount = before.amount(entity.id(), item.code(), day);
            if (amount != 0) {
              changes.add(
                  new Change(
                      entity.on(day).member(),
                      entity.id(),
                      then.date(day),
                      item.code(),
                      amount,
                      0));
            }
          }
        }
      }
      return changes;
    }
  }
}
