package org.gridclear.settlement.close;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.file.DecimalText;
import org.gridclear.file.Sha256;
import org.gridclear.run.GridStore;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.table.SeriesTable;
import org.gridclear.validate.Issue;

/**
 * The inputs of a month by their hashes; what has the same hash is the same.
 *
 * @param priceHashes hash of the prices of each day
 * @param blockHashes hashes of the blocks of each day
 * @param files SHA-256 of every file they come from, by its path
 * @param warnings what the files were read with
 */
public record SettlementInputs(
    List<String> priceHashes,
    List<List<String>> blockHashes,
    Map<String, String> files,
    List<Issue> warnings) {
  /** Takes what is to be kept, by its hash. */
  public interface Keeper {
    /** Keeps nothing. */
    Keeper NOTHING =
        new Keeper() {
          @Override
          public void block(String hash, byte[] packed) {}

          @Override
          public boolean wants(String sha256) {
            return false;
          }

          @Override
          public void file(String sha256, byte[] packed) {}
        };

    /** A packed block or the packed prices of a day. */
    void block(String hash, byte[] packed);

    /** Whether a delivered file of this hash is to be kept. */
    boolean wants(String sha256);

    /** A delivered file by the hash of its content, as {@link DecimalText}. */
    void file(String sha256, byte[] packed);
  }

  /**
   * Reads all days into the grid.
   *
   * @param keep takes every packed block and every file with its hash
   * @param progress called after each day
   */
  public static SettlementInputs load(
      SettlementSource source, GridStore store, Keeper keep, Runnable progress) {
    Map<String, String> files = new TreeMap<>();
    files(source.common(), keep, files);
    List<String> prices = new ArrayList<>();
    List<List<String>> blocks = new ArrayList<>();
    List<Issue> warnings =
        SettlementReader.days(
            source,
            1,
            source.month().days(),
            day -> {
              prices.add(putPrices(day, source.month(), store, keep));
              blocks.add(putBlocks(day, source.month(), store, keep));
              files(day.files(), keep, files);
              progress.run();
            });
    return new SettlementInputs(prices, blocks, files, warnings);
  }

  private record Packed(String path, String sha256, Optional<byte[]> bytes) {}

  /** Hashes files and hands them on, in the order of their paths. */
  private static void files(Map<String, byte[]> read, Keeper keep, Map<String, String> hashes) {
    List<Map.Entry<String, byte[]>> list = new ArrayList<>(new TreeMap<>(read).entrySet());
    List<Packed> all =
        list.parallelStream().map(file -> packed(file.getKey(), file.getValue(), keep)).toList();
    for (Packed file : all) {
      hashes.put(file.path(), file.sha256());
      file.bytes().ifPresent(bytes -> keep.file(file.sha256(), bytes));
    }
  }

  private static Packed packed(String path, byte[] content, Keeper keep) {
    String sha256 = Sha256.hex(content);
    return new Packed(
        path, sha256, keep.wants(sha256) ? Optional.of(kept(path, content)) : Optional.empty());
  }

  /** Text in half its bytes; a file of columns is packed as it comes. */
  private static byte[] kept(String path, byte[] content) {
    return path.endsWith(SeriesTable.SUFFIX)
        ? DecimalText.plain(content)
        : DecimalText.pack(content);
  }

  /** Reads some days again; the others stay as they were. */
  static SettlementInputs reload(
      SettlementSource source,
      CloseRecord before,
      List<Integer> days,
      GridStore store,
      Keeper keep) {
    Map<String, String> files = new TreeMap<>();
    before
        .inputs()
        .forEach(
            (path, hash) -> {
              if (path.startsWith("days/")) {
                files.put(path, hash);
              }
            });
    files(source.common(), keep, files);
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
                prices.set(day - 1, putPrices(input, source.month(), store, keep));
                blocks.set(day - 1, putBlocks(input, source.month(), store, keep));
                String folder = InputFiles.ofDay(source.month().date(day), "");
                files.keySet().removeIf(path -> path.startsWith(folder));
                files(input.files(), keep, files);
              }));
    }
    return new SettlementInputs(prices, blocks, files, warnings);
  }

  private static String putPrices(
      SettlementReader.DayInput day, SettlementMonth month, GridStore store, Keeper keep) {
    byte[] packed = SettlementBytes.pack(day.prices(), month);
    String hash = hash(packed);
    store.putData(hash, packed);
    keep.block(hash, packed);
    return hash;
  }

  private static List<String> putBlocks(
      SettlementReader.DayInput day, SettlementMonth month, GridStore store, Keeper keep) {
    List<byte[]> packed =
        day.blocks().parallelStream().map(block -> SettlementBytes.pack(block, month)).toList();
    List<String> hashes = packed.parallelStream().map(SettlementInputs::hash).toList();
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (int i = 0; i < hashes.size(); i++) {
      all.put(hashes.get(i), packed.get(i));
    }
    all.forEach(keep::block);
    store.putBlocks(all);
    return hashes;
  }

  private static String hash(byte[] packed) {
    return Sha256.hex(packed);
  }
}
