package org.gridclear.market.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.table.Table;
import org.gridclear.validate.NaturalOrder;
import org.gridclear.validate.UnknownNameException;
import org.jspecify.annotations.Nullable;

/** The blocks that a question needs, one after the other, cut to what the asker may see. */
final class BlockSource {
  /** Blocks that are read together. */
  private static final int TOGETHER = 64;

  private final DayStore store;
  private final Viewer viewer;
  private final DayQuery query;
  private final ResultKind kind;
  private final List<LocalDate> without = new ArrayList<>();
  private final Map<String, Set<String>> seen = new LinkedHashMap<>();
  private final Map<String, Set<String>> known = new LinkedHashMap<>();
  private @Nullable DayClock first;
  private int unregistered;

  BlockSource(DayStore store, Viewer viewer, DayQuery query, ResultKind kind) {
    this.store = store;
    this.viewer = viewer;
    this.query = query;
    this.kind = kind;
  }

  /** A block, and which of its slots are asked for. */
  record Part(DayVersion version, ResultBlock block, DayClock clock, boolean @Nullable [] asked) {
    /** Whether there is a row that is asked for. */
    boolean has(int here, int slot) {
      return (asked == null || asked[slot]) && block.has(here, slot);
    }
  }

  /**
   * Goes through the blocks of the versions.
   *
   * @param columns columns that are needed; empty for all
   * @throws UnknownNameException if no element of any of them has a text that is asked for
   */
  void each(Chosen chosen, Set<String> columns, BiConsumer<DayVersion, Part> each) {
    Map<String, List<String>> texts = query.filter().texts(kind.element());
    Selection wanted = new Selection(columns, Map.of());
    for (Map.Entry<String, List<String>> text : texts.entrySet()) {
      wanted = wanted.where(text.getKey(), Set.copyOf(text.getValue()));
    }
    boolean any = false;
    List<DayVersion> versions = chosen.versions();
    for (int from = 0; from < versions.size(); from += TOGETHER) {
      List<DayVersion> part = versions.subList(from, Math.min(versions.size(), from + TOGETHER));
      Map<DayVersion, ResultBlock> blocks = store.blocks(part, kind, wanted);
      any |= !blocks.isEmpty();
      for (DayVersion version : part) {
        if (blocks.containsKey(version)) {
          each.accept(version, part(version, blocks.get(version), texts));
        } else {
          without.add(version.key().date());
        }
      }
    }
    if (any) {
      texts.forEach(this::named);
    }
  }

  private Part part(DayVersion version, ResultBlock block, Map<String, List<String>> texts) {
    ResultBlock visible = visible(block);
    look(texts, visible);
    DayClock clock = DayClock.of(block.layout(), store.zone());
    sameNumbers(clock);
    return new Part(version, visible, clock, clock.asked(query.filter().period()));
  }

  private ResultBlock visible(ResultBlock block) {
    if (viewer.seesAll()) {
      return block;
    }
    int slots = block.layout().slots();
    int[] places = new int[block.elements().length];
    int count = 0;
    for (int here = 0; here < places.length; here++) {
      if (viewer.sees(block.layout(), block.elements()[here])) {
        places[count++] = here;
      }
    }
    if (count == places.length) {
      return block;
    }
    int[] kept = Arrays.copyOf(places, count);
    BitSet present = new BitSet();
    Map<String, long[]> values = new LinkedHashMap<>();
    block.values().keySet().forEach(name -> values.put(name, new long[kept.length * slots]));
    for (int to = 0; to < kept.length; to++) {
      int from = kept[to] * slots;
      for (int s = 0; s < slots; s++) {
        present.set(to * slots + s, block.present().get(from + s));
      }
      int at = to * slots;
      values.forEach((name, cells) -> System.arraycopy(block.column(name), from, cells, at, slots));
    }
    int[] elements = Arrays.stream(kept).map(here -> block.elements()[here]).toArray();
    return new ResultBlock(block.layout(), elements, present, values);
  }

  /** Which of the texts that are asked for there are, and which there are to ask for. */
  private void look(Map<String, List<String>> texts, ResultBlock block) {
    BlockLayout layout = block.layout();
    for (String key : texts.keySet()) {
      int at = layout.key(key);
      if (at < 0) {
        throw new IllegalArgumentException(
            "%s: the rows of %s have no %s.".formatted(key, kind.word(), key));
      }
      Set<String> there = seen.computeIfAbsent(key, each -> new TreeSet<>());
      for (int element : block.elements()) {
        there.add(layout.elements().get(element).get(at));
      }
      if (!there.containsAll(texts.get(key))) {
        Set<String> names =
            known.computeIfAbsent(key, each -> new TreeSet<>(NaturalOrder.OF_NAMES));
        for (int e = 0; e < layout.size(); e++) {
          if (viewer.sees(layout, e)) {
            names.add(layout.elements().get(e).get(at));
          }
        }
      }
    }
    int owner = layout.key("owner");
    if (owner >= 0) {
      int none = 0;
      for (int element : block.elements()) {
        none += layout.elements().get(element).get(owner).isEmpty() ? 1 : 0;
      }
      unregistered = Math.max(unregistered, none);
    }
  }

  private void named(String key, List<String> asked) {
    for (String text : asked) {
      if (!Objects.requireNonNull(seen.get(key)).contains(text)) {
        throw new UnknownNameException(key, text, Objects.requireNonNull(known.get(key)));
      }
    }
  }

  /** The number of a period is the same time in all blocks, or it must not be asked for. */
  private void sameNumbers(DayClock clock) {
    first = first == null ? clock : first;
    boolean number = query.filter().period().matches("\\d+");
    if (number
        && (clock.minutes() != first.minutes() || clock.startMinute() != first.startMinute())) {
      throw new IllegalArgumentException(
          "period: number %s is not the same time on %s and %s; give a time such as 18:00."
              .formatted(query.filter().period(), first.date(), clock.date()));
    }
  }

  /** The answer with what its rows do not say. */
  ResultAnswer answer(Table table, long total, Chosen chosen, boolean owners) {
    List<LocalDate> missing = new ArrayList<>(chosen.missing());
    missing.addAll(without);
    List<String> notices = new ArrayList<>();
    if (!without.isEmpty()) {
      notices.add(
          "The versions of %s have no %s."
              .formatted(ResultAnswer.dates(without.stream().distinct().toList()), kind.word()));
    }
    if (owners && unregistered > 0) {
      notices.add(
          "Up to %d elements of a day have no registered owner; theirs is empty."
              .formatted(unregistered));
    }
    return new ResultAnswer(
        table, total, missing.stream().distinct().sorted().toList(), chosen.alarms(), notices);
  }

  /**
   * The versions that a question is answered from.
   *
   * @throws NoResultsException if there is none that the asker may see
   */
  static Chosen choose(DayStore store, Viewer viewer, DayQuery query, ResultKind kind) {
    String market = DayKey.word(query.market());
    List<LocalDate> missing = new ArrayList<>();
    Map<DayKey, DayVersion> byKey = new LinkedHashMap<>();
    if (viewer.sees(market, kind)) {
      for (DayVersion version : store.versions(query.market(), query.from(), query.to())) {
        boolean wanted =
            viewer.sees(version)
                && (query.cycle().isEmpty() || query.cycle().getAsInt() == version.key().cycle())
                && (query.version().isEmpty() || query.version().getAsInt() == version.version());
        if (wanted) {
          byKey.put(version.key(), version);
        }
      }
    }
    if (byKey.isEmpty()) {
      throw NoResultsException.of(query, kind);
    }
    if (query.cycle().isEmpty()) {
      partsOfJoinedDays(byKey.keySet()).forEach(byKey::remove);
    }
    Set<LocalDate> there = new TreeSet<>();
    byKey.keySet().forEach(key -> there.add(key.date()));
    for (LocalDate date = query.from(); !date.isAfter(query.to()); date = date.plusDays(1)) {
      if (!there.contains(date)) {
        missing.add(date);
      }
    }
    List<String> alarms = new ArrayList<>();
    for (DayVersion version : byKey.values()) {
      version.alarms().forEach(each -> alarms.add(version.text() + ": " + viewer.told(each)));
    }
    return new Chosen(List.copyOf(byKey.values()), missing, alarms);
  }

  /** Runs of dates that are there as one day, too: the day counts in their place. */
  private static List<DayKey> partsOfJoinedDays(Set<DayKey> keys) {
    return keys.stream()
        .filter(key -> key.cycle() > 0 && keys.contains(new DayKey(key.market(), key.date())))
        .toList();
  }
}
