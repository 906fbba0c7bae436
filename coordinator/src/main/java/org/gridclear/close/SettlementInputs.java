package org.gridclear.close;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gridclear.run.GridStore;
import org.gridclear.scenario.resolved.EntityBlock;
import org.gridclear.scenario.resolved.SettlementBytes;
import org.gridclear.scenario.settlement.SettlementReader;
import org.gridclear.scenario.settlement.SettlementSource;
import org.gridclear.validate.Issue;
import org.gridclear.work.Hashes;

/**
 * The inputs of a month by their hashes; what has the same hash is the same.
 *
 * @param priceHashes hash of the prices of each day
 * @param blockHashes hashes of the blocks of each day
 * @param warnings what the files were read with
 */
public record SettlementInputs(
    List<String> priceHashes, List<List<String>> blockHashes, List<Issue> warnings) {

  /**
   * Reads all days into the grid.
   *
   * @param keep takes every packed block with its hash
   * @param progress called after each day
   */
  public static SettlementInputs load(
      SettlementSource source,
      GridStore store,
      BiConsumer<String, byte[]> keep,
      Runnable progress) {
    List<String> prices = new ArrayList<>();
    List<List<String>> blocks = new ArrayList<>();
    List<Issue> warnings =
        SettlementReader.days(
            source,
            1,
            source.month().days(),
            day -> {
              prices.add(putPrices(day, store, keep));
              blocks.add(putBlocks(day, store, keep));
              progress.run();
            });
    return new SettlementInputs(prices, blocks, warnings);
  }

  /** Reads some days again; the others stay as they were. */
  static SettlementInputs reload(
      SettlementSource source,
      CloseRecord before,
      List<Integer> days,
      GridStore store,
      BiConsumer<String, byte[]> keep) {
    List<String> prices = new ArrayList<>(before.priceHashes());
    List<List<String>> blocks = new ArrayList<>(before.blockHashes());
    List<Issue> warnings = new ArrayList<>();
    for (int day : days) {
      warnings.addAll(
          SettlementReader.days(
              source,
              day,
              day,
              input -> {
                prices.set(day - 1, putPrices(input, store, keep));
                blocks.set(day - 1, putBlocks(input, store, keep));
              }));
    }
    return new SettlementInputs(prices, blocks, warnings);
  }

  private static String putPrices(
      SettlementReader.DayInput day, GridStore store, BiConsumer<String, byte[]> keep) {
    byte[] packed = SettlementBytes.pack(day.prices());
    String hash = hash(packed);
    store.putData(hash, packed);
    keep.accept(hash, packed);
    return hash;
  }

  private static List<String> putBlocks(
      SettlementReader.DayInput day, GridStore store, BiConsumer<String, byte[]> keep) {
    List<byte[]> packed = day.blocks().parallelStream().map(SettlementInputs::pack).toList();
    List<String> hashes = packed.parallelStream().map(SettlementInputs::hash).toList();
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (int i = 0; i < hashes.size(); i++) {
      all.put(hashes.get(i), packed.get(i));
    }
    all.forEach(keep);
    store.putBlocks(all);
    return hashes;
  }

  private static byte[] pack(EntityBlock block) {
    return SettlementBytes.pack(block);
  }

  private static String hash(byte[] packed) {
    return new Hashes().add(packed).hex();
  }
}
