package org.gridclear.io.declaration;

import static org.gridclear.quantity.FixedPoint.MWH_DECIMALS;
import static org.gridclear.quantity.FixedPoint.MW_DECIMALS;
import static org.gridclear.quantity.FixedPoint.PRICE_DECIMALS;
import static org.gridclear.quantity.FixedPoint.YUAN_DECIMALS;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.file.Sha256;
import org.gridclear.json.Json;
import org.gridclear.market.declaration.AncillaryOffer;
import org.gridclear.market.declaration.Declaration;
import org.gridclear.market.declaration.DemandBid;
import org.gridclear.market.declaration.Plain;
import org.gridclear.market.declaration.RenewableOffer;
import org.gridclear.market.declaration.Segment;
import org.gridclear.market.declaration.SelfSchedule;
import org.gridclear.market.declaration.StartPrice;
import org.gridclear.market.declaration.StepCurve;
import org.gridclear.market.declaration.StepCurves;
import org.gridclear.market.declaration.StorageOffer;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.ThermalOffer;
import org.gridclear.market.declaration.WholeSeries;
import org.gridclear.market.declaration.Withdrawal;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes a declaration as the one text of its content: the same values give the same bytes, however
 * they were written in the file that came.
 */
public final class DeclarationWriter {
  private static final ObjectWriter PLAIN =
      Json.MAPPER.writer().with(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);

  private DeclarationWriter() {}

  /** The text of a declaration: an item of {@code declarations} of a submission. */
  public static String text(String unit, Terms terms) {
    return PLAIN.writeValueAsString(fields(unit, terms));
  }

  /** SHA-256 of market, date, member and text: of what is declared, not of how it was sent. */
  public static String hash(Declaration declaration) {
    String whole =
        String.join(
            "\n",
            declaration.market(),
            declaration.date().toString(),
            declaration.member(),
            text(declaration.unit(), declaration.terms()));
    return Sha256.hex(whole.getBytes(StandardCharsets.UTF_8));
  }

  /** The fields of a declaration in the order in which they are written. */
  public static Map<String, Object> fields(String unit, Terms terms) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("unit", unit);
    fields.put("kind", terms.kind());
    if (terms instanceof ThermalOffer offer) {
      thermal(offer, fields);
    } else if (terms instanceof RenewableOffer offer) {
      fields.put("basis", FormFields.label(offer.basis()));
      fields.put("minMw", series(offer.minMw(), MW_DECIMALS));
      fields.put("maxMw", series(offer.maxMw(), MW_DECIMALS));
      fields.put("yuanPerMwh", series(offer.yuanPerMwh(), PRICE_DECIMALS));
    } else if (terms instanceof StorageOffer offer) {
      storage(offer, fields);
    } else if (terms instanceof DemandBid bid) {
      curves(bid.segments(), fields);
    } else if (terms instanceof SelfSchedule schedule) {
      fields.put("mw", series(schedule.mw(), MW_DECIMALS));
    } else if (terms instanceof AncillaryOffer offer) {
      fields.put("products", offer.products().stream().map(DeclarationWriter::product).toList());
    } else if (terms instanceof Withdrawal withdrawal) {
      fields.put("slot", withdrawal.slot().label());
    }
    return fields;
  }

  private static void thermal(ThermalOffer offer, Map<String, Object> fields) {
    fields.put("minMw", series(offer.minMw(), MW_DECIMALS));
    fields.put("maxMw", series(offer.maxMw(), MW_DECIMALS));
    fields.put("noLoadYuanPerH", Plain.decimal(offer.noLoadYuanPerH(), YUAN_DECIMALS));
    curves(offer.segments(), fields);
    fields.put("starts", offer.starts().stream().map(DeclarationWriter::start).toList());
    offer
        .ramps()
        .ifPresent(
            ramps -> {
              fields.put("rampUpMwPerH", Plain.decimal(ramps.upMwPerH(), MW_DECIMALS));
              fields.put("rampDownMwPerH", Plain.decimal(ramps.downMwPerH(), MW_DECIMALS));
            });
    List<String> statuses = offer.commitment().stream().map(FormFields::label).toList();
    fields.put("commitment", statuses.size() == 1 ? statuses.get(0) : statuses);
  }

  private static Map<String, Object> start(StartPrice start) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("state", FormFields.label(start.state()));
    fields.put("afterHours", Plain.decimal(start.afterHours(), StartPrice.HOUR_DECIMALS));
    fields.put("yuan", Plain.decimal(start.yuan(), YUAN_DECIMALS));
    return fields;
  }

  private static void storage(StorageOffer offer, Map<String, Object> fields) {
    fields.put("maxChargeMw", series(offer.maxChargeMw(), MW_DECIMALS));
    fields.put("maxDischargeMw", series(offer.maxDischargeMw(), MW_DECIMALS));
    fields.put("bidYuanPerMwh", series(offer.bidYuanPerMwh(), PRICE_DECIMALS));
    fields.put("offerYuanPerMwh", series(offer.offerYuanPerMwh(), PRICE_DECIMALS));
    offer
        .levels()
        .ifPresent(
            levels -> {
              fields.put("minLevelMwh", series(levels.minMwh(), MWH_DECIMALS));
              fields.put("maxLevelMwh", series(levels.maxMwh(), MWH_DECIMALS));
              fields.put("endMinLevelMwh", Plain.decimal(levels.endMinMwh(), MWH_DECIMALS));
            });
  }

  private static Map<String, Object> product(AncillaryOffer.ProductOffer product) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("product", product.product());
    fields.put("maxMw", series(product.maxMw(), MW_DECIMALS));
    fields.put("yuanPerMwh", series(product.yuanPerMwh(), PRICE_DECIMALS));
    fields.put("mileageYuanPerMw", Plain.decimal(product.mileageYuanPerMw(), PRICE_DECIMALS));
    return fields;
  }

  /** Periods in a row with one curve are one entry. */
  private static void curves(StepCurves curves, Map<String, Object> fields) {
    List<StepCurve> all = curves.curves();
    if (all.size() == 1) {
      fields.put("segments", segments(all.get(0)));
      return;
    }
    List<Map<String, Object>> parts = new ArrayList<>();
    for (int t = 0; t < all.size(); t++) {
      int from = t;
      while (t + 1 < all.size() && all.get(t + 1).equals(all.get(from))) {
        t++;
      }
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("periods", from == t ? "" + (t + 1) : (from + 1) + "-" + (t + 1));
      part.put("segments", segments(all.get(from)));
      parts.add(part);
    }
    fields.put("byPeriod", parts);
  }

  private static List<Map<String, Object>> segments(StepCurve curve) {
    return curve.segments().stream().map(DeclarationWriter::segment).toList();
  }

  private static Map<String, Object> segment(Segment segment) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("toMw", Plain.decimal(segment.toMw(), MW_DECIMALS));
    fields.put("yuanPerMwh", Plain.decimal(segment.yuanPerMwh(), PRICE_DECIMALS));
    return fields;
  }

  private static Object series(WholeSeries series, int decimals) {
    List<Object> values =
        series.values().stream().<Object>map(value -> Plain.decimal(value, decimals)).toList();
    return values.size() == 1 ? values.get(0) : values;
  }
}
