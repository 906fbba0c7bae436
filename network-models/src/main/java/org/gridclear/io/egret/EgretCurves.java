package org.gridclear.io.egret;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.market.OfferCurve;
import org.gridclear.network.GeneratorCost;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * Cost and fuel curves of Egret over the band from {@code p_min} to {@code p_max}: piecewise ones
 * are cut to it, quadratic ones become two segments of equal width, as Egret itself does.
 */
final class EgretCurves {
  private static final int SEGMENTS = 2;
  private static final double NEAR = 1e-9;

  private final EgretValues values;
  private final IssueLog log;

  EgretCurves(EgretValues values, IssueLog log) {
    this.values = values;
    this.log = log;
  }

  /**
   * Curves of a unit, one for all periods or one per period; empty where it has none.
   *
   * @param field {@code p_cost} or {@code p_fuel}
   * @param kind {@code cost_curve} or {@code fuel_curve}
   */
  List<OfferCurve> read(JsonFields unit, String field, String kind, Series minMw, Series maxMw) {
    JsonNode given = unit.raw(field);
    if (given == null) {
      return List.of();
    }
    boolean series = EgretValues.isSeries(given);
    List<JsonNode> curves = series ? values.perPeriod(unit, field) : List.of();
    boolean varies = series || minMw.min() != minMw.max() || maxMw.min() != maxMw.max();
    List<OfferCurve> result = new ArrayList<>();
    for (int t = 0; t < (varies ? values.horizon().periodCount() : 1); t++) {
      JsonNode curve = series ? curves.get(t) : given;
      String element = unit.element() + " " + field;
      if (curve == null) {
        log.add(Rule.FIELD_TYPE, element, "values", "null", "Give a curve for every period.");
        return List.of();
      }
      JsonFields fields = new JsonFields(curve, element, log);
      if (!fields.has("values")) {
        log.add(
            Rule.FIELD_PRESENT,
            element,
            "values",
            "absent",
            "Give the points or coefficients of the curve.");
        return List.of();
      }
      result.add(curve(fields, kind, minMw.at(t), maxMw.at(t)));
    }
    return result;
  }

  private OfferCurve curve(JsonFields curve, String kind, double minMw, double maxMw) {
    String type = curve.text("data_type", kind);
    String shape = curve.text(kind + "_type", "piecewise");
    OfferCurve result =
        switch (type.equals(kind) ? shape : type) {
          case "piecewise" -> piecewise(curve, minMw, maxMw);
          case "polynomial" -> polynomial(curve, minMw, maxMw);
          default -> {
            log.add(
                Rule.FIELD_TYPE,
                curve.element(),
                kind + "_type",
                type + " " + shape,
                "Use a data_type %s of %s_type piecewise or polynomial.".formatted(kind, kind));
            yield new OfferCurve(List.of(minMw), List.of(0.0));
          }
        };
    curve.done();
    return result;
  }

  private OfferCurve polynomial(JsonFields curve, double minMw, double maxMw) {
    JsonFields given = curve.object("values", curve.element() + " values");
    List<Double> coefficients =
        List.of(coefficient(given, "0"), coefficient(given, "1"), coefficient(given, "2"));
    given.done();
    GeneratorCost cost = new GeneratorCost(0, 0, coefficients, List.of(), List.of());
    int segments = maxMw > minMw ? coefficients.get(2) == 0 ? 1 : SEGMENTS : 0;
    List<Double> mw = new ArrayList<>();
    List<Double> at = new ArrayList<>();
    for (int k = 0; k <= segments; k++) {
      double output = k < segments || segments == 0 ? minMw + width(minMw, maxMw, k) : maxMw;
      mw.add(output);
      at.add(cost.at(output));
    }
    return new OfferCurve(mw, at);
  }

  /** A power that is left out is 0; one that is null is missed. */
  private static double coefficient(JsonFields given, String power) {
    return given.names().contains(power) ? given.number(power) : 0;
  }

  private static double width(double minMw, double maxMw, int k) {
    return (maxMw - minMw) * k / SEGMENTS;
  }

  private OfferCurve piecewise(JsonFields curve, double minMw, double maxMw) {
    List<double[]> points = points(curve);
    if (points.isEmpty()) {
      return flat(minMw, maxMw);
    }
    double last = points.get(points.size() - 1)[0];
    if (last < maxMw - NEAR * Math.max(1, maxMw)) {
      log.add(
          Rule.LIMITS_ORDERED,
          curve.element(),
          "values",
          last + " MW",
          "The curve ends below p_max (%s MW).".formatted(maxMw));
    }
    List<Double> mw = new ArrayList<>(List.of(minMw));
    List<Double> at = new ArrayList<>(List.of(at(points, minMw)));
    double near = NEAR * Math.max(1, maxMw);
    for (double[] point : points) {
      if (point[0] > minMw + near && point[0] < maxMw - near) {
        mw.add(point[0]);
        at.add(point[1]);
      }
    }
    if (maxMw > minMw + near) {
      mw.add(maxMw);
      at.add(at(points, maxMw));
    }
    return new OfferCurve(mw, at);
  }

  /** A curve that costs nothing. */
  static OfferCurve flat(double minMw, double maxMw) {
    return maxMw > minMw
        ? new OfferCurve(List.of(minMw, maxMw), List.of(0.0, 0.0))
        : new OfferCurve(List.of(minMw), List.of(0.0));
  }

  private List<double[]> points(JsonFields curve) {
    List<double[]> points = new ArrayList<>();
    for (JsonNode point : curve.array("values")) {
      if (!point.isArray() || point.size() != 2) {
        log.add(
            Rule.FIELD_TYPE,
            curve.element(),
            "values",
            JsonFields.brief(point),
            "Give pairs of output and value.");
        return List.of();
      }
      double mw = curve.asNumber("values", point.get(0), false);
      double at = curve.asNumber("values", point.get(1), false);
      double[] before = points.isEmpty() ? null : points.get(points.size() - 1);
      if (before != null && Math.abs(before[0] - mw) <= NEAR * Math.max(1, mw)) {
        if (Math.abs(before[1] - at) > NEAR * Math.max(1, Math.abs(at))) {
          log.add(
              Rule.OFFER_RISING, curve.element(), "values", mw + " MW", "It has two values there.");
        }
        continue;
      }
      points.add(new double[] {mw, at});
    }
    return points;
  }

  /** Value at an output; a curve that begins above it is taken to come from the origin. */
  private static double at(List<double[]> points, double mw) {
    double[] before = {0, 0};
    for (double[] point : points) {
      if (mw <= point[0]) {
        return point[0] == before[0]
            ? point[1]
            : before[1] + (mw - before[0]) * (point[1] - before[1]) / (point[0] - before[0]);
      }
      before = point;
    }
    return before[1];
  }
}
