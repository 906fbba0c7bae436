package org.gridclear.settlement.close;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.audit.SettlementAudit;
import org.gridclear.settlement.close.delivery.DeliveryAudit;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.rule.RuleBook;

/** Audits entities of a close in decimal arithmetic, from its inputs and rules alone. */
public final class CloseAudit {
  private final CloseFolder close;
  private final Set<Integer> entities;
  private final Map<Integer, Ledger> ledgers = new HashMap<>();
  private final Map<String, Integer> items = new HashMap<>();

  private CloseAudit(CloseFolder close, Set<Integer> entities) {
    this.close = close;
    this.entities = entities;
    List<RuleBook.Item> all = close.month().book().items();
    IntStream.range(0, all.size()).forEach(i -> items.put(all.get(i).code(), i));
  }

  /**
   * What an auditor finds.
   *
   * @param entities numbers of the entities; pools are audited only where all are
   * @return one line per difference; empty if all agree to the last 0.001
   */
  public static List<String> differences(CloseFolder close, Set<Integer> entities) {
    CloseAudit audit = new CloseAudit(close, entities);
    return SettlementAudit.differences(
        close.month(),
        entities::contains,
        IntStream.rangeClosed(1, close.month().days()).mapToObj(audit::day)::iterator,
        audit::amount);
  }

  /**
   * What differs between the blocks of a close and the delivered files that it keeps, by id.
   *
   * @param standIns takes entities some of whose energy stands in for missing data
   * @return one line per difference, in the order of the days
   */
  public static List<String> deliveries(CloseFolder close, Consumer<String> standIns) {
    InputFiles files = close.files();
    DeliveryAudit audit = new DeliveryAudit(close.month(), path -> files.read(path).orElse(null));
    CloseAudit all =
        new CloseAudit(
            close,
            IntStream.range(0, close.month().entities().size())
                .boxed()
                .collect(Collectors.toSet()));
    IntStream.rangeClosed(1, close.month().days())
        .parallel()
        .mapToObj(all::day)
        .forEach(day -> audit.day(day.getKey(), day.getValue()));
    audit.standIns().forEach(standIns);
    return audit.differences().stream().sorted().toList();
  }

  private Map.Entry<PriceDay, List<EntityBlock>> day(int day) {
    Set<Integer> blocks =
        entities.stream()
            .map(e -> e / EntityBlock.ENTITIES)
            .collect(Collectors.toCollection(TreeSet::new));
    List<EntityBlock> list = new ArrayList<>();
    for (int block : blocks) {
      String hash = close.record().blockHashes().get(day - 1).get(block);
      list.add(SettlementBytes.block(close.block(hash), close.index()));
    }
    return Map.entry(
        SettlementBytes.prices(
            close.block(close.record().priceHashes().get(day - 1)), close.index()),
        list);
  }

  private long amount(int entity, String item, int day) {
    Ledger ledger =
        ledgers.computeIfAbsent(entity / RunPlan.ENTITIES_A_UNIT, unit -> Ledger.of(close, unit));
    return ledger
        .amounts()[day - 1][
        (entity - ledger.from()) * ledger.items() + Objects.requireNonNull(items.get(item))];
  }
}
