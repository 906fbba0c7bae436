package org.gridclear.report.settlement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.gridclear.quantity.Count;
import org.gridclear.settlement.close.ChainCheck;
import org.gridclear.settlement.close.CloseAudit;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CloseRecomputation;
import org.gridclear.settlement.close.CloseVerification;

/**
 * Everything that a close is proved by: its seal, the delivered files by id, blocks, charges,
 * shares, tables, and amounts in decimal arithmetic.
 *
 * @param damaged files that are not what was sealed; then nothing else was looked at
 * @param differences what differs; empty if the close is proved
 * @param standIns entities some of whose energy stands in for missing data and is not audited
 * @param decimals number of entities computed in decimal arithmetic
 * @param text what was looked at, for a terminal
 */
public record CloseProof(
    List<String> damaged,
    List<String> differences,
    Set<String> standIns,
    int decimals,
    String text) {

  /**
   * Proves a close.
   *
   * @param sample entities to be computed in decimal arithmetic; 0 for all
   * @param seed seed of the sample
   * @throws IllegalArgumentException if the folder is no close, or the sample is less than 0
   */
  public static CloseProof of(Path folder, int sample, long seed) throws IOException {
    if (sample < 0) {
      throw new IllegalArgumentException(
          "The sample (%d) must be 1 or more entities, or 0 for all.".formatted(sample));
    }
    List<String> damaged = ChainCheck.differences(folder);
    if (!damaged.isEmpty()) {
      return new CloseProof(damaged, damaged, Set.of(), 0, "nothing but the seal");
    }
    try (CloseFolder close = CloseFolder.open(folder)) {
      List<String> differences = new ArrayList<>();
      Set<String> standIns = new TreeSet<>();
      Set<Integer> entities = sample(close.month().entities().size(), sample, seed);
      try {
        look(close, entities, differences, standIns);
      } catch (RuntimeException e) {
        differences.add("The close cannot be read as a whole: " + e.getMessage());
      }
      String text =
          "%s of %s, %s, identity and energy by meter; %s in decimals"
              .formatted(
                  Count.of(close.record().inputs().size(), "file"),
                  Count.of(close.month().days(), "day"),
                  Count.of(close.month().entities().size(), "entity", "entities"),
                  Count.of(entities.size(), "entity", "entities"));
      // Several checks may meet the same difference; it is one.
      List<String> each = differences.stream().distinct().toList();
      return new CloseProof(List.of(), each, standIns, entities.size(), text);
    } catch (RuntimeException e) {
      List<String> unreadable = List.of("The close cannot be opened: " + e.getMessage());
      return new CloseProof(List.of(), unreadable, Set.of(), 0, "nothing but the seal");
    }
  }

  private static void look(
      CloseFolder close, Set<Integer> entities, List<String> differences, Set<String> standIns)
      throws IOException {
    differences.addAll(CloseAudit.deliveries(close, standIns::add));
    CloseVerification.Result kept = CloseVerification.of(close);
    differences.addAll(kept.differences());
    CloseRecomputation again = CloseRecomputation.of(close);
    differences.addAll(again.differences());
    differences.addAll(kept.billable(close.record(), again.closed()));
    differences.addAll(CloseAudit.differences(close, entities));
    differences.addAll(TableAudit.differences(close, again.closed(), kept.open()));
  }

  private static Set<Integer> sample(int count, int sample, long seed) {
    Set<Integer> entities = new TreeSet<>();
    SplittableRandom draw = new SplittableRandom(seed);
    while (entities.size() < (sample == 0 ? count : Math.min(sample, count))) {
      entities.add(sample == 0 ? entities.size() : draw.nextInt(count));
    }
    return entities;
  }
}
