package org.gridclear.settlement.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.file.Sha256;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.charge.ChargePrograms;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule.Grain;

/**
 * A bundle computed again, without the market: its way to the published hash, and every amount from
 * the inputs by the rules.
 *
 * @param differences what is not as it says; empty if it proves itself
 * @param trusted what the published hash alone stands for, as its inputs are another's
 * @param lines lines that were compared
 * @param milliYuan total of the statement, 0.001 yuan
 */
public record BillVerification(
    List<String> differences, List<String> trusted, int lines, long milliYuan) {
  private static final int SHOWN = 20;

  /**
   * Verifies a bundle.
   *
   * @param published the hash that the market published; "" to trust the one in the bundle
   */
  public static BillVerification of(BillBundle bundle, String published) {
    BillBundle.Manifest manifest = bundle.manifest();
    List<String> differences = new ArrayList<>();
    if (!manifest.isOfThisBuild()) {
      differences.add(
          "The bundle is of engine %s, which this build is not.".formatted(manifest.engine()));
    }
    String leaf =
        MerkleTree.leaf(
            manifest.salt(),
            manifest.member(),
            String.valueOf(manifest.from()),
            String.valueOf(manifest.to()),
            Sha256.hex(bundle.statement()),
            bundle.evidence().hash());
    if (!MerkleTree.root(leaf, manifest.path()).equals(manifest.root())) {
      differences.add("Its content does not lead to the published hash.");
    }
    if (!published.isEmpty() && !published.equals(manifest.root())) {
      differences.add(
          "The market published %s, the bundle says %s.".formatted(published, manifest.root()));
    }
    // What does not lead to the hash was changed: it is not worth computing, and may be anything.
    return differences.isEmpty()
        ? new Computed(bundle).compared()
        : new BillVerification(differences, List.of(), 0, 0);
  }

  /** Whether it proves itself. */
  public boolean proved() {
    return differences.isEmpty();
  }

  /** What may stand in a line: amounts, of which one has to be there. */
  private record Expected(long quantity, List<Long> milliYuan) {
    Expected plus(List<Long> shares) {
      List<Long> sums = new ArrayList<>();
      milliYuan.forEach(one -> shares.forEach(share -> sums.add(Math.addExact(one, share))));
      return new Expected(quantity, sums);
    }

    boolean isNothing() {
      return quantity == 0 && milliYuan.equals(List.of(0L));
    }
  }

  /** The statement as the inputs give it. */
  private static final class Computed {
    private final SettlementMonth month;
    private final BillInputs inputs;
    private final PoolFacts pools;
    private final List<StatementLine> lines;
    private final Map<String, Expected> expected = new TreeMap<>();
    private final TreeSet<String> trusted = new TreeSet<>();
    private final TreeSet<String> gridItems = new TreeSet<>();
    private final TreeSet<String> entities = new TreeSet<>();

    Computed(BillBundle bundle) {
      this.inputs = bundle.evidence().inputs();
      this.month = inputs.month();
      this.pools = bundle.evidence().pools();
      this.lines = StatementLine.read(bundle.statement());
      month.entities().forEach(entity -> entities.add(entity.id()));
    }

    BillVerification compared() {
      int n = month.entities().size();
      if (n > 0) {
        ChargeResult charges =
            ChargeKernel.run(new ChargePrograms(month), 0, n, inputs.kernelDays(), null);
        charged(charges);
        shared(charges);
      }
      List<String> differences = new ArrayList<>();
      Map<String, StatementLine> said = new LinkedHashMap<>();
      for (StatementLine line : lines) {
        if (said.put(key(line.entity(), line.date().getDayOfMonth(), line.item()), line) != null) {
          differences.add("%s, %s, %s: twice".formatted(line.entity(), line.date(), line.item()));
        }
      }
      said.forEach((key, line) -> compare(key, line, differences));
      expected.forEach(
          (key, value) -> {
            if (!said.containsKey(key) && !value.isNothing()) {
              differences.add(
                  "%s: missing, the inputs give %s".formatted(key.replace('\n', ' '), value));
            }
          });
      return new BillVerification(
          differences.stream().limit(SHOWN).toList(),
          List.copyOf(trusted),
          said.size(),
          lines.stream().mapToLong(StatementLine::milliYuan).sum());
    }

    private static String key(String entity, int day, String item) {
      return entity + "\n" + day + "\n" + item;
    }

    private void charged(ChargeResult charges) {
      var items = month.book().items();
      for (int d = 0; d < charges.days(); d++) {
        for (int i = 0; i < charges.amounts()[d].length; i++) {
          long quantity = charges.quantities()[d][i];
          long amount = charges.amounts()[d][i];
          String entity = charges.ids().get(i / items.size());
          expected.put(
              key(entity, d + 1, items.get(i % items.size()).code()),
              new Expected(quantity, List.of(amount)));
        }
      }
    }

    private void shared(ChargeResult charges) {
      List<AllocationRule> rules = month.book().allocations();
      int n = charges.entities();
      for (int a = 0; a < rules.size(); a++) {
        AllocationRule rule = rules.get(a);
        if (rule.shares() && rule.toGrid()) {
          gridItems.add(rule.item());
        }
        for (int day = 1; rule.shares() && !rule.toGrid() && day <= month.days(); day++) {
          for (int e = 0; e < n && pools.of(day, a).isPresent(); e++) {
            long driver =
                rule.period() == Grain.DAY
                    ? charges.drivers()[day - 1][a * n + e]
                    : sum(charges, a, e);
            List<Long> shares = pools.of(day, a).orElseThrow().shares(driver);
            expected.computeIfPresent(
                key(charges.ids().get(e), day, rule.item()), (key, old) -> old.plus(shares));
          }
        }
      }
    }

    private long sum(ChargeResult charges, int allocation, int entity) {
      long sum = 0;
      for (int d = 0; d < charges.days(); d++) {
        if (PoolFacts.holds(month, allocation, d + 1)) {
          sum += charges.drivers()[d][allocation * charges.entities() + entity];
        }
      }
      return sum;
    }

    private void compare(String key, StatementLine line, List<String> differences) {
      if (!entities.contains(line.entity())) {
        trusted.add("%s, which changed hands in the month".formatted(line.entity()));
        return;
      }
      if (gridItems.contains(line.item())) {
        trusted.add("%s of %s, by the energy of others".formatted(line.item(), line.entity()));
        return;
      }
      Expected value = expected.get(key);
      if (value == null
          || value.quantity() != line.quantity()
          || !value.milliYuan().contains(line.milliYuan())) {
        differences.add(
            "%s, %s, %s: the statement says %s yuan, the inputs give %s"
                .formatted(
                    line.entity(),
                    line.date(),
                    line.item(),
                    FixedPoint.format(line.milliYuan(), FixedPoint.YUAN_DECIMALS),
                    value == null
                        ? "nothing"
                        : FixedPoint.format(value.milliYuan().get(0), FixedPoint.YUAN_DECIMALS)));
      }
    }
  }

  /** What was found about a bundle: what differs, what is trusted, and a line of all. */
  public List<String> lines(BillBundle bundle) {
    List<String> lines = new ArrayList<>(differences);
    trusted.forEach(line -> lines.add("not computed again: " + line));
    lines.add(line(bundle));
    return lines;
  }

  private String line(BillBundle bundle) {
    BillBundle.Manifest of = bundle.manifest();
    return "%s, %s, %s to %s, %d lines, %s yuan, published hash %s"
        .formatted(
            proved() ? "proved" : "NOT PROVED",
            of.member(),
            of.from(),
            of.to(),
            lines,
            FixedPoint.format(milliYuan, FixedPoint.YUAN_DECIMALS),
            of.root());
  }
}
