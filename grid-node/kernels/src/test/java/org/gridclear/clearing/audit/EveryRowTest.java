package org.gridclear.clearing.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridclear.clearing.result.ConstraintPrice;
import org.gridclear.clearing.result.FlowResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row that a right result has of flows and shadow prices, left out, given twice, or under the
 * name of another limit, is found. What lies below its limit and has no price may be left out.
 */
class EveryRowTest {
  static Stream<String> days() {
    return RuledDays.all().keySet().stream();
  }

  private static Tampering.Place<Object> list(String name, String path) {
    return Tampering.of(RuledDays.result(name)).lists().stream()
        .filter(place -> place.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isSeen(String name, Tampering.Place<Object> place, List<?> rows) {
    return !ClearingAuditor.audit(RuledDays.day(name), place.with().apply(rows)).isEmpty();
  }

  /**
   * Rows with which nothing is said.
   *
   * @param change what a row becomes: none, one or more rows
   */
  private static <T> Set<String> unseen(String name, String path, Function<T, List<T>> change) {
    Tampering.Place<Object> place = list(name, path);
    @SuppressWarnings("unchecked")
    List<T> rows = (List<T>) place.value();
    Set<String> unseen = new TreeSet<>();
    for (int i = 0; i < rows.size(); i++) {
      List<T> other = new ArrayList<>(rows.subList(0, i));
      other.addAll(change.apply(rows.get(i)));
      other.addAll(rows.subList(i + 1, rows.size()));
      if (!isSeen(name, place, other)) {
        unseen.add(rows.get(i).toString());
      }
    }
    return unseen;
  }

  private static FlowResult flow(
      FlowResult f, String constraint, String element, String outage, int period) {
    return new FlowResult(
        constraint,
        element,
        outage,
        period,
        f.flowMw(),
        f.limitMw(),
        f.shadowPriceYuanPerMwh(),
        f.overloadMw());
  }

  private static final List<Function<FlowResult, FlowResult>> OTHER_LIMITS =
      List.of(
          f -> flow(f, "B-18", f.element(), f.outage(), f.period()),
          f -> flow(f, "B-21", f.element(), f.outage(), f.period()),
          f -> flow(f, "", f.element(), f.outage(), f.period()),
          f -> flow(f, other(f.constraint(), "B-19", "B-20"), f.element(), f.outage(), f.period()),
          f -> flow(f, f.constraint(), other(f.element(), "l1", "l2"), f.outage(), f.period()),
          f -> flow(f, f.constraint(), f.element(), f.outage().isEmpty() ? "l1" : "", f.period()),
          f -> flow(f, f.constraint(), f.element(), f.outage(), 1 - f.period()));

  private static String other(String value, String one, String two) {
    return value.equals(one) ? two : one;
  }

  @ParameterizedTest
  @MethodSource("days")
  void aFlowUnderAnotherNameIsFound(String name) {
    for (int i = 0; i < OTHER_LIMITS.size(); i++) {
      Function<FlowResult, FlowResult> change = OTHER_LIMITS.get(i);
      assertEquals(
          Set.of(), unseen(name, ".flows", (FlowResult f) -> List.of(change.apply(f))), "" + i);
    }
  }

  @ParameterizedTest
  @MethodSource("days")
  void aFlowThatIsThereTwiceIsFound(String name) {
    assertEquals(Set.of(), unseen(name, ".flows", (FlowResult f) -> List.of(f, f)));
  }

  @ParameterizedTest
  @MethodSource("days")
  void aFlowThatSetsAPriceIsMissed(String name) {
    Set<String> unseen = unseen(name, ".flows", (FlowResult f) -> List.of());
    RuledDays.result(name).flows().stream()
        .filter(f -> !f.binding())
        .forEach(f -> unseen.remove(f.toString()));
    assertEquals(Set.of(), unseen);
  }

  /** As in {@code EveryFieldTest}: a count of statuses, and a ramp that gives way, are free. */
  private static boolean isFree(String name) {
    return name.equals("units-online") || name.equals("link, ramp");
  }

  static Stream<String> pricedDays() {
    return days().filter(name -> !isFree(name));
  }

  private static ConstraintPrice price(String constraint, String element, int period, double yuan) {
    return new ConstraintPrice(constraint, element, period, yuan);
  }

  private static final List<Function<ConstraintPrice, List<ConstraintPrice>>> OTHER_ROWS =
      List.of(
          p -> List.of(),
          p -> List.of(p, p),
          p -> List.of(price("B-77", p.element(), p.period(), p.yuanPerUnit())),
          p -> List.of(price(p.constraint(), p.element() + " too", p.period(), p.yuanPerUnit())),
          p -> List.of(price(p.constraint(), p.element(), 1 - p.period(), p.yuanPerUnit())),
          p -> List.of(price(p.constraint(), p.element(), p.period() + 2, p.yuanPerUnit())),
          p -> List.of(price(p.constraint(), p.element(), p.period() - 2, p.yuanPerUnit())));

  /** A price of a day stands at its first period, one of the horizon at none. */
  @ParameterizedTest
  @MethodSource("pricedDays")
  void aPriceThatIsLeftOutTwiceThereOrOfAnotherRowIsFound(String name) {
    for (int i = 0; i < OTHER_ROWS.size(); i++) {
      assertEquals(Set.of(), unseen(name, ".shadowPrices", OTHER_ROWS.get(i)), "" + i);
    }
  }
}
