package org.gridclear.io.declaration;

import static org.gridclear.market.declaration.check.DeclarationRule.DECLARED_ONCE;
import static org.gridclear.market.declaration.check.DeclarationRule.READABLE;
import static org.gridclear.market.declaration.check.DeclarationRule.VALUE_READ;
import static org.gridclear.quantity.FixedPoint.MW_DECIMALS;
import static org.gridclear.quantity.FixedPoint.PRICE_DECIMALS;
import static org.gridclear.quantity.FixedPoint.YUAN_DECIMALS;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.json.Json;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.declaration.DeclarationParameters.Bounds;
import org.gridclear.market.declaration.DeclarationParameters.Defaults;
import org.gridclear.market.declaration.DeclarationParameters.Moment;
import org.gridclear.market.declaration.DeclarationParameters.Product;
import org.gridclear.market.declaration.check.Objection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;

/** Reads the parameters of a market's declarations. */
public final class ParametersReader {
  private static final int MINUTES_OF_DAY = 1440;
  private static final int DAYS_MOST = 366;

  /** Products of prices and powers stay within 63 bits; 0.001 yuan/MWh and 0.001 yuan. */
  private static final long PRICE_MOST = 1_000_000_000;

  private static final long COST_MOST = 100_000_000_000_000L;

  private ParametersReader() {}

  /** Parameters, or all that is wrong with them. */
  public static final class RefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    RefusedException(List<Objection> objections) {
      super(String.join("\n", objections.stream().map(Objection::line).toList()));
    }
  }

  /**
   * The parameters of a JSON file.
   *
   * @throws RefusedException with all that is wrong
   */
  public static DeclarationParameters read(byte[] content) {
    JsonNode tree;
    try {
      tree =
          Json.MAPPER.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).readTree(content);
    } catch (JacksonException e) {
      throw new RefusedException(
          List.of(
              new Objection(
                  READABLE, "file", Json.firstLine(e.getOriginalMessage()), "Give JSON.")));
    }
    FormFields fields = new FormFields(tree, "");
    DeclarationParameters read = parameters(fields);
    fields.done();
    check(read, fields);
    if (!fields.objections().isEmpty()) {
      throw new RefusedException(fields.objections());
    }
    return read;
  }

  private static DeclarationParameters parameters(FormFields fields) {
    return new DeclarationParameters(
        fields.text("market"),
        date(fields),
        count(fields, "minutesPerPeriod"),
        moment(fields.part("opens")),
        moment(fields.part("gate")),
        energy(fields.part("energy")),
        fields.number("priceStepYuanPerMwh", PRICE_DECIMALS),
        count(fields, "segmentCountMax"),
        fields.number("segmentMwMin", MW_DECIMALS),
        fields.number("startYuanCap", YUAN_DECIMALS),
        fields.number("noLoadYuanPerHCap", YUAN_DECIMALS),
        count(fields, "jumpFactor"),
        fields.objects("products").stream().map(ParametersReader::product).toList(),
        defaults(fields.part("defaults")));
  }

  private static int count(FormFields fields, String name) {
    long value = fields.number(name, 0);
    if (value < 0 || value > 1_000_000) {
      fields.object(VALUE_READ, name, "" + value, "Give a count of 0 to 1000000.");
      return 0;
    }
    return (int) value;
  }

  private static LocalDate date(FormFields fields) {
    String text = fields.text("from");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      fields.object(VALUE_READ, "from", text, "Give a date such as 2026-12-01.");
      return LocalDate.EPOCH;
    }
  }

  private static Moment moment(FormFields fields) {
    int days = count(fields, "daysBefore");
    String text = fields.text("time");
    LocalTime time = LocalTime.MIDNIGHT;
    try {
      time = LocalTime.parse(text);
    } catch (DateTimeException e) {
      fields.object(VALUE_READ, "time", text, "Give a local time of the market such as 09:30.");
    }
    fields.done();
    return new Moment(days, time);
  }

  private static Bounds bounds(FormFields fields) {
    Bounds bounds =
        new Bounds(
            fields.number("floorYuanPerMwh", PRICE_DECIMALS),
            fields.number("capYuanPerMwh", PRICE_DECIMALS));
    if (bounds.floor() > bounds.cap()) {
      fields.object(
          VALUE_READ, "floorYuanPerMwh", "" + bounds.floor(), "Give a floor below the cap.");
    }
    return bounds;
  }

  private static Bounds energy(FormFields fields) {
    Bounds bounds = bounds(fields);
    fields.done();
    return bounds;
  }

  private static Product product(FormFields fields) {
    boolean mileage = fields.has("mileageYuanPerMwCap") | fields.has("mileagePerMwh");
    Product product =
        new Product(
            fields.text("product"),
            bounds(fields),
            mileage ? fields.number("mileageYuanPerMwCap", PRICE_DECIMALS) : 0,
            mileage ? fields.number("mileagePerMwh", MW_DECIMALS) : 0);
    fields.done();
    return product;
  }

  private static Defaults defaults(FormFields fields) {
    int days = count(fields, "lastDays");
    if (days > DAYS_MOST) {
      fields.object(VALUE_READ, "lastDays", "" + days, "Give 0 to %d days.".formatted(DAYS_MOST));
    }
    String reference = fields.text("referenceOffer");
    if (!reference.matches("true|false|")) {
      fields.object(VALUE_READ, "referenceOffer", reference, "Give true or false.");
    }
    fields.done();
    return new Defaults(days, reference.equals("true"));
  }

  private static boolean within(Bounds bounds) {
    return -PRICE_MOST <= bounds.floor() && bounds.cap() <= PRICE_MOST;
  }

  private static boolean within(DeclarationParameters read) {
    return read.products().stream().map(Product::bounds).allMatch(ParametersReader::within)
        && within(read.energy())
        && 0 <= read.startYuanCap()
        && read.startYuanCap() <= COST_MOST
        && 0 <= read.noLoadYuanPerHCap()
        && read.noLoadYuanPerHCap() <= COST_MOST;
  }

  private static void products(DeclarationParameters read, FormFields fields) {
    Set<String> products = new HashSet<>();
    for (Product product : read.products()) {
      if (!products.add(product.id())) {
        fields.object(DECLARED_ONCE, "products", product.id(), "Give each product once.");
      }
      if (product.mileageYuanPerMwCap() < 0 || product.mileagePerMwh() < 0) {
        fields.object(
            VALUE_READ, "products", product.id(), "Give a cap and a mileage of 0 or more.");
      }
    }
  }

  private static void check(DeclarationParameters read, FormFields fields) {
    if (read.minutesPerPeriod() < 1 || MINUTES_OF_DAY % read.minutesPerPeriod() != 0) {
      fields.object(
          VALUE_READ, "minutesPerPeriod", "" + read.minutesPerPeriod(), "Give a part of 1440.");
    }
    if (read.priceStep() < 1 || read.segmentCountMax() < 1 || read.jumpFactor() < 2) {
      fields.object(
          VALUE_READ,
          "priceStepYuanPerMwh, segmentCountMax, jumpFactor",
          "%d, %d, %d".formatted(read.priceStep(), read.segmentCountMax(), read.jumpFactor()),
          "Give a step above 0, 1 segment or more, a factor of 2 or more.");
    }
    if (!read.market().matches("[a-z][a-z0-9-]{0,15}")) {
      fields.object(
          VALUE_READ,
          "market",
          read.market(),
          "Give small letters, digits and dashes, 16 at most.");
    }
    products(read, fields);
    if (read.segmentMwMin() < 0) {
      fields.object(VALUE_READ, "segmentMwMin", "" + read.segmentMwMin(), "Give 0 MW or more.");
    }
    if (!within(read)) {
      fields.object(
          VALUE_READ,
          "floors and caps",
          "beyond every size",
          "Give prices of -1000000 to 1000000 yuan/MWh, costs of 0 to 100000000000 yuan.");
    }
    boolean opensFirst =
        read.opens().daysBefore() > read.gate().daysBefore()
            || (read.opens().daysBefore() == read.gate().daysBefore()
                && read.opens().time().isBefore(read.gate().time()));
    if (!opensFirst) {
      fields.object(VALUE_READ, "opens", read.opens().toString(), "It opens before the gate.");
    }
  }
}
