package org.gridclear.io.declaration;

import static org.gridclear.market.declaration.check.DeclarationRule.PERIODS_WHOLE;
import static org.gridclear.market.declaration.check.DeclarationRule.VALUE_READ;
import static org.gridclear.quantity.FixedPoint.MWH_DECIMALS;
import static org.gridclear.quantity.FixedPoint.MW_DECIMALS;
import static org.gridclear.quantity.FixedPoint.PRICE_DECIMALS;
import static org.gridclear.quantity.FixedPoint.YUAN_DECIMALS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.market.Commitment;
import org.gridclear.market.declaration.AncillaryOffer;
import org.gridclear.market.declaration.AncillaryOffer.ProductOffer;
import org.gridclear.market.declaration.DemandBid;
import org.gridclear.market.declaration.RenewableOffer;
import org.gridclear.market.declaration.Segment;
import org.gridclear.market.declaration.SelfSchedule;
import org.gridclear.market.declaration.Slot;
import org.gridclear.market.declaration.StartPrice;
import org.gridclear.market.declaration.StepCurve;
import org.gridclear.market.declaration.StepCurves;
import org.gridclear.market.declaration.StorageOffer;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.ThermalOffer;
import org.gridclear.market.declaration.Withdrawal;
import org.gridclear.validate.NearestName;

/**
 * Reads what is declared, by kind.
 *
 * @param fields the fields of one declaration
 */
record TermsReader(FormFields fields) {
  private static final Pattern PERIODS = Pattern.compile("([1-9]\\d{0,3})(?:-([1-9]\\d{0,3}))?");
  private static final StepCurve NONE = new StepCurve(List.of());

  private static final Map<String, Function<TermsReader, Terms>> KINDS =
      new TreeMap<>(
          Map.of(
              ThermalOffer.KIND, TermsReader::thermal,
              RenewableOffer.KIND, TermsReader::renewable,
              StorageOffer.KIND, TermsReader::storage,
              DemandBid.KIND, reader -> new DemandBid(reader.curves()),
              SelfSchedule.KIND, reader -> new SelfSchedule(reader.mw("mw")),
              AncillaryOffer.KIND, TermsReader::ancillary,
              Withdrawal.KIND, TermsReader::withdrawal));

  /** The terms; empty where the kind is none. */
  Optional<Terms> terms() {
    String kind = fields.text("kind");
    Function<TermsReader, Terms> reader = KINDS.get(kind);
    if (reader == null) {
      if (!kind.isEmpty()) {
        fields.object(VALUE_READ, "kind", kind, NearestName.advice(kind, KINDS.keySet()));
      }
      return Optional.empty();
    }
    Terms terms = reader.apply(this);
    fields.done();
    return Optional.of(terms);
  }

  private org.gridclear.market.declaration.WholeSeries mw(String name) {
    return fields.series(name, MW_DECIMALS);
  }

  private Terms thermal() {
    return new ThermalOffer(
        mw("minMw"),
        mw("maxMw"),
        fields.number("noLoadYuanPerH", YUAN_DECIMALS),
        curves(),
        fields.objects("starts").stream().map(TermsReader::start).toList(),
        ramps(),
        fields.has("commitment")
            ? fields.choices("commitment", Fixed.class).stream().map(Fixed::status).toList()
            : List.of(Commitment.FREE));
  }

  /** What a member may fix. */
  private enum Fixed {
    FREE(Commitment.FREE),
    ON(Commitment.ON),
    OFF(Commitment.OFF);

    private final Commitment status;

    Fixed(Commitment status) {
      this.status = status;
    }

    Commitment status() {
      return status;
    }
  }

  /** Both or none: one alone would leave the other to a guess. */
  private Optional<ThermalOffer.Ramps> ramps() {
    boolean given = fields.has("rampUpMwPerH") | fields.has("rampDownMwPerH");
    return given
        ? Optional.of(
            new ThermalOffer.Ramps(
                fields.number("rampUpMwPerH", MW_DECIMALS),
                fields.number("rampDownMwPerH", MW_DECIMALS)))
        : Optional.empty();
  }

  private static StartPrice start(FormFields start) {
    StartPrice.State state = start.choice("state", StartPrice.State.class);
    boolean hot = state == StartPrice.State.HOT && !start.has("afterHours");
    StartPrice price =
        new StartPrice(
            state,
            hot ? 0 : start.number("afterHours", StartPrice.HOUR_DECIMALS),
            start.number("yuan", YUAN_DECIMALS));
    start.done();
    return price;
  }

  private Terms renewable() {
    return new RenewableOffer(
        fields.choice("basis", RenewableOffer.Basis.class),
        fields.series("minMw", MW_DECIMALS, 0),
        mw("maxMw"),
        fields.series("yuanPerMwh", PRICE_DECIMALS));
  }

  private Terms storage() {
    boolean levels =
        fields.has("minLevelMwh") | fields.has("maxLevelMwh") | fields.has("endMinLevelMwh");
    return new StorageOffer(
        mw("maxChargeMw"),
        mw("maxDischargeMw"),
        fields.series("bidYuanPerMwh", PRICE_DECIMALS),
        fields.series("offerYuanPerMwh", PRICE_DECIMALS),
        levels
            ? Optional.of(
                new StorageOffer.Levels(
                    fields.series("minLevelMwh", MWH_DECIMALS),
                    fields.series("maxLevelMwh", MWH_DECIMALS),
                    fields.number("endMinLevelMwh", MWH_DECIMALS)))
            : Optional.empty());
  }

  private Terms ancillary() {
    return new AncillaryOffer(
        fields.objects("products").stream().map(TermsReader::product).toList());
  }

  private static ProductOffer product(FormFields product) {
    ProductOffer offer =
        new ProductOffer(
            product.text("product"),
            product.series("maxMw", MW_DECIMALS),
            product.series("yuanPerMwh", PRICE_DECIMALS),
            product.has("mileageYuanPerMw")
                ? product.number("mileageYuanPerMw", PRICE_DECIMALS)
                : 0);
    product.done();
    return offer;
  }

  private Terms withdrawal() {
    return new Withdrawal(fields.choice("slot", Slot.class));
  }

  /** The curve for all periods, or those by period. */
  private StepCurves curves() {
    boolean byPeriod = fields.has("byPeriod");
    if (byPeriod && fields.has("segments")) {
      fields.object(
          PERIODS_WHOLE, "segments", "beside byPeriod", "Give segments for the day, or byPeriod.");
    }
    return byPeriod ? byPeriod() : new StepCurves(List.of(curve(fields)));
  }

  private static StepCurve curve(FormFields of) {
    return new StepCurve(of.objects("segments").stream().map(TermsReader::segment).toList());
  }

  private static Segment segment(FormFields segment) {
    Segment read =
        new Segment(
            segment.number("toMw", MW_DECIMALS), segment.number("yuanPerMwh", PRICE_DECIMALS));
    segment.done();
    return read;
  }

  private StepCurves byPeriod() {
    Map<Integer, StepCurve> byPeriod = new TreeMap<>();
    for (FormFields part : fields.objects("byPeriod")) {
      String periods = part.text("periods");
      StepCurve curve = curve(part);
      part.done();
      for (int t : periods(periods)) {
        if (byPeriod.put(t, curve) != null) {
          unread("period " + t + " twice");
        }
      }
      if (periods(periods).length == 0 && !periods.isEmpty()) {
        unread(periods);
      }
    }
    int last = byPeriod.isEmpty() ? 0 : ((TreeMap<Integer, StepCurve>) byPeriod).lastKey();
    if (last != byPeriod.size() || last < 2) {
      unread("%d of %d periods".formatted(byPeriod.size(), last));
    }
    return new StepCurves(byPeriod.isEmpty() ? List.of(NONE) : List.copyOf(byPeriod.values()));
  }

  private void unread(String value) {
    fields.object(
        PERIODS_WHOLE, "byPeriod", value, "Give each period of the date once, such as 1-8.");
    fields.unread().add("segments");
  }

  /** Periods of a text such as {@code 3} or {@code 1-8}, counted from 1; none if it is no such. */
  static int[] periods(String text) {
    Matcher range = PERIODS.matcher(text.strip());
    if (!range.matches()) {
      return new int[0];
    }
    int from = Integer.parseInt(range.group(1));
    int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
    return java.util.stream.IntStream.rangeClosed(from, to).toArray();
  }

  /** Names of the kinds. */
  static List<String> kinds() {
    return Arrays.asList(KINDS.keySet().toArray(String[]::new));
  }
}
