package org.gridclear.market.parameter;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.study.Yaml;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * The limits of a market's registry, by version.
 *
 * @param store where they are kept
 */
public record RegistryLimitRules(PieceStore store) {
  /** What they are among the pieces of a market. */
  public static final PieceVersion.Key KEY = new PieceVersion.Key("registry-limits", "");

  private static final String ADVICE = "Give gapDaysMax, sharesMaxPercent and backdatedDaysMax.";
  private static final int DAYS_MOST = 3660;
  private static final int SHARE_DECIMALS = 4;

  /** The limits that hold at a time; {@link RegistryLimits#STANDARD} where none were set. */
  public RegistryLimits at(Instant time) {
    return store
        .inForce(KEY, time)
        .map(
            version -> read(store.content(version), "registry limits version " + version.version()))
        .orElse(RegistryLimits.STANDARD);
  }

  /**
   * Reads limits, YAML or JSON.
   *
   * @throws InvalidInputException with every issue
   */
  public static RegistryLimits read(byte[] content, String name) {
    IssueLog log = new IssueLog(name);
    var document = Yaml.parse(new String(content, StandardCharsets.UTF_8), log, ADVICE);
    log.throwIfErrors();
    JsonFields f = new JsonFields(document, "registry limits", log);
    int gap = days(f, "gapDaysMax", log);
    long shares = shares(f, log);
    int backdated = days(f, "backdatedDaysMax", log);
    f.done();
    log.throwIfErrors();
    return new RegistryLimits(gap, shares, backdated);
  }

  private static int days(JsonFields f, String field, IssueLog log) {
    int days = f.integer(field);
    if (days < 0 || days > DAYS_MOST) {
      log.add(Rule.FIELD_TYPE, f.element(), field, days, "Give days from 0 to " + DAYS_MOST + ".");
    }
    return days;
  }

  private static long shares(JsonFields f, IssueLog log) {
    String field = "sharesMaxPercent";
    String text = f.text(field);
    try {
      BigDecimal percent = new BigDecimal(text);
      if (percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(1000)) <= 0) {
        return percent.movePointRight(SHARE_DECIMALS).longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // told below, as what lies outside is
    }
    if (f.has(field)) {
      log.add(
          Rule.FIELD_TYPE,
          f.element(),
          field,
          text,
          "Give above 0 to 1000 with 4 decimals at most.");
    }
    return 0;
  }

  /** The limits as JSON; the same ones are the same bytes. */
  public static byte[] write(RegistryLimits limits) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("gapDaysMax", limits.gapDaysMax());
    fields.put(
        "sharesMaxPercent",
        BigDecimal.valueOf(limits.sharesMax(), SHARE_DECIMALS)
            .stripTrailingZeros()
            .toPlainString());
    fields.put("backdatedDaysMax", limits.backdatedDaysMax());
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(fields);
  }
}
