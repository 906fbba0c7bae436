package org.gridclear.market.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blocks on disk, and those of the newest trading dates in memory, too. What is kept is on disk
 * when {@link #put} returns; memory loses nothing that is not there. Both give the same block:
 * where memory cannot answer, disk does.
 */
public final class TieredDays implements DayBlocks {
  private static final Logger LOG = LoggerFactory.getLogger(TieredDays.class);

  private final HotBlocks hot;
  private final DayBlocks cold;
  private final int days;
  private final Map<Market, TreeMap<LocalDate, List<BlockAddress>>> inMemory =
      new EnumMap<>(Market.class);

  /**
   * Blocks on disk and in memory.
   *
   * @param days trading dates of each market that are in memory, from 1
   */
  public TieredDays(HotBlocks hot, DayBlocks cold, int days) {
    if (days < 1) {
      throw new IllegalArgumentException(
          "The days in memory (%d) must be 1 or more.".formatted(days));
    }
    this.hot = hot;
    this.cold = cold;
    this.days = days;
  }

  /**
   * Brings the newest trading dates of versions into memory, which is empty before.
   *
   * @param versions versions by date
   */
  public void warm(List<DayVersion> versions) {
    hot.clear();
    for (int v = versions.size() - 1; v >= 0; v--) {
      DayVersion version = versions.get(v);
      for (Map.Entry<ResultKind, String> block : version.blocks().entrySet()) {
        BlockAddress address = new BlockAddress(version.key(), block.getKey(), block.getValue());
        if (enters(address)) {
          cold.get(address, Selection.ALL).ifPresent(whole -> heat(address, whole));
        }
      }
    }
  }

  @Override
  public void put(BlockAddress address, ResultBlock block) {
    cold.put(address, block);
    if (enters(address)) {
      heat(address, block);
    }
  }

  private void heat(BlockAddress address, ResultBlock block) {
    try {
      hot.put(address, block);
    } catch (RuntimeException e) {
      LOG.warn("{} stays on disk: {}", address.text(), e.getMessage());
    }
  }

  /** Notes that a block comes into memory, and takes out what is too old then. */
  private synchronized boolean enters(BlockAddress address) {
    TreeMap<LocalDate, List<BlockAddress>> ofMarket =
        inMemory.computeIfAbsent(address.key().market(), none -> new TreeMap<>());
    LocalDate date = address.key().date();
    LocalDate newest =
        ofMarket.isEmpty() || ofMarket.lastKey().isBefore(date) ? date : ofMarket.lastKey();
    LocalDate oldest = newest.minusDays(days - 1L);
    if (date.isBefore(oldest)) {
      return false;
    }
    ofMarket.computeIfAbsent(date, none -> new ArrayList<>()).add(address);
    Map<LocalDate, List<BlockAddress>> old = ofMarket.headMap(oldest, false);
    old.values().forEach(this::cool);
    old.clear();
    return true;
  }

  private void cool(List<BlockAddress> addresses) {
    try {
      hot.remove(addresses);
    } catch (RuntimeException e) {
      LOG.warn("{} blocks stay in memory: {}", addresses.size(), e.getMessage());
    }
  }

  private synchronized boolean isHot(BlockAddress address) {
    TreeMap<LocalDate, List<BlockAddress>> ofMarket = inMemory.get(address.key().market());
    return ofMarket != null && ofMarket.containsKey(address.key().date());
  }

  @Override
  public Optional<ResultBlock> get(BlockAddress address, Selection selection) {
    return Optional.ofNullable(all(List.of(address), selection).get(address));
  }

  @Override
  public Map<BlockAddress, ResultBlock> all(
      Collection<BlockAddress> addresses, Selection selection) {
    Map<BlockAddress, ResultBlock> found = new LinkedHashMap<>();
    List<BlockAddress> asked = addresses.stream().filter(this::isHot).toList();
    if (!asked.isEmpty()) {
      try {
        found.putAll(hot.all(asked, selection));
      } catch (RuntimeException e) {
        LOG.warn("{} blocks are read from disk: {}", asked.size(), e.getMessage());
      }
    }
    List<BlockAddress> rest =
        addresses.stream().filter(address -> !found.containsKey(address)).toList();
    found.putAll(cold.all(rest, selection));
    return found;
  }
}
