package org.gridclear.clearing.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.search.Fixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number of every field of a right result, changed by itself, is found, or is named here as
 * free; so is every table that has a row or a period too few or too many.
 */
class EveryFieldTest {
  static Stream<String> days() {
    return RuledDays.all().keySet().stream();
  }

  /** Days that have each kind of table and row between them. */
  static Stream<String> someDays() {
    return Stream.of("output, short", "lake", "link, both ways", "outage", "storage, end");
  }

  static Stream<String> relaxedDays() {
    return days().filter(name -> !good(name).relaxations().isEmpty());
  }

  private static ClearingResult good(String name) {
    return RuledDays.result(name);
  }

  private List<String> checks(String name, ClearingResult result) {
    return ClearingAuditor.audit(RuledDays.day(name), result).stream().map(Finding::check).toList();
  }

  @ParameterizedTest
  @MethodSource("days")
  void aRightResultPasses(String name) {
    List<Finding> found = ClearingAuditor.audit(RuledDays.day(name), good(name));
    assertEquals(List.of(), found.stream().map(Finding::line).toList());
  }

  /**
   * Prices and penalties are of hours, rows and amounts of periods; days end within the horizon.
   */
  @ParameterizedTest
  @MethodSource("days")
  void aRightResultOfHalfHoursOverMidnightPasses(String name) {
    String horizon = "\"periodCount\": 2, \"minutesPerPeriod\": 30, \"startMinute\": 1410";
    String text = RuledDays.all().get(name).replace("\"periodCount\": 2", horizon);
    ClearingCase day = ClearingCase.of(Days.read(text));
    ClearingResult result = Fixtures.clear(day, ClearingOptions.LOSSLESS.withGap(1e-9));
    List<Finding> found = ClearingAuditor.audit(day, result);
    assertEquals(List.of(), found.stream().map(Finding::line).toList());
  }

  /** A day that is to give way does; otherwise its amounts would be shown by nothing. */
  @ParameterizedTest
  @MethodSource("days")
  void whatIsCalledShortIsRelaxed(String name) {
    assertTrue(!name.endsWith("short") || !good(name).relaxations().isEmpty());
  }

  /**
   * What a status more would cost, the dispatch does not say; a ramp that gives way has no price of
   * its own, and leaves the price of its line open.
   */
  private static boolean isFree(String name, String path) {
    return (name.equals("units-online") && path.startsWith(".shadowPrices[B-09 k"))
        || (name.equals("link, ramp") && path.startsWith(".shadowPrices[B-25 dc 0]"));
  }

  /** By how much a number is changed: beyond the tolerance of sums of money and of prices. */
  private static double step(String path, double value, double objectiveYuan) {
    double money = path.contains("Yuan") ? 3e-5 * Math.max(1000, Math.abs(objectiveYuan)) : 1;
    return path.contains("YuanPer") || path.contains("yuanPerUnit")
        ? Math.max(1, 1e-3 * Math.abs(value))
        : Math.max(1, money);
  }

  private Set<String> unseen(String name, double direction) {
    Set<String> unseen = new TreeSet<>();
    double objective = good(name).objectiveYuan();
    for (Tampering.Place<Double> place : Tampering.of(good(name)).numbers()) {
      double other = place.value() + direction * step(place.path(), place.value(), objective);
      if (!isFree(name, place.path()) && checks(name, place.with().apply(other)).isEmpty()) {
        unseen.add(place.path());
      }
    }
    return unseen;
  }

  /** A relaxation is a bound that may be any below the objective. */
  @ParameterizedTest
  @MethodSource("days")
  void aGreaterNumberIsFound(String name) {
    ClearingResult result = good(name);
    Set<String> unseen = unseen(name, 1);
    boolean below = result.lpYuan() < result.objectiveYuan() - 1;
    unseen.removeIf(path -> below && path.equals(".lpYuan"));
    assertEquals(Set.of(), unseen);
  }

  /** A lower bound that is lower is one as well. */
  @ParameterizedTest
  @MethodSource("days")
  void aSmallerNumberIsFound(String name) {
    Set<String> unseen = unseen(name, -1);
    unseen.removeAll(Set.of(".bestBoundYuan", ".lpYuan"));
    assertEquals(Set.of(), unseen);
  }

  @ParameterizedTest
  @MethodSource("someDays")
  void whatIsNoNumberIsFound(String name) {
    Set<String> unseen = new TreeSet<>();
    for (Tampering.Place<Double> place : Tampering.of(good(name)).numbers()) {
      if (checks(name, place.with().apply(Double.NaN)).isEmpty()) {
        unseen.add(place.path());
      }
    }
    assertEquals(Set.of(), unseen);
  }

  /** What is of another size is no result of the case, whatever table it is that tells. */
  @ParameterizedTest
  @MethodSource("someDays")
  void aTableWithARowOrPeriodTooFewOrTooManyIsFound(String name) {
    for (Tampering.Place<Object> place : Tampering.of(good(name)).tables()) {
      for (int more : new int[] {-1, 1}) {
        if (Array.getLength(place.value()) > 0) {
          ClearingResult other = place.with().apply(Tampering.resized(place.value(), more));
          assertEquals(List.of("completeness"), checks(name, other), place + " " + more);
        }
      }
    }
  }

  private ClearingResult relaxed(String name, UnaryOperator<List<Relaxation>> change) {
    for (Tampering.Place<Object> place : Tampering.of(good(name)).lists()) {
      if (place.path().equals(".relaxations")) {
        List<Relaxation> other = new ArrayList<>(good(name).relaxations());
        return place.with().apply(change.apply(other));
      }
    }
    throw new AssertionError("a result has relaxations");
  }

  private static Relaxation of(Relaxation r, String element, int period, int day, double sign) {
    return new Relaxation(
        r.constraint(), element, period, day, sign * r.amount(), r.unit(), sign * r.penaltyYuan());
  }

  @ParameterizedTest
  @MethodSource("relaxedDays")
  void aRelaxationOfWhatTheCaseLacksIsFound(String name) {
    Relaxation r = good(name).relaxations().get(0);
    List<Relaxation> strange =
        List.of(
            of(r, r.element() + " too", r.period(), r.day(), 1),
            of(r, "branch gone after outages, most of l1", 0, 0, 1),
            of(r, r.element(), 2, 0, 1),
            of(r, r.element(), -2, 0, 1),
            of(r, r.element(), r.period(), 1, 1));
    for (Relaxation each : strange) {
      ClearingResult other = relaxed(name, all -> List.of(each));
      assertTrue(checks(name, other).contains("completeness"), each.toString());
    }
  }

  /** A verdict of security asks which constraints gave way, not which elements. */
  @ParameterizedTest
  @MethodSource("relaxedDays")
  void aRelaxationUnderAConstraintThatItIsNotOfIsFound(String name) {
    for (int i = 0; i < good(name).relaxations().size(); i++) {
      int at = i;
      Relaxation r = good(name).relaxations().get(i);
      for (String constraint : List.of("B-99", "B-01", "B-23", "")) {
        Relaxation other =
            new Relaxation(
                constraint,
                r.element(),
                r.period(),
                r.day(),
                r.amount(),
                r.unit(),
                r.penaltyYuan());
        ClearingResult result =
            relaxed(
                name, all -> Stream.concat(without(all, at).stream(), Stream.of(other)).toList());
        assertTrue(checks(name, result).contains("completeness"), other.toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("relaxedDays")
  void aRelaxationThatIsLeftOutTwiceThereOrNegativeIsFound(String name) {
    for (int i = 0; i < good(name).relaxations().size(); i++) {
      int at = i;
      Relaxation r = good(name).relaxations().get(i);
      List<UnaryOperator<List<Relaxation>>> changes =
          List.of(
              all -> without(all, at),
              all -> Stream.concat(all.stream(), Stream.of(r)).toList(),
              all ->
                  Stream.concat(
                          without(all, at).stream(),
                          Stream.of(of(r, r.element(), r.period(), r.day(), -1)))
                      .toList());
      changes.forEach(change -> assertTrue(!checks(name, relaxed(name, change)).isEmpty()));
    }
  }

  private static List<Relaxation> without(List<Relaxation> all, int at) {
    List<Relaxation> others = new ArrayList<>(all);
    others.remove(at);
    return others;
  }
}
