package org.gridclear.settlement.preview;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.allocation.MonthReconciliation;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.close.CorrectionPreview;
import org.gridclear.settlement.correction.Correction;
import org.gridclear.settlement.folder.EditedFiles;
import org.gridclear.settlement.folder.FolderFiles;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.folder.RowsOf;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.reader.DayBefore;
import org.gridclear.settlement.reader.DaySlice;
import org.gridclear.validate.Issue;
import org.jspecify.annotations.Nullable;

/**
 * A preview by differences: the entities that are reached are computed twice, as before and now.
 */
final class QuickPreview {
  /** More entities than this are sooner read with all others. */
  private static final int ENTITIES_MAX = 400;

  private final OpenMonth open;
  private final InputFiles correction;
  private final List<Issue> warnings = new ArrayList<>();
  private final Map<Integer, PriceDay> prices = new TreeMap<>();
  private final Map<Integer, Map<Integer, EntityBlock>> before = new HashMap<>();
  private final Map<Integer, Map<Integer, EntityBlock>> after = new HashMap<>();
  private final Map<Long, EntityBlock> blocks = new HashMap<>();
  private BitSet reached = new BitSet();

  QuickPreview(OpenMonth open, Path folder) {
    this.open = open;
    this.correction = new FolderFiles(folder.toAbsolutePath().normalize());
  }

  /** The preview; nothing where the short way does not hold. */
  Optional<CorrectionPreview> run() {
    List<Integer> days = days();
    Reach.Reached who = open.reach().of(correction, baselines(days));
    reached = who.entities();
    if (days.isEmpty() || reached.cardinality() > ENTITIES_MAX) {
      return Optional.empty();
    }
    InputFiles kept = new RowsOf(open.close().files(), who.rows());
    Correction.Merged merged = Correction.merge(kept, correction, open.month());
    InputFiles edited = new EditedFiles(kept, merged.files());
    for (int day : days) {
      if (!read(day, kept, edited)) {
        return Optional.empty();
      }
    }
    days.forEach(this::nextDay);
    return Optional.of(books());
  }

  /** Whether a load is measured against a baseline on a day. */
  private boolean baselines(List<Integer> days) {
    for (int day : days) {
      String path = InputFiles.ofDay(open.month().date(day), "services.csv");
      for (InputFiles files : List.of(open.close().files(), correction)) {
        String text = new String(files.read(path).orElse(new byte[0]), StandardCharsets.ISO_8859_1);
        if (text.contains("baselineMwh")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Days that the correction has rows of; none if it has rows of something else. */
  private List<Integer> days() {
    if (correction.paths().stream().anyMatch(path -> !path.startsWith("days/"))) {
      return List.of();
    }
    return Correction.dates(correction, open.month()).stream().map(open.month()::day).toList();
  }

  /** Reads the entities of a day as they were and as they are; false if the first is another. */
  private boolean read(int day, InputFiles kept, InputFiles edited) {
    DaySlice was =
        DaySlice.read(open.source(), kept, day, reached, day == 1 ? null : at(day - 1, false));
    DaySlice is =
        DaySlice.read(open.source(), edited, day, reached, day == 1 ? null : at(day - 1, true));
    Map<Integer, EntityBlock> rows = rows(is);
    Map<Integer, EntityBlock> old = rows(was);
    for (int e : reached.stream().toArray()) {
      if (!EntityDays.same(old.get(e), keptRow(day, e))) {
        return false;
      }
    }
    after.put(day, rows);
    if (!same(was.prices(), is.prices())) {
      prices.put(day, is.prices());
    }
    warnings.addAll(is.warnings());
    return same(was.prices(), open.prices(day)) && is.priced().containsAll(was.priced());
  }

  private static boolean same(PriceDay a, PriceDay b) {
    return Arrays.deepEquals(a.points(), b.points()) && Arrays.deepEquals(a.market(), b.market());
  }

  private Map<Integer, EntityBlock> rows(DaySlice slice) {
    Map<Integer, EntityBlock> rows = new HashMap<>();
    for (EntityBlock block : slice.blocks()) {
      for (int e : block.entities()) {
        rows.put(e, EntityDays.only(block, e));
      }
    }
    return rows;
  }

  private DayBefore at(int day, boolean changed) {
    int last = open.month().intervals() - 1;
    return (column, entity) -> EntityDays.on(row(day, entity, changed), column, last);
  }

  /** Row of an entity, as the correction has it where it has one and is asked for, else as kept. */
  private @Nullable EntityBlock row(int day, int entity, boolean changed) {
    Map<Integer, EntityBlock> ofDay = changed ? after.get(day) : null;
    return ofDay != null ? ofDay.get(entity) : keptRow(day, entity);
  }

  private @Nullable EntityBlock keptRow(int day, int entity) {
    Map<Integer, EntityBlock> known = before.computeIfAbsent(day, d -> new HashMap<>());
    if (!known.containsKey(entity)) {
      int number = entity / EntityBlock.ENTITIES;
      EntityBlock block =
          blocks.computeIfAbsent(((long) day << 32) | number, k -> open.block(day, number));
      known.put(entity, EntityDays.only(block, entity));
    }
    return known.get(entity);
  }

  /** Starts of the day that follows. */
  private void nextDay(int day) {
    int next = day + 1;
    if (next > open.month().days() || after.containsKey(next)) {
      return;
    }
    Map<Integer, EntityBlock> changed = Objects.requireNonNull(after.get(day));
    Map<Integer, EntityBlock> rows = new HashMap<>();
    for (int e : reached.stream().toArray()) {
      EntityBlock row = EntityDays.after(keptRow(next, e), keptRow(day, e), changed.get(e));
      if (row != null) {
        rows.put(e, row);
      }
    }
    after.put(next, rows);
  }

  private CorrectionPreview books() {
    ShareChanges changes = new ShareChanges(open);
    MonthReconciliation books;
    if (prices.isEmpty()) {
      books = open.charges().copy();
    } else {
      books = new MonthReconciliation(open.month(), open.month().days());
      for (ChargeResult unit : everybody()) {
        books.add(unit);
        changes.recomputed(unit);
      }
    }
    for (int e : reached.stream().toArray()) {
      ChargeResult now = charges(e, true, true);
      books.replace(charges(e, false, true), now);
      changes.entity(prices.isEmpty() ? charges(e, false, false) : null, now);
    }
    ClosedMonth closed = books.close();
    List<String> findings = new ArrayList<>(closed.findings());
    if (closed.residualMilliYuan() != 0) {
      findings.add("The books would not balance.");
    }
    int last = open.month().days() - 1;
    long accounts =
        Arrays.stream(closed.balances()[last]).sum()
            - Arrays.stream(open.closed().balances()[last]).sum();
    return new CorrectionPreview(
        open.month(), changes.of(closed), accounts, List.copyOf(findings), List.copyOf(warnings));
  }

  private PriceDay price(int day, boolean changed) {
    PriceDay other = changed ? prices.get(day) : null;
    return other == null ? open.prices(day) : other;
  }

  /** Charges of one entity. */
  private ChargeResult charges(int entity, boolean changedRows, boolean changedPrices) {
    List<ChargeKernel.Day> days = new ArrayList<>();
    for (int day = 1; day <= open.month().days(); day++) {
      EntityBlock row = row(day, entity, changedRows);
      days.add(
          new ChargeKernel.Day(price(day, changedPrices), row == null ? List.of() : List.of(row)));
    }
    return ChargeKernel.run(open.close().programs(), entity, entity + 1, days, null);
  }

  /** Charges of all entities at the changed prices. */
  private List<ChargeResult> everybody() {
    int entities = open.month().entities().size();
    open.close().programs();
    return IntStream.range(0, open.units())
        .parallel()
        .mapToObj(
            unit -> {
              int from = unit * RunPlan.ENTITIES_A_UNIT;
              int to = Math.min(entities, from + RunPlan.ENTITIES_A_UNIT);
              int first = from / EntityBlock.ENTITIES;
              int last = (to + EntityBlock.ENTITIES - 1) / EntityBlock.ENTITIES;
              Iterable<ChargeKernel.Day> days =
                  () ->
                      IntStream.rangeClosed(1, open.month().days())
                          .mapToObj(day -> day(day, first, last))
                          .iterator();
              return ChargeKernel.run(open.close().programs(), from, to, days, null);
            })
        .toList();
  }

  private ChargeKernel.Day day(int day, int first, int last) {
    return new ChargeKernel.Day(
        price(day, true),
        IntStream.range(first, last).mapToObj(number -> open.block(day, number)).toList());
  }
}
