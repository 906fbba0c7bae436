package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.Formulation;
import org.gridclear.clearing.input.ClearingOptions.Strategy;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every formulation and every search finds the same optimum: random small days of the families that
 * formulations treat differently, one at a time and mixed.
 */
class FormulationsAgreeTest {
  private static final int DAYS_PER_FAMILY = 3;

  /** What a random day has beside load and offers. */
  enum Family {
    RAMPS,
    LIMITS,
    BREAKPOINTS,
    CURVES,
    UP_RESERVE,
    DOWN_RESERVE,
    NOT_SPINNING,
    CATEGORIES,
    GIVEN,
    MIXED
  }

  static IntStream seeds() {
    return IntStream.range(0, DAYS_PER_FAMILY * Family.values().length);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyFormulationAndSearchFindsTheSameOptimum(int seed) {
    Family family = Family.values()[seed % Family.values().length];
    MarketDay day = new RandomDay(family, new Random(seed)).day();
    ClearingOptions exact = ClearingOptions.LOSSLESS.withGap(0);
    double yuan = Fixtures.clear(day, exact).objectiveYuan();
    for (Formulation formulation : Formulation.values()) {
      List<Strategy> strategies =
          formulation == Formulation.TIGHT
              ? List.of(Strategy.values())
              : List.of(Strategy.RELAX_AND_FIX);
      for (Strategy strategy : strategies) {
        ClearingResult result =
            Fixtures.clear(
                ClearingCase.of(day), exact.withFormulation(formulation).withStrategy(strategy));
        assertEquals(
            yuan,
            result.objectiveYuan(),
            1e-6 * Math.max(1, Math.abs(yuan)),
            family + " " + formulation + " " + strategy);
      }
    }
  }

  /** One random day. */
  private static final class RandomDay {
    private static final int PERIODS = 5;

    private final Family family;
    private final Random random;
    private final List<String> curves = new ArrayList<>();

    RandomDay(Family family, Random random) {
      this.family = family;
      this.random = random;
    }

    private boolean has(Family wanted) {
      return family == wanted || (family == Family.MIXED && random.nextInt(3) > 0);
    }

    private int between(int least, int most) {
      return least + random.nextInt(most - least + 1);
    }

    MarketDay day() {
      List<String> units = new ArrayList<>();
      for (int g = 0; g < 3; g++) {
        units.add(unit("g" + g));
      }
      units.add(
          "{\"id\": \"h\", \"bus\": \"b\", \"offers\": [{\"mw\": [0, 40], \"yuanPerH\": [0,"
              + " 20000]}], \"initial\": {\"on\": true, \"hours\": 9, \"powerMw\": 10}}");
      List<String> load = IntStream.range(0, PERIODS).mapToObj(t -> "" + between(20, 220)).toList();
      return Days.read(
          """
          {"name": "random", "horizon": {"periodCount": %d, "minutesPerPeriod": %d},
           "network": {"buses": [{"id": "b", "type": "reference", "zone": "A"}]},
           "busLoads": [{"bus": "b", "mw": [%s]}], "thermalUnits": [%s],
           "reserves": [%s],
           "rules": {"trajectories": [%s], "products": [
             {"id": "u0", "kind": "spinning", "direction": "up", "minutes": 0},
             {"id": "u10", "kind": "spinning", "direction": "up", "minutes": 10},
             {"id": "d0", "kind": "regulation", "direction": "down", "minutes": 0},
             {"id": "d5", "kind": "spinning", "direction": "down", "minutes": 5},
             {"id": "n", "kind": "non-spinning", "direction": "up", "minutes": 30}]}}
          """
              .formatted(
                  PERIODS,
                  random.nextBoolean() ? 60 : 30,
                  String.join(", ", load),
                  String.join(", ", units),
                  String.join(", ", reserves()),
                  String.join(", ", curves)));
    }

    private List<String> reserves() {
      List<String> products = new ArrayList<>();
      if (has(Family.UP_RESERVE)) {
        products.addAll(List.of("u0", "u10"));
      }
      if (has(Family.DOWN_RESERVE)) {
        products.addAll(List.of("d0", "d5"));
      }
      if (has(Family.NOT_SPINNING)) {
        products.add("n");
      }
      return products.stream()
          .map(id -> "{\"id\": \"%s\", \"mw\": %d}".formatted(id, between(3, 25)))
          .toList();
    }

    private String offer(int least, int most, double noLoad, double price) {
      int middle = (least + most) / 2;
      return String.format(
          Locale.ROOT,
          "{\"mw\": [%d, %d, %d], \"yuanPerH\": [%f, %f, %f]}",
          least,
          middle,
          most,
          noLoad,
          noLoad + price * (middle - least),
          noLoad + price * (middle - least) + 1.2 * price * (most - middle));
    }

    private String unit(String id) {
      int least = between(15, 40);
      int most = least + between(20, 80);
      double price = 80 + random.nextInt(150);
      List<String> offers = new ArrayList<>();
      boolean changing = has(Family.BREAKPOINTS);
      for (int t = 0; t < (changing ? PERIODS : 1); t++) {
        int first = changing ? least - random.nextInt(12) : least;
        offers.add(offer(first, most, first * price * 1.1, price));
      }
      int up = between(1, 4);
      StringBuilder text = new StringBuilder();
      text.append(
          "{\"id\": \"%s\", \"bus\": \"b\", \"offers\": [%s]"
              .formatted(id, String.join(", ", offers)));
      if (has(Family.CURVES)) {
        curves.add(
            "{\"unit\": \"%s\", \"startMw\": [%s], \"stopMw\": [%s]}"
                .formatted(id, least / 2, random.nextBoolean() ? least / 3 : ""));
        up = Math.max(up, 2);
      }
      text.append(", \"minUpHours\": %d, \"minDownHours\": %d".formatted(up, between(0, 2)));
      if (family == Family.CURVES || has(Family.RAMPS) || changing) {
        text.append(
            ", \"rampUpMwPerH\": %d, \"rampDownMwPerH\": %d"
                .formatted(between(15, 60), between(15, 60)));
      }
      if (has(Family.LIMITS) || random.nextInt(3) == 0) {
        text.append(
            ", \"startRampMw\": %d, \"stopRampMw\": %d"
                .formatted(between(10, most), between(10, most)));
      }
      if (has(Family.LIMITS)) {
        text.append(", \"pMinMw\": %d".formatted(between(least, (least + most) / 2)));
      }
      if (has(Family.CATEGORIES)) {
        text.append(
            ", \"startCategories\": [{\"offHours\": %d, \"costYuan\": 300}, {\"offHours\": 3, \"costYuan\": 2500}]"
                .formatted(between(1, 2)));
      } else {
        text.append(
            ", \"startCategories\": [{\"offHours\": 0, \"costYuan\": %d}]"
                .formatted(between(0, 900)));
      }
      if (has(Family.GIVEN) && random.nextBoolean()) {
        int out = random.nextInt(PERIODS);
        List<String> statuses =
            IntStream.range(0, PERIODS).mapToObj(t -> t == out ? "\"off\"" : "\"free\"").toList();
        text.append(", \"commitment\": " + statuses);
      }
      boolean on = random.nextBoolean();
      text.append(
          ", \"initial\": {\"on\": %s, \"hours\": %d, \"powerMw\": %d}"
              .formatted(on, between(1, 5), on ? between(least, most) : 0));
      return text.append(", \"reserves\": [\"u0\", \"u10\", \"d0\", \"d5\", \"n\"]}").toString();
    }
  }
}
