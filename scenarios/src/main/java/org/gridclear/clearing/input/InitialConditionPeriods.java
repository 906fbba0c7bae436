package org.gridclear.clearing.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gridclear.clearing.input.InitialConditions.Award;
import org.gridclear.clearing.input.InitialConditions.Counted;
import org.gridclear.clearing.input.InitialConditions.Level;
import org.gridclear.clearing.input.InitialConditions.UnitPath;
import org.gridclear.quantity.Horizon;

/**
 * Boundaries in other periods: in shorter ones, and going on where another ends.
 *
 * @param first the boundary that is changed or that another follows
 */
record InitialConditionPeriods(InitialConditions first) {
  /** {@code first}, then what {@code plan} has after it; both in periods of the same length. */
  InitialConditions joined(InitialConditions plan) {
    int minutes = first.horizon().minutesPerPeriod();
    first.refuseUnlessFollowedBy(plan);
    int from = (first.endMinute() - plan.horizon().startMinute()) / minutes;
    int count = first.horizon().periodCount() + plan.horizon().periodCount() - from;
    Map<String, UnitPath> later = plan.pathOfUnit();
    List<UnitPath> paths = new ArrayList<>();
    for (UnitPath path : first.units()) {
      if (later.containsKey(path.unit())) {
        paths.add(joined(path, later.get(path.unit()), from));
      }
    }
    return new InitialConditions(
        new Horizon(count, minutes, first.horizon().startMinute(), first.horizon().firstDay()),
        paths,
        joined(first.storage(), plan.storage(), from),
        joined(first.reservoirs(), plan.reservoirs(), from),
        joined(first.hvdc(), plan.hvdc(), from),
        joined(first.profiled(), plan.profiled(), from),
        first.used(),
        joined(first.releases(), plan.releases(), from),
        first.releasedBefore(),
        joinedAwards(plan, from),
        joinedHeld(plan, from));
  }

  /** See {@link InitialConditions#inPeriodsOf}. */
  InitialConditions finer(int minutes) {
    if (minutes < 1 || first.horizon().minutesPerPeriod() % minutes != 0) {
      return first;
    }
    int finer = first.horizon().minutesPerPeriod() / minutes;
    if (finer == 1) {
      return first;
    }
    return new InitialConditions(
        new Horizon(
            first.horizon().periodCount() * finer,
            minutes,
            first.horizon().startMinute(),
            first.horizon().firstDay()),
        each(first.units(), path -> finer(path, finer)),
        each(
            first.storage(),
            level -> evenly(level, initial(Counted.STORAGE_LEVEL, level.id()), finer)),
        each(
            first.reservoirs(),
            level -> evenly(level, initial(Counted.RESERVOIR_VOLUME, level.id()), finer)),
        each(first.hvdc(), level -> held(level, finer)),
        each(first.profiled(), level -> held(level, finer)),
        first.used(),
        each(first.releases(), level -> held(level, finer)),
        each(first.releasedBefore(), level -> held(level, finer)),
        each(
            first.awards(),
            award -> new Award(award.unit(), award.product(), held(award.mw(), finer))),
        each(first.held(), level -> held(level, finer)));
  }

  private static <T> List<T> each(List<T> of, UnaryOperator<T> change) {
    if (of.isEmpty()) {
      return List.of();
    }
    List<T> changed = new ArrayList<>(of.size());
    for (T item : of) {
      changed.add(change.apply(item));
    }
    return changed;
  }

  private List<Award> joinedAwards(InitialConditions plan, int from) {
    List<Award> all = new ArrayList<>();
    double[] none = new double[first.horizon().periodCount()];
    Map<String, double[]> known = new HashMap<>();
    first.awards().forEach(each -> known.putIfAbsent(key(each), each.mw()));
    for (Award later : plan.awards()) {
      double[] mw = known.getOrDefault(key(later), none);
      all.add(new Award(later.unit(), later.product(), joined(mw, later.mw(), from)));
    }
    double[] nothing = new double[plan.horizon().periodCount()];
    Set<String> planned = new HashSet<>();
    plan.awards().forEach(each -> planned.add(key(each)));
    first.awards().stream()
        .filter(award -> !planned.contains(key(award)))
        .map(a -> new Award(a.unit(), a.product(), joined(a.mw(), nothing, from)))
        .forEach(all::add);
    return all;
  }

  /** A unit that is absent in one of them holds nothing there. */
  private List<Level> joinedHeld(InitialConditions plan, int from) {
    if (first.held().isEmpty() && plan.held().isEmpty()) {
      return List.of();
    }
    double[] none = new double[first.horizon().periodCount()];
    double[] nothing = new double[plan.horizon().periodCount()];
    Map<String, double[]> before = new LinkedHashMap<>();
    first.held().forEach(level -> before.put(level.id(), level.value()));
    Map<String, double[]> later = new HashMap<>();
    plan.held().forEach(level -> later.put(level.id(), level.value()));
    plan.held().forEach(level -> before.putIfAbsent(level.id(), none));
    List<Level> all = new ArrayList<>();
    before.forEach(
        (id, mw) -> all.add(new Level(id, joined(mw, later.getOrDefault(id, nothing), from))));
    return all;
  }

  private static String key(Award award) {
    return award.product() + "|" + award.unit();
  }

  private double initial(Counted counted, String id) {
    return first
        .used(counted, id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    ("The run before hands on no level of %s before its first period, which shorter"
                            + " periods need: clear it again.")
                        .formatted(id)));
  }

  private static UnitPath finer(UnitPath path, int finer) {
    boolean[] on = new boolean[path.on().length * finer];
    for (int t = 0; t < path.on().length; t++) {
      Arrays.fill(on, t * finer, (t + 1) * finer, path.on()[t]);
    }
    return new UnitPath(path.unit(), path.before(), on, held(path.mw(), finer));
  }

  private static Level held(Level level, int finer) {
    return new Level(level.id(), held(level.value(), finer));
  }

  private static double[] held(double[] values, int finer) {
    double[] all = new double[values.length * finer];
    for (int t = 0; t < values.length; t++) {
      Arrays.fill(all, t * finer, (t + 1) * finer, values[t]);
    }
    return all;
  }

  private static Level evenly(Level level, double initial, int finer) {
    double[] value = level.value();
    double[] all = new double[value.length * finer];
    for (int t = 0; t < all.length; t++) {
      double start = t < finer ? initial : value[t / finer - 1];
      all[t] = start + (value[t / finer] - start) * (t % finer + 1) / finer;
    }
    return new Level(level.id(), all);
  }

  private static UnitPath joined(UnitPath first, UnitPath later, int from) {
    boolean[] on = Arrays.copyOf(first.on(), first.on().length + later.on().length - from);
    System.arraycopy(later.on(), from, on, first.on().length, later.on().length - from);
    return new UnitPath(first.unit(), first.before(), on, joined(first.mw(), later.mw(), from));
  }

  private static double[] joined(double[] first, double[] later, int from) {
    double[] all = Arrays.copyOf(first, first.length + later.length - from);
    System.arraycopy(later, from, all, first.length, later.length - from);
    return all;
  }

  private static List<Level> joined(List<Level> first, List<Level> later, int from) {
    if (first.isEmpty()) {
      return List.of();
    }
    Map<String, double[]> values = new HashMap<>();
    later.forEach(level -> values.putIfAbsent(level.id(), level.value()));
    List<Level> all = new ArrayList<>();
    for (Level level : first) {
      double[] value = values.get(level.id());
      if (value != null) {
        all.add(new Level(level.id(), joined(level.value(), value, from)));
      }
    }
    return all;
  }
}
