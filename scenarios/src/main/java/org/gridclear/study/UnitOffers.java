package org.gridclear.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** Offers of units put in the place of their own: read, written, applied. */
public final class UnitOffers {
  /** What the change is called in a study. */
  static final String CHANGE = "unitOffer";

  private UnitOffers() {}

  /** The change that gives a unit the offer of another one of its form, as a study has it. */
  public static Map<String, Object> change(ThermalUnit reference) {
    List<Map<String, Object>> offers = new ArrayList<>();
    for (OfferCurve curve : reference.offers()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("mw", curve.mw());
      one.put("yuanPerH", curve.yuanPerH());
      offers.add(one);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("unit", reference.id());
    fields.put("offers", offers);
    fields.put(
        "startYuan", reference.startCategories().stream().map(StartCategory::costYuan).toList());
    return Map.of(CHANGE, fields);
  }

  /**
   * The same of a unit without commitment.
   *
   * @param periods number of periods
   */
  public static Map<String, Object> change(ProfiledUnit reference, int periods) {
    List<Double> prices = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      prices.add(reference.priceYuanPerMwh().at(t));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("unit", reference.id());
    fields.put("priceYuanPerMwh", prices);
    return Map.of(CHANGE, fields);
  }

  /** Reads {@code unitOffer}; null where it cannot be used. */
  static @Nullable Perturbation read(JsonFields f, MarketDay base, IssueLog log) {
    int before = log.count();
    String id = f.text("unit");
    Optional<ThermalUnit> thermal =
        base.thermalUnits().stream().filter(unit -> unit.id().equals(id)).findFirst();
    boolean profiled = base.profiledUnits().stream().anyMatch(unit -> unit.id().equals(id));
    if (thermal.isEmpty() && !profiled) {
      TreeSet<String> known = new TreeSet<>();
      base.thermalUnits().forEach(unit -> known.add(unit.id()));
      base.profiledUnits().forEach(unit -> known.add(unit.id()));
      log.add(Rule.STUDY_TARGET, f.element(), "unit", id, NearestName.advice(id, known));
    }
    List<OfferCurve> offers = curves(f, log);
    List<Double> starts = f.numbers("startYuan");
    List<Double> prices = f.numbers("priceYuanPerMwh");
    int categories = thermal.map(unit -> unit.startCategories().size()).orElse(0);
    counted(f, "offers", offers.size(), base.periodCount(), log);
    counted(f, "priceYuanPerMwh", prices.size(), base.periodCount(), log);
    if (!starts.isEmpty() && starts.size() != categories) {
      log.add(
          Rule.STUDY_VALUE,
          f.element(),
          "startYuan",
          starts.size(),
          "Give %d, one for each start category.".formatted(categories));
    }
    if (thermal.isPresent() ? !prices.isEmpty() : !offers.isEmpty()) {
      log.add(
          Rule.STUDY_VALUE,
          f.element(),
          thermal.isPresent() ? "priceYuanPerMwh" : "offers",
          "given",
          "A unit with commitment has offers, one without it a price.");
    }
    return log.count() > before ? null : new Perturbation.UnitOffer(id, offers, starts, prices);
  }

  private static List<OfferCurve> curves(JsonFields f, IssueLog log) {
    List<OfferCurve> offers = new ArrayList<>();
    for (JsonFields curve : f.objects("offers", "offer")) {
      List<Double> mw = curve.numbers("mw");
      List<Double> cost = curve.numbers("yuanPerH");
      curve.done();
      if (mw.isEmpty() || mw.size() != cost.size()) {
        log.add(
            Rule.STUDY_VALUE,
            curve.element(),
            "yuanPerH",
            cost.size(),
            "Give one cost per output.");
      } else {
        offers.add(new OfferCurve(mw, cost));
      }
    }
    return offers;
  }

  private static void counted(JsonFields f, String field, int count, int periods, IssueLog log) {
    if (count > 1 && count != periods) {
      log.add(
          Rule.STUDY_VALUE,
          f.element(),
          field,
          count,
          "Give one, or %d, one for each period.".formatted(periods));
    }
  }

  static ThermalUnit of(ThermalUnit unit, Perturbation.UnitOffer offer) {
    ThermalUnit offering = offer.offers().isEmpty() ? unit : unit.withOffers(offer.offers());
    if (offer.startYuan().isEmpty()) {
      return offering;
    }
    List<StartCategory> starts = new ArrayList<>();
    for (int c = 0; c < unit.startCategories().size(); c++) {
      starts.add(
          new StartCategory(unit.startCategories().get(c).offHours(), offer.startYuan().get(c)));
    }
    return offering.withStartCategories(starts);
  }

  static ProfiledUnit of(ProfiledUnit unit, Perturbation.UnitOffer offer) {
    List<Double> prices = offer.priceYuanPerMwh();
    if (prices.isEmpty()) {
      return unit;
    }
    Series price =
        prices.size() == 1
            ? unit.priceYuanPerMwh().map(before -> prices.get(0))
            : Series.of(prices.stream().mapToDouble(Double::doubleValue).toArray());
    return new ProfiledUnit(unit.id(), unit.bus(), unit.fuel(), unit.minMw(), unit.maxMw(), price);
  }
}
